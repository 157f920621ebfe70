/** Residents stay at home, except while doing one of the exempt kinds of work. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { clauseParts } from './clause';
import { said } from './moment';

const { id, listOf } = scalars;

export const stayHome = v.strictObject({
  kind: v.literal('stay-home'),
  ...clauseParts,
  binds: v.literal('residents', 'expected one of residents'),
  /** Kinds of work, `core/order/words.ts`. */
  exempt: v.optional(listOf(v.strictObject({ work: id, ...said })), []),
});
export type StayHome = v.InferOutput<typeof stayHome>;
