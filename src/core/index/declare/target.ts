/**
 * `targets/ID.yaml`: what an area promised. A measured target says indicator, op, value and unit together; a target without them is a task in
 * words. `year: none` says that the source prints no year. `strength` is the printed word of promise and is left out where there is none.
 */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { code, decimal, strength, unit, yearOrNone } from './scalar';

const { id, label, listOf, sourceId } = scalars;

export const operators = ['above', 'at-least', 'at-most', 'below'] as const;

export const target = v.strictObject({
  id,
  area: code,
  name: label,
  indicator: v.optional(id),
  op: v.optional(v.picklist(operators, 'expected an operator above, at-least, at-most, below')),
  value: v.optional(decimal),
  unit: v.optional(unit),
  year: yearOrNone,
  /** How the source words the time where it prints no year. */
  horizon: v.optional(label),
  strength: v.optional(strength),
  /** The word the source uses where it is none of the six strengths. */
  verb: v.optional(label),
  /** Measured on this site by what joining the shipped journeys saves. */
  measuredBy: v.optional(v.literal('journeys', 'expected journeys')),
  source: sourceId,
  yearSource: v.optional(sourceId),
  /** Further facts it rests on. */
  also: v.optional(listOf(sourceId)),
  note: v.optional(label),
});
export type Target = v.InferOutput<typeof target>;
