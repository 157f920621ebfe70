/** Between acceptance and decision: review, visits by two officers (行政许可法 §34), procedures that stop the clock (§45), hearings (§46–48), extensions (§42), transfers. */
import type { CaseEvent, Procedure } from '../event';
import type { Pause, StepState } from '../state';
import { type Handling, missingInputs, type Outcome, play, withStep } from './handling';
import { togetherWith, visitable } from './joint-visit';
import { extensionTime, hearingAskTime, hearingHoldTime, hearingNotice, jointDue, running, specialProcedures } from './periods';

export function startReview(h: Handling, id: string): Outcome {
  return withStep(h, id, ['accepted'], () => ({ events: [{ type: 'review-started', step: id }] }));
}

/** A visit on a day and hour; steps that join it are visited together, so the applicant opens her door once. */
export function arrangeVisit(h: Handling, id: string, slot: string): Outcome {
  return withStep(h, id, ['received', 'supplemented', 'accepted', 'under-review'], (s) => {
    if (!s.filed.visit) return { refused: 'not-needed-now' };
    if (Date.parse(slot) <= Date.parse(h.at)) return { refused: 'too-late' };
    const together = togetherWith(h.state, s).filter((x) => visitable.has(x.status));
    return { events: together.map((x): CaseEvent => ({ type: 'visit-arranged', step: x.filed.id, act: x.filed.visit!.act, slot, joins: x.filed.visit!.joins })) };
  });
}

/** Verification on the spot is done by two or more officers. */
export function recordVisit(h: Handling, id: string, given: { officers: string[]; findings: string; passed: boolean }): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    if (!s.filed.visit) return { refused: 'not-needed-now' };
    const officers = [...new Set(given.officers.map((o) => o.trim()).filter(Boolean))];
    if (officers.length < 2) return { refused: 'two-officers' };
    if (!given.findings.trim()) return { refused: 'reasons-missing' };
    return { events: [{ type: 'visited', step: id, act: s.filed.visit.act, officers, findings: given.findings, passed: given.passed }] };
  });
}

export const visitOutstanding = (s: StepState): boolean => s.filed.visit !== undefined && !s.visits.some((v) => v.findings !== null);

/** The early stages are done and a later one needs another step's output: the clock pauses until it is released. */
export function waitForInputs(h: Handling, id: string): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    const missing = missingInputs(h.state, s);
    if (missing.length === 0) return { refused: 'not-needed-now' };
    return { events: [{ type: 'paused', step: id, procedure: 'awaiting-output', reason: missing.map((m) => m.because).join('、'), waitsFor: missing[0]!.step, until: null }] };
  });
}

/** @param until the time needed, which must be told in writing: afterwards the clock runs again, whether or not the procedure is over. */
export function pause(h: Handling, id: string, given: { procedure: Procedure; reason: string; until: string }): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], () => {
    if (!specialProcedures.has(given.procedure)) return { refused: 'no-such-procedure' };
    if (!given.reason.trim()) return { refused: 'reasons-missing' };
    if (!given.until || Date.parse(given.until) <= Date.parse(h.at)) return { refused: 'time-not-told' };
    return { events: [{ type: 'paused', step: id, procedure: given.procedure, reason: given.reason, until: given.until }] };
  });
}

export function resume(h: Handling, id: string): Outcome {
  return withStep(h, id, ['paused'], (s) => {
    const current = s.pauses.at(-1);
    if (!current || !specialProcedures.has(current.procedure)) return { refused: 'wrong-state' };
    return { events: [resumed(h, s)] };
  });
}

/** The clocks as they run once every pause of the step has ended. */
export function resumed(h: Handling, s: StepState): CaseEvent {
  const pauses: Pause[] = s.pauses.map((p) => ({ ...p, to: p.to ?? h.at }));
  const special = s.pauses.some((p) => p.to === null && specialProcedures.has(p.procedure));
  const clocks = running(h, { ...s, pauses }, s.acceptedAt ?? h.at);
  return { type: 'resumed', step: s.filed.id, ...clocks, ...(special && h.state.joint && { joint: jointDue(h, h.state.joint.from, h.state.joint.extended) }) };
}

/** Told before a decision that weighs on the applicant or on neighbours. */
export function offerHearing(h: Handling, id: string): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    if (s.hearing) return { refused: 'wrong-state' };
    return { events: [{ type: 'hearing-offered', step: id, askBy: h.clocks.due(hearingAskTime, h.at, []).due }] };
  });
}

/** Asked for by the applicant in her time; the clock stops until it has been held. */
export function askHearing(h: Handling, id: string): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    if (s.hearing?.state !== 'offered') return { refused: 'wrong-state' };
    if (s.hearing.askBy !== null && Date.parse(s.hearing.askBy) < Date.parse(h.at)) return { refused: 'too-late' };
    const holdBy = h.clocks.due(hearingHoldTime, h.at, []).due;
    return {
      events: [
        { type: 'hearing-asked', step: id, holdBy },
        { type: 'paused', step: id, procedure: 'hearing', reason: '听证', until: holdBy },
      ],
    };
  });
}

