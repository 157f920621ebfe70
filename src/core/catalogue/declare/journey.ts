/** `journeys/ID.yaml`: a life event and the services it joins (CPSV-AP Event). */
import * as v from 'valibot';
import { conceptId, duration, id, label, listOf, marks, rule, shape, text, yes } from './scalar';

const roleId = v.pipe(v.string('expected a role'), v.regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'expected a role'), shape({ type: 'string' }));

/** One use of a service: `as` names the step, `with` binds the service's roles to the city's subjects. */
const useInFull = v.strictObject({
  use: id,
  as: v.optional(id),
  with: v.optional(v.record(roleId, roleId)),
  when: v.optional(rule),
  per: v.optional(roleId),
  optional: v.optional(v.strictObject({ ask: label, default: v.optional(yes), ...marks })),
  initiator: v.optional(v.picklist(['applicant', 'authority'], 'expected applicant or authority')),
  ...marks,
});
export type Use = v.InferOutput<typeof useInFull>;
const use = v.union(
  [
    v.pipe(
      id,
      v.transform((x) => ({ use: x }) as Use),
    ),
    useInFull,
  ],
  'expected the id of a service, or {use, as, with, when}',
);

export const oneOf = v.strictObject({
  id: v.optional(id),
  oneOf: v.pipe(listOf(use), v.minLength(2, 'expected at least two alternatives')),
  ask: v.optional(label),
  default: v.optional(id),
  ...marks,
});
export type OneOf = v.InferOutput<typeof oneOf>;

/** Values of a scenario stay text (or rows of text) here; the concept's type parses them when the scenario is used. */
const value: v.GenericSchema<string | Record<string, string>[] | Record<string, string>> = v.union(
  [v.string(), listOf(v.record(v.string(), v.string())), v.record(v.string(), v.string())],
  'expected a value',
);

export const scenario = v.strictObject({
  title: v.optional(label),
  answers: v.optional(v.record(v.string(), value)),
  outputs: v.optional(v.record(v.string(), value)),
  expect: v.optional(v.strictObject({ in: v.optional(listOf(id)), questions: v.optional(listOf(conceptId)) })),
  ...marks,
});
export type Scenario = v.InferOutput<typeof scenario>;

export const journey = v.strictObject({
  id,
  name: label,
  aliases: v.optional(listOf(text)),
  description: v.optional(label),
  theme: v.optional(id),
  audience: v.optional(listOf(v.picklist(['person', 'organisation'], 'expected person or organisation'))),
  /** `gentle`: grief may be on the other side of the page. Nothing cheerful is said, and no rating is asked for. */
  tone: v.optional(v.picklist(['gentle'], 'expected gentle')),
  services: v.pipe(listOf(v.union([oneOf, use], 'expected a service, {use: …} or {oneOf: …}')), v.minLength(1, 'expected at least one service')),
  /** Lines a guide leaves open: shown as open, never filled in by us. */
  open: v.optional(listOf(v.strictObject({ id, name: label, ...marks }))),
  /** `explains`: why a number of this journey is what it is; docs/reductions.md shows it beside the number. */
  notes: v.optional(
    listOf(
      v.strictObject({
        zh: text,
        en: text,
        source: v.optional(id),
        illustrative: v.optional(yes),
        explains: v.optional(v.picklist(['acts', 'documents', 'counters', 'visits', 'days'], 'expected acts, documents, counters, visits or days')),
      }),
    ),
  ),
  jointPromise: v.optional(duration),
  /** The examples, the tests and the basis of published numbers; `typical` decides every service. */
  scenarios: v.optional(v.record(id, scenario), {}),
  ...marks,
});
export type Journey = v.InferOutput<typeof journey>;
