/**
 * Looks ahead over the questions of one part of a basket: unknowns that hang together, with the steps and lines that read them. A
 * state is one node per line, and an answer restricts them; as it is answered a state falls into smaller ones that no longer
 * influence each other. The expected cost of a state counts only what is asked and not needed in the end: the rest is asked
 * whatever the order.
 */
import { idOf, type Forest, type Node } from '../rules';

/** Numbers of nodes, steps and unknowns are those of this part. */
export type Game = {
  forest: Forest;
  /** The unknowns, as ranks of the forest, at most 30. */
  ranks: readonly number[];
  /** Per unknown: chance of each of its cells. */
  chances: readonly (readonly number[])[];
  steps: readonly { tests: readonly { lines: readonly number[]; wanted: boolean }[]; inner: readonly number[] }[];
  /** Per unknown: what is put to the person, what that costs, and the node that says whether it is needed anyway. */
  prices: readonly (readonly { cost: number; needed: number }[])[];
  /** Per unknown: the steps that may give the fact instead, with the line it hangs on. */
  givers: readonly (readonly { step: number; line: number | null }[])[];
};
/** What is still open: undecided steps, lines of steps that are in, and the unknowns they hang on as bits. */
export type Part = { steps: number[]; lines: number[]; bits: number };
export type State = readonly Node[];
export type Order = 'gain' | 'written';

class TooManyStates extends Error {}

export type Lookahead = {
  /** @param lines of steps that are in. */
  parts(state: State, lines: readonly number[]): Part[];
  askable(state: State, part: Part): number[];
  /** Least expected cost, exactly, and the unknown to ask first. */
  least(state: State, part: Part): { value: number; first: number };
  /** Expected cost when a plain order is kept to. */
  under(order: Order, state: State, part: Part): number;
  pick(order: Order, state: State, part: Part, unknowns: readonly number[]): number;
  /** What `look` finds, or null when it would open more than so many new states. */
  within<T>(maxStates: number, look: () => T): T | null;
};

