/**
 * The events of a case: the legal record. They are only ever appended; everything else about a case is a fold over them.
 * Instants carry an offset. `step` is the id of a step in the plan. Values are answers as contracts.md writes them.
 */
import * as v from 'valibot';

/** An answer, or an output: null is "known not to exist". */
export type Value = string | number | boolean | null | { declined: true } | Row[];
export type Row = { [datum: string]: string | number | boolean | null };
export type Values = { [concept: string]: Value };

const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?([+-]\d{2}:\d{2}|Z)$/));
const civilDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const row = v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]));
const value: v.GenericSchema<Value> = v.union([v.string(), v.number(), v.boolean(), v.null(), v.strictObject({ declined: v.literal(true) }), v.array(row)]);
const values = v.record(v.string(), value);

/** Who acted, always a person or the clock, and in what capacity (`system` only ends waiting, never decides). */
export const actor = v.strictObject({
  id: v.string(),
  name: v.string(),
  capacity: v.picklist(['self', 'legal-representative', 'agent', 'guardian', 'helper', 'counter-clerk', 'officer', 'system']),
  authority: v.optional(v.string()),
});
export type Actor = v.InferOutput<typeof actor>;

/** One document handed over: a stored file, a paper to be shown at a counter, or a register's copy. */
export const handedOver = v.strictObject({
  evidence: v.string(),
  subject: v.string(),
  form: v.picklist(['file', 'paper', 'register', 'promise']),
  copies: v.number(),
  file: v.optional(v.strictObject({ sha256: v.string(), name: v.string(), type: v.string(), size: v.number() })),
  register: v.optional(v.string()),
});
export type HandedOver = v.InferOutput<typeof handedOver>;

/** Where a value came from when it was filed; the desk shows it beside the value. */
export const provenance = v.strictObject({
  from: v.picklist(['applicant', 'register', 'sign-in', 'step', 'earlier-case']),
  register: v.optional(v.string()),
  step: v.optional(v.string()),
  asOf: v.optional(v.string()),
});
export type Provenance = v.InferOutput<typeof provenance>;

/** A step as filed: enough to run it without compiling again. */
export const filedStep = v.strictObject({
  id: v.string(),
  service: v.string(),
  authority: v.string(),
  initiator: v.picklist(['applicant', 'authority']),
  /** Steps whose outputs the first stage waits for. */
  waitsFor: v.array(v.string()),
  /** Every step this one takes something from: step, the stage that needs it, and what. */
  inputs: v.array(v.strictObject({ step: v.string(), stage: v.string(), because: v.string(), kind: v.picklist(['concept', 'evidence', 'gate']) })),
  facts: v.array(v.string()),
  evidence: v.array(v.strictObject({ evidence: v.string(), subject: v.string() })),
  outputs: v.strictObject({ evidence: v.array(v.string()), concepts: v.array(v.string()) }),
  clock: v.strictObject({ statutory: v.nullable(v.record(v.string(), v.number())), promised: v.nullable(v.record(v.string(), v.number())) }),
  delivery: v.array(v.string()),
  /** When the plan expects the step to end: working hours from the day of filing. */
  finish: v.number(),
  clerkDecides: v.array(v.string()),
  /** `later`: whether it is needed depends on an output of `decidedBy`. */
  state: v.picklist(['in', 'later']),
  decidedBy: v.optional(v.string()),
});
export type FiledStep = v.InferOutput<typeof filedStep>;

export const applicant = v.strictObject({ id: v.string(), name: v.string(), kind: v.picklist(['person', 'organisation']), contact: v.optional(v.string()) });

const of = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) => v.strictObject({ type: v.literal(type), ...entries });
const step = v.string();

export const event = v.variant('type', [
  of('submitted', {
    number: v.string(),
    division: v.string(),
    journey: v.nullable(v.string()),
    basket: v.array(v.string()),
    catalogue: v.string(),
    lawOf: civilDate,
    applicant,
    answers: values,
    provenance: v.record(v.string(), provenance),
    documents: v.array(handedOver),
    steps: v.array(filedStep),
  }),
  /** The step's clock of receipt starts; `waiting` steps have none. */
  of('received', { step, due: v.nullable(instant), promised: v.nullable(instant), pending: v.optional(v.string()) }),
  /** What the step waited for has come; carries the outputs and is the day of receipt. */
  of('released', { step, by: step, values, evidence: v.array(v.string()), due: v.nullable(instant), promised: v.nullable(instant), pending: v.optional(v.string()) }),
  of('supplement-requested', { step, defects: v.array(v.strictObject({ about: v.string(), says: v.string() })), due: v.nullable(instant) }),
  of('supplemented', { step, answers: values, documents: v.array(handedOver), note: v.optional(v.string()), due: v.nullable(instant) }),
  of('accepted', { step, deemed: v.boolean(), due: v.nullable(instant), promised: v.nullable(instant), pending: v.optional(v.string()) }),
  of('not-accepted', { step, reason: v.string(), rightAuthority: v.optional(v.string()) }),
  of('review-started', { step }),
  of('paused', { step, procedure: v.string(), reason: v.string(), waitsFor: v.optional(step), until: v.nullable(instant) }),
  of('resumed', { step, due: v.nullable(instant), promised: v.nullable(instant) }),
  of('granted', { step, values, evidence: v.array(v.strictObject({ evidence: v.string(), number: v.string() })), note: v.optional(v.string()) }),
  of('refused', { step, reasons: v.array(v.string()) }),
  of('delivered', { step, by: v.string() }),
  /** The only supplier of something this step needs has failed: nothing is left to decide. */
  of('made-moot', { step, because: step, reason: v.string() }),
  /** A step that depended on an output is now known to be needed, not needed, or barred. */
  of('decided-later', { step, state: v.picklist(['in', 'out', 'barred', 'excluded']), because: step, filed: v.optional(filedStep) }),
  of('step-withdrawn', { step, reason: v.string() }),
  of('withdrawn', { reason: v.string() }),
  /** The applicant says a register holds something wrong; the register's holder answers, the case goes on. */
  of('correction-requested', { register: v.string(), concept: v.string() }),
  of('closed', { outcome: v.picklist(['granted', 'partly-granted', 'refused', 'withdrawn', 'lapsed']) }),
  of('rated', { grade: v.picklist([1, 2, 3, 4, 5]), words: v.optional(v.string()) }),
]);
export type CaseEvent = v.InferOutput<typeof event>;
export type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** An event as it is stored: who, when, and its place in the case. `n` counts from 1. */
export type Recorded = { n: number; at: string; actor: Actor; event: CaseEvent };
