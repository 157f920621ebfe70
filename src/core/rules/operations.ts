/** What each operator makes of known, absent (null) and unknown (undefined) values; the evaluator, the closures and the residuals share them. */
import { daysBetween, monthsBetween, parseDate, yearsBetween } from '../calendar/civil-date';
import { add, divide, multiply, negative, order, subtract, type Decimal } from './decimal';
import { looksLikeDuration } from './duration';
import type { Comparison, FunctionName } from './expression';
import type { Known, Maybe } from './known';
import { durationOf, orderOfTexts, textSum } from './moment';

export function compare(op: Comparison, a: Maybe, b: Maybe): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (op === '=') return equal(a, b);
  if (op === '!=') return !equal(a, b);
  if (a === null || b === null) return false;
  const d = orderOf(a, b);
  switch (op) {
    case '<':
      return d < 0;
    case '<=':
      return d <= 0;
    case '>':
      return d > 0;
    case '>=':
      return d >= 0;
  }
}

/** One value has one form, except instants and durations as people wrote them. */
export function equal(a: Known, b: Known): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return orderOfTexts(a, b) === 0;
  return isDecimal(a) === isDecimal(b) ? false : typeof a === 'string' || typeof b === 'string' ? orderOf(a, b) === 0 : false;
}

const isDecimal = (x: Known): x is Decimal => typeof x === 'number' || typeof x === 'bigint';

/** Negative, zero or positive; NaN where the two have no order. */
function orderOf(a: Known, b: Known): number {
  if (typeof a === 'string' && typeof b === 'string') return orderOfTexts(a, b);
  if (isDecimal(a) && isDecimal(b)) return order(a, b);
  // A number of days beside a duration.
  if (typeof a === 'string' && typeof b === 'number') return 0 - orderOf(b, a);
  if (typeof a !== 'number' || typeof b !== 'string' || !looksLikeDuration(b)) return Number.NaN;
  const [x, y] = [durationOf(a), durationOf(b)];
  return x && y && x.kind === y.kind ? x.amount - y.amount : Number.NaN;
}

export const both = (a: boolean | undefined, b: boolean | undefined): boolean | undefined => (a === false || b === false ? false : a === undefined || b === undefined ? undefined : true);

export function arithmetic(op: '+' | '-' | '*' | '/', a: Maybe, b: Maybe): Maybe {
  if (a === undefined || b === undefined) return undefined;
  if (a === null || b === null || typeof a === 'boolean' || typeof b === 'boolean') return null;
  if (isDecimal(a) && isDecimal(b)) {
    switch (op) {
      case '+':
        return add(a, b);
      case '-':
        return subtract(a, b);
      case '*':
        return multiply(a, b);
      case '/':
        return divide(a, b);
    }
  }
  return (op === '+' || op === '-') && typeof a !== 'bigint' && typeof b !== 'bigint' ? textSum(op, a, b) : null;
}

export function call(name: FunctionName, args: readonly Maybe[]): Maybe {
  if (args.some((a) => a === undefined)) return undefined;
  switch (name) {
    case 'years':
      return ofDates(args, yearsBetween);
    case 'months':
      return ofDates(args, monthsBetween);
    case 'days':
      return ofDates(args, daysBetween);
    case 'min':
      return extreme(args, -1);
    case 'max':
      return extreme(args, 1);
    case 'abs': {
      const [x] = args;
      return x === undefined || !isDecimal(x as Known) ? null : order(x as Decimal, 0) < 0 ? negative(x as Decimal) : x;
    }
  }
}

/** A date that does not exist is as good as none. */
function ofDates([a, b]: readonly Maybe[], between: (from: string, to: string) => number): Maybe {
  return typeof a === 'string' && typeof b === 'string' && parseDate(a) !== null && parseDate(b) !== null ? between(a, b) : null;
}

function extreme(args: readonly Maybe[], sign: number): Maybe {
  let best: Decimal | null = null;
  for (const a of args) {
    if (a === undefined || !isDecimal(a)) return null;
    if (best === null || order(a, best) * sign > 0) best = a;
  }
  return best;
}
