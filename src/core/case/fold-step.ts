/** What an event makes of its step: one exhaustive switch, no default. An event that does not fit the state changes nothing it cannot. */
import type { Actor, FiledStep, StepEvent } from './event';
import { dayOfReceipt, type Moment, type StepState, type StepStatus } from './state';

const ended = { due: null, promised: null, pending: null, respondBy: null, proposal: null } as const;

export function applyToStep(old: StepState, event: StepEvent, at: string, actor: Actor): StepState {
  const to = (status: StepStatus, change: Partial<StepState> = {}, text?: string): StepState => {
    const moment: Moment = { at, actor, status, ...(text && { text }) };
    return { ...old, status, ...change, moments: [...old.moments, moment] };
  };
  const clock = (e: { due: string | null; promised?: string | null; pending?: string | undefined }) => ({ due: e.due, promised: e.promised ?? null, pending: e.pending ?? null });
  switch (event.type) {
    case 'received':
      return receivedOn(old, event.on ?? at, clock(event), actor);
    case 'released':
      return old.status === 'waiting' ? to('received', { receivedAt: at, ...clock(event) }) : old;
    case 'corrected':
      return { ...old, moments: [...old.moments, { at, actor, status: old.status, text: event.says }] };
    case 'supplement-requested':
      return to('supplement-requested', { defects: event.defects, due: event.due, respondBy: event.respondBy ?? null, supplements: old.supplements + 1 }, event.defects.map((d) => d.says).join('；'));
    case 'supplemented': {
      const grounds = [...new Set([...old.defects.map((d) => d.about), ...Object.keys(event.answers), ...event.documents.map((d) => `${d.evidence}@${d.subject}`)])];
      return to('supplemented', { due: event.due, respondBy: null, defects: [], grounds }, event.note);
    }
    case 'accepted': {
      const acceptedAt = event.deemed ? dayOfReceipt(old) || at : at;
      return to('accepted', { acceptedAt, ...clock(event), deferred: event.deferred ?? [] });
    }
    case 'not-accepted':
      return to('not-accepted', { ...ended, reasons: [event.reason] }, event.reason);
    case 'deferred-supplied': {
      const came = new Set(event.documents.map((d) => `${d.evidence}@${d.subject}`));
      return { ...old, deferred: old.deferred.filter((d) => !came.has(`${d.evidence}@${d.subject}`)) };
    }
    case 'review-started':
      return to('under-review');
    case 'visit-arranged': {
      const visit = { act: event.act, slot: event.slot, joins: event.joins, officers: [], findings: null, passed: null };
      return { ...old, visits: [...old.visits.filter((v) => v.act !== event.act || v.findings !== null), visit] };
    }
    case 'visited': {
      const arranged = old.visits.find((v) => v.act === event.act && v.findings === null);
      const visit = { act: event.act, slot: arranged?.slot ?? null, joins: arranged?.joins ?? null, officers: event.officers, findings: event.findings, passed: event.passed };
      return { ...old, visits: [...old.visits.filter((v) => v !== arranged), visit] };
    }
    case 'paused': {
      const pause = { from: at, to: null, procedure: event.procedure, reason: event.reason, waitsFor: event.waitsFor ?? null, until: event.until };
      return to('paused', { pauses: [...old.pauses, pause], due: null, promised: null }, event.reason);
    }
    case 'resumed':
      return to('under-review', { pauses: closePauses(old, at), ...clock(event) });
    case 'hearing-offered':
      return { ...old, hearing: { state: 'offered', askBy: event.askBy, holdBy: null, session: null, place: null, presiding: null, record: null } };
    case 'hearing-asked':
      return old.hearing ? { ...old, hearing: { ...old.hearing, state: 'asked', holdBy: event.holdBy } } : old;
    case 'hearing-convened':
      return old.hearing ? { ...old, hearing: { ...old.hearing, state: 'convened', session: event.session, place: event.place, presiding: event.presiding } } : old;
    case 'hearing-held':
      return old.hearing ? { ...old, hearing: { ...old.hearing, state: 'held', record: event.record } } : old;
    case 'extended':
      return { ...old, extended: true, due: event.due, pending: event.pending ?? null };
    case 'dated':
      return { ...old, ...clock(event) };
    case 'decision-proposed':
      return { ...old, proposal: { by: actor, decision: event.decision, says: event.says, at } };
    case 'proposal-returned':
      return { ...old, proposal: null };
    case 'granted':
      return to('granted', { ...ended, due: event.deliverBy ?? null, values: event.values, evidence: event.evidence, deemedRenewed: event.deemed ?? false }, event.note);
    case 'refused':
      return to('refused', { ...ended, reasons: event.reasons }, event.reasons.join('；'));
    case 'ready-to-collect':
      return { ...old, readyAt: at };
    case 'delivered':
      return to('delivered', { due: null, handedOver: { at, by: event.by, post: event.post ?? null, place: event.place ?? null } }, event.post ? `${event.by} ${event.post}` : event.by);
    case 'promise-checked':
      return event.kept ? old : { ...old, brokenPromises: [...old.brokenPromises, { evidence: event.evidence, subject: event.subject, says: event.says }] };
    case 'revoked':
      return to('revoked', { ...ended, reasons: [event.reason] }, event.reason);
    case 'made-moot':
      return to('moot', { ...ended, because: event.because, reasons: [event.reason] }, event.reason);
    case 'decided-later':
      if (event.state !== 'in') return to('not-needed', { because: event.because });
      return to('waiting', { ...(event.filed && { filed: event.filed }) });
    case 'step-withdrawn':
      return to('withdrawn', { ...ended, reasons: [event.reason] }, event.reason);
    case 'lapsed':
      return to('lapsed', { ...ended, reasons: [event.reason] }, event.reason);
    case 'transferred':
      return { ...old, authority: event.to, moments: [...old.moments, { at, actor, status: old.status, text: event.reason }] };
    case 'escalated':
      return { ...old, escalations: [...old.escalations, { at, clock: event.clock, to: event.to }] };
    default:
      return never(event, old);
  }
}

/** Reached only by an event this version does not know: the type checker proves there is none. */
const never = (_event: never, state: StepState): StepState => state;

const receivedOn = (old: StepState, at: string, clock: Partial<StepState>, actor: Actor): StepState => ({
  ...old,
  status: 'received',
  receivedAt: at,
  ...clock,
  moments: [...old.moments, { at, actor, status: 'received' }],
});

const closePauses = (s: StepState, at: string) => s.pauses.map((p) => (p.to === null ? { ...p, to: at } : p));

export function newStep(filed: FiledStep, at: string, actor: Actor): StepState {
  const status: StepStatus = filed.state === 'later' ? 'depends' : 'waiting';
  return {
    filed,
    authority: filed.authority,
    status,
    due: null,
    promised: null,
    pending: null,
    receivedAt: null,
    acceptedAt: null,
    pauses: [],
    defects: [],
    respondBy: null,
    supplements: 0,
    grounds: [],
    deferred: [],
    visits: [],
    hearing: null,
    extended: false,
    proposal: null,
    escalations: [],
    brokenPromises: [],
    deemedRenewed: false,
    reasons: [],
    because: null,
    values: {},
    evidence: [],
    readyAt: null,
    handedOver: null,
    moments: [{ at, actor, status }],
  };
}
