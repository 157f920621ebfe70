/**
 * The events of a case: the legal record. They are only ever appended; everything else about a case is a fold over them.
 * `step` is the id of a step in the plan; `due` is the end of the period that runs from here, null where none runs or the
 * calendar's year is missing (`pending` names it).
 */
import * as v from 'valibot';
import { checkoutEvents } from './checkout';
import { type Actor, applicant, civilDate, filedStep, handedOver, instant, mandate, provenance, signedReceipt, values } from './filing';

export * from './filing';

const of = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) => v.strictObject({ type: v.literal(type), ...entries });
const step = v.string();
const text = v.string();
const due = v.nullable(instant);
const pending = v.optional(text);
const piece = { evidence: text, subject: text };
const given = v.array(v.strictObject({ evidence: text, number: text }));
const defect = v.strictObject({ about: text, says: text });

/** Procedures whose time is not the authority's (行政许可法 §45), and the wait for another step's output. */
export const procedures = ['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expert-review', 'awaiting-output'] as const;
export type Procedure = (typeof procedures)[number];

/** Clocks that can be overrun, for the light and the escalation. */
export const clockKinds = ['acceptance', 'statutory', 'promised', 'joint', 'delivery', 'procedure', 'answer'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** What befalls one step. */
export const stepEvents = [
  /** The step's clock of receipt starts; `waiting` steps have none. `on`: the day of a signed receipt, where the filing arrived later. */
  of('received', { step, due, promised: due, pending, on: v.optional(instant) }),
  /** What the step waited for has come; carries the outputs and is the day of receipt. */
  of('released', { step, by: step, values, evidence: v.array(text), due, promised: due, pending }),
  /** A slip put right on the spot; no notice, no clock (行政许可法 §32 ¶1(3)). */
  of('corrected', { step, answers: values, documents: v.array(handedOver), says: text }),
  /** `respondBy`: the applicant's own time; when it has passed in silence the step may lapse. */
  of('supplement-requested', { step, defects: v.array(defect), due, respondBy: v.optional(due) }),
  of('supplemented', { step, answers: values, documents: v.array(handedOver), note: v.optional(text), due }),
  /** `deferred`: pieces that follow later on a promise; `joint`: the joint period that begins with the case's first acceptance. */
  of('accepted', {
    step,
    deemed: v.boolean(),
    due,
    promised: due,
    pending,
    deferred: v.optional(v.array(v.strictObject({ ...piece, due }))),
    joint: v.optional(due),
  }),
  of('not-accepted', { step, reason: text, rightAuthority: v.optional(text) }),
  /** Deferred pieces have come. */
  of('deferred-supplied', { step, documents: v.array(handedOver) }),
  of('review-started', { step }),
  /** A visit arranged for a day and hour; `by` is who chose it. */
  of('visit-arranged', { step, act: text, slot: instant, joins: v.nullable(text) }),
  /** What two officers saw on the spot (行政许可法 §34 ¶3). */
  of('visited', { step, act: text, officers: v.array(text), findings: text, passed: v.boolean() }),
  /** `until`: the time needed, told to the applicant in writing (行政许可法 §45); `joint`: where the joint period stands still with it. */
  of('paused', { step, procedure: text, reason: text, waitsFor: v.optional(step), until: due }),
  of('resumed', { step, due, promised: due, pending, joint: v.optional(due) }),
  /** The right to a hearing told; asked for within five working days (行政许可法 §47). */
  of('hearing-offered', { step, askBy: due }),
  of('hearing-asked', { step, holdBy: due }),
  /** Told seven days ahead; presided by somebody who does not review the case (行政许可法 §48). */
  of('hearing-convened', { step, session: instant, place: text, presiding: text }),
  of('hearing-held', { step, record: text }),
  /** Ten working days more, approved by the head of the authority, with the reason told (行政许可法 §42 ¶1). */
  of('extended', { step, reason: text, approvedBy: text, due, pending }),
  /** The calendar of a year was published, and the dates that waited for it are known. */
  of('dated', { step, due, promised: due, pending, joint: v.optional(due) }),
  /** One officer proposes; another decides. */
  of('decision-proposed', { step, decision: v.picklist(['grant', 'refuse']), says: text }),
  of('proposal-returned', { step, reason: text }),
  /** `deliverBy`: ten working days for whatever is not electronic (行政许可法 §44); `deemed`: silence past expiry renewed it (§50 ¶2). */
  of('granted', { step, values, evidence: given, note: v.optional(text), deliverBy: v.optional(due), deemed: v.optional(v.literal(true)) }),
  of('refused', { step, reasons: v.array(text) }),
  /** Waits where it is collected. */
  of('ready-to-collect', { step, place: v.optional(text) }),
  of('delivered', { step, by: text, post: v.optional(text), place: v.optional(text) }),
  /** A promise made instead of a proof, checked afterwards. */
  of('promise-checked', { step, ...piece, kept: v.boolean(), says: text }),
  /** A grant taken back; `barred` keeps its holder from promising again until the day given, or until credit is repaired. */
  of('revoked', { step, reason: text, barred: v.optional(v.nullable(civilDate)) }),
  /** The only supplier of something this step needs has failed: nothing is left to decide. */
  of('made-moot', { step, because: step, reason: text }),
  /** A step that depended on an output is now known to be needed, not needed, or barred. */
  of('decided-later', { step, state: v.picklist(['in', 'out', 'barred', 'excluded']), because: step, filed: v.optional(filedStep) }),
  of('step-withdrawn', { step, reason: text }),
  /** The applicant did not add what was asked, or what was deferred, in her time. */
  of('lapsed', { step, reason: text }),
  /** Handed to another authority, which goes on under the same clock. */
  of('transferred', { step, to: text, reason: text }),
  /** A clock was overrun: told upwards. It changes no right and blocks nobody but those who wait. */
  of('escalated', { step, clock: v.picklist(clockKinds), to: text }),
] as const;

/** What befalls the case as a whole. */
export const caseEvents = [
  of('submitted', {
    number: text,
    division: text,
    journey: v.nullable(text),
    basket: v.array(text),
    catalogue: text,
    lawOf: civilDate,
    applicant,
    answers: values,
    provenance: v.record(text, provenance),
    documents: v.array(handedOver),
    steps: v.array(filedStep),
    receipt: v.optional(signedReceipt),
    mandate: v.optional(mandate),
  }),
  /** The principal takes her consent back: the helper may neither see the case nor act in it from here on. */
  of('mandate-revoked', { reason: text }),
  /** Fifteen working days more for the steps handled jointly (行政许可法 §42 ¶2). */
  of('joint-extended', { reason: text, approvedBy: text, due, pending }),
  /** Facts changed after filing, confirmed by the applicant: steps added, filed anew, or ended; the authorities told. */
  of('facts-changed', {
    answers: values,
    provenance: v.record(text, provenance),
    documents: v.array(handedOver),
    added: v.array(filedStep),
    changed: v.array(filedStep),
    ended: v.array(v.strictObject({ step, reason: text })),
    told: v.array(text),
  }),
  of('withdrawn', { reason: text }),
  /** The applicant says a register holds something wrong; the register's holder answers, the case goes on. */
  of('correction-requested', { register: text, concept: text }),
  /** 办不成事: the applicant says the matter cannot get done; a person answers for it. */
  of('ticket-opened', { ticket: text, step: v.optional(step), says: text, due }),
  of('ticket-answered', { ticket: text, says: text, solved: v.boolean() }),
  of('closed', { outcome: v.picklist(['granted', 'partly-granted', 'refused', 'withdrawn', 'lapsed']) }),
  /** Five grades (好差评); the two lowest are answered for within their times. A rating is never deleted. */
  of('rated', { grade: v.picklist([1, 2, 3, 4, 5]), words: v.optional(text), step: v.optional(step), contactBy: v.optional(due), mendBy: v.optional(due) }),
  of('rating-answered', { rating: v.number(), says: text, mended: v.boolean() }),
  /** The one rated asks for a review of a rating; the outcome stands beside it. */
  of('rating-reviewed', { rating: v.number(), counts: v.boolean(), says: text }),
  ...checkoutEvents,
] as const;

export const event = v.variant('type', [...stepEvents, ...caseEvents]);
export type CaseEvent = v.InferOutput<typeof event>;
export type StepEvent = v.InferOutput<(typeof stepEvents)[number]>;
export type WholeCaseEvent = v.InferOutput<(typeof caseEvents)[number]>;
export type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** An event as it is stored: who, when, and its place in the case. `n` counts from 1. */
export type Recorded = { n: number; at: string; actor: Actor; event: CaseEvent };

/** Events as they follow the one numbered `after`. */
export const recorded = (events: readonly CaseEvent[], after: number, at: string, actor: Actor): Recorded[] => events.map((e, i) => ({ n: after + i + 1, at, actor, event: e }));
