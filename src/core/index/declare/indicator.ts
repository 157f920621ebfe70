/** `indicators/ID.yaml`: what is counted, in which unit, and which way is better. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { unit } from './scalar';

const { id, label, marks } = scalars;

export const indicator = v.strictObject({
  id,
  name: label,
  unit,
  direction: v.picklist(['up', 'down'], 'expected up or down'),
  /** This indicator is the change of that one on the year before, in percent. */
  growthOf: v.optional(id),
  ...marks,
});
export type Indicator = v.InferOutput<typeof indicator>;
