/**
 * A rule made into one JavaScript function, for deciding many people with the same rule: names become places in an array, constants are folded,
 * and nothing is allocated per person. It gives what `evaluate` gives; whatever reads lists is left to `evaluate`.
 */
import { addDays, addMonths, parseDate, yearsBetween } from '../calendar';
import { conceptsOf, evaluate, isLiteral, parts, type Expression, type Facts, type Known } from '../rules';

export type Row = { readonly [concept: string]: Known | undefined };
/** The facts of one person, each in its slot. */
export type Values = readonly (Known | undefined)[];
export type Decide = (values: Values) => Known | undefined;

/** Concepts in the order of their slots; made while rules are read. */
export class Slots {
  readonly concepts: string[] = [];
  of(concept: string): number {
    const at = this.concepts.indexOf(concept);
    return at >= 0 ? at : this.concepts.push(concept) - 1;
  }
  /** Takes a row's facts into `values`, which is used again and again. */
  fill(row: Row, values: (Known | undefined)[]): Values {
    for (let i = 0; i < this.concepts.length; i++) values[i] = row[this.concepts[i]!];
    return values;
  }
}

/** @param today the day of `at`; empty where no day is meant. */
export function closure(e: Expression, today: string, slots: Slots): Decide {
  const made = (part: Expression) => closure(part, today, slots);
  switch (e.kind) {
    case 'literal': {
      const { value } = e;
      return () => value;
    }
    case 'concept': {
      const slot = slots.of(e.id);
      return (values) => values[slot];
    }
    case 'not': {
      const of = made(e.of);
      return (values) => {
        const x = of(values);
        return x === undefined ? undefined : x !== true;
      };
    }
    case 'and':
    case 'or':
      return e.of.length === 2 ? pair(made(e.of[0]!), made(e.of[1]!), e.kind === 'or') : junction(e.of.map(made), e.kind === 'or');
    case 'compare':
      return known(e, today, slots) ?? comparison(e.op, made(e.left), made(e.right));
    case 'in':
      return known(e, today, slots) ?? asWritten(e, today, slots);
    case 'if': {
      const [test, yes, no] = [made(e.test), made(e.yes), made(e.no)];
      return (values) => {
        const t = test(values);
        if (t !== undefined) return t === true ? yes(values) : no(values);
        const x = yes(values);
        return x !== undefined && x === no(values) ? x : undefined;
      };
    }
    default:
      return asWritten(e, today, slots);
  }
}

function pair(left: Decide, right: Decide, deciding: boolean): Decide {
  return (values) => {
    const a = left(values);
    if (a !== undefined && (a === true) === deciding) return deciding;
    const b = right(values);
    if (b !== undefined && (b === true) === deciding) return deciding;
    return a === undefined || b === undefined ? undefined : !deciding;
  };
}

function junction(parts: readonly Decide[], deciding: boolean): Decide {
  return (values) => {
    let open = false;
    for (const part of parts) {
      const x = part(values);
      if (x === undefined) open = true;
      else if ((x === true) === deciding) return deciding;
    }
    return open ? undefined : !deciding;
  };
}

/**
 * What depends on one fact alone, and on few values of it, is worked out once for each value: `kind = "x"`, `division in […]`,
 * `years(birthDate, DAY) < 18`. People share codes, and days of birth and of arrival.
 */
function known(e: Expression, today: string, slots: Slots): Decide | null {
  const read = conceptsOf(e);
  const [concept] = read;
  if (read.size !== 1 || concept === undefined || hasList(e)) return null;
  const slot = slots.of(concept);
  if (e.kind === 'compare' && e.left.kind === 'concept' && isLiteral(e.right) && (e.op === '=' || e.op === '!=')) {
    const [{ value }, wanted] = [e.right, e.op === '='];
    return (values) => {
      const x = values[slot];
      return x === undefined ? undefined : (x === value) === wanted;
    };
  }
  const exact = yearsTest(e, today, slot) ?? asWritten(e, today, slots);
  const seen = new Map<Known, Known | undefined>();
  return (values) => {
    const x = values[slot];
    if (x === undefined) return exact(values);
    const before = seen.get(x);
    if (before !== undefined) return before;
    const result = exact(values);
    if (seen.size < 50_000) seen.set(x, result);
    return result;
  };
}

/** `years(day, FIXED) >= n` holds up to one last day, found beforehand; later days are compared with it as text. */
function yearsTest(e: Expression, today: string, slot: number): Decide | null {
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

type Compare = Extract<Expression, { kind: 'compare' }>;
function comparison(op: Compare['op'], left: Decide, right: Decide): Decide {
  const both =
    (test: (a: NonNullable<Known>, b: NonNullable<Known>) => boolean): Decide =>
    (values) => {
      const a = left(values);
      const b = right(values);
      if (a === undefined || b === undefined) return undefined;
      return a !== null && b !== null && test(a, b);
    };
  const same =
    (wanted: boolean): Decide =>
    (values) => {
      const a = left(values);
      const b = right(values);
      return a === undefined || b === undefined ? undefined : (a === b) === wanted;
    };
  switch (op) {
    case '=':
      return same(true);
    case '!=':
      return same(false);
    case '<':
      return both((a, b) => a < b);
    case '<=':
      return both((a, b) => a <= b);
    case '>':
      return both((a, b) => a > b);
    case '>=':
      return both((a, b) => a >= b);
  }
}

function asWritten(e: Expression, today: string, slots: Slots): Decide {
  const places = new Map([...conceptsOf(e)].map((c) => [c, slots.of(c)] as const));
  const facts = (values: Values): Facts => ({ today, value: (c) => values[places.get(c) ?? -1], rows: () => undefined });
  if (places.size === 0) {
    const value = evaluate(e, facts([]));
    return () => value;
  }
  return (values) => evaluate(e, facts(values));
}
