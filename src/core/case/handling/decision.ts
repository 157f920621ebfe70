/** Decisions and what they set going (行政许可法 §38, §44, §50): grant, refusal, the second person, delivery, renewal by silence, promises checked and grants taken back. */
import type { CaseEvent, HandedOver, Values } from '../event';
import { type CaseState, isGranted, type StepState } from '../state';
import { type DecideLater, finish, type Handling, isFree, missingInputs, mootIn, type Outcome, play, withStep } from './handling';
import { wayOf } from './checkout';
import { deliveryTime, received } from './periods';
import { receivedNow } from './receipt';
import { hearingOutstanding, resumed, visitOutstanding } from './review';

export type Granting = { values: Values; evidence: { evidence: string; number: string }[]; note?: string };

/** One officer proposes, for services that ask for a second. */
export function propose(h: Handling, id: string, decision: 'grant' | 'refuse', says: string): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], () => {
    if (!says.trim()) return { refused: 'reasons-missing' };
    return { events: [{ type: 'decision-proposed', step: id, decision, says }] };
  });
}

export function returnProposal(h: Handling, id: string, reason: string): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    if (!s.proposal) return { refused: 'wrong-state' };
    if (s.proposal.by.id === h.actor.id) return { refused: 'second-person' };
    if (!reason.trim()) return { refused: 'reasons-missing' };
    return { events: [{ type: 'proposal-returned', step: id, reason }] };
  });
}

/** Proposed by somebody else, and the same way. */
const approved = (h: Handling, s: StepState, decision: 'grant' | 'refuse'): boolean => s.filed.approval !== 'second-person' || (s.proposal?.decision === decision && s.proposal.by.id !== h.actor.id);

/** @param given.evidence one number per document the step gives. */
export function grant(h: Handling, id: string, given: Granting, later: DecideLater = () => []): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    if (missingInputs(h.state, s).length > 0) return { refused: 'inputs-missing' };
    if (s.deferred.length > 0) return { refused: 'deferred-outstanding' };
    if (visitOutstanding(s)) return { refused: 'visit-outstanding' };
    if (hearingOutstanding(h, s)) return { refused: 'hearing-outstanding' };
    if (!approved(h, s, 'grant')) return { refused: 'second-person' };
    const complete =
      s.filed.outputs.concepts.every((c) => given.values[c] !== undefined && given.values[c] !== '') &&
      s.filed.outputs.evidence.every((e) => given.evidence.some((g) => g.evidence === e && g.number.trim() !== ''));
    if (!complete) return { refused: 'outputs-missing' };
    return granted(h, s, given, later, {});
  });
}

function granted(h: Handling, s: StepState, given: Granting, later: DecideLater, mark: { deemed?: true }): Outcome {
  const { id, outputs } = s.filed;
  const atOnce = wayOf(h.state, s).by === 'electronic' || outputs.evidence.length === 0;
  const deliverBy = atOnce ? {} : { deliverBy: h.clocks.due(deliveryTime, h.at, []).due };
  const events: CaseEvent[] = [{ type: 'granted', step: id, values: given.values, evidence: given.evidence, ...(given.note && { note: given.note }), ...deliverBy, ...mark }];
  if (atOnce) events.push({ type: 'delivered', step: id, by: 'electronic' });
  for (const decided of later(given.values)) events.push({ type: 'decided-later', step: decided.step, state: decided.state, because: id, ...(decided.filed && { filed: decided.filed }) });
  // What a step that is not coming would have supplied does not come either.
  events.push(...mootIn(play(h, events)));
  for (const e of releases({ ...h, state: play(h, events) }, id, given)) events.push(e);
  return finish(h, events, receivedNow);
}

