/**
 * The cheapest choice of documents: cover → reductions → parts → own branch and bound → a solver, where one is given, for a
 * part that defeats it → the best found, with the proven gap. Exact in cost, then number of pieces, then their ids.
 */
import { coverOf, type Cover, type Option } from './cover';
import { partsOf, type Part } from './parts';
import type { Choice, Problem, Selection, Solve } from './problem';
import { solveWith } from './program';
import { reduce, take, type Reduced } from './reduce';
import { search } from './search';

/** Nodes of the branch and bound per part; somewhat under a second on the machine of the benchmarks. */
export const patience = 12_000;

/** Null when no choice can be carried out – whatever is chosen, somebody waits for himself –, or none was found. */
export function select(problem: Problem, solve?: Solve, limit = patience): Selection | null {
  const cover = coverOf(problem);
  const reduced = reduce(cover);
  if (!reduced) return null;
  let gap = 0;
  for (const part of partsOf(reduced)) {
    const found = decide(part, reduced, solve, limit);
    if (!found) return null;
    gap += found.gap;
    found.chosen.forEach((o, c) => {
      if (o && !take(reduced, part.clauses[c]!, { ...o, items: o.items.map((i) => part.items[i]!) })) throw new Error('a choice that was searched closes a circle');
    });
  }
  settleImplied(reduced);
  return { ...selectionOf(cover, reduced), proof: gap === 0 ? 'optimal' : 'gap', gap };
}

type Decided = { chosen: (Option | null)[]; gap: number };

function decide(part: Part, r: Reduced, solve: Solve | undefined, limit: number): Decided | null {
  const { scale } = r.cover;
  const found = search(part, r.order, scale, limit);
  if (found.complete) return found.chosen && { chosen: found.chosen, gap: 0 };
  const solved = solve && solveWith(solve, part, r.order);
  const bound = Math.max(found.bound, solved?.bound ?? 0);
  const better = solved?.chosen && solved.weight < found.weight ? solved : found;
  if (!better.chosen) return null;
  // Costs are whole; a bound between two of them proves the upper one.
  return { chosen: better.chosen, gap: bound > better.weight - 1 + 1e-6 ? 0 : Math.max(0, Math.floor(better.weight / scale) - Math.floor(Math.ceil(bound - 1e-6) / scale)) };
}

/** Clauses that others fulfil take the first option that costs nothing now. */
function settleImplied(r: Reduced): void {
  for (const c of r.implied) {
    const { by, options } = r.cover.clauses[c]!;
    if (by >= 0 && !r.paid[by]) continue;
    if (!options.some((o) => o.own === 0 && o.items.every((i) => r.paid[i]) && take(r, c, o))) throw new Error('an implied requirement is not fulfilled');
  }
}

function selectionOf(cover: Cover, r: Reduced): Pick<Selection, 'choices' | 'cost' | 'count' | 'ids'> {
  const chosen = cover.clauses.flatMap((_, c): Choice[] => (r.chosen[c] ? [r.chosen[c]!.choice] : []));
  const pieces = cover.pieces.filter((p) => r.paid[p.item]);
  return { choices: chosen, cost: Math.floor(r.weight / cover.scale), count: r.weight % cover.scale, ids: pieces.map((p) => p.id) };
}
