/** Whoever is in the area, resident or not, does not leave it, unless with a reason and the required document. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';
import { clauseParts } from './clause';
import { said } from './moment';

const { text, yes } = scalars;

export const leaveArea = v.strictObject({
  kind: v.literal('leave-area'),
  ...clauseParts,
  binds: v.literal('present', 'expected one of present'),
  unless: v.strictObject({
    reason: yes,
    test: v.strictObject({
      kind: v.literal('nucleic-acid', 'expected one of nucleic-acid'),
      result: v.literal('negative', 'expected one of negative'),
      /** ISO 8601, `PT24H`. */
      within: text,
      countedFrom: v.literal('sampling', 'expected one of sampling'),
      /** Whether a test exactly that old still counts. */
      edge: v.picklist(['included', 'excluded'], 'expected one of included, excluded'),
      ...said,
    }),
    ...said,
  }),
});
export type LeaveArea = v.InferOutput<typeof leaveArea>;
