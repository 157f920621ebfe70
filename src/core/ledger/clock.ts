/** When a task or an answer falls due: a day that was set, or a clock on the city's calendar (the day it starts from is not counted). */
import { type Calendar, type CivilDate, dateAt, due, formatInstant, millisOf } from '../calendar';
import type { scalars } from '../catalogue';

export type DueOn = { day: CivilDate; illustrative: boolean } | { day: null; pending: string; atLeast: CivilDate; illustrative: boolean } | null;

export function dueOn(cal: Calendar, from: CivilDate, item: { due?: string | undefined; clock?: scalars.Duration | undefined }): DueOn {
  if (item.due) return { day: item.due, illustrative: false };
  if (!item.clock) return null;
  const { h, wd, days, weeks, months, illustrative = false } = item.clock;
  const found = due(cal, { from: formatInstant(millisOf(`${from}T00:00:00Z`) - cal.offset, cal.offset), h, wd, days, weeks, months });
  return found.due === null ? { day: null, pending: found.pending, atLeast: found.atLeast, illustrative } : { day: dateAt(found.due, cal.offset), illustrative };
}
