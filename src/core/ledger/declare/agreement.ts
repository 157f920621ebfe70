/** `agreements/ID.yaml`: what was signed, by whom, and what it commits to. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { entry } from './entry';
import { oneOf, openList, owners, party, person, statement, strength } from './part';
import { request } from './request';
import { task } from './task';

const { civilDate, id, label, listOf, marks, text, whole, yes } = scalars;

export const commitment = v.strictObject({
  id,
  part: v.optional(id),
  /** Either a name, or `unnamed: true` for one that is counted but not named on the page. */
  name: v.optional(label),
  unnamed: v.optional(yes),
  owners,
  /** Left out where the page prints no word of promise; never guessed. */
  strength: v.optional(strength),
  /** Fen, as printed at signing; the money entries of that day must say the same. */
  amount: v.optional(text),
  names: v.optional(openList),
  tasks: v.optional(listOf(task)),
  ...marks,
});
export type Commitment = v.InferOutput<typeof commitment>;

export const agreement = v.strictObject({
  id,
  name: label,
  kind: oneOf(['framework', 'contract', 'credit']),
  /** The agreement this one was made under; its credit counts against that one's intent. */
  under: v.optional(id),
  signed: civilDate,
  term: v.optional(v.strictObject({ name: label, from: v.optional(civilDate), to: v.optional(civilDate), ...marks })),
  purpose: statement,
  parties: listOf(party),
  present: v.optional(listOf(person)),
  witnesses: v.optional(listOf(person)),
  fields: v.optional(openList),
  areas: v.optional(openList),
  instruments: v.optional(openList),
  advice: v.optional(statement),
  /** “1+5+10”: the numbers of commitments of each part, in the order of `parts`. */
  formula: v.optional(v.strictObject({ text, ...marks })),
  parts: v.optional(listOf(v.strictObject({ id, name: label, count: v.optional(whole), ...marks }))),
  commitments: listOf(commitment),
  money: v.optional(listOf(entry)),
  requests: v.optional(listOf(request)),
  notes: v.optional(listOf(statement)),
  ...marks,
});
export type DeclaredAgreement = v.InferOutput<typeof agreement>;
