/** `orders/ID.yaml`: a public order, its clauses and the order it continues. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { leaveArea } from './leave-area';
import { moment, said } from './moment';
import { stayHome } from './stay-home';
import { venueClosure } from './venue-closure';

const { id, label, listOf, shape, text, yes, sourceId } = scalars;

const code = v.pipe(
  v.string('expected a division code'),
  v.regex(/^\d{6}(\d{3}(\d{3})?)?$/, 'expected a division code of 6, 9 or 12 digits'),
  shape({ type: 'string', pattern: '^\\d{6}(\\d{3}(\\d{3})?)?$' }),
);

export const clause = v.variant('kind', [stayHome, leaveArea, venueClosure], 'expected one of stay-home, leave-area, venue-closure');

export const order = v.strictObject({
  id,
  title: label,
  number: v.optional(label),
  /** Division it holds in. */
  area: code,
  issuer: v.strictObject({ name: label, area: code, ...said }),
  published: moment,
  aim: v.optional(v.strictObject({ ...label.entries, source: v.optional(sourceId) })),
  /** An order of the past, shown as a record: its page says that it is not in force today. */
  historical: v.optional(yes),
  /** The whole file is assumed; `note` says what. */
  ...said,
  cites: v.optional(listOf(sourceId)),
  /** The earlier order and, clause by clause, mine: theirs. A clause that continues another ends it at its own `from`. */
  continues: v.optional(v.strictObject({ order: id, clauses: v.record(id, id), ...said })),
  /** Clauses of earlier orders that this one lifts. */
  ends: v.optional(listOf(v.strictObject({ order: id, clause: id, at: moment, ...said }))),
  /** In force before it was published, and why. */
  retroactive: v.optional(v.strictObject({ reason: label, ...said })),
  clauses: v.pipe(listOf(clause), v.minLength(1, 'expected a list')),
  /** What the wording leaves open, how it is read here until somebody competent says, and who decided. */
  readings: v.optional(listOf(v.strictObject({ id, clause: id, open: label, reading: label, decidedBy: label, on: v.optional(text), ...said }))),
});
export type DeclaredOrder = v.InferOutput<typeof order>;
