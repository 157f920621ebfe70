/**
 * Civil dates: 'YYYY-MM-DD' text for people and files, whole day numbers for arithmetic (0 is 1970-01-01).
 * A date has no zone here; the city's offset is applied where an instant becomes a date (`instant.ts`).
 * Months end on the corresponding day or, where there is none, on the month's last (民法典 §202).
 */
export type CivilDate = string;
export type DayNumber = number;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, `month` from 1. */
export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0));

/** The day number of a date that exists, else null. Read digit by digit: rules do this for every person and day. */
export function parseDate(text: string): DayNumber | null {
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  // What holds a character that is no digit is NaN, and fails each comparison.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  return dayNumber(year, month, day);
}

const dash = 45;
const zero = 48;
function digits(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    n = n * 10 + digit;
  }
  return n;
}

/** @throws RangeError on text that is no date: files and requests are parsed before they come here. */
export function dayOf(date: CivilDate): DayNumber {
  const day = parseDate(date);
  if (day === null) throw new RangeError(`not a civil date: ${date}`);
  return day;
}

/** Days of the proleptic Gregorian calendar, counted in 400-year cycles that begin on 1 March. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

export function partsOf(day: DayNumber): { year: number; month: number; day: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

const two = (n: number): string => String(n).padStart(2, '0');

export function dateOf(day: DayNumber): CivilDate {
  const parts = partsOf(day);
  return `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`;
}

export const yearOf = (day: DayNumber): number => partsOf(day).year;

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const weekday = (date: CivilDate): number => weekdayOf(dayOf(date));

export const addDays = (date: CivilDate, days: number): CivilDate => dateOf(dayOf(date) + days);

export function addMonthsTo(from: DayNumber, months: number): DayNumber {
  const start = partsOf(from);
  const index = start.year * 12 + (start.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayNumber(year, month, Math.min(start.day, daysInMonth(year, month)));
}

/** The corresponding day `months` later, or that month's last: 01-31 + 1 is 02-28. */
export const addMonths = (date: CivilDate, months: number): CivilDate => dateOf(addMonthsTo(dayOf(date), months));

/** Days from one date to the other; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayOf(to) - dayOf(from);

/** Whole months completed; negative when `to` is earlier. */
export function monthsBetween(from: CivilDate, to: CivilDate): number {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (last < first) return 0 - monthsBetween(to, from);
  const [a, b] = [partsOf(first), partsOf(last)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonthsTo(first, months) > last ? months - 1 : months;
}

/** Whole years completed (周岁). Who was born on 29 February completes a common year on the 28th. */
export const yearsBetween = (from: CivilDate, to: CivilDate): number => Math.trunc(monthsBetween(from, to) / 12) + 0;
