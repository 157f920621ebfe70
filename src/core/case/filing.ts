/**
 * What is filed: answers, documents, and each step with all it needs to run without compiling again. Instants carry an
 * offset. Values are answers as contracts.md writes them.
 */
import * as v from 'valibot';

/** An answer, or an output: null is "known not to exist". */
export type Value = string | number | boolean | null | { declined: true } | Row[];
export type Row = { [datum: string]: string | number | boolean | null };
export type Values = { [concept: string]: Value };

export const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?([+-]\d{2}:\d{2}|Z)$/));
export const civilDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const row = v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]));
const value: v.GenericSchema<Value> = v.union([v.string(), v.number(), v.boolean(), v.null(), v.strictObject({ declined: v.literal(true) }), v.array(row)]);
export const values = v.record(v.string(), value);

/** Who acted, always a person or the clock, and in what capacity (`system` only ends waiting, never decides). */
export const actor = v.strictObject({
  id: v.string(),
  name: v.string(),
  capacity: v.picklist(['self', 'legal-representative', 'agent', 'guardian', 'helper', 'counter-clerk', 'officer', 'system']),
  authority: v.optional(v.string()),
  /** For whom: an act of a helper or a clerk at the counter names both people. */
  behalf: v.optional(v.strictObject({ id: v.string(), name: v.string() })),
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

/** A legal period as filed: {wd: 5} and so on. */
export const length = v.record(v.string(), v.number());
export type Length = v.InferOutput<typeof length>;

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
  clock: v.strictObject({ statutory: v.nullable(length), promised: v.nullable(length) }),
  delivery: v.array(v.string()),
  /** When the plan expects the step to end: working hours from the day of filing. */
  finish: v.number(),
  clerkDecides: v.array(v.string()),
  /** Pieces that may follow later on a promise (容缺), each within its time. */
  deferrable: v.optional(v.array(v.strictObject({ evidence: v.string(), subject: v.string(), within: length }))),
  /** Pieces replaced by a promise (告知承诺). */
  promised: v.optional(v.array(v.strictObject({ evidence: v.string(), subject: v.string() }))),
  /** A decision is proposed by one officer and taken by another. */
  approval: v.optional(v.literal('second-person')),
  /** The visit on the spot before the decision; steps with the same `joins` are visited together. */
  visit: v.optional(v.strictObject({ act: v.string(), joins: v.nullable(v.string()) })),
  /** What the applicant pays, in fen. */
  fees: v.optional(
    v.array(
      v.strictObject({
        amount: v.number(),
        payee: v.string(),
        label: v.optional(v.strictObject({ zh: v.string(), en: v.string() })),
        refund: v.optional(v.picklist(['before-work', 'unless-granted', 'never'])),
      }),
    ),
  ),
  /** Acts in person: at a counter, or at her own premises. */
  appears: v.optional(v.array(v.strictObject({ act: v.string(), kind: v.picklist(['appear', 'attend']), joins: v.nullable(v.string()), counter: v.nullable(v.string()) }))),
  /** A licence applied to be renewed: no decision by its expiry renews it (行政许可法 §50). */
  renews: v.optional(v.strictObject({ evidence: v.string(), number: v.string(), expires: civilDate })),
  /** `later`: whether it is needed depends on an output of `decidedBy`. */
  state: v.picklist(['in', 'later']),
  decidedBy: v.optional(v.string()),
});
export type FiledStep = v.InferOutput<typeof filedStep>;

/** A signed receipt given before the filing reached the record, at a village station or on paper: its day is the day of receipt. */
export const signedReceipt = v.strictObject({
  provisional: v.string(),
  signedAt: instant,
  /** From when the filing counts: `signedAt`, or the instant of arrival where that lay too far back or ahead. */
  on: instant,
  station: v.string(),
});
export type SignedReceipt = v.InferOutput<typeof signedReceipt>;

/** One person lets another act for her (帮办代办): who, for this case, and how that is proven. `file` is the signed paper. */
export const mandate = v.strictObject({
  helper: v.strictObject({ id: v.string(), name: v.string() }),
  station: v.string(),
  consent: v.picklist(['login', 'sms', 'paper']),
  at: instant,
  file: v.optional(v.strictObject({ sha256: v.string(), name: v.string(), type: v.string(), size: v.number() })),
});
export type Mandate = v.InferOutput<typeof mandate>;

export const applicant = v.strictObject({ id: v.string(), name: v.string(), kind: v.picklist(['person', 'organisation']), contact: v.optional(v.string()) });
