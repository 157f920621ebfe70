/** The list compiled, with and without one of its items: nothing is known about the person yet, so every open service counts as needed. */
import { difference, ifAllIn, type Compared, type Compiled, type Difference } from '../../core/journey';
import { compiledFor } from '../before/figures';
import type { Visit } from '../visit';
import { basketFor } from './asked';

export const compiledItems = (v: Visit, items: readonly string[]): Compiled => compiledFor(v, basketFor(v.law, items))!;

const all = new WeakMap<Compiled, Compared>();
function wholly(compiled: Compiled): Compared {
  let found = all.get(compiled);
  if (!found) all.set(compiled, (found = ifAllIn(compiled)));
  return found;
}

/** What goes and what comes when the list changes from one to the other. */
export const between = (v: Visit, from: readonly string[], to: readonly string[]): Difference => difference(wholly(compiledItems(v, from)), wholly(compiledItems(v, to)));

export type Cost = { questions: number; documents: number };
/** What one more item costs the person, in questions and documents; null for an empty list or what is in it. */
export function costOf(v: Visit, item: string): Cost | null {
  const { list } = v;
  if (list.length === 0 || list.includes(item)) return null;
  const { questions, documents } = between(v, list, [...list, item]);
  return { questions: questions.added.length, documents: documents.added.length };
}
