/**
 * What can be settled without trying: options another option of the same clause makes pointless, options the order forbids,
 * clauses with one option left, clauses another clause fulfils anyway. Most baskets are settled here.
 */
import type { Clause, Cover, Option } from './cover';
import { order, type Order } from '../order';

export type Reduced = {
  cover: Cover;
  order: Order;
  paid: Uint8Array;
  chosen: (Option | null)[];
  /** Options still to be considered, per clause, without the items paid already. */
  live: Option[][];
  /** Clauses that some other clause fulfils: they take what costs nothing in the end. */
  implied: Set<number>;
  weight: number;
};

/** Null when no choice at all can be carried out. */
export function reduce(cover: Cover): Reduced | null {
  const r: Reduced = {
    cover,
    order: order(cover.moments, cover.fixed),
    paid: new Uint8Array(cover.weight.length),
    chosen: cover.clauses.map(() => null),
    live: cover.clauses.map((c) => [...c.options]),
    implied: new Set(),
    weight: 0,
  };
  const banned = new Uint8Array(cover.weight.length);
  for (let changed = true; changed; ) {
    changed = false;
    const sharers = sharersOf(r);
    for (let c = 0; c < cover.clauses.length; c++) {
      if (r.chosen[c] || r.implied.has(c)) continue;
      const before = r.live[c]!.length;
      r.live[c] = pruned(
        r,
        r.live[c]!.filter((o) => !o.items.some((i) => banned[i])),
        sharers,
      );
      if (r.live[c]!.length !== before) changed = true;
      if (r.live[c]!.length === 0) {
        const by = cover.clauses[c]!.by;
        if (isActive(r, c)) return null;
        if (!banned[by]) changed = true;
        banned[by] = 1;
      } else if (isActive(r, c) && (r.live[c]!.length === 1 || isFree(r.live[c]![0]!))) {
        if (!take(r, c, r.live[c]![0]!)) return null;
        changed = true;
      }
    }
    if (!changed) changed = dropImplied(r);
  }
  return r;
}

export const isActive = (r: Reduced, c: number) => r.cover.clauses[c]!.by < 0 || r.paid[r.cover.clauses[c]!.by] === 1;
/** A clause without options is one that nothing brings any more. */
export const isUndecided = (r: Reduced, c: number) => r.chosen[c] === null && !r.implied.has(c) && r.live[c]!.length > 0;
const isFree = (o: Option) => o.own === 0 && o.items.length === 0 && o.arcs.length === 0;

/** Settles a clause; false when the order forbids it. */
export function take(r: Reduced, c: number, o: Option): boolean {
  if (!r.order.add(o.arcs)) return false;
  r.chosen[c] = o;
  r.weight += o.own;
  for (const i of o.items) {
    if (r.paid[i]) continue;
    r.paid[i] = 1;
    r.weight += r.cover.weight[i]!;
  }
  return true;
}

/** How many undecided clauses could use an item. */
function sharersOf(r: Reduced): Int32Array {
  const sharers = new Int32Array(r.paid.length);
  for (let c = 0; c < r.live.length; c++) if (isUndecided(r, c)) for (const i of new Set(r.live[c]!.flatMap((o) => o.items))) sharers[i]!++;
  return sharers;
}

function pruned(r: Reduced, options: readonly Option[], sharers: Int32Array): Option[] {
  const possible = options.map((o) => (o.items.some((i) => r.paid[i]) ? { ...o, items: o.items.filter((i) => !r.paid[i]) } : o)).filter((o) => o.arcs.length === 0 || isPossible(r.order, o));
  const gone = new Set<Option>();
  possible.forEach((o, k) => {
    if (possible.some((m, j) => j !== k && !gone.has(m) && makesPointless(r.cover, m, o, j < k, sharers))) gone.add(o);
  });
  return gone.size ? possible.filter((o) => !gone.has(o)) : possible;
}

function isPossible(o: Order, option: Option): boolean {
  const possible = o.add(option.arcs);
  if (possible) o.remove(option.arcs);
  return possible;
}

/**
 * Whether taking `m` is never worse than `o`: what `m` needs besides costs at most what of `o` nobody else could use. In a
 * tie the pieces that come first by id win, and among the same pieces the option that stands first.
 */
function makesPointless(cover: Cover, m: Option, o: Option, first: boolean, sharers: Int32Array): boolean {
  if (m.arcs.some((a) => !o.arcs.some((b) => a[0] === b[0] && a[1] === b[1]))) return false;
  const more = m.items.filter((i) => !o.items.includes(i));
  if (more.some((i) => cover.opens[i]!.length > 0)) return false;
  const less = o.items.filter((i) => !m.items.includes(i));
  const alone = less.filter((i) => sharers[i] === 1 && cover.opens[i]!.length === 0);
  const costs = m.own + sum(cover.weight, more);
  const saves = o.own + sum(cover.weight, alone);
  if (costs !== saves) return costs < saves;
  if (alone.length !== less.length) return false;
  const bits = (items: readonly number[]) => items.reduce((b, i) => b | cover.bit[i]!, 0n);
  const [mine, its] = [bits(more), bits(alone)];
  return mine === its ? first || o.arcs.length > m.arcs.length : mine > its;
}

const sum = (weight: readonly number[], items: readonly number[]) => items.reduce((n, i) => n + weight[i]!, 0);

/** A clause is implied when every option of another holds one of its own that costs nothing more. */
function dropImplied(r: Reduced): boolean {
  const { clauses } = r.cover;
  const users = new Map<number, number[]>();
  const open = clauses.flatMap((_, c) => (isUndecided(r, c) ? [c] : []));
  for (const c of open) for (const o of r.live[c]!) if (o.own === 0) for (const i of o.items) users.set(i, [...(users.get(i) ?? []), c]);
  let changed = false;
  for (const other of open) {
    if (r.implied.has(other)) continue;
    const sample = r.live[other]!.reduce((a, b) => (b.items.length < a.items.length ? b : a));
    for (const c of new Set(sample.items.flatMap((i) => users.get(i) ?? []))) {
      if (c === other || r.implied.has(c) || !together(r, clauses[c]!, clauses[other]!, c)) continue;
      if (!r.live[other]!.every((o) => r.live[c]!.some((m) => isWithin(m, o)))) continue;
      r.implied.add(c);
      changed = true;
    }
  }
  return changed;
}

/** Whenever `c` has to be met, so has `other`. */
const together = (r: Reduced, c: Clause, other: Clause, index: number) => other.by < 0 || r.paid[other.by] === 1 || (c.by === other.by && !isActive(r, index));
const isWithin = (m: Option, o: Option) => m.own === 0 && m.items.every((i) => o.items.includes(i)) && m.arcs.every((a) => o.arcs.some((b) => a[0] === b[0] && a[1] === b[1]));
