/**
 * The working calendar: Monday to Friday, less the days off and with the make-up days worked that the State Council announces for each
 * year (全国年节及纪念日放假办法; 行政许可法 §82 counts working days). A year without its file is unknown and is never guessed:
 * counting Monday to Friday there would shorten every deadline across a holiday.
 */
import type { CalendarYear, City } from '../catalogue/declare/city';
import { type CivilDate, type DayNumber, dayNumber, dayOf, weekdayOf, yearOf } from './civil-date';
import { hour, type Instant, type Millis, minute, parseOffset, wholeDay } from './instant';
import { type Interval, union } from './interval';

/** The file that must be added before the answer can be known. */
export type Pending = { pending: CalendarId };
export type CalendarId = `calendar-${number}`;

/** Unknown as long as a year's file is missing; then no date before `atLeast` is possible. */
export type Due = { due: Instant } | { due: null; pending: CalendarId; atLeast: CivilDate };

type Exceptions = { off: ReadonlySet<DayNumber>; work: ReadonlySet<DayNumber> };

export type Calendar = {
  offset: Millis;
  /** Opening hours, from local midnight. */
  open: readonly Interval[];
  /** Closing time: the end of the last opening. A day that closes at 24:00 ends one second before. */
  closes: Millis;
  /** Working hours in one working day, for plans. */
  hours: number;
  years: ReadonlyMap<number, Exceptions>;
};

/** Days of a year's file count for that year only, so that adding a file never moves a date that was certain before. */
export function calendar(years: readonly CalendarYear[], city: Pick<City, 'offset' | 'workday'>): Calendar {
  const offset = parseOffset(city.offset);
  if (offset === null) throw new RangeError(`not an offset: ${city.offset}`);
  const open = openings(city.workday.open);
  const last = open.at(-1)?.to;
  if (last === undefined) throw new RangeError('a city without opening hours');
  return {
    offset,
    open,
    closes: last >= wholeDay ? wholeDay - 1000 : last,
    hours: city.workday.hours,
    years: new Map(years.map((y) => [y.year, { off: daysWithin(y.year, y.off), work: daysWithin(y.year, y.work) }])),
  };
}

/** Whether a day is worked, or the year whose file is missing. */
export function isWorkday(cal: Calendar, date: CivilDate): boolean | Pending {
  return worksOn(cal, dayOf(date));
}

export function worksOn(cal: Calendar, day: DayNumber): boolean | Pending {
  const year = yearOf(day);
  const known = cal.years.get(year);
  if (!known) return { pending: `calendar-${year}` };
  if (known.work.has(day)) return true;
  return weekdayOf(day) <= 5 && !known.off.has(day);
}

/** The first year from that of `date` whose file is missing. */
export function yearMissing(cal: Calendar, date: CivilDate): number {
  let year = yearOf(dayOf(date));
  while (cal.years.has(year)) year++;
  return year;
}

/** The first and last day of `DATE` or `DATE/DATE`. */
export function spanOf(text: string): { first: DayNumber; last: DayNumber } {
  const [first = '', last = first] = text.split('/');
  return { first: dayOf(first), last: dayOf(last) };
}

function daysWithin(year: number, spans: readonly string[]): ReadonlySet<DayNumber> {
  const [january, december] = [dayNumber(year, 1, 1), dayNumber(year, 12, 31)];
  const days = new Set<DayNumber>();
  for (const { first, last } of spans.map(spanOf)) for (let day = Math.max(first, january); day <= Math.min(last, december); day++) days.add(day);
  return days;
}

function timeOf(text: string): Millis {
  const [h = '', m = ''] = text.split(':');
  return Number(h) * hour + Number(m) * minute;
}

/** Opening hours in order, joined where they touch. */
function openings(declared: City['workday']['open']): Interval[] {
  return union(declared.map((o) => ({ from: timeOf(o.from), to: Math.min(timeOf(o.to), wholeDay) })).filter((o) => o.from < o.to));
}
