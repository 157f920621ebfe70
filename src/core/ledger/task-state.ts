/** Where a task stands: a fold of what happened to it. A moved date never hides the first one, so slippage stays visible. */
import { daysBetween } from '../calendar';
import type { TaskEvent } from './declare/task';

export type TaskStatus = 'open' | 'assigned' | 'accepted' | 'under-way' | 'met' | 'dropped';
export type TaskState = { status: TaskStatus; owners: readonly string[]; firstDue: string | null; due: string | null; lastAt: string | null };

export const newTask = (owners: readonly string[], due: string | null): TaskState => ({ status: 'open', owners, firstDue: due, due, lastAt: null });

/** What may happen next; anything else is refused at the door. */
const may: { readonly [kind in TaskEvent['kind']]: readonly TaskStatus[] } = {
  assigned: ['open', 'assigned', 'accepted', 'under-way'],
  accepted: ['open', 'assigned'],
  reported: ['open', 'assigned', 'accepted', 'under-way'],
  moved: ['open', 'assigned', 'accepted', 'under-way'],
  met: ['open', 'assigned', 'accepted', 'under-way'],
  dropped: ['open', 'assigned', 'accepted', 'under-way'],
  reopened: ['met', 'dropped'],
};
export const fitsTask = (s: TaskState, e: TaskEvent): boolean => may[e.kind].includes(s.status);

/** An event that does not fit changes nothing. */
export function applyToTask(s: TaskState, e: TaskEvent): TaskState {
  if (!fitsTask(s, e)) return s;
  const next = { ...s, lastAt: e.at };
  switch (e.kind) {
    case 'assigned':
      return { ...next, status: 'assigned', owners: e.to };
    case 'accepted':
      return { ...next, status: 'accepted' };
    case 'reported':
      return { ...next, status: 'under-way' };
    case 'moved':
      return { ...next, due: e.due, firstDue: s.firstDue ?? e.due };
    case 'met':
      return { ...next, status: 'met' };
    case 'dropped':
      return { ...next, status: 'dropped' };
    case 'reopened':
      return { ...next, status: 'under-way' };
    default:
      return never(e, s);
  }
}

const never = <T>(_event: never, unchanged: T): T => unchanged;

/** The state at the end of a day. */
export function taskOn(start: TaskState, events: readonly TaskEvent[], day = '9999-12-31'): TaskState {
  let state = start;
  for (const e of events) if (e.at <= day) state = applyToTask(state, e);
  return state;
}

export const ended = (s: TaskState): boolean => s.status === 'met' || s.status === 'dropped';
/** Days by which the date has been moved since it was first set. */
export const slipped = (s: TaskState): number => (s.due && s.firstDue ? daysBetween(s.firstDue, s.due) : 0);
