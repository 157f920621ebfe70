/** Invented choices of documents, from few requirements to many, with and without producers whose outputs are evidence; and the answer found by trying everything. */
import type { Given, Problem, Requirement, Use } from '../journey/documents';

export type Shape = { requirements: number; producers: number; pool: number; lists: [least: number, most: number]; pieces: number; copies: boolean; optional: boolean };

/** @param chance numbers in [0, 1). Skewed sharing: the first pieces of the pool are wanted most. */
export function inventedProblem(shape: Shape, chance: () => number): Problem {
  const whole = (n: number) => Math.floor(chance() * n);
  const steps = Array.from({ length: shape.producers }, (_, i) => `s${i}`);
  const optional = new Map(steps.filter(() => shape.optional && chance() < 0.7).map((s) => [s, whole(4)] as const));
  const pieces = Array.from({ length: shape.pool }, (_, i) => {
    const free = chance() < 0.1;
    const given: Given[] = steps.filter(() => chance() < 1.5 / (shape.pool + 1)).map((by) => ({ by, at: by }));
    return { id: `p${i}`, price: free ? 0 : given.length && chance() < 0.5 ? null : 1 + whole(3), given };
  });
  // Every producer gives something, so that circles turn up.
  for (const by of steps) pieces[whole(Math.min(pieces.length, 2 * shape.producers))]!.given.push({ by, at: by });
  for (const p of pieces) p.given = [...new Map(p.given.map((g) => [g.by, g])).values()];
  const use = (): Use => {
    const p = pieces[Math.floor(chance() ** 1.6 * pieces.length)]!;
    return { piece: p.id, copies: shape.copies ? 1 + whole(3) : 1, kept: shape.copies && chance() < 0.2, source: { price: p.price, given: p.given } };
  };
  const requirements = Array.from({ length: shape.requirements }, (_, i): Requirement => {
    const step = steps.length && chance() < 0.7 ? steps[whole(steps.length)]! : null;
    const lists = Array.from({ length: shape.lists[0] + whole(shape.lists[1] - shape.lists[0] + 1) }, () => [
      ...new Map(Array.from({ length: 1 + whole(shape.pieces) }, () => use()).map((u) => [u.piece, u])).values(),
    ]);
    return { id: `r${String(i).padStart(3, '0')}`, by: step !== null && optional.has(step) ? step : null, at: step ?? 'filing', lists };
  });
  return { requirements, producers: optional, order: () => [] };
}

/** How many ways there are to meet all requirements, those of optional producers included. */
export const waysOf = (p: Problem): number => p.requirements.reduce((n, r) => n * r.lists.reduce((m, l) => m + sources(l).length, 0), 1);

export type Tried = { cost: number; count: number; ids: string[] };

/** Tries every way there is, with nothing left out; null when none can be carried out. */
export function byTryingEverything(problem: Problem): Tried | null {
  let best: Tried | null = null;
  const decided = new Map<string, { use: Use; from: string | null; at: string }[]>();
  const taken = () => new Set([...decided.values()].flat().flatMap((x) => (x.from !== null && problem.producers.has(x.from) ? [x.from] : [])));
  const walk = () => {
    const steps = taken();
    const next = problem.requirements.find((r) => !decided.has(r.id) && (r.by === null || steps.has(r.by)));
    if (!next) {
      const found = priced(problem, [...decided.values()].flat(), steps);
      if (found && (!best || before(found, best))) best = found;
      return;
    }
    for (const list of next.lists)
      for (const from of sources(list)) {
        decided.set(
          next.id,
          list.map((use, i) => ({ use, from: from[i]!, at: next.at })),
        );
        walk();
        decided.delete(next.id);
      }
  };
  walk();
  return best;
}

const before = (a: Tried, b: Tried) => a.cost < b.cost || (a.cost === b.cost && (a.count < b.count || (a.count === b.count && a.ids.join() < b.ids.join())));

function sources(list: readonly Use[]): (string | null)[][] {
  if (list.length === 0) return [[]];
  const [first, ...rest] = list as [Use, ...Use[]];
  const here = [...(first.source.price === null ? [] : [null]), ...first.source.given.map((g) => g.by)];
  return here.flatMap((h) => sources(rest).map((r) => [h, ...r]));
}

function priced(problem: Problem, uses: readonly { use: Use; from: string | null; at: string }[], steps: ReadonlySet<string>): Tried | null {
  const after = new Map<string, Set<string>>();
  for (const { use, from, at } of uses)
    if (from !== null) {
      const moment = use.source.given.find((g) => g.by === from)!.at;
      after.set(moment, (after.get(moment) ?? new Set()).add(at));
    }
  const onTheWay = new Set<string>();
  const done = new Set<string>();
  const circles = (m: string): boolean => {
    if (done.has(m)) return false;
    if (onTheWay.has(m)) return true;
    onTheWay.add(m);
    const found = [...(after.get(m) ?? [])].some(circles);
    onTheWay.delete(m);
    done.add(m);
    return found;
  };
  if ([...after.keys()].some(circles)) return null;
  const pieces = new Map<string, { price: number; most: number; kept: number }>();
  for (const { use, from } of uses) {
    if (from !== null || !use.source.price || use.copies === 0) continue;
    const p = pieces.get(use.piece) ?? { price: use.source.price, most: 0, kept: 0 };
    if (use.kept) p.kept += use.copies;
    else p.most = Math.max(p.most, use.copies);
    pieces.set(use.piece, p);
  }
  let cost = 0;
  for (const by of steps) cost += problem.producers.get(by)!;
  for (const p of pieces.values()) cost += p.price * (p.most + p.kept);
  return { cost, count: pieces.size, ids: [...pieces.keys()].sort() };
}
