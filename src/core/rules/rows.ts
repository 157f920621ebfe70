/**
 * The cells of a list nobody has given yet. Every row is of some kind – which of the tests it passes –, and what quantifiers and
 * counts say of the list follows from how many rows there are of each kind. So lists are tried with few rows of each kind, as
 * many as the largest number any count is compared with, and one more.
 */
import { cutsOf, domainOfUnit, isRowUnit, nothingKnown, unitKey, unitsOf, unitValue, type Cell, type Unit } from './cells';
import { diagram, jointOutcomes } from './diagram';
import type { DomainOf } from './domain';
import type { Known } from './evaluate';
import { conceptsOf, isLiteral, literal, mapParts, type Expression } from './expression';
import { simplify } from './simplify';
import type { Cut } from './variables';

type RowUnit = Extract<Unit, { list: string }>;
const maxLists = 5000;

export function rowCells(units: readonly Unit[], atoms: readonly Expression[], domainOf: DomainOf): Cut | null {
  const said = units.filter(isRowUnit);
  const tests = said.map((u) => (u.test && u.variable ? simplify(ofRow(u.test, u.variable, u.list), nothingKnown) : literal(true)));
  const kinds = jointOutcomes(tests, domainOf, 2000);
  const most = mostRows(said, atoms, domainOf);
  if (!kinds || most === null || (most + 1) ** kinds.length > maxLists) return null;
  const found = new Map<string, { cell: Cell; truth: boolean[] }>();
  for (const counts of numbersOfRows(kinds.length, most)) {
    const values = new Map(said.map((u, i): [string, Known] => [unitKey(u), outcomeFor(u, i, kinds, counts)]));
    const truth = atoms.map((a) => unitValue(a, values) === true);
    const key = truth.join();
    if (!found.has(key)) found.set(key, { cell: { value: [...values.values()][0]!, show: [...values].map(([k, v]) => `${k}: ${v}`).join(', ') }, truth });
  }
  const cells = [...found.values()];
  const all = [{ cells: cells.map((_, i) => i) }];
  return {
    cells: cells.map((c) => c.cell),
    truths: atoms.map((_, i) => cells.map((c) => c.truth[i]!)),
    moves: new Map(asked(said, tests, domainOf).map((c) => [c, all])),
    // A fact of another subject inside a test is one fact, not one of each row.
    exact: said.every((u, i) => isLiteral(tests[i]!) || (diagram(tests[i]!, domainOf).exact && [...conceptsOf(tests[i]!)].every((c) => c.startsWith(`${u.list}.`)))),
  };
}

/** The data of the rows that matter; the list itself where only its length does. */
function asked(said: readonly RowUnit[], tests: readonly Expression[], domainOf: DomainOf): string[] {
  const found = new Set<string>();
  said.forEach((u, i) => {
    const depends = isLiteral(tests[i]!) ? [] : diagram(tests[i]!, domainOf).support;
    for (const c of depends.length ? depends : conceptsOf(u)) found.add(c);
  });
  return [...found];
}

/** The row under the name of its list, so that all quantifiers speak of the same data. */
function ofRow(e: Expression, variable: string, list: string): Expression {
  if (e.kind === 'concept') return e.id.startsWith(`${variable}.`) ? { ...e, id: `${list}.${e.id.slice(variable.length + 1)}` } : e;
  return mapParts(e, (p) => ofRow(p, variable, list));
}

/** One row more than any number a count is compared with; null where a count cannot be cut. */
function mostRows(said: readonly RowUnit[], atoms: readonly Expression[], domainOf: DomainOf): number | null {
  let most = 1;
  for (const u of said)
    for (const atom of atoms) {
      if (u.kind !== 'count' || !unitsOf(atom).has(unitKey(u))) continue;
      const cuts = cutsOf(atom, u, domainOfUnit(u, domainOf));
      if (!cuts) return null;
      for (const c of cuts) if (typeof c === 'number') most = Math.max(most, Math.floor(c) + 1);
    }
  return most;
}

function* numbersOfRows(kinds: number, most: number): Generator<number[]> {
  const total = (most + 1) ** kinds;
  for (let k = 0; k < total; k++) {
    let rest = k;
    yield Array.from({ length: kinds }, () => {
      const n = rest % (most + 1);
      rest = Math.floor(rest / (most + 1));
      return n;
    });
  }
}

function outcomeFor(u: RowUnit, i: number, kinds: readonly boolean[][], counts: readonly number[]): Known {
  let [passing, failing] = [0, 0];
  kinds.forEach((kind, k) => {
    if (kind[i]) passing += counts[k]!;
    else failing += counts[k]!;
  });
  return u.kind === 'some' ? passing > 0 : u.kind === 'every' ? failing === 0 : passing;
}
