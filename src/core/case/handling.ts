/**
 * What may be done with a case, and the events it makes. Every command is a pure function of the state, the command and the
 * clocks; a command that does not fit is refused with a reason, never half done (行政许可法 §32, §34, §38, §42, §44, §45).
 */
import type { Actor, CaseEvent, EventOf, FiledStep, HandedOver, Recorded, Values } from './event';
import { apply } from './fold';
import { type CaseState, dayOfReceipt, finalStatuses, type StepState } from './state';

/** A legal clock as filed: {wd: 5} and so on. */
export type Length = { [unit: string]: number };
export type Due = { due: string } | { due: null; pending: string };
export type Clocks = { due(length: Length, from: string, pauses: { from: string; to: string }[]): Due };
export type Refusal = { refused: 'no-such-step' | 'wrong-state' | 'inputs-missing' | 'outputs-missing' | 'reasons-missing' | 'closed' | 'no-defects' | 'not-needed-now' | 'too-late' };
export type Outcome = { events: CaseEvent[] } | Refusal;

/** 5 working days from receipt to ask for everything that is missing, or the step counts as accepted (行政许可法 §32). */
export const acceptanceTime: Length = { wd: 5 };

/** What depends on a grant can only be decided then: the compiler runs again under the case's catalogue version. */
export type DecideLater = (values: Values) => { step: string; state: EventOf<'decided-later'>['state']; filed?: FiledStep }[];

export type Handling = { state: CaseState; at: string; actor: Actor; clocks: Clocks };

/** The events that follow the filing itself: each step whose first stage waits for nobody is received at once. */
export function receive(h: Handling): CaseEvent[] {
  return [...h.state.steps.values()].filter((s) => s.status === 'waiting' && s.filed.waitsFor.length === 0).map((s) => ({ type: 'received', step: s.filed.id, ...received(h, s) }));
}

/** Once the time for acceptance has passed in silence, the step counts as accepted from the day it was received (行政许可法 §32 ¶1(4)). */
export function accept(h: Handling, id: string): Outcome {
  return withStep(h, id, ['received', 'supplemented'], (s) => {
    const deemed = acceptedBySilence(h, s);
    return { events: [{ type: 'accepted', step: id, deemed, ...running(h, s, deemed ? dayOfReceipt(s) : h.at) }] };
  });
}

/** Nothing was said in the time for acceptance: neither a supplement nor a refusal to accept may follow. */
export const acceptedBySilence = (h: Pick<Handling, 'at'>, s: StepState): boolean => (s.status === 'received' || s.status === 'supplemented') && s.due !== null && Date.parse(s.due) < Date.parse(h.at);

export function startReview(h: Handling, id: string): Outcome {
  return withStep(h, id, ['accepted'], () => ({ events: [{ type: 'review-started', step: id }] }));
}

/** Once, complete: every defect in one notice. The applicant has her own time; the acceptance period starts again when she answers. */
export function requestSupplement(h: Handling, id: string, defects: { about: string; says: string }[]): Outcome {
  return withStep(h, id, ['received', 'supplemented'], (s) => {
    if (acceptedBySilence(h, s)) return { refused: 'too-late' };
    if (defects.length === 0 || defects.some((d) => d.says.trim() === '')) return { refused: 'no-defects' };
    return { events: [{ type: 'supplement-requested', step: id, defects, due: null }] };
  });
}

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
    return finish(h, [{ type: 'not-accepted', step: id, reason, ...(rightAuthority && { rightAuthority }) }]);
  });
}

/** The early stages are done and a later one needs another step's output: the clock pauses until it is released. */
export function waitForInputs(h: Handling, id: string): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    const missing = missingInputs(h.state, s);
    if (missing.length === 0) return { refused: 'not-needed-now' };
    return { events: [{ type: 'paused', step: id, procedure: 'awaiting-output', reason: missing.map((m) => m.because).join('、'), waitsFor: missing[0]!.step, until: null }] };
  });
}

