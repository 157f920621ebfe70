/** `statistics/ID.yaml`: figures of one area and period, each with how it came about and when it was known. Earlier figures are kept beside later ones. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { code, decimal, period, unit } from './scalar';

const { civilDate, id, label, listOf, sourceId } = scalars;

export const statuses = ['reported', 'preliminary', 'estimated', 'revised', 'target', 'unnamed'] as const;
export const status = v.picklist(statuses, 'expected reported, preliminary, estimated, revised, target or unnamed');
export type Status = v.InferOutput<typeof status>;

export const statistic = v.strictObject({
  id,
  area: code,
  name: label,
  period,
  periodSource: v.optional(sourceId),
  observations: listOf(v.strictObject({ indicator: id, value: decimal, unit, status, asOf: civilDate, source: sourceId })),
  /** Ratios worked out from two of the figures, to show whether they fit; never stored as figures. */
  checks: v.optional(listOf(v.strictObject({ id, name: label, of: id, per: id, note: v.optional(label) }))),
});
export type Statistic = v.InferOutput<typeof statistic>;
