/** State is a fold of events: one exhaustive switch over what befalls the case, another (`fold-step.ts`) over what befalls a step. */
import { applyCheckout, noCheckout, overtaken } from './checkout';
import { caseEvents, type EventOf, type HandedOver, type Recorded, type StepEvent, type WholeCaseEvent } from './event';
import { applyToStep, newStep } from './fold-step';
import { type CaseState, isFinal, isGranted, type StepState } from './state';

/** Null before the first `submitted`. Never throws, whatever the sequence. */
export const fold = (events: Iterable<Recorded>): CaseState | null => {
  let state: CaseState | null = null;
  for (const e of events) state = after(state, e, true);
  return state;
};

/** The same, and each step that an event made another is told with what it was before; undefined where it is new. */
export function foldTelling(events: Iterable<Recorded>, tell: (state: CaseState, id: string, was: StepState | undefined, at: string) => void): CaseState | null {
  let state: CaseState | null = null;
  for (const e of events) {
    const { event, at } = e;
    // A step's event touches that step alone, so only that one need be remembered.
    const alone = state !== null && event.type !== 'submitted' && befallsStep(event) ? event.step : null;
    const was = alone === null ? undefined : state!.steps.get(alone);
    const before = alone === null && state !== null ? new Map(state.steps) : null;
    state = after(state, e, true);
    if (!state) continue;
    if (alone === null) for (const [id, s] of state.steps) if (s !== before?.get(id)) tell(state, id, before?.get(id), at);
    if (alone !== null && state.steps.get(alone) !== was) tell(state, alone, was, at);
  }
  return state;
}

/** The state given stays as it is. */
export const apply = (state: CaseState | null, recorded: Recorded): CaseState | null => after(state, recorded, false);

/** `ours`: nobody else has seen the state, so it may be changed in place – copying it for every event is half the time of a fold. */
function after(state: CaseState | null, recorded: Recorded, ours: boolean): CaseState | null {
  const { event, n } = recorded;
  if (!state) return event.type === 'submitted' ? opened(event, recorded) : null;
  const next = ours ? state : { ...state, steps: new Map(state.steps) };
  next.version = n;
  if (event.type === 'submitted') return next;
  return befallsStep(event) ? onStep(next, event, recorded) : onCase(next, event, recorded);
}

const ofCase = new Set<string>(caseEvents.map((e) => e.entries.type.literal));
const befallsStep = (event: Exclude<Recorded['event'], { type: 'submitted' }>): event is StepEvent => !ofCase.has(event.type);

function opened(event: EventOf<'submitted'>, { at, actor, n }: Recorded): CaseState {
  const { type: _, steps, ...filed } = event;
  return {
    ...filed,
    actor,
    submittedAt: filed.receipt?.on ?? at,
    steps: new Map(steps.map((f) => [f.id, newStep(f, at, actor)] as const)),
    joint: null,
    changes: [],
    tickets: [],
    ratings: [],
    checkout: noCheckout,
    status: 'submitted',
    outcome: null,
    version: n,
  };
}

/** A step the case does not have changes nothing. `next` is changed. */
function onStep(next: CaseState, event: StepEvent, { at, actor }: Recorded): CaseState {
  const old = next.steps.get(event.step);
  if (!old) return next;
  next.steps.set(event.step, applyToStep(old, event, at, actor));
  switch (event.type) {
    case 'corrected':
    case 'supplemented':
      return { ...next, answers: { ...next.answers, ...event.answers }, documents: replaced(next.documents, event.documents) };
    case 'deferred-supplied':
      return { ...next, documents: replaced(next.documents, event.documents) };
    case 'accepted':
      return event.joint === undefined || next.joint ? next : { ...next, joint: { from: at, due: event.joint, extended: false } };
    case 'visit-arranged':
      return { ...next, checkout: overtaken(next.checkout, event.step, event.slot) };
    case 'resumed':
    case 'dated':
      return event.joint === undefined || !next.joint ? next : { ...next, joint: { ...next.joint, due: event.joint } };
    default:
      return next;
  }
}

/** Papers handed in anew take the place of those they replace. */
function replaced(before: readonly HandedOver[], given: readonly HandedOver[]): HandedOver[] {
  const keys = new Set(given.map((d) => `${d.evidence}@${d.subject}`));
  return [...before.filter((d) => !keys.has(`${d.evidence}@${d.subject}`)), ...given];
}

