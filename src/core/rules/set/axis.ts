/** The values of one column of a table, cut into cells on which every test of the column is constant. */
import { dateOf, parseDate } from '../../calendar/civil-date';
import type { Name } from '../types';
import { nothingKnown } from '../cells';
import { evaluate, type Known } from '../evaluate';
import { isLiteral, literal, parts, type Expression } from '../expression';
import { column } from './definition';
import { substitute } from './substitute';

/** `within` says of the column that its value is in this cell. */
export type Span = { value: Known; show: string; within(of: Expression): Expression };

/** @param counts the column is a count of something: whole numbers only. @param absent its value may be known not to exist. */
export function axis(name: Name, tests: readonly Expression[], counts: boolean, absent: boolean): Span[] {
  const spans = known(name, tests.flatMap(constants), counts);
  return absent || tests.some((t) => constants(t).includes(null)) ? [...spans, only(null, 'absent')] : spans;
}

/** True or false of every value in the cell; undefined where the test compares with what is not known here. */
export const decides = (test: Expression, span: Span): boolean | undefined => {
  const x = evaluate(substitute(test, new Map([[column, literal(span.value)]])), nothingKnown);
  return x === undefined ? undefined : x === true;
};

const constants = (e: Expression): Known[] => (isLiteral(e) ? [e.value] : parts(e).flatMap(constants));
const compare = (of: Expression, op: '=' | '<' | '>', value: Known): Expression => ({ kind: 'compare', op, left: of, right: typed(value), at: 0 });
const typed = (value: Known): Expression => (typeof value === 'string' && parseDate(value) !== null ? { kind: 'literal', value, type: 'date', at: 0 } : literal(value));
const only = (value: Known, show: string): Span => ({ value, show, within: (of) => compare(of, '=', value) });

function known(name: Name, found: readonly Known[], counts: boolean): Span[] {
  switch (name.type) {
    case 'bool':
      return [only(true, 'true'), only(false, 'false')];
    case 'code':
      return name.codes ? name.codes.map((c) => only(c, c)) : [];
    case 'date': {
      const days = found.flatMap((x) => (typeof x === 'string' ? (parseDate(x) ?? []) : []));
      return line(days, 1, dateOf);
    }
    case 'number':
    case 'money':
    case 'days': {
      const numbers = found.filter((x): x is number => typeof x === 'number');
      return line(numbers, counts || name.type !== 'number' ? 1 : 0, (n) => n);
    }
    default:
      return [{ value: '\u0000some', show: 'known', within: (of) => ({ kind: 'compare', op: '!=', left: of, right: literal(null), at: 0 }) }];
  }
}

/** Before, at, between and after the cuts. @param step 1 where there are only whole values between them. */
function line(cuts: readonly number[], step: 0 | 1, write: (n: number) => string | number): Span[] {
  const points = [...new Set(step ? cuts.flatMap((c) => [Math.floor(c), Math.ceil(c)]) : cuts)].sort((a, b) => a - b);
  const within = (low: number | null, high: number | null) => (of: Expression) => {
    const all = [...(low === null ? [] : [compare(of, '>', write(low))]), ...(high === null ? [] : [compare(of, '<', write(high))])];
    return all.length === 1 ? all[0]! : ({ kind: 'and', of: all, at: 0 } satisfies Expression);
  };
  if (points.length === 0) return [{ value: write(0), show: 'any', within: (of) => ({ kind: 'compare', op: '!=', left: of, right: literal(null), at: 0 }) }];
  const spans: Span[] = [{ value: write(points[0]! - 1), show: `< ${write(points[0]!)}`, within: within(null, points[0]!) }];
  points.forEach((p, i) => {
    spans.push(only(write(p), String(write(p))));
    const next = points[i + 1];
    if (next === undefined) spans.push({ value: write(p + 1), show: `> ${write(p)}`, within: within(p, null) });
    else if (next > p + step) spans.push({ value: write(step ? p + 1 : (p + next) / 2), show: `(${write(p)}..${write(next)})`, within: within(p, next) });
  });
  return spans;
}
