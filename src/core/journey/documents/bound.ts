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

type Flat = { from: number; to: number; own: number; slots: number[]; items: number[] };

export function boundOf(part: Part): Bound {
  // One share per clause and item, all in one array.
  const slotItem: number[] = [];
  const options: Flat[] = [];
  const first: number[] = [];
  part.options.forEach((list) => {
    first.push(options.length);
    const slot = new Map<number, number>();
    for (const o of list)
      options.push({
        from: 0,
        to: 0,
        own: o.own,
        items: [...o.items],
        slots: o.items.map((i) => slot.get(i) ?? (slot.set(i, slotItem.length), slotItem.push(i) - 1)),
      });
  });
  first.push(options.length);
  const share = new Float64Array(slotItem.length);
  const users = new Float64Array(part.weight.length);
  for (const i of slotItem) users[i]!++;
  slotItem.forEach((i, s) => (share[s] = part.weight[i]! / users[i]!));

  const clauses = part.options.length;
  const price = new Float64Array(options.length);
  const least = new Float64Array(clauses);
  const choice = new Int32Array(clauses);
  const rest = new Float64Array(part.weight.length);
  const wanted = new Float64Array(slotItem.length);
  const clauseOfSlot = new Int32Array(slotItem.length);
  for (let c = 0; c < clauses; c++) for (let k = first[c]!; k < first[c + 1]!; k++) for (const s of options[k]!.slots) clauseOfSlot[s] = c;

  const opener = new Int32Array(clauses);
  part.opens.forEach((list, i) => list.forEach((c) => (opener[c] = i)));

  const evaluate = (paid: Uint8Array, state: Uint8Array, refused: readonly Uint8Array[]): number => {
    for (let i = 0; i < rest.length; i++) rest[i] = paid[i] ? 0 : part.weight[i]!;
    let total = 0;
    for (let c = 0; c < clauses; c++) {
      if (state[c] === 2) continue;
      let min = Infinity;
      for (let k = first[c]!; k < first[c + 1]!; k++) {
        const o = options[k]!;
        let n = o.own;
        for (let j = 0; j < o.items.length; j++) if (!paid[o.items[j]!]) n += share[o.slots[j]!]!;
        price[k] = n;
        if (n < min && !refused[c]![k - first[c]!]) {
          min = n;
          choice[c] = k;
        }
      }
      least[c] = min;
      if (state[c] === 1) total += min;
    }
    for (let s = 0; s < share.length; s++) if (!paid[slotItem[s]!] && state[clauseOfSlot[s]!] !== 2) rest[slotItem[s]!]! -= share[s]!;
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
      let best = 0;
      let pace = 1;
      let stale = 0;
      const kept = new Float64Array(share);
      for (let n = 0; ; n++) {
        const total = evaluate(paid, state, refused);
        if (total > best || n === 0) {
          best = Math.max(best, total);
          kept.set(share);
          stale = 0;
        } else if (++stale >= 6) {
          pace /= 2;
          stale = 0;
        }
        if (best > enough || n >= steps || !Number.isFinite(total)) break;
        // A step: more share where the clause wants an item that is not bought, less where it is bought and not wanted.
        wanted.fill(0);
        for (let c = 0; c < clauses; c++) if (state[c] === 1 || (state[c] === 0 && rest[opener[c]!]! < 0)) for (const s of options[choice[c]!]!.slots) wanted[s] = 1;
        let length = 0;
        for (let s = 0; s < share.length; s++) {
          const i = slotItem[s]!;
          if (paid[i] || state[clauseOfSlot[s]!] === 2) continue;
          const d = wanted[s]! - (rest[i]! < 0 ? 1 : 0);
          length += d * d;
        }
        if (length === 0) break;
        const target = Number.isFinite(enough) ? enough + 1 : best * 1.05 + 1;
        const size = (pace * Math.max(target - total, 1e-3)) / length;
        for (let s = 0; s < share.length; s++) {
          const i = slotItem[s]!;
          if (paid[i] || state[clauseOfSlot[s]!] === 2) continue;
          const d = wanted[s]! - (rest[i]! < 0 ? 1 : 0);
          share[s] = Math.max(0, share[s]! + size * d);
        }
      }
      share.set(kept);
      base = evaluate(paid, state, refused);
      return best;
    },
  };
}
