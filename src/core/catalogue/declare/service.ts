/** `services/ID.yaml`: one public service of one authority (CPSV-AP PublicService). */
import * as v from 'valibot';
import { entity } from './concept';
import { civilDate, conceptId, duration, id, irreducible, label, listOf, marks, rule, shape, text, whole, yes } from './scalar';

const when = { when: v.optional(rule) };
/** A service names subjects by role; inside rules and needs a role is written like a subject. */
const roleId = v.pipe(v.string('expected a role'), v.regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'expected a role'), shape({ type: 'string' }));

/** One copy electronically, unless the line says otherwise. */
const pieceInFull = v.strictObject({
  id,
  of: v.optional(roleId),
  copies: v.optional(whole),
  form: v.optional(v.picklist(['paper', 'electronic', 'either'], 'expected paper, electronic or either')),
  kept: v.optional(yes),
  ...marks,
});
export const piece = v.union(
  [
    v.pipe(
      id,
      v.transform((x): v.InferOutput<typeof pieceInFull> => ({ id: x })),
    ),
    pieceInFull,
  ],
  'expected the id of a document, or {id, of, copies, form, kept}',
);

const needInFull = v.strictObject({ concept: conceptId, by: v.optional(id), ...when, ...marks, ...irreducible });
export type Need = v.InferOutput<typeof needInFull>;
export const need = v.union(
  [
    v.pipe(
      conceptId,
      v.transform((concept): Need => ({ concept })),
    ),
    needInFull,
  ],
  'expected a concept, or {concept, by, when}',
);

export const evidenceLine = v.strictObject({
  id,
  anyOf: v.pipe(listOf(v.pipe(listOf(piece), v.minLength(1, 'expected at least one document'))), v.minLength(1, 'expected at least one list of documents')),
  per: v.optional(roleId),
  by: v.optional(id),
  necessity: v.optional(v.picklist(['required', 'optional'], 'expected required or optional')),
  deferrable: v.optional(v.strictObject({ within: duration })),
  label: v.optional(label),
  ...when,
  ...marks,
  ...irreducible,
});
export type EvidenceLine = v.InferOutput<typeof evidenceLine>;

export const act = v.strictObject({
  kind: v.picklist(['obtain', 'appear', 'attend', 'sign'], 'expected obtain, appear, attend or sign'),
  id,
  label: v.optional(label),
  stage: v.optional(id),
  joins: v.optional(id),
  counter: v.optional(id),
  subject: v.optional(roleId),
  ...when,
  ...marks,
  ...irreducible,
});
export type Act = v.InferOutput<typeof act>;

export const stage = v.pipe(
  v.strictObject({
    id,
    label: v.optional(label),
    h: v.optional(whole),
    wd: v.optional(whole),
    days: v.optional(whole),
    months: v.optional(whole),
    'next-month': v.optional(whole),
    kind: v.optional(v.picklist(['authority', 'public-notice', 'applicant', 'external'], 'expected authority, public-notice, applicant or external')),
    joins: v.optional(id),
    grants: v.optional(yes),
    after: v.optional(
      listOf(
        v.pipe(
          v.string('expected step.paid, step.granted or step.delivered'),
          v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*\.(paid|granted|delivered)$/, 'expected step.paid, step.granted or step.delivered'),
          shape({ type: 'string' }),
        ),
      ),
    ),
    ...when,
    ...marks,
    ...irreducible,
  }),
  v.check((s) => [s.h, s.wd, s.days, s.months, s['next-month']].filter((x) => x !== undefined).length === 1, 'expected exactly one of h, wd, days, months, next-month'),
);
export type Stage = v.InferOutput<typeof stage>;

export type Piece = v.InferOutput<typeof pieceInFull>;

/** `refund`: when it comes back if the service ends without a grant; without it, as long as the office has not accepted the application. */
const feeLine = v.strictObject({
  amount: whole,
  payee: v.optional(id),
  gate: v.optional(id),
  refund: v.optional(v.picklist(['before-work', 'unless-granted', 'never'], 'expected before-work, unless-granted or never')),
  label: v.optional(label),
  ...when,
  ...marks,
  ...irreducible,
});

