/**
 * What the open clauses of a part must cost at least. Every clause holds a share of each item's weight, and no more of an
 * item than it weighs is shared out; then the cheapest option of each clause by its own shares adds up to a bound
 * (Lagrangian duality). The shares are moved by subgradient steps and kept from node to node: any shares give a true bound.
 * A clause that only comes with an item lends the item what it would cost.
 */
import type { Part } from './parts';

export type Bound = {
  /** @param enough the bound above which nobody needs to know more. */
  atLeast(paid: Uint8Array, state: Uint8Array, refused: readonly Uint8Array[], enough: number, steps: number): number;
  /** How much the last bound grows if this option is taken. */
  extra(clause: number, option: number): number;
};

export function boundOf(part: Part): Bound {
  const { own, first, from, items, slots, slotItem, slotClause, opener } = flat(part);
  const clauses = part.options.length;
  const users = new Float64Array(part.weight.length);
  for (const i of slotItem) users[i]!++;
  const share = Float64Array.from(slotItem, (i) => part.weight[i]! / users[i]!);
  const price = new Float64Array(own.length);
  const least = new Float64Array(clauses);
  const choice = new Int32Array(clauses);
  const rest = new Float64Array(part.weight.length);
  const wanted = new Uint8Array(slotItem.length);
  const kept = new Float64Array(share.length);

  // What is still to be looked at: clauses not met, and the shares of their items not paid.
  const unmet = new Int32Array(clauses);
  const shared = new Int32Array(slotItem.length);
  let [unmetCount, sharedCount] = [0, 0];
  const look = (paid: Uint8Array, state: Uint8Array) => {
    [unmetCount, sharedCount] = [0, 0];
    for (let c = 0; c < clauses; c++) if (state[c] !== 2) unmet[unmetCount++] = c;
    for (let s = 0; s < slotItem.length; s++) if (paid[slotItem[s]!] === 0 && state[slotClause[s]!] !== 2) shared[sharedCount++] = s;
  };

  const evaluate = (paid: Uint8Array, state: Uint8Array, refused: readonly Uint8Array[]): number => {
    for (let i = 0; i < rest.length; i++) rest[i] = paid[i] ? 0 : part.weight[i]!;
    let total = 0;
    for (let u = 0; u < unmetCount; u++) {
      const c = unmet[u]!;
      let min = Infinity;
      const start = first[c]!;
      for (let k = start; k < first[c + 1]!; k++) {
        let n = own[k]!;
        for (let j = from[k]!; j < from[k + 1]!; j++) if (paid[items[j]!] === 0) n += share[slots[j]!]!;
        price[k] = n;
        if (n < min && refused[c]![k - start] === 0) {
          min = n;
          choice[c] = k;
        }
      }
      least[c] = min;
      if (state[c] === 1) total += min;
    }
    for (let u = 0; u < sharedCount; u++) rest[slotItem[shared[u]!]!]! -= share[shared[u]!]!;
    for (let i = 0; i < rest.length; i++) {
      if (paid[i]) continue;
      for (const c of part.opens[i]!) if (state[c] === 0) rest[i]! += least[c]!;
      if (rest[i]! < 0) total += rest[i]!;
    }
    return total;
  };

  let base = 0;
  return {
    extra: (c, k) => base + Math.max(0, price[first[c]! + k]! - least[c]!),
    atLeast: (paid, state, refused, enough, steps) => {
      let best = -Infinity;
      let pace = 1;
      let stale = 0;
      let total = 0;
      look(paid, state);
      kept.set(share);
      for (let n = 0; ; n++) {
        total = evaluate(paid, state, refused);
        if (total > best) {
          best = total;
          kept.set(share);
          stale = 0;
        } else if (++stale >= 6) {
          pace /= 2;
          stale = 0;
        }
        if (best > enough || n >= steps || !Number.isFinite(total)) break;
        // A step: more share where the clause wants an item that is not bought, less where it is bought and not wanted.
        wanted.fill(0);
        for (let u = 0; u < unmetCount; u++) {
          const c = unmet[u]!;
          if (state[c] === 1 || rest[opener[c]!]! < 0) for (let j = from[choice[c]!]!; j < from[choice[c]! + 1]!; j++) wanted[slots[j]!] = 1;
        }
        let length = 0;
        for (let u = 0; u < sharedCount; u++) if (wanted[shared[u]!] !== (rest[slotItem[shared[u]!]!]! < 0 ? 1 : 0)) length++;
        if (length === 0) break;
        const target = Number.isFinite(enough) ? enough + 1 : best * 1.05 + 1;
        const size = (pace * Math.max(target - total, 1e-3)) / length;
        for (let u = 0; u < sharedCount; u++) {
          const s = shared[u]!;
          share[s] = Math.max(0, share[s]! + size * (wanted[s]! - (rest[slotItem[s]!]! < 0 ? 1 : 0)));
        }
      }
      base = best;
      if (total !== best) {
        share.set(kept);
        evaluate(paid, state, refused);
      }
      return Math.max(0, best);
    },
  };
}

/** The options in flat arrays: option k has the items `from[k]` to `from[k + 1]`, each with the slot of its clause's share. */
function flat(part: Part) {
  const [own, first, from, items, slots, slotItem, slotClause]: [number[], number[], number[], number[], number[], number[], number[]] = [[], [0], [0], [], [], [], []];
  part.options.forEach((options, c) => {
    const slot = new Map<number, number>();
    for (const o of options) {
      own.push(o.own);
      for (const i of o.items) {
        if (!slot.has(i)) {
          slot.set(i, slotItem.push(i) - 1);
          slotClause.push(c);
        }
        items.push(i);
        slots.push(slot.get(i)!);
      }
      from.push(items.length);
    }
    first.push(own.length);
  });
  const opener = new Int32Array(part.options.length);
  part.opens.forEach((list, i) => {
    for (const c of list) opener[c] = i;
  });
  const ints = (list: readonly number[]) => Int32Array.from(list);
  return { own: Float64Array.from(own), first: ints(first), from: ints(from), items: ints(items), slots: ints(slots), slotItem: ints(slotItem), slotClause: ints(slotClause), opener };
}
