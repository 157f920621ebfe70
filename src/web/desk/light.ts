/**
 * How near the end of its time a step is. Red: a date has passed. Yellow: at most one working day, or a fifth of the period, is left. Of the
 * statutory and the promised date the nearer one decides; a statutory date that has passed is said before a promised one.
 */
import { addDays, type Calendar, dateAt, isWorkday, millisOf } from '../../core/calendar';

export type Timed = { status: string; due: string | null; promised: string | null };
export type Light =
  | { colour: 'green' | 'yellow'; by: 'due' | 'promised'; days: number }
  | { colour: 'red'; by: 'due' | 'promised'; days: number }
  /** No clock runs. */
  | { colour: 'none' };
/** The lengths in force, in whatever unit the catalogue gives. */
export type Lengths = { statutory?: Length | null; promised?: Length | null };
type Length = { wd?: number; days?: number; weeks?: number; months?: number; h?: number };

const running: ReadonlySet<string> = new Set(['received', 'supplemented', 'accepted', 'under-review']);
const awaitsAcceptance: ReadonlySet<string> = new Set(['received', 'supplemented']);

/** @param now instant */
export function lightOf(calendar: Calendar, now: string, step: Timed, lengths: Lengths): Light {
  if (!running.has(step.status)) return { colour: 'none' };
  const past = (['due', 'promised'] as const).find((which) => step[which] !== null && millisOf(step[which]!) < millisOf(now));
  if (past) return { colour: 'red', by: past, days: workdaysBetween(calendar, step[past]!, now) };
  const [by, at] = nearest(step);
  if (by === null) return { colour: 'none' };
  const days = workdaysBetween(calendar, now, at);
  const period = by === 'promised' ? lengths.promised : awaitsAcceptance.has(step.status) ? { wd: 5 } : lengths.statutory;
  return { colour: days <= Math.max(1, workdaysIn(period) / 5) ? 'yellow' : 'green', by, days };
}

function nearest({ due, promised }: Timed): ['due' | 'promised', string] | [null, null] {
  if (due !== null && (promised === null || millisOf(due) <= millisOf(promised))) return ['due', due];
  return promised === null ? [null, null] : ['promised', promised];
}

/** Working days after the day of `from`, up to the day of `to`. A day of an unknown year counts. */
export function workdaysBetween(calendar: Calendar, from: string, to: string): number {
  const [first, last] = [civil(calendar, from), civil(calendar, to)];
  let count = 0;
  for (let day = addDays(first, 1); day <= last && count < 999; day = addDays(day, 1)) if (isWorkday(calendar, day) !== false) count += 1;
  return count;
}

const civil = (calendar: Calendar, instant: string) => dateAt(instant, calendar.offset);

/** About: only the fifth of it matters. */
const workdaysIn = (l: Length | null | undefined): number => (l ? (l.wd ?? 0) + (l.h ?? 0) / 7 + ((l.days ?? 0) * 5) / 7 + (l.weeks ?? 0) * 5 + (l.months ?? 0) * 21 : 0);
