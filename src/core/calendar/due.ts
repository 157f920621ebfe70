/**
 * The legal clock. The day a period begins is not counted (民法典 §201) and the last instant of its last day is that day's closing time
 * (§203). Licensing periods are working days (行政许可法 §82) and stop for the procedures of §45. Calendar days, weeks and months end where
 * the civil calendar says and are not moved off holidays. Periods in hours run from the moment itself (民法典 §201 ¶2), on opening hours.
 *
 * A submission outside hall hours is often said to count as the next working day's. The clock does not: the day of `from` is not
 * counted, whatever the hour. An authority that receives it next morning passes that moment as `from`.
 */
import { type Calendar, type CalendarId, type Due, worksOn } from './calendar';
import { addMonthsTo, type DayNumber, dateOf } from './civil-date';
import { formatInstant, hour, type Instant, instantAt, localOf, type Millis, millisOf } from './instant';
import { type DaySpan, daysPaused, type Pause, timePaused } from './pause';
import { run } from './working-time';

/** Exactly one: working hours, working days, calendar days, weeks, months; whole and ≥ 0. */
export type Length = { h?: number; wd?: number; days?: number; weeks?: number; months?: number };

export type Clock = Length & {
  from: Instant;
  pauses?: readonly Pause[];
  /** The whole period begins anew from the day after the latest of these. */
  restart?: readonly Instant[];
};

export function due(cal: Calendar, clock: Clock): Due {
  const { unit, n } = lengthOf(clock);
  const from = millisOf(clock.from);
  const restart = Math.max(Number.NEGATIVE_INFINITY, ...(clock.restart ?? []).map(millisOf));
  const restarted = restart >= from;
  const start = restarted ? restart : from;
  const pauses = clock.pauses ?? [];
  if (unit === 'h') {
    const begins = restarted ? instantAt(localOf(start, cal.offset).day + 1, 0, cal.offset) : start;
    return run(cal, begins, n * hour, timePaused(pauses, cal.offset));
  }
  const { day, time } = localOf(start, cal.offset);
  const paused = daysPaused(pauses, cal.offset);
  switch (unit) {
    case 'wd':
      return closing(cal, n === 0 ? onTheSpot(cal, day, time, paused) : count(day, n, paused, (d) => worksOn(cal, d)));
    case 'days':
      return closing(cal, count(day, n, paused, everyDay));
    case 'weeks':
      return closing(cal, count(day, 7 * n, paused, everyDay));
    case 'months':
      return closing(cal, count(day, addMonthsTo(day, n) - day, paused, everyDay));
  }
}

const units = ['h', 'wd', 'days', 'weeks', 'months'] as const;
export type Unit = (typeof units)[number];

/** @throws RangeError unless exactly one unit is given, whole and not negative. */
export function lengthOf(length: Length): { unit: Unit; n: number } {
  const given = units.filter((u) => length[u] !== undefined);
  const [unit] = given;
  const n = unit && length[unit];
  if (given.length !== 1 || unit === undefined || n === undefined || !Number.isSafeInteger(n) || n < 0) throw new RangeError('expected one length of time, whole and not negative');
  return { unit, n };
}

type Counted = { day: DayNumber; pending: CalendarId | null };
type Counts = (day: DayNumber) => boolean | { pending: CalendarId };

const everyDay: Counts = () => true;

/** The n-th day after `start` that counts. A day of an unknown year counts, so that the answer is never later than the truth. */
function count(start: DayNumber, n: number, paused: readonly DaySpan[], counts: Counts): Counted {
  let day = start;
  let pending: CalendarId | null = null;
  let next = 0;
  for (let left = n; left > 0; ) {
    day++;
    while ((paused[next]?.last ?? day) < day) next++;
    const pause = paused[next];
    if (pause && pause.first <= day) {
      day = pause.last;
      continue;
    }
    const counted = counts(day);
    if (counted === false) continue;
    if (counted !== true) pending ??= counted.pending;
    left--;
  }
  return { day, pending };
}

/** Zero working days (即办): the day itself while the hall is open, else the next one it opens. */
function onTheSpot(cal: Calendar, day: DayNumber, time: Millis, paused: readonly DaySpan[]): Counted {
  return count(time <= cal.closes ? day - 1 : day, 1, paused, (d) => worksOn(cal, d));
}

function closing(cal: Calendar, { day, pending }: Counted): Due {
  if (pending) return { due: null, pending, atLeast: dateOf(day) };
  return { due: formatInstant(instantAt(day, cal.closes, cal.offset), cal.offset) };
}
