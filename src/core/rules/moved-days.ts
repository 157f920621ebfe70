/** Where a date moved by durations passes a day: `moved in + duration("P1Y") <= DAY` cuts the date at one day, as `years(moved in, DAY) >= 1` does. */
import { dateOf, dayOf } from '../calendar/civil-date';
import { evaluate, type Facts } from './evaluate';
import { isLiteral, type Expression } from './expression';
import { looksLikeDuration } from './duration';

const [firstDay, middle, lastDay] = ['0001-01-01', '5000-01-01', '9999-12-31'].map(dayOf) as [number, number, number];

/**
 * The days on which the moved date reaches `day`, passes it, enters and leaves the calendar; null unless the term is one date moved by constants.
 * @param isDate the unknown date
 * @param factsOf the unknown at a date
 */
export function movedDays(term: Expression, day: string, isDate: (e: Expression) => boolean, factsOf: (date: string) => Facts): number[] | null {
  const moves = (e: Expression): boolean =>
    isDate(e) || (e.kind === 'arithmetic' && ((e.op === '+' && moves(e.right) && isDuration(e.left)) || ((e.op === '+' || e.op === '-') && moves(e.left) && isDuration(e.right))));
  if (!moves(term)) return null;
  const at = (n: number) => evaluate(term, factsOf(dateOf(n)));
  if (typeof at(middle) !== 'string') return null;
  // Months end on their last day: a later date is never moved to an earlier one. Out of the calendar is before it or after it.
  const rank = (n: number): string => {
    const moved = at(n);
    return typeof moved === 'string' ? moved : n < middle ? '' : '~';
  };
  const first = (holds: (moved: string) => boolean): number => {
    let [low, high] = [firstDay, lastDay + 1];
    while (low < high) {
      const half = Math.floor((low + high) / 2);
      if (holds(rank(half))) high = half;
      else low = half + 1;
    }
    return low;
  };
  return [first((m) => m >= day), first((m) => m > day), first((m) => m !== ''), first((m) => m === '~')];
}

const isDuration = (e: Expression): boolean => isLiteral(e) && typeof e.value === 'string' && looksLikeDuration(e.value);
