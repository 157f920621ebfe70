/** `rules/ID.yaml`: parameters, named rules, macros and decision tables, with the examples that show what they mean. */
import * as v from 'valibot';
import { limits } from '../../rules/set';
import { entity, type } from './concept';
import { civilDate, id, label, listOf, marks, rule, shape } from './scalar';

/** A name the rule language reads as one word. */
const name = v.pipe(
  v.string('expected a name: letters, digits and _, a letter after - and .'),
  v.regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]*(-[\p{L}_][\p{L}\p{M}\p{N}_]*)*$/u, 'expected a name: letters, digits and _, a letter after - and .'),
  v.maxLength(80, 'expected at most 80 characters'),
  shape({ type: 'string', pattern: '^[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*(-[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*)*$' }),
);
/** A figure, a code, a day or a rule: the type of the place says which. */
const written = v.pipe(v.string('expected text'), v.nonEmpty('expected text'), v.maxLength(2000, 'expected a rule of at most 2000 characters'), shape({ type: ['string', 'number', 'boolean'] }));
const few = <S extends v.GenericSchema>(item: S, most: number) => v.pipe(listOf(item), v.maxLength(most, `expected at most ${most} items`));

export const parameter = v.strictObject({ id: name, type, value: written, label: v.optional(label), unit: v.optional(label), ...marks });

/** What a row or an example comes to stands after `then`, as people say it. */
const row = v.strictObject({
  id: v.optional(id),
  when: few(written, limits.columns), // biome-ignore lint/suspicious/noThenProperty: a word of the file, never a promise.
  then: v.optional(written),
  ...marks,
});
export const table = v.strictObject({
  hit: v.picklist(['unique', 'first', 'collect'], 'expected unique, first or collect'),
  collect: v.optional(v.picklist(['sum', 'count', 'min', 'max', 'any', 'every'], 'expected sum, count, min, max, any or every')),
  columns: v.pipe(few(rule, limits.columns), v.minLength(1, 'expected at least one column')),
  rows: v.pipe(few(row, limits.rows), v.minLength(1, 'expected at least one row')),
  else: v.optional(written),
});

export const namedRule = v.pipe(
  v.strictObject({
    id: name,
    label: v.optional(label),
    type: v.optional(type, 'bool'),
    args: v.optional(few(v.strictObject({ id: name, type }), limits.args), []),
    is: v.optional(rule),
    table: v.optional(table),
    ...marks,
  }),
  v.check((r) => (r.is === undefined) !== (r.table === undefined), 'expected either is or table'),
);

const value: v.GenericSchema<string | Record<string, string>[]> = v.union([v.string(), listOf(v.record(v.string(), v.string()))], 'expected a value');
/** A missing fact is unknown, `null` is absent; the result `unknown` is one the facts leave open. */
export const example = v.strictObject({
  title: v.optional(label),
  at: v.optional(civilDate),
  when: v.optional(v.record(v.string(), value), {}), // biome-ignore lint/suspicious/noThenProperty: a word of the file, never a promise.
  then: v.record(v.string(), v.string()),
});

export const ruleSet = v.strictObject({
  id: name,
  name: label,
  /** Who or what the rules speak of, as in a service. */
  subjects: v.optional(v.record(id, entity), {}),
  parameters: v.optional(few(parameter, limits.rules), []),
  rules: v.optional(few(namedRule, limits.rules), []),
  examples: v.optional(few(example, limits.examples), []),
  ...marks,
});
export type RuleSet = v.InferOutput<typeof ruleSet>;
export type NamedRule = RuleSet['rules'][number];
export type Example = RuleSet['examples'][number];
