/** What is left after the reductions, cut into parts that share nothing: neither a piece, nor a producer, nor a possible circle. */
import type { Option } from './cover';
import { isActive, isUndecided, type Reduced } from './reduce';

/** Clauses and items of one part, numbered from 0. */
export type Part = {
  clauses: number[];
  items: number[];
  options: Option[][];
  weight: Float64Array;
  bit: bigint[];
  opens: number[][];
  active: boolean[];
};

export function partsOf(r: Reduced): Part[] {
  const open = r.live.flatMap((_, c) => (isUndecided(r, c) ? [c] : []));
  const root = new Map<string, string>();
  const find = (x: string): string => {
    let up = root.get(x) ?? x;
    while (up !== (root.get(up) ?? up)) up = root.get(up)!;
    root.set(x, up);
    return up;
  };
  const join = (a: string, b: string) => root.set(find(a), find(b));
  for (const c of open) {
    for (const o of r.live[c]!) {
      for (const i of o.items) join(`c${c}`, `i${i}`);
      for (const [a] of o.arcs) join(`c${c}`, `p${r.cover.part[a]}`);
    }
    if (!isActive(r, c)) join(`c${c}`, `i${r.cover.clauses[c]!.by}`);
  }
  const groups = new Map<string, number[]>();
  for (const c of open) groups.set(find(`c${c}`), [...(groups.get(find(`c${c}`)) ?? []), c]);
  return [...groups.values()].filter((clauses) => clauses.some((c) => isActive(r, c))).map((clauses) => partOf(r, clauses));
}

function partOf(r: Reduced, clauses: number[]): Part {
  const items = [...new Set(clauses.flatMap((c) => r.live[c]!.flatMap((o) => o.items)))];
  const own = new Map(items.map((item, i) => [item, i] as const));
  const at = new Map(clauses.map((c, k) => [c, k] as const));
  return {
    clauses,
    items,
    options: clauses.map((c) => r.live[c]!.map((o) => ({ ...o, items: o.items.map((i) => own.get(i)!) }))),
    weight: Float64Array.from(items, (i) => r.cover.weight[i]!),
    bit: items.map((i) => r.cover.bit[i]!),
    opens: items.map((i) => r.cover.opens[i]!.flatMap((c) => at.get(c) ?? [])),
    active: clauses.map((c) => isActive(r, c)),
  };
}
