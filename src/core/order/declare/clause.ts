/** What every clause says: in which window [from, to) it is in force, and where that is printed. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { moment, said } from './moment';

const { id, label, listOf, sourceId, whole } = scalars;

export const clauseParts = {
  id,
  title: label,
  /** The clause restated in our own words. */
  says: label,
  from: moment,
  /** The first instant at which it no longer holds. */
  to: v.optional(moment),
  /** In place of `to`, the words the order itself uses for an end it does not date. */
  until: v.optional(label),
  /** The length in days where the order states it beside the dates; the two must agree. */
  days: v.optional(whole),
  ...said,
  /** Further facts the clause rests on. */
  cites: v.optional(listOf(sourceId)),
};
