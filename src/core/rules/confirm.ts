/**
 * Where cells are not exact, a concept is tried out: two completions that differ in it alone and give two outcomes prove that it
 * decides. The search is bounded; what it does not find is not disproved.
 */
import type { Domain, DomainOf } from './domain';
import { parseDate, dateOf } from '../calendar/civil-date';
import { holds, type Facts, type Known } from './evaluate';
import { conceptsOf, isLiteral, mapParts, type Expression } from './expression';

const maxTries = 600;

export function confirmed(line: Expression, concept: string, domainOf: DomainOf): boolean {
  const concepts = [...conceptsOf(line)];
  if (concepts.some((c) => !c.includes('.') || domainOf(c).kind === 'other')) return false;
  const values = new Map(concepts.map((c) => [c, tried(line, domainOf(c))]));
  const known = new Map<string, Known>();
  const facts: Facts = { today: '', rows: () => undefined, value: (c) => known.get(c) };
  let chance = 1;
  for (let n = 0; n < maxTries; n++) {
    for (const [c, list] of values) {
      chance = (Math.imul(chance, 1_103_515_245) + 12_345) >>> 0;
      known.set(c, list[(chance >>> 8) % list.length]!);
    }
    let first: boolean | undefined;
    for (const v of values.get(concept)!) {
      known.set(concept, v);
      const outcome = holds(line, facts);
      if (outcome === undefined) return false;
      first ??= outcome;
      if (outcome !== first) return true;
    }
  }
  return false;
}

/** Values on and beside every constant of the line. */
function tried(line: Expression, d: Domain): Known[] {
  const constants: Known[] = [];
  const visit = (e: Expression): Expression => {
    if (isLiteral(e)) constants.push(e.value);
    return mapParts(e, visit);
  };
  visit(line);
  const absent: Known[] = d.mayBeAbsent || constants.includes(null) ? [null] : [];
  const numbers = constants.flatMap((c) => (typeof c === 'number' ? [c] : []));
  switch (d.kind) {
    case 'bool':
      return [true, false, ...absent];
    case 'code':
      return [...(d.codes ?? [...constants.filter((c) => typeof c === 'string'), '\u0000other']), ...absent];
    case 'number':
      return [...new Set([0, ...numbers.flatMap((n) => [n - 1, n - 0.25, n, n + 0.25, n + 1])]), ...absent];
    case 'whole':
      return [...new Set([0, 1, ...numbers.flatMap((n) => [Math.ceil(n) - 1, Math.ceil(n), Math.floor(n) + 1])])]
        .filter((n) => n >= 0)
        .concat()
        .map((n): Known => n)
        .concat(absent);
    case 'date': {
      const days = constants.flatMap((c) => (typeof c === 'string' ? [parseDate(c)] : [])).filter((x): x is number => x !== null);
      const around = (days.length ? days : [20_000]).flatMap((day) =>
        [0, ...numbers, ...numbers.map((n) => n * 365.25), ...numbers.map((n) => n * 30.4)].flatMap((n) => [-1, 1].flatMap((way) => [-1, 0, 1].map((k) => Math.round(day + way * n) + k))),
      );
      return [...[...new Set(around)].map((n): Known => dateOf(n)), ...absent];
    }
    case 'other':
      return ['\u0000some', ...absent];
  }
}
