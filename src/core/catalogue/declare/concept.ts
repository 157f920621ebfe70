/** Subjects, the data declared once per kind of entity, and code lists (CCCEV InformationConcept). */
import * as v from 'valibot';
import { id, label, listOf, marks, rule, shape, text, whole, yes } from './scalar';

export const entity = v.picklist(['person', 'organisation', 'place'], 'expected person, organisation or place');
export type Entity = v.InferOutput<typeof entity>;

/** `concepts/subjects.yaml`: who or what a fact is about. */
export const subject = v.strictObject({
  id,
  entity,
  label: v.optional(label),
  mayBeAbsent: v.optional(yes),
  /** Rules read a list row by row: it is bounded (core/rules `maxRows`). */
  many: v.optional(v.strictObject({ max: v.pipe(whole, v.maxValue(500, 'expected at most 500 rows')), key: id })),
  ...marks,
});
export type Subject = v.InferOutput<typeof subject>;
export const subjects = listOf(subject);

export const types = ['bool', 'text', 'number', 'money', 'date', 'instant', 'duration', 'id-number', 'credit-code', 'phone', 'address', 'file'] as const;
/** `bool`, `text`, …, or `code<list>`. */
export const type = v.pipe(
  v.string('expected a type'),
  v.check((s) => (types as readonly string[]).includes(s) || /^code<[A-Za-z0-9-]+>$/.test(s), `expected one of ${types.join(', ')}, code<list>`),
  shape({ type: 'string', anyOf: [{ enum: [...types] }, { pattern: '^code<[A-Za-z0-9-]+>$' }] }),
);

const datumId = v.pipe(v.string('expected the name of a datum'), v.regex(/^[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9-]*)*$/, 'expected the name of a datum'), shape({ type: 'string' }));

export const datum = v.strictObject({
  id: datumId,
  type,
  label,
  ask: v.optional(label),
  hint: v.optional(label),
  example: v.optional(text),
  unit: v.optional(label),
  suppliedBy: v.optional(listOf(v.strictObject({ register: id, key: datumId, ...marks }))),
  reuse: v.optional(v.picklist(['free', 'confirm', 'always-ask'], 'expected free, confirm or always-ask')),
  per: v.optional(v.picklist(['application', 'service'], 'expected application or service')),
  derive: v.optional(rule),
  mayBeAbsent: v.optional(yes),
  /** A clerk can find this out, so the page offers "I don't know". */
  clerkCanFind: v.optional(yes),
  /** What answering costs a person, where its type does not say it; see `core/journey/costs.ts`. */
  cost: v.optional(whole),
  /** Questions of one group may share a page. */
  group: v.optional(id),
  ...marks,
});
export type Datum = v.InferOutput<typeof datum>;

/** `concepts/ENTITY.yaml` */
export const entityData = v.strictObject({ entity, data: listOf(datum) });

/** `codes/LIST.yaml`; the list `division` is the city's own divisions. */
export const codeList = v.strictObject({
  id,
  name: label,
  values: listOf(v.strictObject({ code: id, label, hint: v.optional(label), ...marks })),
  ...marks,
});
export type CodeList = v.InferOutput<typeof codeList>;
