/** What the applicant may do with a filed case: withdraw it or one step, change facts, say that it cannot be done, rate it. And the answers she gets. */
import type { CaseEvent, EventOf } from '../event';
import { type CaseState, isFinal, isGranted, type StepState } from '../state';
import { finish, type Handling, isFree, type Outcome, play } from './handling';
import { contactTime, mendTime, mendTimeComplex } from './periods';
import { receivedNow } from './receipt';

/** She may take back what is not decided yet. */
export function withdraw(h: Handling, reason: string): Outcome {
  if (h.state.status !== 'submitted') return { refused: 'closed' };
  return finish(h, [{ type: 'withdrawn', reason }], receivedNow);
}

/** She takes her consent back; what was done under it stands. */
export function revokeMandate(h: Handling, reason: string): Outcome {
  const given = h.state.mandate;
  return given && given.revokedAt === undefined ? { events: [{ type: 'mandate-revoked', reason }] } : { refused: 'not-needed-now' };
}

export function withdrawStep(h: Handling, id: string, reason: string): Outcome {
  if (h.state.status !== 'submitted') return { refused: 'closed' };
  const s = h.state.steps.get(id);
  if (!s) return { refused: 'no-such-step' };
  return isFinal(s) ? { refused: 'wrong-state' } : finish(h, [{ type: 'step-withdrawn', step: id, reason }], receivedNow);
}

export type FactsChange = Omit<EventOf<'facts-changed'>, 'type'>;

/**
 * What the compiler made of the changed facts, confirmed by the applicant. Steps that read a changed fact and are not decided are
 * received anew, their clocks with them; the rest goes on untouched. What is granted stays granted: its authority is told.
 */
export function changeFacts(h: Handling, change: FactsChange): Outcome {
  if (h.state.status !== 'submitted') return { refused: 'closed' };
  const changed: CaseEvent = { type: 'facts-changed', ...change };
  const after = play(h, [changed]);
  const events: CaseEvent[] = [changed];
  const touched = new Set(change.changed.map((f) => f.id));
  for (const s of after.steps.values()) {
    const again = touched.has(s.filed.id) && ['received', 'supplemented', 'accepted', 'under-review'].includes(s.status);
    const fresh = s.status === 'waiting' && isFree(after, s);
    if (again || fresh) events.push(receivedNow({ ...h, state: after }, s));
  }
  return finish(h, events, receivedNow);
}

/** 办不成事: anybody who follows the case may say that it cannot get done; somebody answers. */
export function openTicket(h: Handling, ticket: string, says: string, step?: string): Outcome {
  if (!says.trim()) return { refused: 'reasons-missing' };
  if (step !== undefined && !h.state.steps.has(step)) return { refused: 'no-such-step' };
  return { events: [{ type: 'ticket-opened', ticket, ...(step !== undefined && { step }), says, due: h.clocks.due(mendTime, h.at, []).due }] };
}

export function answerTicket(h: Handling, ticket: string, says: string, solved: boolean): Outcome {
  if (!h.state.tickets.some((t) => t.ticket === ticket)) return { refused: 'no-such-ticket' };
  if (!says.trim()) return { refused: 'reasons-missing' };
  return { events: [{ type: 'ticket-answered', ticket, says, solved }] };
}

export type Rated = { grade: 1 | 2 | 3 | 4 | 5; words?: string; step?: string };

/** Each matter once; the two lowest grades start the times to answer. */
export function rate(h: Handling, given: Rated): Outcome {
  const { step } = given;
  const s = step === undefined ? undefined : h.state.steps.get(step);
  if (step !== undefined && !s) return { refused: 'no-such-step' };
  if (s ? !isFinal(s) : h.state.status === 'submitted') return { refused: 'not-closed' };
  if (h.state.ratings.some((r) => r.step === (step ?? null))) return { refused: 'already-rated' };
  const low = given.grade <= 2;
  const mend = h.state.steps.size > 1 && step === undefined ? mendTimeComplex : mendTime;
  const clocks = low ? { contactBy: h.clocks.due(contactTime, h.at, []).due, mendBy: h.clocks.due(mend, h.at, []).due } : {};
  return { events: [{ type: 'rated', grade: given.grade, ...(given.words?.trim() && { words: given.words.trim() }), ...(step !== undefined && { step }), ...clocks }] };
}

export function answerRating(h: Handling, rating: number, says: string, mended: boolean): Outcome {
  if (!h.state.ratings.some((r) => r.rating === rating)) return { refused: 'no-such-rating' };
  if (!says.trim()) return { refused: 'reasons-missing' };
  return { events: [{ type: 'rating-answered', rating, says, mended }] };
}

export function reviewRating(h: Handling, rating: number, counts: boolean, says: string): Outcome {
  if (!h.state.ratings.some((r) => r.rating === rating)) return { refused: 'no-such-rating' };
  if (!says.trim()) return { refused: 'reasons-missing' };
  return { events: [{ type: 'rating-reviewed', rating, counts, says }] };
}

/** What failed and may be filed again, alone: services, and everything already said or granted, so that nothing is asked twice. */
export type Refiling = { steps: StepState[]; answers: CaseState['answers']; outputs: CaseState['answers']; evidence: { evidence: string; number: string }[] };

export function refiling(state: CaseState): Refiling {
  const all = [...state.steps.values()];
  return {
    steps: all.filter((s) => isFinal(s) && !isGranted(s) && s.status !== 'not-needed'),
    answers: state.answers,
    outputs: Object.assign({}, ...all.filter(isGranted).map((s) => s.values)),
    evidence: all.filter(isGranted).flatMap((s) => s.evidence),
  };
}
