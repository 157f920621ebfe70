/**
 * Durations as ISO 8601 writes them, in two kinds that are never compared with each other: days and time (`P1DT2H`), whose length is fixed, and
 * years and months (`P1Y6M`), whose length depends on where they begin. One length has one text: `PT24H` is written P1D.
 */
import { wholeDay } from '../calendar/instant';

export type Duration = { kind: 'time'; amount: number } | { kind: 'months'; amount: number };

const months = /^(-?)P(?=\d)(?:(\d{1,5})Y)?(?:(\d{1,6})M)?$/;
const time = /^(-?)P(?=\d|T\d)(?:(\d{1,7})D)?(?:T(?=\d)(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10})(?:\.(\d{1,3}))?S)?)?$/;
/** Ten thousand years: longer than the calendar of a rule. */
const most = { time: 10_000 * 366 * wholeDay, months: 120_000 };

export const looksLikeDuration = (text: string): boolean => text.startsWith('P') || text.startsWith('-P');

export function parseDuration(text: string): Duration | null {
  if (!looksLikeDuration(text) || text.length > 60) return null;
  const long = months.exec(text);
  if (long) return within('months', long[1], Number(long[2] ?? 0) * 12 + Number(long[3] ?? 0));
  const short = time.exec(text);
  if (!short) return null;
  const [days, hours, minutes, seconds] = [2, 3, 4, 5].map((i) => Number(short[i] ?? 0)) as [number, number, number, number];
  return within('time', short[1], days * wholeDay + hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + Number((short[6] ?? '').padEnd(3, '0')));
}

const within = (kind: Duration['kind'], sign: string | undefined, size: number): Duration | null => (size > most[kind] ? null : { kind, amount: sign && size ? -size : size });

/** Null past ten thousand years. */
export function durationText({ kind, amount }: Duration): string | null {
  const size = Math.abs(amount);
  if (size > most[kind]) return null;
  const sign = amount < 0 ? '-P' : 'P';
  const part = (n: number, letter: string) => (n ? `${n}${letter}` : '');
  if (kind === 'months') return size === 0 ? 'P0M' : sign + part(Math.floor(size / 12), 'Y') + part(size % 12, 'M');
  if (size === 0) return 'PT0S';
  const rest = size % wholeDay;
  const clock = part(Math.floor(rest / 3_600_000), 'H') + part(Math.floor(rest / 60_000) % 60, 'M') + part((rest % 60_000) / 1000, 'S');
  return sign + part(Math.floor(size / wholeDay), 'D') + (clock && `T${clock}`);
}
