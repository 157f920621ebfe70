/** Venues stay closed: a list of kinds, some only under a condition, and often "and other places" (等), which leaves the list open. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { clauseParts } from './clause';
import { said } from './moment';

const { id, label, listOf, yes } = scalars;

export const closedVenue = v.strictObject({
  venue: id,
  when: v.optional(v.strictObject({ indoor: v.optional(yes), enclosed: v.optional(yes), urban: v.optional(yes) })),
  ...said,
});
export type ClosedVenue = v.InferOutput<typeof closedVenue>;

export const venueClosure = v.strictObject({
  kind: v.literal('venue-closure'),
  ...clauseParts,
  closed: v.pipe(listOf(closedVenue), v.minLength(1, 'expected a list')),
  /** The open end of the list: places with a crowd. What counts is for people to judge, so it never answers "open". */
  others: v.optional(
    v.strictObject({
      says: label,
      /** Kinds read as places without a crowd unless the question says otherwise. */
      notMeant: v.optional(v.strictObject({ venues: listOf(id), ...said })),
      ...said,
    }),
  ),
});
export type VenueClosure = v.InferOutput<typeof venueClosure>;