function onCase(state: CaseState, event: Exclude<WholeCaseEvent, { type: 'submitted' }>, { n, at, actor }: Recorded): CaseState {
  switch (event.type) {
    case 'joint-extended':
      return state.joint ? { ...state, joint: { ...state.joint, due: event.due, extended: true } } : state;
    case 'facts-changed':
      return factsChanged(state, event, at, actor);
    case 'mandate-revoked':
      return state.mandate ? { ...state, mandate: { ...state.mandate, revokedAt: at } } : state;
    case 'withdrawn':
      return { ...state, steps: new Map([...state.steps].map(([id, s]) => [id, isFinal(s) ? s : applyToStep(s, { type: 'step-withdrawn', step: id, reason: event.reason }, at, actor)] as const)) };
    case 'correction-requested':
      return state;
    case 'ticket-opened':
      return { ...state, tickets: [...state.tickets, { ticket: event.ticket, step: event.step ?? null, says: event.says, at, due: event.due, answers: [] }] };
    case 'ticket-answered':
      return {
        ...state,
        tickets: state.tickets.map((t) =>
          t.ticket === event.ticket ? { ...t, due: event.solved ? null : t.due, answers: [...t.answers, { at, by: actor, says: event.says, solved: event.solved }] } : t,
        ),
      };
    case 'closed':
      return { ...state, status: 'closed', outcome: event.outcome };
    case 'rated': {
      const { grade, words = null, step = null, contactBy = null, mendBy = null } = event;
      return {
        ...state,
        status: state.status === 'closed' ? 'rated' : state.status,
        ratings: [...state.ratings, { rating: n, grade, words, step, at, contactBy, mendBy, answers: [], counts: true, review: null }],
      };
    }
    case 'rating-answered':
      return onRating(state, event.rating, (r) => ({
        ...r,
        contactBy: null,
        mendBy: event.mended ? null : r.mendBy,
        answers: [...r.answers, { at, by: actor, says: event.says, mended: event.mended }],
      }));
    case 'rating-reviewed':
      return onRating(state, event.rating, (r) => ({ ...r, counts: event.counts, review: event.says }));
    case 'payment-started':
    case 'payment-made':
    case 'payment-ended':
    case 'refund-made':
    case 'delivery-chosen':
    case 'slot-booked':
    case 'slot-released':
      return { ...state, checkout: applyCheckout(state.checkout, event, at) };
    default:
      return never(event, state);
  }
}

const onRating = (state: CaseState, rating: number, f: (r: CaseState['ratings'][number]) => CaseState['ratings'][number]): CaseState => ({
  ...state,
  ratings: state.ratings.map((r) => (r.rating === rating ? f(r) : r)),
});

function factsChanged(state: CaseState, event: EventOf<'facts-changed'>, at: string, actor: Recorded['actor']): CaseState {
  const steps = new Map(state.steps);
  for (const filed of event.changed) {
    const old = steps.get(filed.id);
    if (old && !isFinal(old)) steps.set(filed.id, { ...old, filed });
  }
  for (const { step, reason } of event.ended) {
    const old = steps.get(step);
    if (old && !isFinal(old)) steps.set(step, { ...ending(old, reason), moments: [...old.moments, { at, actor, status: 'not-needed', text: reason }] });
  }
  for (const filed of event.added) {
    const old = steps.get(filed.id);
    if (!old || (isFinal(old) && !isGranted(old))) steps.set(filed.id, newStep(filed, at, actor));
  }
  const change = { at, actor, answers: event.answers, added: event.added.map((f) => f.id), changed: event.changed.map((f) => f.id), ended: event.ended.map((e) => e.step), told: event.told };
  return {
    ...state,
    steps,
    answers: { ...state.answers, ...event.answers },
    provenance: { ...state.provenance, ...event.provenance },
    documents: replaced(state.documents, event.documents),
    changes: [...state.changes, change],
  };
}

const ending = (old: StepState, reason: string): StepState => ({ ...old, status: 'not-needed', due: null, promised: null, pending: null, respondBy: null, reasons: [reason] });

/** Reached only by an event this version does not know: the type checker proves there is none. */
const never = (_event: never, state: CaseState): CaseState => state;
