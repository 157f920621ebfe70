/**
 * Pauses of a clock: hearing, tender, auction, inspection, test, quarantine, appraisal, expert review (行政许可法 §45), and the
 * applicant's own time. Pauses that overlap are one pause; day clocks lose every day a pause touches, hour clocks exactly its length.
 */
import { type DayNumber, parseDate } from './civil-date';
import { type Instant, instantAt, localOf, type Millis, parseInstant, wholeDay } from './instant';
import { type Interval, union } from './interval';

/** Each end an instant or a civil date in the city; a date means that whole day. */
export type Pause = { from: Instant; to: Instant };

export type DaySpan = { first: DayNumber; last: DayNumber };

/** The pause as a stretch of time, or why it is none. */
export function intervalOf(pause: Pause, offset: Millis): Interval | 'unreadable' | 'reversed' {
  const from = endOf(pause.from, offset, 0);
  const to = endOf(pause.to, offset, wholeDay);
  if (from === null || to === null) return 'unreadable';
  return to < from || lastDay(pause, to, offset) < localOf(from, offset).day ? 'reversed' : { from, to };
}

function endOf(text: string, offset: Millis, time: Millis): Millis | null {
  const day = parseDate(text);
  return day === null ? parseInstant(text) : instantAt(day, time, offset);
}

/** The day of the end: a date ends at the midnight after it, which is not its own day any more. */
const lastDay = (pause: Pause, to: Millis, offset: Millis): DayNumber => parseDate(pause.to) ?? localOf(to, offset).day;

/** @throws RangeError on a pause that is none: requests are parsed before they come here. */
function stretch(pause: Pause, offset: Millis): Interval {
  const interval = intervalOf(pause, offset);
  if (typeof interval === 'string') throw new RangeError(`${interval} pause: ${pause.from}/${pause.to}`);
  return interval;
}

/** The time an hour clock loses, in order. */
export const timePaused = (pauses: readonly Pause[], offset: Millis): Interval[] => union(pauses.map((pause) => stretch(pause, offset)));

/** The days a day clock loses: every day a pause touches, both ends included; in order, none overlapping. */
export function daysPaused(pauses: readonly Pause[], offset: Millis): DaySpan[] {
  const days = pauses.map((pause) => {
    const { from, to } = stretch(pause, offset);
    return { from: localOf(from, offset).day, to: lastDay(pause, to, offset) + 1 };
  });
  return union(days).map(({ from, to }) => ({ first: from, last: to - 1 }));
}
