/** One value of an unknown for each cell on which some lines agree: what must be tried, or drawn from, to meet every way it can come out. */
import { cellsOf } from './cells';
import { lifted } from './diagram';
import type { DomainOf } from './domain';
import type { Known } from './evaluate';
import type { Expression } from './expression';
import { variablesOf } from './variables';

/** @param residuals from `simplify`: what is known is no longer in them. */
export function valuesToTry(residuals: readonly Expression[], concept: string, domainOf: DomainOf): Known[] {
  const read = variablesOf(residuals.map(lifted), domainOf).variables.filter((v) => v.concepts.includes(concept));
  // A comparison that could not be cut is a yes/no of its own; its cells are no values of the concept.
  const cells = read.filter((v) => !v.key.startsWith('? ')).flatMap((v) => v.cells.map((cell) => (cell.values ? cell.values[concept] : cell.value)));
  const values = [...new Set(cells.filter((x): x is Known => x !== undefined))];
  return values.length > 0 ? values : cellsOf(domainOf(concept), []).map((cell) => cell.value);
}