/** `validity`: how long the document holds from the day it is granted. `renewal`: which service renews it, and when before expiry to apply. */
const outputEvidence = v.strictObject({
  id,
  of: v.optional(roleId),
  from: v.optional(id),
  validity: v.optional(duration),
  renewal: v.optional(v.strictObject({ service: id, opens: v.optional(duration), closes: duration, ...marks })),
  ...when,
  ...marks,
});
const outputConcept = v.strictObject({ concept: conceptId, from: v.optional(id), ...when, ...marks });
export const output = {
  evidence: v.union(
    [
      v.pipe(
        id,
        v.transform((x): v.InferOutput<typeof outputEvidence> => ({ id: x })),
      ),
      outputEvidence,
    ],
    'expected the id of a document, or {id, of, from, when}',
  ),
  concept: v.union(
    [
      v.pipe(
        conceptId,
        v.transform((concept): v.InferOutput<typeof outputConcept> => ({ concept })),
      ),
      outputConcept,
    ],
    'expected a concept, or {concept, from, when}',
  ),
};

const condition = v.strictObject({ id: v.optional(id), when: rule, says: v.optional(label), ...marks });
const levels = v.picklist(['village', 'town', 'county', 'city'], 'expected village, town, county or city');
const delivery = listOf(v.picklist(['electronic', 'post', 'counter'], 'expected electronic, post or counter'));
const monthDay = v.pipe(v.string('expected MM-DD'), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'expected MM-DD'), shape({ type: 'string' }));

export const service = v.strictObject({
  id,
  name: label,
  aliases: v.optional(listOf(text)),
  description: v.optional(label),
  authority: id,
  /** The item's basic code in the national catalogue (GB/T 39554.1), twelve characters. */
  basicCode: v.optional(v.pipe(v.string('expected a basic code'), v.regex(/^[0-9A-Z*]{12}$/, 'expected a basic code of 12 characters'), shape({ type: 'string', pattern: '^[0-9A-Z*]{12}$' }))),
  itemType: v.optional(v.picklist(['licence', 'confirmation', 'benefit', 'other-power', 'public-service'], 'expected licence, confirmation, benefit, other-power or public-service')),
  level: v.optional(v.strictObject({ file: v.optional(listOf(levels)), decide: v.optional(levels), collect: v.optional(listOf(levels)), ...marks })),
  audience: v.optional(listOf(v.picklist(['person', 'organisation'], 'expected person or organisation'))),
  subjects: v.optional(v.record(roleId, entity)),
  initiator: v.optional(v.picklist(['applicant', 'authority'], 'expected applicant or authority')),
  applies: v.optional(listOf(condition)),
  eligible: v.optional(listOf(condition)),
  excludes: v.optional(listOf(v.strictObject({ id, when: rule, goTo: v.optional(label), ...marks }))),
  needs: v.optional(listOf(need)),
  evidence: v.optional(listOf(evidenceLine)),
  outputs: v.optional(v.strictObject({ evidence: v.optional(listOf(output.evidence)), concepts: v.optional(listOf(output.concept)) })),
  filing: v.optional(v.strictObject({ counter: v.optional(id), online: v.optional(yes), ...marks })),
  delivery: v.optional(delivery),
  alone: v.optional(v.strictObject({ filing: v.optional(v.picklist(['counter', 'online'], 'expected counter or online')), delivery: v.optional(delivery), ...marks })),
  acts: v.optional(listOf(act)),
  stages: v.pipe(listOf(stage), v.minLength(1, 'expected at least one stage')),
  clock: v.optional(
    v.strictObject({
      statutory: v.optional(duration),
      promised: v.optional(duration),
      alternatives: v.optional(listOf(v.strictObject({ when: rule, statutory: v.optional(duration), promised: v.optional(duration), ...marks }))),
      ...marks,
    }),
  ),
  fee: v.optional(
    v.union(
      [
        v.pipe(
          whole,
          v.transform((amount) => [{ amount }] as v.InferOutput<typeof feeLine>[]),
        ),
        v.pipe(
          feeLine,
          v.transform((l) => [l]),
        ),
        listOf(feeLine),
      ],
      'expected an amount in fen, or lines {amount, payee, when}',
    ),
  ),
  /** A policy for whom its rules fit (惠企政策): what it gives, and until when it is promised. Shown on /policies, matched by the same `applies` and `eligible`. */
  policy: v.optional(v.strictObject({ gives: label, until: v.optional(civilDate), ...marks })),
  /** One officer proposes the decision, another takes it. */
  approval: v.optional(v.picklist(['second-person'], 'expected second-person')),
  window: v.optional(v.strictObject({ from: monthDay, through: monthDay, ...marks })),
  ...marks,
});
export type Service = v.InferOutput<typeof service>;
