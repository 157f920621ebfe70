/** An instant in an order file: text with an offset, or with its marks. What is not printed is `assumed` and says so in a note. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';

const { text, marks, yes } = scalars;

/** Marks of a fact in an order: its source, or that it is assumed, and a word about it. */
export const said = { source: marks.source, note: marks.note, assumed: v.optional(yes) };

const inFull = v.strictObject({ at: text, ...said });
export type Moment = v.InferOutput<typeof inFull>;
export const moment = v.union(
  [
    v.pipe(
      text,
      v.transform((at): Moment => ({ at })),
    ),
    inFull,
  ],
  'expected an instant with an offset, or {at, source, assumed, note}',
);
