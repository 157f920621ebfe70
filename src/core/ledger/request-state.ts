/** Where a request stands: what was asked and what was answered are two events, and an answer is not yet a promise kept. */
import type { DeclaredRequest, DeclaredRequestEvent } from './declare/request';

export type RequestEvent = { kind: 'held'; at: string } | { kind: 'asked'; at: string } | { kind: 'answered'; at: string } | DeclaredRequestEvent;

/** `held`: a meeting at which, as far as is printed, nothing was asked. */
export type RequestStatus = 'held' | 'asked' | 'answered' | 'kept' | 'withdrawn';
export type RequestState = { status: RequestStatus; askedAt: string | null; answeredAt: string | null; reminders: number; lastAt: string | null };

export const newRequest: RequestState = { status: 'held', askedAt: null, answeredAt: null, reminders: 0, lastAt: null };

const may: { readonly [kind in RequestEvent['kind']]: readonly RequestStatus[] } = {
  held: ['held'],
  asked: ['held'],
  answered: ['asked'],
  reminded: ['asked', 'answered'],
  kept: ['held', 'answered'],
  withdrawn: ['asked', 'answered'],
};
export const fitsRequest = (s: RequestState, e: RequestEvent): boolean => may[e.kind].includes(s.status);

export function applyToRequest(s: RequestState, e: RequestEvent): RequestState {
  if (!fitsRequest(s, e)) return s;
  const next = { ...s, lastAt: e.at };
  switch (e.kind) {
    case 'held':
      return next;
    case 'asked':
      return { ...next, status: 'asked', askedAt: e.at };
    case 'answered':
      return { ...next, status: 'answered', answeredAt: e.at };
    case 'reminded':
      return { ...next, reminders: s.reminders + 1 };
    case 'kept':
      return { ...next, status: 'kept' };
    case 'withdrawn':
      return { ...next, status: 'withdrawn' };
    default:
      return never(e, s);
  }
}

const never = <T>(_event: never, unchanged: T): T => unchanged;

/** The events a declaration holds, in order of what must come first. */
export function eventsOf(r: DeclaredRequest): RequestEvent[] {
  return [
    { kind: 'held', at: r.on },
    ...(r.asked ? [{ kind: 'asked' as const, at: r.asked.at ?? r.on }] : []),
    ...(r.asked && r.answer ? [{ kind: 'answered' as const, at: r.answer.at ?? r.on }] : []),
    ...(r.events ?? []),
  ];
}

export function requestOn(r: DeclaredRequest, day = '9999-12-31'): RequestState {
  let state = newRequest;
  for (const e of eventsOf(r)) if (e.at <= day) state = applyToRequest(state, e);
  return state;
}