/** @param evidence one number per document the step gives. */
export function grant(h: Handling, id: string, given: { values: Values; evidence: { evidence: string; number: string }[]; note?: string }, later: DecideLater = () => []): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], (s) => {
    if (missingInputs(h.state, s).length > 0) return { refused: 'inputs-missing' };
    const complete =
      s.filed.outputs.concepts.every((c) => given.values[c] !== undefined && given.values[c] !== '') &&
      s.filed.outputs.evidence.every((e) => given.evidence.some((g) => g.evidence === e && g.number.trim() !== ''));
    if (!complete) return { refused: 'outputs-missing' };
    const events: CaseEvent[] = [{ type: 'granted', step: id, values: given.values, evidence: given.evidence, ...(given.note && { note: given.note }) }];
    if (s.filed.delivery.includes('electronic') || s.filed.outputs.evidence.length === 0) events.push({ type: 'delivered', step: id, by: 'electronic' });
    for (const decided of later(given.values)) events.push({ type: 'decided-later', step: decided.step, state: decided.state, because: id, ...(decided.filed && { filed: decided.filed }) });
    // What a step that is not coming would have supplied does not come either.
    events.push(...mootIn(play(h, events)));
    for (const e of releases({ ...h, state: play(h, events) }, id, given)) events.push(e);
    return finish(h, events);
  });
}

export function refuse(h: Handling, id: string, reasons: string[]): Outcome {
  return withStep(h, id, ['accepted', 'under-review'], () => {
    const given = reasons.map((r) => r.trim()).filter(Boolean);
    if (given.length === 0) return { refused: 'reasons-missing' };
    return finish(h, [{ type: 'refused', step: id, reasons: given }]);
  });
}

export function deliver(h: Handling, id: string, by: string): Outcome {
  const s = h.state.steps.get(id);
  if (!s) return { refused: 'no-such-step' };
  return s.status === 'granted' ? { events: [{ type: 'delivered', step: id, by }] } : { refused: 'wrong-state' };
}

/** The applicant may take back what is not decided yet. */
export function withdraw(h: Handling, reason: string): Outcome {
  if (h.state.status !== 'submitted') return { refused: 'closed' };
  return finish(h, [{ type: 'withdrawn', reason }]);
}

// — what follows ————————————————————————————————————————————————————————————————————————————

function withStep(h: Handling, id: string, states: StepState['status'][], f: (s: StepState) => Outcome): Outcome {
  if (h.state.status !== 'submitted') return { refused: 'closed' };
  const s = h.state.steps.get(id);
  if (!s) return { refused: 'no-such-step' };
  return states.includes(s.status) ? f(s) : { refused: 'wrong-state' };
}

/** Inputs of any stage whose step has not been granted. */
export function missingInputs(state: CaseState, s: StepState): { step: string; because: string }[] {
  return s.filed.inputs.filter((i) => !isGranted(state.steps.get(i.step)) && state.steps.has(i.step)).map((i) => ({ step: i.step, because: i.because }));
}

const isGranted = (s: StepState | undefined) => s?.status === 'granted' || s?.status === 'delivered';

function received(h: Handling, s: StepState): { due: string | null; promised: string | null; pending?: string } {
  const clock = h.clocks.due(acceptanceTime, h.at, []);
  const promised = s.filed.clock.promised ? h.clocks.due(s.filed.clock.promised, h.at, []) : { due: null };
  return { due: clock.due, promised: promised.due, ...(clock.due === null && { pending: clock.pending }) };
}

/** Promised and statutory periods side by side, from the day after acceptance. */
function running(h: Handling, s: StepState, from: string): { due: string | null; promised: string | null; pending?: string } {
  const pauses = s.pauses.map((p) => ({ from: p.from, to: p.to ?? h.at }));
  const clock = s.filed.clock.statutory ? h.clocks.due(s.filed.clock.statutory, from, pauses) : null;
  const promised = s.filed.clock.promised ? h.clocks.due(s.filed.clock.promised, from, pauses) : null;
  const open = [clock, promised].find((c) => c && c.due === null) as { pending: string } | undefined;
  return { due: clock?.due ?? null, promised: promised?.due ?? null, ...(open && { pending: open.pending }) };
}

