/**
 * What a question costs the person who answers it. No survey stands behind these numbers: they are our assumption, declared here
 * and nowhere else; a datum may state its own `cost`. They only order questions – nothing is asked or left out because of them.
 */
import { codesOf } from '../catalogue';
import type { Prepared } from './basket';

export const costs = {
  /** A yes or no, or one of a list. */
  tap: 1,
  /** Something to look up or remember, and type. */
  typing: 3,
  /** A paper to fetch and upload. */
  document: 20,
} as const;

export function costOf(prepared: Prepared, concept: string): number {
  const datum = prepared.datum(concept)?.datum;
  if (!datum) return prepared.choices.has(concept) ? costs.tap : costs.typing;
  if (datum.cost !== undefined) return datum.cost;
  if (datum.type === 'file') return costs.document;
  return datum.type === 'bool' || codesOf(prepared.law, datum.type) ? costs.tap : costs.typing;
}