/** @param shut unknowns that are not asked (again), as bits. */
export function lookahead(game: Game, shut: number): Lookahead {
  const { forest, chances, steps, prices, givers } = game;
  const bitOf = new Map(game.ranks.map((r, i) => [r, 1 << i]));
  const masks = new Map<Node, number>();
  const likely = new Map<Node, number>();
  const solved = new Map<string, { value: number; first: number }>();
  const plain = new Map<string, number>();
  let left = Infinity;
  const open = () => {
    if (--left < 0) throw new TooManyStates();
  };
  const within = <T>(maxStates: number, look: () => T): T | null => {
    left = maxStates;
    try {
      return look();
    } catch (e) {
      if (e instanceof TooManyStates) return null;
      throw e;
    } finally {
      left = Infinity;
    }
  };

  const maskOf = (n: Node): number => {
    if (n.leaf) return 0;
    let mask = masks.get(n);
    if (mask === undefined) {
      mask = 0;
      for (const r of forest.support(n)) mask |= bitOf.get(r) ?? 0;
      masks.set(n, mask);
    }
    return mask;
  };
  const chanceOf = (n: Node): number => {
    if (n.leaf) return n.value ? 1 : 0;
    let p = likely.get(n);
    if (p === undefined) {
      p = 0;
      const weights = chances[game.ranks.indexOf(n.rank)];
      // An unknown of another part: its chances do not change here.
      if (!weights) for (const c of n.children) p += chanceOf(c) / n.children.length;
      else for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) p += weights[i]! * chanceOf(n.children[i]!);
      likely.set(n, p);
    }
    return p;
  };
  const waste = (state: State, unknown: number): number => {
    let sum = 0;
    for (const p of prices[unknown]!) sum += p.cost * (1 - chanceOf(state[p.needed]!));
    return sum;
  };

  /** Bits of the open lines that still say whether the step is in; 0 once it is in, -1 once it is out. */
  const undecided = (state: State, step: number): number => {
    let bits = 0;
    for (const t of steps[step]!.tests) {
      for (const l of t.lines) {
        const n = state[l]!;
        if (n.leaf && n.value !== t.wanted) return bits === 0 ? -1 : bits;
      }
      for (const l of t.lines) {
        const mask = maskOf(state[l]!);
        if (mask & ~shut) bits |= mask;
      }
    }
    return bits;
  };
  /** A step of the basket will give it, or may: it is not asked. */
  const awaited = (state: State, unknown: number): boolean =>
    givers[unknown]!.some((by) => {
      const line = by.line === null ? null : state[by.line]!;
      return !(line?.leaf && !line.value) && undecided(state, by.step) !== -1;
    });

  const join = (found: Part[], part: Part): void => {
    for (let i = found.length - 1; i >= 0; i--) {
      const other = found[i]!;
      if (!(other.bits & part.bits)) continue;
      part = { steps: other.steps.concat(part.steps), lines: other.lines.concat(part.lines), bits: other.bits | part.bits };
      found.splice(i, 1);
    }
    found.push(part);
  };
  /** With what its price and supply hang on, and the lines inside its steps that read the same unknowns. */
  const widened = (state: State, part: Part): number => {
    let { bits } = part;
    for (const step of part.steps)
      for (const l of steps[step]!.inner) {
        const mask = maskOf(state[l]!);
        if (mask & bits) bits |= mask;
      }
    for (let u = 0; u < prices.length; u++) {
      if (!(bits & (1 << u))) continue;
      for (const p of prices[u]!) bits |= maskOf(state[p.needed]!);
      for (const by of givers[u]!) bits |= Math.max(0, undecided(state, by.step));
    }
    return bits;
  };
  const split = (state: State, stepIds: readonly number[], lineIds: readonly number[]): Part[] => {
    let found: Part[] = [];
    const lines = new Set(lineIds);
    for (const step of stepIds) {
      const bits = undecided(state, step);
      if (bits > 0) join(found, { steps: [step], lines: [], bits });
      else if (bits === 0) for (const l of steps[step]!.inner) lines.add(l);
    }
    for (const l of lines) {
      const bits = maskOf(state[l]!);
      if (bits & ~shut) join(found, { steps: [], lines: [l], bits });
    }
    for (let changed = true; changed; ) {
      changed = false;
      const wide: Part[] = [];
      for (const p of found) {
        const bits = widened(state, p);
        if (bits !== p.bits) changed = true;
        join(wide, bits === p.bits ? p : { ...p, bits });
      }
      found = wide;
    }
    for (const p of found) {
      p.steps.sort((a, b) => a - b);
      p.lines.sort((a, b) => a - b);
    }
    return found;
  };
  const askable = (state: State, part: Part): number[] => {
    let bits = 0;
    for (const step of part.steps) bits |= Math.max(0, undecided(state, step));
    for (const l of part.lines) bits |= maskOf(state[l]!);
    bits &= ~shut;
    const out: number[] = [];
    for (let u = 0; u < prices.length; u++) if (bits & (1 << u) && !awaited(state, u)) out.push(u);
    return out;
  };
  const keyOf = (state: State, part: Part): string => {
    let key = '';
    for (const step of part.steps) {
      key += `s${step}`;
      for (const t of steps[step]!.tests) for (const l of t.lines) key += `,${idOf(state[l]!)}`;
      for (const l of steps[step]!.inner) if (maskOf(state[l]!) & part.bits) key += `i${l},${idOf(state[l]!)}`;
    }
    for (const l of part.lines) key += `l${l},${idOf(state[l]!)}`;
    for (let u = 0; u < prices.length; u++) if (part.bits & (1 << u)) for (const p of prices[u]!) key += `n${idOf(state[p.needed]!)}`;
    return key;
  };
  const expect = (state: State, part: Part, unknown: number, value: (state: State, part: Part) => number): number => {
    let sum = waste(state, unknown);
    const weights = chances[unknown]!;
    const bit = 1 << unknown;
    for (let cell = 0; cell < weights.length; cell++) {
      if (weights[cell] === 0) continue;
      const next = state.slice();
      for (let i = 0; i < next.length; i++) if (maskOf(next[i]!) & bit) next[i] = forest.restrict(next[i]!, game.ranks[unknown]!, cell);
      for (const p of split(next, part.steps, part.lines)) sum += weights[cell]! * value(next, p);
    }
    return sum;
  };

  const least = (state: State, part: Part): { value: number; first: number } => {
    const key = keyOf(state, part);
    const seen = solved.get(key);
    if (seen) return seen;
    const unknowns = askable(state, part);
    if (unknowns.length === 0) return { value: 0, first: -1 };
    open();
    const value = (s: State, p: Part) => least(s, p).value;
    // What is needed anyway costs nothing to know first.
    const free = unknowns.find((u) => waste(state, u) < 1e-12);
    let found = { value: Infinity, first: -1 };
    for (const u of free === undefined ? unknowns : [free]) {
      if (waste(state, u) >= found.value) continue;
      const expected = expect(state, part, u, value);
      if (expected < found.value - 1e-9) found = { value: expected, first: u };
    }
    solved.set(key, found);
    return found;
  };

  /** Bits of information the answer is expected to give about the open lines, per cost. */
  const gain = (state: State, lines: readonly number[], unknown: number): number => {
    let told = 0;
    for (const l of lines) {
      const n = state[l]!;
      if (!(maskOf(n) & (1 << unknown))) continue;
      told += entropy(chanceOf(n));
      const weights = chances[unknown]!;
      for (let cell = 0; cell < weights.length; cell++) if (weights[cell]! > 0) told -= weights[cell]! * entropy(chanceOf(forest.restrict(n, game.ranks[unknown]!, cell)));
    }
    return (told + 1e-9) / (waste(state, unknown) + 1e-9);
  };
  const pick = (order: Order, state: State, part: Part, unknowns: readonly number[]): number => {
    if (order === 'written') return unknowns[0]!;
    const lines = part.steps.flatMap((step) => steps[step]!.tests.flatMap((t) => t.lines)).concat(part.lines);
    let best = { unknown: unknowns[0]!, gain: gain(state, lines, unknowns[0]!) };
    for (const unknown of unknowns.slice(1)) {
      const g = gain(state, lines, unknown);
      if (g > best.gain * (1 + 1e-9)) best = { unknown, gain: g };
    }
    return best.unknown;
  };
  const under = (order: Order, state: State, part: Part): number => {
    const unknowns = askable(state, part);
    if (unknowns.length === 0) return 0;
    const key = `${order}|${keyOf(state, part)}`;
    let sum = plain.get(key);
    if (sum === undefined) {
      open();
      plain.set(key, (sum = expect(state, part, pick(order, state, part, unknowns), (s, p) => under(order, s, p))));
    }
    return sum;
  };
  const all = steps.map((_, i) => i);
  return { parts: (state, lines) => split(state, all, lines), askable, least, under, pick, within };
}

const entropy = (p: number) => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p));
