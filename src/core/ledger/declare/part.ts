/** What agreements and requests share: parties, people, lists that stay open, sentences with a source, and how strong a promise is. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';

const { id, label, listOf, marks, text, yes } = scalars;

export const oneOf = <const T extends readonly [string, ...string[]]>(options: T) => v.picklist(options, `expected one of ${options.join(', ')}`);

/** 必须、完成、加快、推动、力争、意向, as printed: part of the fact. */
export const strengths = ['must', 'complete', 'accelerate', 'push', 'strive', 'intend'] as const;
export const strength = oneOf(strengths);
export type Strength = v.InferOutput<typeof strength>;

export const party = v.strictObject({ id, name: label, role: v.optional(oneOf(['city', 'government', 'enterprise', 'bank', 'school', 'owner'])), ...marks });
export type Party = v.InferOutput<typeof party>;

/** Somebody named on the page, with the post and the part printed there. */
export const person = v.strictObject({ name: label, post: v.optional(label), did: v.optional(listOf(oneOf(['chaired', 'spoke', 'received', 'promised', 'asked']))), ...marks });
export type Person = v.InferOutput<typeof person>;

/** A list that ends in “and others” (等) is `open`: it is never counted and never closed. */
export const openList = v.strictObject({ open: yes, items: listOf(v.strictObject({ id, name: label, ...marks })), ...marks });
export type OpenList = v.InferOutput<typeof openList>;

/** One thing said, with its word of promise if one is printed, and the doubt about the print if there is one. */
export const statement = v.strictObject({ zh: text, en: text, strength: v.optional(strength), names: v.optional(openList), doubt: v.optional(label), ...marks });
export type Statement = v.InferOutput<typeof statement>;

/** Who has to do it: one party, or several together where the page names several. */
export const owners = listOf(id);
