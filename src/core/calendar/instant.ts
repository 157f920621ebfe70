/**
 * Instants carry an offset: '2021-10-28T10:00:00+08:00'. One without is refused, because a deadline read in another zone is another day.
 * Inside the room an instant is milliseconds since 1970-01-01 UTC; a city lives at one fixed offset.
 */
import { type CivilDate, type DayNumber, dateOf, parseDate } from './civil-date';

export type Instant = string;
export type Millis = number;

export const minute: Millis = 60_000;
export const hour: Millis = 60 * minute;
export const wholeDay: Millis = 24 * hour;

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** `Z` or ±HH:MM in milliseconds, else null. */
export function parseOffset(text: string): Millis | null {
  if (text === 'Z') return 0;
  const found = /^([+-])(\d{2}):(\d{2})$/.exec(text);
  if (!found) return null;
  const [hours, minutes] = [Number(found[2]), Number(found[3])];
  if (hours > 18 || minutes > 59) return null;
  return (found[1] === '-' ? -1 : 1) * (hours * hour + minutes * minute);
}

/** RFC 3339 with the offset required, seconds optional, fractions cut to milliseconds; null when it is not one. */
export function parseInstant(text: string): Millis | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const day = parseDate(found[1] ?? '');
  const offset = parseOffset(found[6] ?? '');
  const [h, m, s] = [Number(found[2]), Number(found[3]), Number(found[4] ?? 0)];
  if (day === null || offset === null || h > 23 || m > 59 || s > 59) return null;
  const fraction = Number((found[5] ?? '').padEnd(3, '0').slice(0, 3));
  return day * wholeDay + h * hour + m * minute + s * 1000 + fraction - offset;
}

/** @throws RangeError on text that is no instant with an offset: requests are parsed before they come here. */
export function millisOf(instant: Instant): Millis {
  const at = parseInstant(instant);
  if (at === null) throw new RangeError(`not an instant with an offset: ${instant}`);
  return at;
}

/** The civil day at an offset, and how far it has run. */
export function localOf(at: Millis, offset: Millis): { day: DayNumber; time: Millis } {
  const day = Math.floor((at + offset) / wholeDay);
  return { day, time: at + offset - day * wholeDay };
}

/** The instant at which a local day has run for `time`. */
export const instantAt = (day: DayNumber, time: Millis, offset: Millis): Millis => day * wholeDay + time - offset;

const digits = (n: number, width = 2): string => String(n).padStart(width, '0');

/** Milliseconds are written only when there are any. */
export function formatInstant(at: Millis, offset: Millis): Instant {
  const { day, time } = localOf(at, offset);
  const clock = `${digits(Math.floor(time / hour))}:${digits(Math.floor(time / minute) % 60)}:${digits(Math.floor(time / 1000) % 60)}`;
  const fraction = time % 1000 === 0 ? '' : `.${digits(time % 1000, 3)}`;
  const away = Math.abs(offset);
  return `${dateOf(day)}T${clock}${fraction}${offset < 0 ? '-' : '+'}${digits(Math.floor(away / hour))}:${digits(Math.floor(away / minute) % 60)}`;
}

/** The date people in the city write at that instant. */
export const dateAt = (instant: Instant, offset: Millis): CivilDate => dateOf(localOf(millisOf(instant), offset).day);

/** Negative when `a` is earlier, 0 when they are the same moment, whatever their offsets. */
export const compareInstants = (a: Instant, b: Instant): number => millisOf(a) - millisOf(b);
