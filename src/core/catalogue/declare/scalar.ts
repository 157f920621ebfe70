/**
 * Scalars of the city folder. YAML is read with the failsafe schema, so every scalar arrives as text and the declared type parses it:
 * no code, id or date ever becomes a number on the way.
 */
import * as v from 'valibot';
import { parseDate } from '../../calendar/civil-date';

/** Says how a scalar is written in a file, for the JSON Schema writer; it stands before any transform, where the writer stops. */
export type Shape = { jsonSchema: Record<string, unknown> };
export const shape = <I>(jsonSchema: Record<string, unknown>) => v.metadata<I, Shape>({ jsonSchema });

const scalar = (what: string, pattern: RegExp, json: Record<string, unknown>) => v.pipe(v.string(`expected ${what}`), v.regex(pattern, `expected ${what}`), shape(json));

export const text = v.pipe(v.string('expected text'), v.nonEmpty('expected text'), v.maxLength(4000, 'expected at most 4000 characters'), shape({ type: 'string' }));
export const id = scalar('an id: letters, digits, - . _', /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' });
export const conceptId = scalar('a concept: subject.datum', /^[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9-]*)+$/, { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z][A-Za-z0-9-]*)+$' });
export const sourceId = scalar('the id of a source', /^[A-Za-z0-9][A-Za-z0-9._#-]{0,119}$/, { type: 'string' });
export const rule = v.pipe(
  v.string('expected a rule'),
  v.nonEmpty('expected a rule'),
  v.maxLength(2000, 'expected a rule of at most 2000 characters'),
  shape({ type: 'string', description: 'docs/rule-language.md' }),
);
export const civilDate = v.pipe(
  scalar('a date YYYY-MM-DD', /^\d{4}-\d{2}-\d{2}$/, { type: 'string', format: 'date' }),
  v.check((s) => isCivilDate(s), 'expected a date that exists'),
);
export const timeOfDay = scalar('a time HH:MM', /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { type: 'string', pattern: '^\\d\\d:\\d\\d$' });

export const yes = v.pipe(
  v.picklist(['true', 'false'], 'expected true or false'),
  shape({ type: 'boolean' }),
  v.transform((s) => s === 'true'),
);

export const whole = v.pipe(v.string('expected a whole number'), v.regex(/^\d{1,15}$/, 'expected a whole number'), shape({ type: 'integer', minimum: 0 }), v.transform(Number));

export const label = v.strictObject({ zh: text, en: text }, 'expected {zh, en}');
export type Label = v.InferOutput<typeof label>;

/** What every declared fact may carry: where it comes from, or that it is only typical. */
export const marks = {
  source: v.optional(sourceId),
  illustrative: v.optional(yes),
  note: v.optional(label),
};

/** `irreducible: {source}` marks what law forbids to drop; it makes the floor of the numbers. */
export const irreducible = { irreducible: v.optional(v.strictObject({ source: sourceId })) };

/** A length of time: working hours, working days, calendar days, weeks or months. Exactly one. */
export const duration = v.pipe(
  v.strictObject({ h: v.optional(whole), wd: v.optional(whole), days: v.optional(whole), weeks: v.optional(whole), months: v.optional(whole), ...marks }, 'expected a length of time such as {wd: 5}'),
  v.check((d) => [d.h, d.wd, d.days, d.weeks, d.months].filter((x) => x !== undefined).length === 1, 'expected exactly one of h, wd, days, weeks, months'),
);
export type Duration = v.InferOutput<typeof duration>;

/** A list of at most ten thousand items. */
export const listOf = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item, 'expected a list'), v.maxLength(10_000, 'expected at most 10000 items'));

/** An id that is also a plain file name. */
export const isId = (s: string): boolean => /^[a-z0-9][a-z0-9-]{0,79}$/.test(s);
export const isCivilDate = (s: string): boolean => parseDate(s) !== null;
