/**
 * Branch and bound over one part. A branch takes one option of one clause; arcs are added only while no circle closes, so a
 * leaf can always be carried out. Exact in cost, then number of pieces, then their ids; the limit counts nodes, not seconds,
 * so that the same basket always gives the same plan.
 */
import { boundOf } from './bound';
import type { Option } from './cover';
import type { Order } from '../order';
import type { Part } from './parts';

/** `bound` is proven: no choice weighs less. `chosen` is null per clause that need not be met, and null altogether when nothing was found. */
export type Found = { chosen: (Option | null)[] | null; weight: number; bound: number; complete: boolean; nodes: number };

/** Subgradient steps of the bound: many at the root, few at each node, which starts from the shares of the one before. */
const [stepsAtFirst, stepsAtRoot, stepsPerNode] = [100, 400, 5];

type Offer = { k: number; more: number; extra: number };
const [closed, open, met] = [0, 1, 2];

export function search(part: Part, order: Order, scale: number, limit: number): Found {
  const bound = boundOf(part);
  const paid = new Uint8Array(part.weight.length);
  const state = Uint8Array.from(part.active, (a) => (a ? open : closed));
  const chosen: (Option | null)[] = part.options.map(() => null);
  const refused = part.options.map((list) => new Uint8Array(list.length));
  let [weight, bits, nodes, stopped, diving] = [0, 0n, 0, false, false];
  let best: { chosen: (Option | null)[]; weight: number; bits: bigint } | null = null;

  /** Takes an option; answers what undoes it, or null when the order forbids it. */
  const take = (c: number, o: Option): (() => void) | null => {
    if (o.arcs.length && !order.add(o.arcs)) return null;
    const [weightBefore, bitsBefore] = [weight, bits];
    const news = o.items.filter((i) => !paid[i]);
    const opened: number[] = [];
    weight += o.own;
    for (const i of news) {
      paid[i] = 1;
      weight += part.weight[i]!;
      bits |= part.bit[i]!;
      for (const n of part.opens[i]!) if (state[n] === closed) opened.push(n);
    }
    for (const n of opened) state[n] = open;
    state[c] = met;
    chosen[c] = o;
    return () => {
      chosen[c] = null;
      state[c] = open;
      for (const n of opened) state[n] = closed;
      for (const i of news) paid[i] = 0;
      [weight, bits] = [weightBefore, bitsBefore];
      if (o.arcs.length) order.remove(o.arcs);
    };
  };

  const isFree = (o: Option) => o.own === 0 && o.arcs.length === 0 && o.items.every((i) => paid[i] === 1);

  const more = (o: Option): number => {
    let n = o.own;
    for (const i of o.items) if (!paid[i]) n += part.weight[i]!;
    return n;
  };

  /** The clause to decide next: one that has no choice or costs nothing, else the one whose second option costs most above its first. */
  const pick = (): { clause: number; options: Offer[]; dead: boolean } | null => {
    let widest: { clause: number; options: Offer[]; regret: number } | null = null;
    for (let c = 0; c < state.length; c++) {
      if (state[c] !== open) continue;
      const options: Offer[] = [];
      let repeats = false;
      part.options[c]!.forEach((o, k) => {
        const cost = more(o);
        if (!refused[c]![k]) {
          if (!best || weight + Math.ceil(bound.extra(c, k) - 1e-6) <= best.weight) options.push({ k, more: cost, extra: bound.extra(c, k) });
        }
        // A refused option that has become free: its own branch has seen everything from here on.
        else if (isFree(o)) repeats = true;
      });
      if (options.length === 0 || repeats) return { clause: c, options: [], dead: true };
      options.sort((a, b) => a.extra - b.extra || a.more - b.more || a.k - b.k);
      const first = part.options[c]![options[0]!.k]!;
      if (options.length === 1 || (options[0]!.more === 0 && isFree(first))) return { clause: c, options: [options[0]!], dead: false };
      const regret = options[1]!.extra - options[0]!.extra;
      if (!widest || regret > widest.regret) widest = { clause: c, options, regret };
    }
    return widest && { clause: widest.clause, options: widest.options, dead: false };
  };

  const worse = (): boolean => {
    if (!best) {
      bound.atLeast(paid, state, refused, Infinity, 0);
      return false;
    }
    const least = weight + Math.ceil(bound.atLeast(paid, state, refused, best.weight - weight, stepsPerNode) - 1e-6);
    if (least !== best.weight) return least > best.weight;
    let possible = bits;
    for (let i = 0; i < paid.length; i++) if (!paid[i]) possible |= part.bit[i]!;
    return highest(possible, bits, best.weight % scale) <= best.bits;
  };

  const branch = (): void => {
    // Without anything found yet it goes on a good while longer: a plan that is not the cheapest is better than none.
    if (++nodes > limit && (best || nodes > 4 * limit + 2000)) stopped = true;
    if (stopped || worse()) return;
    const next = pick();
    if (!next) {
      if (!best || weight < best.weight || (weight === best.weight && bits > best.bits)) best = { chosen: [...chosen], weight, bits };
      return;
    }
    if (next.dead) return;
    const tried: number[] = [];
    for (const { k } of next.options) {
      const undo = take(next.clause, part.options[next.clause]![k]!);
      if (undo) {
        branch();
        undo();
      }
      refused[next.clause]![k] = 1;
      tried.push(k);
      if (stopped || (diving && best)) break;
    }
    for (const k of tried) refused[next.clause]![k] = 0;
  };
  // A first leaf by the shares alone gives the steps of the bound something to aim at.
  let root = bound.atLeast(paid, state, refused, Infinity, stepsAtFirst);
  diving = true;
  branch();
  diving = false;
  if (best) root = Math.max(root, bound.atLeast(paid, state, refused, (best as { weight: number }).weight, stepsAtRoot));
  if (!stopped) branch();
  const found = best as { chosen: (Option | null)[]; weight: number } | null;
  return { chosen: found?.chosen ?? null, weight: found?.weight ?? Infinity, bound: stopped ? root : (found?.weight ?? Infinity), complete: !stopped, nodes };
}

/** The greatest set of at most `count` pieces that holds `has` and lies within `possible`. */
function highest(possible: bigint, has: bigint, count: number): bigint {
  let free = count - ones(has);
  let set = has;
  const text = possible.toString(2);
  for (let i = 0; i < text.length && free > 0; i++) {
    const bit = 1n << BigInt(text.length - 1 - i);
    if (text[i] === '0' || set & bit) continue;
    set |= bit;
    free--;
  }
  return set;
}

function ones(bits: bigint): number {
  let n = 0;
  for (const c of bits.toString(2)) if (c === '1') n++;
  return n;
}