/** A grant releases the steps whose first stage waited for it, and ends the pauses of later stages. */
function* releases(h: Handling, from: string, given: Granting): Generator<CaseEvent> {
  for (const s of h.state.steps.values()) {
    const wants = s.filed.inputs.filter((i) => i.step === from).map((w) => w.because);
    const outputs = {
      values: Object.fromEntries(Object.entries(given.values).filter(([k]) => wants.includes(k))),
      evidence: given.evidence.map((e) => e.evidence).filter((e) => wants.includes(e)),
    };
    if (s.status === 'waiting') {
      if (isFree(h.state, s)) yield { type: 'released', step: s.filed.id, by: from, ...outputs, ...received(h, s) };
    } else if (s.status === 'paused' && s.pauses.at(-1)?.procedure === 'awaiting-output' && missingInputs(h.state, s).length === 0) {
      const again = resumed(h, s) as Extract<CaseEvent, { type: 'resumed' }>;
      yield { type: 'released', step: s.filed.id, by: from, ...outputs, due: again.due, promised: again.promised };
      yield again;
    }
  }
}

/** With reasons; the notice names the remedies. */
export function refuse(h: Handling, id: string, reasons: readonly string[]): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    const given = reasons.map((r) => r.trim()).filter(Boolean);
    if (given.length === 0) return { refused: 'reasons-missing' };
    if (hearingOutstanding(h, s)) return { refused: 'hearing-outstanding' };
    if (!approved(h, s, 'refuse')) return { refused: 'second-person' };
    return finish(h, [{ type: 'refused', step: id, reasons: given }], receivedNow);
  });
}

/** Ways to hand over what was granted: at the counter, by post with its number, electronically. Allowed after the case is closed. */
export function deliver(h: Handling, id: string, by: string, post?: string, place?: string): Outcome {
  const s = h.state.steps.get(id);
  if (!s) return { refused: 'no-such-step' };
  if (s.status !== 'granted') return { refused: 'wrong-state' };
  if (by === 'post' && !post?.trim()) return { refused: 'reasons-missing' };
  return { events: [{ type: 'delivered', step: id, by, ...(post?.trim() && { post: post.trim() }), ...(place && { place }) }] };
}

/** Not while the applicant still owes an answer. */
export const renewable: readonly StepState['status'][] = ['waiting', 'received', 'supplemented', 'accepted', 'under-review', 'paused'];

/** No decision by the day the old licence ends: it counts as renewed. Applied for in time, and not decided. */
export function deemRenewed(h: Handling, id: string): Outcome {
  return withStep(h, id, renewable, (s) => {
    const { renews } = s.filed;
    if (!renews) return { refused: 'wrong-state' };
    if (h.at.slice(0, 10) <= renews.expires) return { refused: 'too-early' };
    return granted(h, s, { values: {}, evidence: [{ evidence: renews.evidence, number: renews.number }] }, () => [], { deemed: true });
  });
}

const promisesOf = (state: CaseState, s: StepState): HandedOver[] =>
  state.documents.filter((d) => d.form === 'promise' && s.filed.evidence.some((e) => e.evidence === d.evidence && e.subject === d.subject));

/** What was promised instead of proved is checked afterwards (国办发〔2020〕42号). Allowed after the case is closed. */
export function checkPromise(h: Handling, id: string, piece: { evidence: string; subject: string }, kept: boolean, says: string): Outcome {
  const s = h.state.steps.get(id);
  if (!s) return { refused: 'no-such-step' };
  const promised =
    s.filed.promised?.some((p) => p.evidence === piece.evidence && p.subject === piece.subject) || promisesOf(h.state, s).some((d) => d.evidence === piece.evidence && d.subject === piece.subject);
  if (!promised) return { refused: 'no-promise' };
  if (!says.trim()) return { refused: 'reasons-missing' };
  return { events: [{ type: 'promise-checked', step: id, ...piece, kept, says }] };
}

/** @param barred the day until which its holder may not promise again; null until credit is repaired; omitted where no promise was broken. */
export function revoke(h: Handling, id: string, reason: string, barred?: string | null): Outcome {
  const s = h.state.steps.get(id);
  if (!s) return { refused: 'no-such-step' };
  if (!isGranted(s)) return { refused: 'wrong-state' };
  if (!reason.trim()) return { refused: 'reasons-missing' };
  if (barred !== undefined && s.brokenPromises.length === 0) return { refused: 'no-promise' };
  const events: CaseEvent[] = [{ type: 'revoked', step: id, reason, ...(barred !== undefined && { barred }) }];
  return h.state.status === 'submitted' ? finish(h, events, receivedNow) : { events };
}
