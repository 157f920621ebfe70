/** State is a fold of events: one exhaustive switch, no default. An event that does not fit the state changes nothing it cannot. */
import type { FiledStep, Recorded } from './event';
import { type CaseState, dayOfReceipt, finalStatuses, type StepState, type StepStatus } from './state';

/** Null before the first `submitted`. Never throws, whatever the sequence. */
export const fold = (events: Iterable<Recorded>): CaseState | null => {
  let state: CaseState | null = null;
  for (const e of events) state = apply(state, e);
  return state;
};

export function apply(state: CaseState | null, recorded: Recorded): CaseState | null {
  const { event, at, actor } = recorded;
  if (event.type === 'submitted') {
    if (state) return { ...state, version: recorded.n };
    const steps = new Map(event.steps.map((f) => [f.id, newStep(f, at, recorded)] as const));
    const { number, division, journey, basket, catalogue, lawOf, applicant, answers, provenance, documents } = event;
    return { number, division, journey, basket, catalogue, lawOf, applicant, actor, submittedAt: at, answers, provenance, documents, steps, status: 'submitted', outcome: null, version: recorded.n };
  }
  if (!state) return null;
  const next: CaseState = { ...state, version: recorded.n };
  /** Changes one step; a step the case does not have changes nothing. */
  const step = (id: string, status: StepStatus | null, change: Partial<StepState> = {}, text?: string): CaseState => {
    const old = state.steps.get(id);
    if (!old) return next;
    const moment = status ? [{ at, actor, status, ...(text && { text }) }] : [];
    const steps = new Map(state.steps);
    steps.set(id, { ...old, ...(status && { status }), ...change, moments: [...old.moments, ...moment] });
    return { ...next, steps };
  };
  switch (event.type) {
    case 'received':
      return step(event.step, 'received', { receivedAt: at, due: event.due, promised: event.promised, pending: event.pending ?? null });
    case 'released': {
      const waiting = state.steps.get(event.step)?.status === 'waiting';
      return waiting ? step(event.step, 'received', { receivedAt: at, due: event.due, promised: event.promised, pending: event.pending ?? null }) : next;
    }
    case 'supplement-requested': {
      const old = state.steps.get(event.step);
      return step(event.step, 'supplement-requested', { defects: event.defects, due: event.due, supplements: (old?.supplements ?? 0) + 1 }, event.defects.map((d) => d.says).join('；'));
    }
    case 'supplemented': {
      const changed = step(event.step, 'supplemented', { due: event.due, defects: [] }, event.note);
      const replaced = new Set(event.documents.map((d) => `${d.evidence}@${d.subject}`));
      return { ...changed, answers: { ...changed.answers, ...event.answers }, documents: [...changed.documents.filter((d) => !replaced.has(`${d.evidence}@${d.subject}`)), ...event.documents] };
    }
    case 'accepted':
      return step(event.step, 'accepted', { acceptedAt: event.deemed ? receivedOn(state, event.step, at) : at, due: event.due, promised: event.promised, pending: event.pending ?? null });
    case 'not-accepted':
      return step(event.step, 'not-accepted', { reasons: [event.reason], due: null, promised: null }, event.reason);
    case 'review-started':
      return step(event.step, 'under-review');
    case 'paused': {
      const pauses = [...(state.steps.get(event.step)?.pauses ?? []), { from: at, to: null, procedure: event.procedure, reason: event.reason, waitsFor: event.waitsFor ?? null }];
      return step(event.step, 'paused', { pauses, due: null, promised: null }, event.reason);
    }
    case 'resumed': {
      const pauses = (state.steps.get(event.step)?.pauses ?? []).map((p) => (p.to === null ? { ...p, to: at } : p));
      return step(event.step, 'under-review', { pauses, due: event.due, promised: event.promised });
    }
    case 'granted':
      return step(event.step, 'granted', { due: null, promised: null, values: event.values, evidence: event.evidence }, event.note);
    case 'refused':
      return step(event.step, 'refused', { due: null, promised: null, reasons: event.reasons }, event.reasons.join('；'));
    case 'delivered':
      return step(event.step, 'delivered', {}, event.by);
    case 'made-moot':
      return step(event.step, 'moot', { due: null, promised: null, because: event.because, reasons: [event.reason] }, event.reason);
    case 'decided-later':
      if (event.state !== 'in') return step(event.step, 'not-needed', { because: event.because });
      return step(event.step, 'waiting', { ...(event.filed && { filed: event.filed }) });
    case 'step-withdrawn':
      return step(event.step, 'withdrawn', { due: null, promised: null, reasons: [event.reason] }, event.reason);
    case 'withdrawn': {
      const steps = new Map(
        [...state.steps].map(
          ([id, s]) =>
            [id, finalStatuses.has(s.status) ? s : { ...s, status: 'withdrawn' as const, due: null, promised: null, moments: [...s.moments, { at, actor, status: 'withdrawn' as const }] }] as const,
        ),
      );
      return { ...next, steps };
    }
    case 'correction-requested':
      return next;
    case 'closed':
      return { ...next, status: 'closed', outcome: event.outcome };
    case 'rated':
      return { ...next, status: 'rated' };
    default:
      return never(event, next);
  }
}

/** Accepted by silence counts from the day of receipt. */
function receivedOn(state: CaseState, id: string, at: string): string {
  const s = state.steps.get(id);
  return (s && dayOfReceipt(s)) || at;
}

/** Reached only by an event this version does not know: the type checker proves there is none. */
const never = (_event: never, state: CaseState): CaseState => state;

function newStep(filed: FiledStep, at: string, { actor }: Recorded): StepState {
  const status: StepStatus = filed.state === 'later' ? 'depends' : 'waiting';
  return {
    filed,
    status,
    due: null,
    promised: null,
    pending: null,
    receivedAt: null,
    acceptedAt: null,
    pauses: [],
    defects: [],
    supplements: 0,
    reasons: [],
    because: null,
    values: {},
    evidence: [],
    moments: [{ at, actor, status }],
  };
}