/** A grant releases the steps whose first stage waited for it, and ends the pauses of later stages. */
function* releases(h: Handling, granted: string, given: { values: Values; evidence: { evidence: string; number: string }[] }): Generator<CaseEvent> {
  for (const s of h.state.steps.values()) {
    const wants = s.filed.inputs.filter((i) => i.step === granted);
    const outputs = {
      values: pick(
        given.values,
        wants.map((w) => w.because),
      ),
      evidence: given.evidence.map((e) => e.evidence).filter((e) => wants.some((w) => w.because === e)),
    };
    if (s.status === 'waiting') {
      if (!isFree(h.state, s)) continue;
      yield { type: 'released', step: s.filed.id, by: granted, ...outputs, ...received(h, s) };
    } else if (s.status === 'paused' && s.pauses.at(-1)?.procedure === 'awaiting-output' && missingInputs(h.state, s).length === 0) {
      const closed = { ...s, pauses: s.pauses.map((p) => ({ ...p, to: p.to ?? h.at })) };
      const clock = running(h, closed, s.acceptedAt ?? h.at);
      yield { type: 'released', step: s.filed.id, by: granted, ...outputs, due: clock.due, promised: clock.promised };
      yield { type: 'resumed', step: s.filed.id, due: clock.due, promised: clock.promised };
    }
  }
}

const pick = (values: Values, keys: string[]): Values => Object.fromEntries(Object.entries(values).filter(([k]) => keys.includes(k)));

/** Whether everything its first stage waits for has been granted. */
const isFree = (state: CaseState, s: StepState) => s.filed.waitsFor.every((w) => isGranted(state.steps.get(w)) || !state.steps.has(w));

/** Dependants whose only supplier failed become moot with the reason; independents go on. */
function mootIn(state: CaseState): EventOf<'made-moot'>[] {
  const moot: EventOf<'made-moot'>[] = [];
  const gone = new Set([...state.steps.values()].filter((s) => finalStatuses.has(s.status) && !isGranted(s)).map((s) => s.filed.id));
  for (let more = true; more; ) {
    more = false;
    for (const s of state.steps.values()) {
      if (gone.has(s.filed.id) || finalStatuses.has(s.status)) continue;
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
function takenIn(h: Handling): CaseEvent[] {
  const open = [...h.state.steps.values()].filter((s) => !finalStatuses.has(s.status));
  if (open.some((s) => s.status !== 'depends')) return [];
  const decided = open.map((s): CaseEvent => ({ type: 'decided-later', step: s.filed.id, state: 'in', because: s.filed.decidedBy ?? s.filed.id }));
  return [...decided, ...open.filter((s) => isFree(h.state, s)).map((s): CaseEvent => ({ type: 'received', step: s.filed.id, ...received(h, s) }))];
}

function play(h: Handling, events: CaseEvent[]): CaseState {
  let { state } = h;
  for (const event of events) state = apply(state, { n: state.version + 1, at: h.at, actor: h.actor, event } satisfies Recorded)!;
  return state;
}

/** What follows from the events: moot dependants, steps nobody else can decide, and the end of the case when every step is final. */
function finish(h: Handling, made: CaseEvent[]): Outcome {
  const events = [...made];
  events.push(...mootIn(play(h, events)));
  events.push(...takenIn({ ...h, state: play(h, events) }));
  const steps = [...play(h, events).steps.values()].filter((s) => s.status !== 'not-needed');
  if (steps.some((s) => !finalStatuses.has(s.status))) return { events };
  const granted = steps.filter(isGranted).length;
  const withdrawn = steps.some((s) => s.status === 'withdrawn');
  const outcome = granted === steps.length ? 'granted' : granted > 0 ? 'partly-granted' : withdrawn ? 'withdrawn' : 'refused';
  return { events: [...events, { type: 'closed', outcome }] };
}
