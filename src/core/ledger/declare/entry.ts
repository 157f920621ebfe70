/**
 * One movement of money, in the words of IATI made plain: intended (意向) → credited (授信) → drawn (提款) → repaid (还款), and cancelled for what
 * is taken back. Entries are only ever added at the end of the list. `at` is the day it took effect, `recorded` the day it was entered
 * (the same day unless said). Amounts stay text here: the money rules read them, so that "4.8" gets an answer an author can use.
 */
import * as v from 'valibot';
import { scalars } from '../../catalogue';

const { civilDate, id, label, listOf, marks, text, yes } = scalars;

const common = {
  at: civilDate,
  recorded: v.optional(civilDate),
  amount: text,
  currency: v.optional(text),
  /** Names this entry; one reference is entered once. */
  ref: id,
  /** The commitment it is for. */
  for: v.optional(id),
  ...marks,
};
/** Why credit stands above intent for a while. Without it such an entry is refused. */
const over = v.optional(label);
const share = v.strictObject({ party: id, share: text, ...marks });

const intended = v.strictObject({ kind: v.literal('intended'), ...common });
const credited = v.strictObject({ kind: v.literal('credited'), instrument: v.optional(id), revolving: v.optional(yes), shares: v.optional(listOf(share)), over, ...common });
const drawn = v.strictObject({ kind: v.literal('drawn'), line: id, ...common });
const repaid = v.strictObject({ kind: v.literal('repaid'), line: id, ...common });
/** Takes back credit of a line, or intent where no line is named. */
const cancelled = v.strictObject({ kind: v.literal('cancelled'), line: v.optional(id), over, ...common });

export const entry = v.variant('kind', [intended, credited, drawn, repaid, cancelled], 'expected one of intended, credited, drawn, repaid, cancelled');
export type DeclaredEntry = v.InferOutput<typeof entry>;
