/** Which times a rule offers, on the city's working calendar, and until when one that was chosen can be moved. A day of a year without a calendar is not offered. */
import { addDays, type Calendar, type CivilDate, formatInstant, type Instant, isWorkday, millisOf, parseDate, yearMissing } from '../calendar';
import type { SlotRule } from '../catalogue/declare/slots';

export type Time = { from: Instant; to: Instant };

const minute = 60_000;
const timeOf = (text: string): number => Number(text.slice(0, 2)) * 60 * minute + Number(text.slice(3, 5)) * minute;

/** The civil date of an instant in the city. */
const dateIn = (cal: Calendar, at: Instant): CivilDate => formatInstant(millisOf(at), cal.offset).slice(0, 10);

/** The n-th working day after a day (n ≥ 1), or before it (n ≤ -1); null where the calendar does not reach. 0 is the day itself. */
export function workdayFrom(cal: Calendar, day: CivilDate, n: number): CivilDate | null {
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, Math.sign(n));
    const works = isWorkday(cal, at);
    if (typeof works !== 'boolean') return null;
    if (works) left--;
  }
  return at;
}

const instant = (cal: Calendar, day: CivilDate, time: number): Instant => formatInstant(parseDate(day)! * 24 * 60 * minute + time - cal.offset, cal.offset);

/** The times of one working day, whole ones only. */
export function timesOn(cal: Calendar, rule: Pick<SlotRule, 'minutes' | 'open'>, day: CivilDate): Time[] {
  const open = rule.open?.map((o) => ({ from: timeOf(o.from), to: timeOf(o.to) })) ?? cal.open;
  const length = rule.minutes * minute;
  const times: Time[] = [];
  for (const { from, to } of open) for (let at = from; at + length <= to; at += length) times.push({ from: instant(cal, day, at), to: instant(cal, day, at + length) });
  return times;
}

/** Days that can be chosen, asked at `now`. */
export function daysOffered(cal: Calendar, rule: Pick<SlotRule, 'ahead' | 'within'>, now: Instant): CivilDate[] {
  const days: CivilDate[] = [];
  for (let n = rule.ahead; n <= rule.within; n++) {
    const day = workdayFrom(cal, dateIn(cal, now), n);
    if (day === null) break; // said by `cutShort`
    // `ahead: 0` on a day off: today is not offered.
    if (n > 0 || isWorkday(cal, day) === true) days.push(day);
  }
  return days;
}

/** The year without a calendar that ends the days a rule would offer; null where it offers all of them. */
export const cutShort = (cal: Calendar, rule: Pick<SlotRule, 'within'>, now: Instant): number | null =>
  workdayFrom(cal, dateIn(cal, now), rule.within) === null ? yearMissing(cal, dateIn(cal, now)) : null;

/** Closing time of the working day so many working days before the time chosen: from then on it stays. */
export function movableUntil(cal: Calendar, rule: Pick<SlotRule, 'movable'>, from: Instant): Instant | null {
  const day = workdayFrom(cal, dateIn(cal, from), -rule.movable);
  if (day === null) return null;
  return rule.movable === 0 ? from : instant(cal, day, cal.closes);
}

export const overlaps = (a: Time, b: Time): boolean => millisOf(a.from) < millisOf(b.to) && millisOf(b.from) < millisOf(a.to);
