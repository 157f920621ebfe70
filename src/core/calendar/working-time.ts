/**
 * Working time runs only while the hall is open. From a start and a length it gives the instant at which that much has passed: the
 * date of a plan, whose durations are working time independent of any calendar, and the end of a clock counted in hours.
 */
import { type Calendar, type CalendarId, type Due, worksOn } from './calendar';
import { type DayNumber, dateOf } from './civil-date';
import { formatInstant, hour, type Instant, instantAt, localOf, type Millis, millisOf } from './instant';
import { type Interval, without } from './interval';

/** When `hours` working hours (≥ 0, fractions allowed; a working day is `calendar.hours`) have passed since `start`. */
export function afterWorkingHours(cal: Calendar, start: Instant, hours: number): Due {
  return run(cal, millisOf(start), Math.round(hours * hour), []);
}

/** Pauses are sorted and do not overlap. Unknown days are taken as worked only to say no date earlier is possible. */
export function run(cal: Calendar, start: Millis, length: Millis, pauses: readonly Interval[]): Due {
  let { day } = localOf(start, cal.offset);
  let at = start;
  let left = length;
  let pending: CalendarId | null = null;
  for (; left > 0; day++) {
    const asleep = pauses.find((p) => p.from <= instantAt(day, 0, cal.offset) && p.to >= instantAt(day + 1, 0, cal.offset));
    if (asleep) {
      day = localOf(asleep.to, cal.offset).day - 1;
      continue;
    }
    const free = freeTime(cal, day, start, pauses);
    if (free.length === 0) continue;
    const works = worksOn(cal, day);
    if (works === false) continue;
    if (works !== true) pending ??= works.pending;
    for (const { from, to } of free) {
      if (left <= 0) break;
      const used = Math.min(left, to - from);
      at = from + used;
      left -= used;
    }
  }
  if (pending) return { due: null, pending, atLeast: dateOf(localOf(at, cal.offset).day) };
  return { due: formatInstant(at, cal.offset) };
}

/** Opening hours of one day after `start`, less the pauses. */
function freeTime(cal: Calendar, day: DayNumber, start: Millis, pauses: readonly Interval[]): Interval[] {
  const open = cal.open.map((o) => ({ from: Math.max(start, instantAt(day, o.from, cal.offset)), to: instantAt(day, o.to, cal.offset) }));
  return without(open, pauses);
}

/** Working days after the day of `from`, up to the day of `to`, at most 999. A day of an unknown year counts. */
export function workdaysBetween(cal: Calendar, from: Instant, to: Instant): number {
  const last = localOf(millisOf(to), cal.offset).day;
  let count = 0;
  for (let day = localOf(millisOf(from), cal.offset).day + 1; day <= last && count < 999; day++) if (worksOn(cal, day) !== false) count += 1;
  return count;
}

/** Hours the hall was or will be open between two instants, for shares of a period; a day of an unknown year counts as worked. Looks at 999 days at most. */
export function workingHoursBetween(cal: Calendar, from: Instant, to: Instant): number {
  const [start, end] = [millisOf(from), millisOf(to)];
  const first = localOf(start, cal.offset).day;
  const last = Math.min(localOf(end, cal.offset).day, first + 999);
  let open = 0;
  for (let day = first; day <= last; day++) {
    if (worksOn(cal, day) === false) continue;
    for (const o of cal.open) open += Math.max(0, Math.min(end, instantAt(day, o.to, cal.offset)) - Math.max(start, instantAt(day, o.from, cal.offset)));
  }
  return open / hour;
}
