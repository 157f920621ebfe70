/**
 * How near the end of its time a step is. Red: a date has passed. Yellow: at most one working day, or a fifth of the period, is left. Of the
 * statutory and the promised date the nearer one decides; a statutory date that has passed is said before a promised one.
 */
import { addDays, type Calendar, dateAt, formatInstant, isWorkday, millisOf, workdaysBetween, yearMissing } from '../core/calendar';
import type { InForce } from '../core/catalogue';
import type { LightLimits } from './ports/desk-store';

export type Timed = { status: string; due: string | null; promised: string | null };
export type Light =
  | { colour: 'green' | 'yellow'; by: 'due' | 'promised'; days: number }
  | { colour: 'red'; by: 'due' | 'promised'; days: number }
  /** No clock runs; or its date lies in a year whose calendar is not published (`pending`), and is not guessed. */
  | { colour: 'none'; pending?: number };
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
  if (by === null) return { colour: 'none', pending: yearMissing(calendar, dateAt(now, calendar.offset)) };
  const days = workdaysBetween(calendar, now, at);
  const period = by === 'promised' ? lengths.promised : awaitsAcceptance.has(step.status) ? { wd: 5 } : lengths.statutory;
  return { colour: days <= Math.max(1, workdaysIn(period) / 5) ? 'yellow' : 'green', by, days };
}

function nearest({ due, promised }: Timed): ['due' | 'promised', string] | [null, null] {
  if (due !== null && (promised === null || millisOf(due) <= millisOf(promised))) return ['due', due];
  return promised === null ? [null, null] : ['promised', promised];
}

/** About: only the fifth of it matters. */
const workdaysIn = (l: Length | null | undefined): number => (l ? (l.wd ?? 0) + (l.h ?? 0) / 7 + ((l.days ?? 0) * 5) / 7 + (l.weeks ?? 0) * 5 + (l.months ?? 0) * 21 : 0);

/** The same in instants, so that a store can choose by light: before which instant an open step is yellow. */
export function lightLimits(calendar: Calendar, now: string, law: InForce, services: readonly string[]): LightLimits {
  const days = new Map<number, string>();
  const after = (lengthInDays: number): string => {
    const n = Math.floor(Math.max(1, lengthInDays / 5));
    if (!days.has(n)) days.set(n, startOfWorkday(calendar, now, n + 1));
    return days.get(n)!;
  };
  return {
    now,
    accept: after(5),
    services: services.map((service) => {
      const clock = law.services.get(service)?.clock;
      return { service, statutory: after(workdaysIn(clock?.statutory)), promised: after(workdaysIn(clock?.promised)) };
    }),
  };
}

/** Midnight at which the n-th working day after today begins. */
function startOfWorkday(calendar: Calendar, now: string, n: number): string {
  let day = dateAt(now, calendar.offset);
  for (let count = 0, looked = 0; count < n && looked < 999; looked++) {
    day = addDays(day, 1);
    if (isWorkday(calendar, day) !== false) count += 1;
  }
  return formatInstant(Date.parse(`${day}T00:00:00Z`) - calendar.offset, calendar.offset);
}