/** @param given.presiding not somebody who reviews the case. Told at least seven days ahead. */
export function conveneHearing(h: Handling, id: string, given: { session: string; place: string; presiding: string }): Outcome {
  return withStep(h, id, ['paused'], (s) => {
    if (s.hearing?.state !== 'asked' && s.hearing?.state !== 'convened') return { refused: 'wrong-state' };
    if (!given.place.trim() || !given.presiding.trim()) return { refused: 'reasons-missing' };
    if (reviewersOf(s).has(given.presiding)) return { refused: 'same-officer' };
    const earliest = h.clocks.due(hearingNotice, h.at, []).due;
    if (earliest !== null && Date.parse(given.session) < Date.parse(earliest)) return { refused: 'too-early' };
    if (s.hearing.holdBy !== null && Date.parse(given.session) > Date.parse(s.hearing.holdBy)) return { refused: 'too-late' };
    return { events: [{ type: 'hearing-convened', step: id, session: given.session, place: given.place, presiding: given.presiding }] };
  });
}

/** Officers who have handled the step so far, by id and by name. */
const reviewersOf = (s: StepState): Set<string> => new Set(s.moments.filter((m) => m.actor.capacity === 'officer').flatMap((m) => [m.actor.id, m.actor.name]));

/** The decision is taken on the record of the hearing. */
export function holdHearing(h: Handling, id: string, record: string): Outcome {
  return withStep(h, id, ['paused'], (s) => {
    if (s.hearing?.state !== 'convened' || s.hearing.session === null) return { refused: 'wrong-state' };
    if (Date.parse(h.at) < Date.parse(s.hearing.session)) return { refused: 'too-early' };
    if (!record.trim()) return { refused: 'reasons-missing' };
    const held: CaseEvent = { type: 'hearing-held', step: id, record };
    const after = play(h, [held]).steps.get(id)!;
    return { events: [held, resumed(h, after)] };
  });
}

/** A hearing that was asked for stands between the step and its decision; one only offered does until the time to ask has passed. */
export const hearingOutstanding = (h: Pick<Handling, 'at'>, s: StepState): boolean =>
  s.hearing !== null && s.hearing.state !== 'held' && !(s.hearing.state === 'offered' && s.hearing.askBy !== null && Date.parse(s.hearing.askBy) < Date.parse(h.at));

export type Approval = { name: string; level: 'authority-head' | 'government-head' };

/** Once, before the period ends, approved by the head of the authority; the reason is told. */
export function extend(h: Handling, id: string, given: { reason: string; approvedBy: Approval }): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    if (s.extended) return { refused: 'already-extended' };
    if (!given.reason.trim()) return { refused: 'reasons-missing' };
    if (given.approvedBy.level !== 'authority-head' || !given.approvedBy.name.trim() || given.approvedBy.name === h.actor.name) return { refused: 'not-approved' };
    if (s.due === null || Date.parse(s.due) < Date.parse(h.at)) return { refused: 'too-late' };
    const statutory = s.filed.clock.statutory;
    const other = statutory !== null && statutory['wd'] === undefined;
    const clock = other ? h.clocks.due(extensionTime, s.due, []) : { due: running(h, { ...s, extended: true }, s.acceptedAt ?? h.at).due };
    return { events: [{ type: 'extended', step: id, reason: given.reason, approvedBy: given.approvedBy.name, due: clock.due, ...('pending' in clock && { pending: clock.pending }) }] };
  });
}

/** The joint period, approved by the head of the government at that level. */
export function extendJoint(h: Handling, given: { reason: string; approvedBy: Approval }): Outcome {
  const { joint } = h.state;
  if (h.state.status !== 'submitted') return { refused: 'closed' };
  if (!joint) return { refused: 'no-joint-period' };
  if (joint.extended) return { refused: 'already-extended' };
  if (!given.reason.trim()) return { refused: 'reasons-missing' };
  if (given.approvedBy.level !== 'government-head' || !given.approvedBy.name.trim()) return { refused: 'not-approved' };
  if (joint.due !== null && Date.parse(joint.due) < Date.parse(h.at)) return { refused: 'too-late' };
  return { events: [{ type: 'joint-extended', reason: given.reason, approvedBy: given.approvedBy.name, due: jointDue(h, joint.from, true) }] };
}

/** Another authority goes on under the same clock: the applicant walks nowhere. */
export function transfer(h: Handling, id: string, to: string, reason: string): Outcome {
  return withStep(h, id, ['received', 'supplemented', 'accepted', 'under-review'], (s) => {
    if (!reason.trim()) return { refused: 'reasons-missing' };
    if (!to.trim() || to === s.authority) return { refused: 'wrong-state' };
    return { events: [{ type: 'transferred', step: id, to, reason }] };
  });
}
