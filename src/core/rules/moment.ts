/** Dates and instants moved by durations, their differences, and the order of everything written as text. */
import { addMonthsTo, dateOf, parseDate } from '../calendar/civil-date';
import { formatInstant, instantAt, localOf, parseInstant, parseOffset, wholeDay } from '../calendar/instant';
import { type Duration, durationText, looksLikeDuration, parseDuration } from './duration';

const looksLikeInstant = (text: string): boolean => text.length > 16 && text[10] === 'T';

const firstDay = parseDate('0001-01-01')!;
const lastDay = parseDate('9999-12-31')!;
const inCalendar = (day: number): boolean => day >= firstDay && day <= lastDay;

/** Instants by moment whatever their offset, durations within their kind, dates and codes by their text; NaN where there is no order. */
export function orderOfTexts(a: string, b: string): number {
  if (looksLikeInstant(a) && looksLikeInstant(b)) {
    const [x, y] = [parseInstant(a), parseInstant(b)];
    if (x !== null && y !== null) return x - y;
  }
  if (looksLikeDuration(a) && looksLikeDuration(b)) {
    const [x, y] = [parseDuration(a), parseDuration(b)];
    if (x && y) return x.kind === y.kind ? x.amount - y.amount : Number.NaN;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A date moves by whole days, an instant exactly and in its own offset; months end on the corresponding day or the month's last. */
export function moved(text: string, by: Duration): string | null {
  const day = parseDate(text);
  if (day !== null) {
    const to = by.kind === 'months' ? addMonthsTo(day, by.amount) : day + Math.floor(by.amount / wholeDay);
    return inCalendar(to) ? dateOf(to) : null;
  }
  const at = parseInstant(text);
  const offset = at === null ? null : parseOffset(/(Z|[+-]\d{2}:\d{2})$/.exec(text)?.[1] ?? '');
  if (at === null || offset === null) return null;
  const here = localOf(at, offset);
  const to = by.kind === 'months' ? instantAt(addMonthsTo(here.day, by.amount), here.time, offset) : at + by.amount;
  return inCalendar(localOf(to, offset).day) ? formatInstant(to, offset) : null;
}

/** From `b` to `a` in days and time; null unless both are dates or both are instants. */
export function difference(a: string, b: string): string | null {
  const [x, y] = [parseDate(a), parseDate(b)];
  if (x !== null && y !== null) return durationText({ kind: 'time', amount: (x - y) * wholeDay });
  const [p, q] = [parseInstant(a), parseInstant(b)];
  return p === null || q === null ? null : durationText({ kind: 'time', amount: p - q });
}

/** `a + b` and `a - b` where at least one is written as text; null where there is no such sum. */
export function textSum(op: '+' | '-', a: string | number, b: string | number): string | null {
  const [x, y] = [durationOf(a), durationOf(b)];
  const signed = y && (op === '-' ? { ...y, amount: 0 - y.amount } : y);
  if (x && signed) return x.kind === signed.kind ? durationText({ kind: x.kind, amount: x.amount + signed.amount }) : null;
  if (signed) return typeof a === 'string' ? moved(a, signed) : null;
  if (x && op === '+') return typeof b === 'string' ? moved(b, x) : null;
  return op === '-' && typeof a === 'string' && typeof b === 'string' ? difference(a, b) : null;
}

/** A number where a duration is meant counts days. */
export const durationOf = (x: string | number): Duration | null =>
  typeof x === 'string' ? parseDuration(x) : Number.isSafeInteger(x) && Math.abs(x) < 4e6 ? { kind: 'time', amount: x * wholeDay } : null;
