/**
 * `requests/ID.yaml`: a meeting with what was asked, what was answered, what was intended and what was promised – separate facts, each with
 * its own source. What the page does not print is left out here and shown as not printed.
 */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { oneOf, party, person, statement } from './part';
import { task } from './task';

const { civilDate, duration, id, label, listOf, marks, yes } = scalars;

const said = { by: id, at: v.optional(civilDate), points: listOf(statement), doubt: v.optional(label), ...marks };

export const requestEvent = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('reminded'), at: civilDate, ...marks }),
    v.strictObject({ kind: v.literal('kept'), at: civilDate, says: label, ...marks }),
    v.strictObject({ kind: v.literal('withdrawn'), at: civilDate, why: label, ...marks }),
  ],
  'expected one of reminded, kept, withdrawn',
);
export type DeclaredRequestEvent = v.InferOutput<typeof requestEvent>;

export const request = v.strictObject({
  id,
  name: label,
  kind: oneOf(['request', 'promise', 'meeting']),
  on: civilDate,
  place: v.optional(label),
  /** A request written inside an agreement uses the agreement's parties. */
  parties: v.optional(listOf(party)),
  present: v.optional(listOf(person)),
  /** `complete: false` when the page lost part of it. */
  asked: v.optional(v.strictObject({ of: id, complete: v.optional(yes), ...said })),
  answer: v.optional(v.strictObject(said)),
  /** What the other side intends of its own accord. */
  intends: v.optional(v.strictObject(said)),
  outcome: v.optional(listOf(statement)),
  /** What was told about the matter. */
  facts: v.optional(listOf(statement)),
  promises: v.optional(listOf(task)),
  /** The time for an answer, from the day of asking. */
  clock: v.optional(duration),
  events: v.optional(listOf(requestEvent)),
  ...marks,
});
export type DeclaredRequest = v.InferOutput<typeof request>;
