/**
 * What travels between the product and a register: JSON over POST, so that no number stands in a URL or an access log.
 *
 * `about` repeats the key that the record itself carries. The reader compares it with what was asked; a register that answers for someone else
 * is found out before anyone sees the record. Basis and purpose travel with every request and are written into the register's own usage log.
 */
import * as v from 'valibot';

const short = v.pipe(v.string(), v.maxLength(200));
const names = v.pipe(v.array(short), v.maxLength(200));
const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?([+-]\d{2}:\d{2}|Z)$/));

const key = v.object({ datum: v.pipe(short, v.nonEmpty()), value: v.pipe(short, v.nonEmpty()) });
export type Key = v.InferOutput<typeof key>;

export const purpose = v.object({ basis: v.pipe(short, v.nonEmpty()), journey: v.nullable(short), draft: short, actor: v.pipe(short, v.nonEmpty()) });
export type Purpose = v.InferOutput<typeof purpose>;

/** POST /{register}/read */
export const readRequest = v.object({ key, data: names, evidence: names, purpose });
export type ReadRequest = v.InferOutput<typeof readRequest>;
/** POST /{register}/related */
export const relatedRequest = v.object({ key, purpose });
export type RelatedRequest = v.InferOutput<typeof relatedRequest>;

const scalar = v.union([v.pipe(v.string(), v.maxLength(4000)), v.pipe(v.number(), v.finite()), v.boolean(), v.null()]);

const withoutData = [
  v.object({ state: v.literal('none') }),
  v.object({ state: v.literal('no-match') }),
  v.object({ state: v.literal('multiple') }),
  v.object({ state: v.literal('later'), notBefore: instant }),
  v.object({ state: v.literal('denied'), reason: v.pipe(v.string(), v.maxLength(500)) }),
] as const;

export const readAnswer = v.variant('state', [v.object({ state: v.literal('found'), about: key, data: v.record(v.string(), scalar), evidence: names, asOf: instant }), ...withoutData]);
export type ReadAnswer = v.InferOutput<typeof readAnswer>;

const relative = v.object({ relation: v.picklist(['spouse', 'child', 'parent', 'business']), key, name: v.pipe(v.string(), v.maxLength(400)) });
export const relatedAnswer = v.variant('state', [v.object({ state: v.literal('found'), about: key, related: v.pipe(v.array(relative), v.maxLength(500)) }), ...withoutData]);
export type RelatedAnswer = v.InferOutput<typeof relatedAnswer>;

/** GET /{register}/usage: newest first. */
export type Usage = { at: string; what: 'read' | 'related'; key: Key; data: string[]; evidence: string[]; purpose: Purpose; state: ReadAnswer['state'] };

export const sameKey = (a: Key, b: Key): boolean => a.datum === b.datum && a.value === b.value;
