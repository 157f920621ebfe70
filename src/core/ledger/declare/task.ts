/** A task under a commitment, and what has happened to it since: given out, taken on, reported, its date moved, done, dropped, opened again. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { openList, owners, strength } from './part';

const { civilDate, duration, id, label, listOf, marks } = scalars;

const common = { at: civilDate, ...marks };
export const taskEvent = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('assigned'), to: owners, ...common }),
    v.strictObject({ kind: v.literal('accepted'), ...common }),
    v.strictObject({ kind: v.literal('reported'), says: label, ...common }),
    v.strictObject({ kind: v.literal('moved'), due: civilDate, why: label, ...common }),
    v.strictObject({ kind: v.literal('met'), says: label, ...common }),
    v.strictObject({ kind: v.literal('dropped'), why: label, ...common }),
    v.strictObject({ kind: v.literal('reopened'), why: label, ...common }),
  ],
  'expected one of assigned, accepted, reported, moved, met, dropped, reopened',
);
export type TaskEvent = v.InferOutput<typeof taskEvent>;

export const task = v.strictObject({
  id,
  name: label,
  owners,
  /** The body that is asked to do its part. */
  asked: v.optional(id),
  strength: v.optional(strength),
  /** A day, or a clock from the day of signing; neither means that no date was set. */
  due: v.optional(civilDate),
  clock: v.optional(duration),
  names: v.optional(openList),
  events: v.optional(listOf(taskEvent)),
  ...marks,
});
export type Task = v.InferOutput<typeof task>;
