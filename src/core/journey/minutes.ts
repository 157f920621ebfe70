/**
 * How long it takes to fill in, by one published rule (docs/numbers.md): the weights that démarches-simplifiées measured for its own forms – a
 * short field 5 s, a field to be copied or composed 1 min, an attachment 3 min. A list counts each row. Optional documents count nothing, as in
 * the numbers.
 */
import type { Prepared } from './basket';
import { costs } from './costs';
import type { Compared } from './difference';

export const seconds = { short: 5, complex: 60, attachment: 180 } as const;

/** Copied character by character, or put together from parts. */
const complexTypes: ReadonlySet<string> = new Set(['id-number', 'credit-code', 'address', 'instant']);

export function secondsOf(prepared: Pick<Prepared, 'datum'>, concept: string): number {
  const datum = prepared.datum(concept)?.datum;
  if (!datum) return seconds.short;
  if (datum.type === 'file') return seconds.attachment;
  return complexTypes.has(datum.type) || (datum.cost ?? 0) > costs.typing ? seconds.complex : seconds.short;
}

/** What the minutes are made of. */
export type FillingIn = { short: number; complex: number; attachments: number; minutes: number };

/**
 * Whole minutes, rounded up; at least one where anything is asked or handed over.
 * @param rows of the list a concept is a datum of; 1 for all else
 */
export function fillingIn(prepared: Pick<Prepared, 'datum'>, plan: Pick<Compared, 'questions' | 'documents'>, rows: (concept: string) => number = () => 1): FillingIn {
  const count = { short: 0, complex: 0, attachments: plan.documents.pieces.length };
  for (const { concept } of plan.questions) {
    const takes = secondsOf(prepared, concept);
    count[takes === seconds.attachment ? 'attachments' : takes === seconds.complex ? 'complex' : 'short'] += rows(concept);
  }
  const total = count.short * seconds.short + count.complex * seconds.complex + count.attachments * seconds.attachment;
  return { ...count, minutes: Math.ceil(total / 60) };
}
