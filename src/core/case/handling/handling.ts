/**
 * What every command shares. A command is a pure function of the state, the clocks and what is given; one that does not fit is
 * refused with a reason, never half done.
 */
import type { Actor, CaseEvent, EventOf, FiledStep, Length, Recorded, Values } from '../event';
import { apply } from '../fold';
import { latecomers } from './joint-visit';
import { type CaseState, isFinal, isGranted, onDesk, type StepState } from '../state';

export type Due = { due: string } | { due: null; pending: string };
export type Clocks = { due(length: Length, from: string, pauses: { from: string; to: string }[]): Due };
export type Refusal = {
  refused:
    | 'no-such-step'
    | 'wrong-state'
    | 'inputs-missing'
    | 'outputs-missing'
    | 'reasons-missing'
    | 'closed'
    | 'no-defects'
    | 'not-needed-now'
    | 'too-late'
    | 'too-early'
    | 'no-new-grounds'
    | 'not-deferrable'
    | 'deferred-outstanding'
    | 'no-such-procedure'
    | 'time-not-told'
    | 'two-officers'
    | 'visit-outstanding'
    | 'hearing-outstanding'
    | 'same-officer'
    | 'second-person'
    | 'not-approved'
    | 'already-extended'
    | 'no-joint-period'
    | 'no-promise'
    | 'no-such-ticket'
    | 'no-such-rating'
    | 'already-rated'
    | 'not-closed'
    | 'nothing-to-pay'
    | 'payment-under-way'
    | 'no-such-payment'
    | 'other-amount'
    | 'no-such-way'
    | 'address-missing'
    | 'slot-taken';
};
export type Outcome = { events: CaseEvent[] } | Refusal;

/** What depends on a grant can only be decided then: the compiler runs again under the case's catalogue version. */
export type DecideLater = (values: Values) => { step: string; state: EventOf<'decided-later'>['state']; filed?: FiledStep }[];

export type Handling = { state: CaseState; at: string; actor: Actor; clocks: Clocks };

export function withStep(h: Handling, id: string, states: readonly StepState['status'][], f: (s: StepState) => Outcome): Outcome {
  if (h.state.status !== 'submitted') return { refused: 'closed' };
  const s = h.state.steps.get(id);
  if (!s) return { refused: 'no-such-step' };
  return states.includes(s.status) ? f(s) : { refused: 'wrong-state' };
}

/** The state after the events, for what follows from them. */
export function play(h: Handling, events: readonly CaseEvent[]): CaseState {
  let { state } = h;
  for (const event of events) state = apply(state, { n: state.version + 1, at: h.at, actor: h.actor, event } satisfies Recorded)!;
  return state;
}

/** Inputs of any stage whose step has not been granted. */
export const missingInputs = (state: CaseState, s: StepState): { step: string; because: string }[] =>
  s.filed.inputs.filter((i) => state.steps.has(i.step) && !isGranted(state.steps.get(i.step))).map((i) => ({ step: i.step, because: i.because }));

/** Whether everything its first stage waits for has been granted. */
export const isFree = (state: CaseState, s: StepState): boolean => s.filed.waitsFor.every((w) => isGranted(state.steps.get(w)) || !state.steps.has(w));

/** What follows from the events: moot dependants, steps nobody else can decide, and the end of the case when every step is final. */
export function finish(h: Handling, made: readonly CaseEvent[], receivedAgain: (h: Handling, s: StepState) => CaseEvent): Outcome {
  const events = [...made];
  events.push(...mootIn(play(h, events)));
  events.push(...takenIn({ ...h, state: play(h, events) }, receivedAgain));
  events.push(...latecomers(play(h, events), h.at));
  const steps = [...play(h, events).steps.values()].filter((s) => s.status !== 'not-needed');
  if (steps.some((s) => !isFinal(s))) return { events };
  return { events: [...events, { type: 'closed', outcome: outcomeOf(steps) }] };
}

function outcomeOf(steps: readonly StepState[]): EventOf<'closed'>['outcome'] {
  const granted = steps.filter(isGranted).length;
  if (granted === steps.length) return 'granted';
  if (granted > 0) return 'partly-granted';
  if (steps.some((s) => s.status === 'withdrawn')) return 'withdrawn';
  const failed = steps.filter((s) => s.status !== 'moot');
  return failed.every((s) => s.status === 'lapsed') ? 'lapsed' : 'refused';
}

/** Dependants whose only supplier failed become moot with the reason; independents go on. */
export function mootIn(state: CaseState): EventOf<'made-moot'>[] {
  const moot: EventOf<'made-moot'>[] = [];
  const gone = new Set([...state.steps.values()].filter((s) => isFinal(s) && !isGranted(s)).map((s) => s.filed.id));
  for (let more = true; more; ) {
    more = false;
    for (const s of state.steps.values()) {
      if (gone.has(s.filed.id) || isFinal(s)) continue;
      const lost = s.filed.inputs.find((i) => gone.has(i.step)) ?? (s.status === 'depends' && s.filed.decidedBy && gone.has(s.filed.decidedBy) ? { step: s.filed.decidedBy, because: '' } : undefined);
      if (!lost) continue;
      gone.add(s.filed.id);
      more = true;
      moot.push({ type: 'made-moot', step: s.filed.id, because: lost.step, reason: lost.because });
    }
  }
  return moot;
}

/** When no open step is left that could decide whether a step is needed, its own authority decides: nobody waits for nobody. */
function takenIn(h: Handling, receivedAgain: (h: Handling, s: StepState) => CaseEvent): CaseEvent[] {
  const all = [...h.state.steps.values()];
  if (all.some((s) => onDesk.has(s.status))) return [];
  const open = all.filter((s) => s.status === 'depends');
  const decided = open.map((s): CaseEvent => ({ type: 'decided-later', step: s.filed.id, state: 'in', because: s.filed.decidedBy ?? s.filed.id }));
  return [...decided, ...open.filter((s) => isFree(h.state, s)).map((s) => receivedAgain(h, s))];
}
