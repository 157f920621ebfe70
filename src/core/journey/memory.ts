/**
 * What a walk through many situations of one basket and one day remembers: which answers changed when, so that what was found before
 * is looked at again only where an answer touches it. What was found is kept by those who found it (`keptIn`).
 */
import { isDeclined } from '../case/declined';
import type { Values } from '../case/event';
import type { KnownFacts } from './plan';

export type Memory = {
  /** The situation before, and how many there were; `since` which one the facts known are the same. */
  last: { answers: Values; known: KnownFacts; at: number; since: number; declined: boolean } | null;
  /** In which situation a concept or list was last answered otherwise. */
  changedAt: Map<string, number>;
  /** What others keep of this walk, and of both walks through a basket. */
  own: Parts;
  shared: Parts;
};
/** What files keep along with something, each under the function that made it. */
// biome-ignore lint/suspicious/noExplicitAny: each part is made of what its own maker takes
export type Parts = Map<(...from: any[]) => unknown, unknown>;

/** @param beside of another walk through the same basket on the same day. */
export const memory = (beside?: Memory): Memory => ({ last: null, changedAt: new Map(), own: new Map(), shared: beside?.shared ?? new Map() });

/**
 * What a file keeps along with a walk or a basket, made when it is first asked for; it goes when they go. (Beside them, in a WeakMap, it would outlive them:
 * V8's young collections take a value whose table is old for alive, and each compilation would leave some megabytes to the next full one.)
 */
export function keptIn<T, From extends unknown[]>(parts: Parts, make: (...from: From) => T, ...from: From): T {
  let part = parts.get(make) as T | undefined;
  if (part === undefined) parts.set(make, (part = make(...from)));
  return part;
}

/**
 * This situation's number; the concepts and lists answered otherwise than in the one before, null where that is not known;
 * since which situation that is known; and whether anything is "I don't know".
 */
export type Turn = { at: number; changed: ReadonlySet<string> | null; changedAt: ReadonlyMap<string, number>; since: number; declined: boolean };

/** @param told what has been answered since the situation before, where the caller knows: a walk writes on into the same answers. */
export function nextTurn(kept: Memory, answers: Values, known: KnownFacts, told?: ReadonlySet<string>): Turn {
  const { last, changedAt } = kept;
  const at = (last?.at ?? 0) + 1;
  const isKnown = last?.known === known;
  const goesOn = told && isKnown && last.answers === answers;
  const declined = goesOn ? last.declined || [...told].some((c) => isDeclined(answers[c])) : Object.values(answers).some(isDeclined) || Object.values(known.values).some(isDeclined);
  const since = isKnown ? last.since : at;
  let changed: Set<string> | null = null;
  if (goesOn) changed = new Set(told);
  else if (isKnown) {
    changed = new Set();
    for (const c in answers) if (answers[c] !== last.answers[c]) changed.add(c);
    for (const c in last.answers) if (!(c in answers)) changed.add(c);
  }
  for (const c of changed ?? []) changedAt.set(c, at);
  kept.last = { answers: told ? answers : { ...answers }, known, at, since, declined };
  return { at, changed, changedAt, since, declined };
}

/** What was found, from what, and in which situation it was last seen to hold. */
export type Kept<From, Found> = { from: From; found: Found; at: number };

/** True when it was found in this situation, or nothing it reads was answered otherwise since. */
export function stillHolds(kept: Kept<unknown, unknown>, { at, since, changedAt }: Turn, reads: ReadonlySet<string>): boolean {
  if (kept.at === at) return true;
  // A later situation may have been made meanwhile, of other answers.
  if (kept.at < since || kept.at > at) return false;
  for (const name of reads) if ((changedAt.get(name) ?? 0) > kept.at) return false;
  return true;
}
