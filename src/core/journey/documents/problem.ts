/**
 * The choice of documents, stated apart from services and answers: requirements, each met by one of its lists, and for
 * every use of a piece where it may come from. Whatever solves it is checked by `replay`.
 */

/** A piece in a list. `source` says how it may be had for this use. */
export type Use = { piece: string; copies: number; kept: boolean; source: Source };
/** `price` per copy brought – 0 where somebody else supplies it, null where it cannot be brought –, or given by a producer at a moment. */
export type Source = { price: number | null; given: readonly Given[] };
export type Given = { by: string; at: string };

/** @property by the optional producer that brings the requirement with it; null when it is required in any case. */
export type Requirement = { id: string; by: string | null; at: string; lists: readonly (readonly Use[])[] };

export type Problem = {
  requirements: readonly Requirement[];
  /** Optional producers and what taking each costs; a producer that is not here is taken in any case, at no cost. */
  producers: ReadonlyMap<string, number>;
  /** Moments of which the first lies before the second, whatever is chosen. Read only where a choice could close a circle. */
  order(): readonly (readonly [string, string])[];
};

/** One list per requirement that has to be met, and for every use in it the producer, or null where the piece is brought. */
export type Choice = { requirement: string; list: number; from: readonly (string | null)[] };
export type Selection = { choices: Choice[]; cost: number; count: number; ids: string[]; proof: 'optimal' | 'gap'; gap: number };

/** Minimises `program` (CPLEX LP text, binary variables); comes in as an argument, so that the core knows no solver. */
export type Solve = (program: string) => { status: 'optimal' | 'stopped' | 'impossible'; values: ReadonlyMap<string, number>; bound: number };
