/** Receipt, acceptance and what keeps a step from being accepted (行政许可法 §32): on-the-spot correction, one complete supplement notice, refusal to accept. */
import type { CaseEvent, EventOf, HandedOver, Values } from '../event';
import { dayOfReceipt, type StepState } from '../state';
import { finish, type Handling, type Outcome, withStep } from './handling';
import { acceptanceTime, answerTime, jointDue, received, running } from './periods';

/**
 * The events that follow the filing itself: each step whose first stage waits for nobody is received at once – on the day of the signed
 * receipt where there is one: its clocks run from there.
 */
export function receive(h: Handling): CaseEvent[] {
  const on = h.state.receipt?.on;
  const from = on === undefined ? h : { ...h, at: on };
  const first = [...h.state.steps.values()].filter((s) => s.status === 'waiting' && s.filed.waitsFor.length === 0);
  return first.map((s): CaseEvent => ({ ...receivedNow(from, s), ...(on !== undefined && { on }) }));
}

export const receivedNow = (h: Handling, s: StepState): EventOf<'received'> => ({ type: 'received', step: s.filed.id, ...received(h, s) });

/** Nothing was said in the time for acceptance: neither a supplement nor a refusal to accept may follow. */
export const acceptedBySilence = (h: Pick<Handling, 'at'>, s: StepState): boolean => (s.status === 'received' || s.status === 'supplemented') && s.due !== null && Date.parse(s.due) < Date.parse(h.at);

export type Piece = { evidence: string; subject: string };

/**
 * Once the time for acceptance has passed in silence, the step counts as accepted from the day it was received.
 * @param deferred pieces that follow later on a promise (容缺); only those the service lets follow, and none after silence.
 */
export function accept(h: Handling, id: string, deferred: readonly Piece[] = []): Outcome {
  return withStep(h, id, ['received', 'supplemented'], (s) => {
    const deemed = acceptedBySilence(h, s);
    const from = deemed ? dayOfReceipt(s) : h.at;
    const owed: { evidence: string; subject: string; due: string | null }[] = [];
    for (const piece of deferred) {
      const line = s.filed.deferrable?.find((d) => d.evidence === piece.evidence && d.subject === piece.subject);
      if (!line || deemed) return { refused: 'not-deferrable' };
      owed.push({ ...piece, due: sooner(h.clocks.due(line.within, h.at, []).due, running(h, s, from).promised) });
    }
    const first = h.state.steps.size > 1 && h.state.joint === null;
    return {
      events: [{ type: 'accepted', step: id, deemed, ...running(h, s, from), ...(owed.length && { deferred: owed }), ...(first && { joint: jointDue(h, from, false) }) }],
    };
  });
}

/** A deferred piece comes before the result is promised: its time never outlasts the promise. */
const sooner = (a: string | null, b: string | null) => (a !== null && b !== null && Date.parse(b) < Date.parse(a) ? b : a);

/** A slip the applicant can put right at once is put right at once. */
export function correct(h: Handling, id: string, given: { answers: Values; documents: HandedOver[]; says: string }): Outcome {
  return withStep(h, id, ['received', 'supplemented'], () => {
    if (!given.says.trim()) return { refused: 'reasons-missing' };
    return { events: [{ type: 'corrected', step: id, answers: given.answers, documents: given.documents, says: given.says }] };
  });
}

export type Defect = { about: string; says: string };

/** Once, complete: every defect in one notice. A second notice may cite only what the first asked for and what the answer brought. */
export function requestSupplement(h: Handling, id: string, defects: readonly Defect[]): Outcome {
  return withStep(h, id, ['received', 'supplemented'], (s) => {
    if (acceptedBySilence(h, s)) return { refused: 'too-late' };
    if (defects.length === 0 || defects.some((d) => d.says.trim() === '')) return { refused: 'no-defects' };
    if (s.supplements > 0 && defects.some((d) => !s.grounds.includes(d.about))) return { refused: 'no-new-grounds' };
    return { events: [{ type: 'supplement-requested', step: id, defects: [...defects], due: null, respondBy: h.clocks.due(answerTime, h.at, []).due }] };
  });
}

/** The acceptance period starts again when the applicant answers. */
export function supplement(h: Handling, id: string, given: { answers: Values; documents: HandedOver[]; note?: string }): Outcome {
  return withStep(h, id, ['supplement-requested'], () => {
    const clock = h.clocks.due(acceptanceTime, h.at, []);
    return { events: [{ type: 'supplemented', step: id, answers: given.answers, documents: given.documents, ...(given.note && { note: given.note }), due: clock.due }] };
  });
}

export function notAccept(h: Handling, id: string, reason: string, rightAuthority?: string): Outcome {
  return withStep(h, id, ['received', 'supplemented'], (s) => {
    if (acceptedBySilence(h, s)) return { refused: 'too-late' };
    if (!reason.trim()) return { refused: 'reasons-missing' };
    return finish(h, [{ type: 'not-accepted', step: id, reason, ...(rightAuthority && { rightAuthority }) }], receivedNow);
  });
}

/** Deferred pieces handed over. */
export function supplyDeferred(h: Handling, id: string, documents: readonly HandedOver[]): Outcome {
  return withStep(h, id, ['accepted', 'under-review', 'paused'], (s) => {
    const owed = documents.filter((d) => s.deferred.some((x) => x.evidence === d.evidence && x.subject === d.subject));
    if (owed.length === 0) return { refused: 'not-needed-now' };
    return { events: [{ type: 'deferred-supplied', step: id, documents: owed }] };
  });
}

/** The applicant's own time has passed: nothing was added, or a deferred piece never came. */
export function lapse(h: Handling, id: string, reason: string): Outcome {
  return withStep(h, id, ['supplement-requested', 'accepted', 'under-review', 'paused'], (s) => {
    if (!reason.trim()) return { refused: 'reasons-missing' };
    const owed = s.status === 'supplement-requested' ? [s.respondBy] : s.deferred.map((d) => d.due);
    if (owed.length === 0) return { refused: 'wrong-state' };
    if (!owed.some((due) => due !== null && Date.parse(due) < Date.parse(h.at))) return { refused: 'too-early' };
    return finish(h, [{ type: 'lapsed', step: id, reason }], receivedNow);
  });
}
