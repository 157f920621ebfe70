/** The little that rules need of civil dates (`YYYY-MM-DD`, which also compare as text). */

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export const dayNumber = (date: string): number => Math.round(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / 86_400_000);
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Full months from `a` to `b`; negative when `b` is before `a`. A month is full on the corresponding day. */
export function monthsBetween(a: string, b: string): number {
  if (b < a) return -monthsBetween(b, a);
  const months = (+b.slice(0, 4) - +a.slice(0, 4)) * 12 + +b.slice(5, 7) - +a.slice(5, 7);
  return b.slice(8) < a.slice(8) && !isMonthEnd(b) ? months - 1 : months;
}

/** Full years (周岁): the birthday itself counts; 29 February falls on 1 March in a common year. */
export function yearsBetween(a: string, b: string): number {
  if (b < a) return -yearsBetween(b, a);
  const years = +b.slice(0, 4) - +a.slice(0, 4);
  return b.slice(5) < a.slice(5) ? years - 1 : years;
}

const isMonthEnd = (d: string) => dateOf(dayNumber(d) + 1).slice(8) === '01';
