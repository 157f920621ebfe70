/** Tests of one fact alone – `kind = "x"`, `division in […]`, `years(birthDate, DAY) < 18` – are most of what rules ask of many people. */
import { addDays, addMonths, parseDate, yearsBetween } from '../calendar/civil-date';
import type { Compiling, Decide } from './slots';
import { conceptsOf, isLiteral, literal, parts, type Expression } from './expression';
import type { Known } from './known';

type Test = Extract<Expression, { kind: 'compare' | 'in' }>;
type Context = Compiling & { rows: ReadonlyMap<string, number> };
const most = 50_000;

/** The test as fast as its form allows, else as `usual` makes it. */
export function oneFact(e: Test, how: Context, usual: () => Decide): Decide {
  const read = conceptsOf(e);
  const [concept] = read;
  if (read.size !== 1 || concept === undefined || how.rows.has(concept.split('.')[0]!) || hasList(e)) return usual();
  const slot = how.slots.of(concept);
  return isOneOf(e, slot) ?? yearsTest(e, how, slot) ?? remembered(slot, how, usual());
}

type Literal = Extract<Expression, { kind: 'literal' }>;
/** A text that is neither instant nor duration, a yes/no or absent: equal means the same value. */
const isPlain = (e: Expression): e is Literal => isLiteral(e) && ['string', 'date', 'bool', 'absent'].includes(literal(e.value).type);

function isOneOf(e: Test, slot: number): Decide | null {
  const fact = e.kind === 'compare' ? e.left : e.value;
  if (fact.kind !== 'concept') return null;
  if (e.kind === 'compare') {
    if (!isPlain(e.right) || (e.op !== '=' && e.op !== '!=')) return null;
    const [{ value }, wanted] = [e.right, e.op === '='];
    return (values) => {
      const x = values[slot];
      return x === undefined ? undefined : (x === value) === wanted;
    };
  }
  const set = new Set<unknown>();
  for (const item of e.items) {
    if (item.kind === 'range' || !isPlain(item)) return null;
    set.add(item.value);
  }
  return (values) => {
    const x = values[slot];
    return x === undefined ? undefined : set.has(x);
  };
}

/** Worked out once for each value: people share codes, and days of birth and of arrival. */
function remembered(slot: number, { remember, today }: Context, exact: Decide): Decide {
  // The day of the law is part of the question unless it is fixed.
  if (!remember || today === undefined) return exact;
  const seen = new Map<unknown, Known>();
  return (values) => {
    const x = values[slot];
    if (x === undefined) return exact(values);
    const before = seen.get(x);
    if (before !== undefined) return before;
    const result = exact(values);
    if (result !== undefined && seen.size < most) seen.set(x, result);
    return result;
  };
}

/** `years(day, FIXED) >= n` holds up to one last day, found beforehand; later days are compared with it as text. */
function yearsTest(e: Test, { today }: Context, slot: number): Decide | null {
  if (e.kind !== 'compare' || e.left.kind !== 'call' || e.left.name !== 'years' || !isLiteral(e.right) || typeof e.right.value !== 'number') return null;
  const [from, to] = e.left.args;
  const end = to?.kind === 'today' ? today : to && isLiteral(to) ? to.value : null;
  const least = e.op === '>=' || e.op === '<' ? e.right.value : e.right.value + 1;
  if (from?.kind !== 'concept' || typeof end !== 'string' || parseDate(end) === null || e.op === '=' || e.op === '!=' || !Number.isInteger(least) || least < 1 || least > 200) return null;
  let last = addDays(addMonths(end, -12 * least), 3);
  while (yearsBetween(last, end) < least) last = addDays(last, -1);
  const early = e.op === '>=' || e.op === '>';
  return (values) => {
    const day = values[slot];
    if (day === undefined) return undefined;
    return typeof day === 'string' && parseDate(day) !== null && day <= last === early;
  };
}

const hasList = (e: Expression): boolean => e.kind === 'some' || e.kind === 'every' || e.kind === 'count' || parts(e).some(hasList);
