/** What is late on a day, and who holds it; what has no date at all is told apart, never called late. */
import { type Calendar, type CivilDate, daysBetween } from '../calendar';
import { dueOn } from './clock';
import type { Party } from './declare/part';
import type { Task } from './declare/task';
import { type Agreement, type Ledger, partiesOf, type Request } from './ledger';
import { requestOn } from './request-state';
import { ended, newTask, slipped, taskOn } from './task-state';

export type Held = {
  kind: 'task' | 'request';
  /** Anchor of the agreement or request it stands in. */
  anchor: string;
  name: { zh: string; en: string };
  holders: readonly Party[];
  /** Null without a date, and while the calendar of its year is not there (then `dated` is true). */
  due: CivilDate | null;
  dated: boolean;
  /** > 0: late by so many days on the day asked about. */
  late: number;
  /** The first date that was set, and the days by which it has been moved since. */
  firstDue: CivilDate | null;
  slipped: number;
  illustrative: boolean;
  source: string | undefined;
};

/** Everything still to be done on a day: latest first, then by date, then what has none. */
export function openOn(ledger: Ledger, cal: Calendar, day: CivilDate): Held[] {
  const held = [...[...ledger.agreements.values()].flatMap((a) => ofAgreement(a, cal, day)), ...[...ledger.requests.values()].flatMap((r) => ofRequest(r, cal, day))];
  return held.sort((a, b) => b.late - a.late || ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : (a.due ?? '9999') > (b.due ?? '9999') ? 1 : 0));
}

export const lateOn = (ledger: Ledger, cal: Calendar, day: CivilDate): Held[] => openOn(ledger, cal, day).filter((h) => h.late > 0);

function ofAgreement(a: Agreement, cal: Calendar, day: CivilDate): Held[] {
  if (a.signed > day) return [];
  return a.commitments.flatMap((c) => (c.tasks ?? []).flatMap((t) => ofTask(t, a, a.id, a.signed, cal, day)));
}

function ofTask(t: Task, of: { parties: readonly Party[] }, anchor: string, from: CivilDate, cal: Calendar, day: CivilDate): Held[] {
  const set = dueOn(cal, from, t);
  const state = taskOn(newTask(t.owners, set?.day ?? null), t.events ?? [], day);
  if (ended(state)) return [];
  return [
    {
      kind: 'task',
      anchor,
      name: t.name,
      holders: partiesOf(of, state.owners),
      due: state.due,
      dated: state.due !== null || set !== null,
      late: lateness(state.due, day),
      firstDue: state.firstDue,
      slipped: slipped(state),
      illustrative: (set?.illustrative ?? false) && state.due === state.firstDue,
      source: t.source,
    },
  ];
}

function ofRequest(r: Request, cal: Calendar, day: CivilDate): Held[] {
  if (r.on > day) return [];
  const promises = (r.promises ?? []).flatMap((t) => ofTask(t, r, r.key, r.on, cal, day));
  const state = requestOn(r, day);
  if (state.status !== 'asked' || !r.asked) return promises;
  const set = dueOn(cal, state.askedAt ?? r.on, r);
  const due = set?.day ?? null;
  return [
    ...promises,
    {
      kind: 'request',
      anchor: r.key,
      name: r.name,
      holders: partiesOf(r, [r.asked.of]),
      due,
      dated: set !== null,
      late: lateness(due, day),
      firstDue: due,
      slipped: 0,
      illustrative: set?.illustrative ?? false,
      source: r.asked.source ?? r.asked.points[0]?.source,
    },
  ];
}

const lateness = (due: CivilDate | null, day: CivilDate): number => (due && due < day ? daysBetween(due, day) : 0);
