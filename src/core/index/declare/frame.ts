/** `indices/ID.yaml`: the frame of a composite index somebody published: its levels with what is named and how many are counted, and the ranks given. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { code, namedItem, period } from './scalar';

const { civilDate, id, label, listOf, sourceId, whole, yes } = scalars;

const level = v.strictObject({ level: whole, name: label, count: whole, named: v.optional(listOf(namedItem)), source: sourceId });

export const frame = v.strictObject({
  id,
  name: label,
  edition: v.optional(v.strictObject({ number: whole, source: sourceId })),
  published: v.strictObject({ date: civilDate, source: sourceId }),
  publishers: v.strictObject({ open: yes, items: listOf(namedItem), source: v.optional(sourceId) }),
  /** How many are ranked. */
  ranked: v.strictObject({ count: whole, source: sourceId }),
  levels: listOf(level),
  ranks: listOf(v.strictObject({ area: code, rank: whole, period, asOf: civilDate, source: sourceId })),
  note: v.optional(label),
  source: sourceId,
});
export type Frame = v.InferOutput<typeof frame>;
