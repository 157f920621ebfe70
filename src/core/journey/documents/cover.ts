/**
 * The problem as a weighted cover: *items* are paid once, *clauses* need one of their options. Copies become items exactly –
 * a copy that is only looked at is a ladder of items up to the number wanted, paper that is kept is the option's own price –
 * and a weight is cost · scale + 1 for each piece brought, so that the least weight is the least cost and then the fewest pieces.
 */
import { partsOf, type Arc } from '../order';
import type { Choice, Problem, Requirement, Use } from './problem';

export type Option = { own: number; items: readonly number[]; arcs: readonly Arc[]; choice: Choice };
/** @property by the item that brings the clause with it; -1 when it must be met in any case. */
export type Clause = { by: number; options: readonly Option[] };
export type Cover = {
  scale: number;
  weight: number[];
  /** One bit for an item that is the first copy of a piece, 0n for others; the smaller id has the higher bit, so that of equally many pieces the greater sum is the first by ids. */
  bit: bigint[];
  /** The pieces somebody may have to bring, by id, and the item that stands for bringing each. */
  pieces: { id: string; item: number }[];
  /** Clauses an item brings with it. */
  opens: number[][];
  clauses: Clause[];
  moments: number;
  fixed: readonly Arc[];
  /** The part of the order a moment belongs to; only arcs inside one part are kept. */
  part: Int32Array;
};

type Items = { cover: Cover; byKey: Map<string, number>; bits: ReadonlyMap<string, bigint> };

export function coverOf(problem: Problem): Cover {
  const requirements = [...problem.requirements].sort((a, b) => (a.id < b.id ? -1 : 1));
  const uses = requirements.flatMap((r) => r.lists.flat()).filter(isPaid);
  const pieces = [...new Set(uses.map((u) => u.piece))].sort();
  const cover: Cover = { scale: pieces.length + 1, weight: [], bit: [], pieces: [], opens: [], clauses: [], moments: 0, fixed: [], part: new Int32Array(0) };
  const items: Items = { cover, byKey: new Map(), bits: new Map(pieces.map((p, i) => [p, 1n << BigInt(pieces.length - 1 - i)])) };
  const steps = stepsOf(uses);
  const moments = new Map<string, number>();
  const moment = (at: string) => {
    if (!moments.has(at)) moments.set(at, moments.size);
    return moments.get(at)!;
  };
  for (const r of requirements) {
    const by = r.by === null ? -1 : producerItem(items, problem, r.by);
    if (by >= 0) cover.opens[by]!.push(cover.clauses.length);
    cover.clauses.push({ by, options: optionsOf(r, items, problem, steps, moment) });
  }
  // Arcs matter only where somebody has a choice that could close a circle.
  const arcs = cover.clauses.flatMap((c) => c.options.flatMap((o) => o.arcs));
  const fixed = cover.clauses.some((c) => c.options.length > 1 && c.options.some((o) => o.arcs.length > 0)) ? problem.order().map(([a, b]): Arc => [moment(a), moment(b)]) : [];
  const part = partsOf(moments.size, [...fixed, ...arcs]);
  const circular = ([a, b]: Arc) => part[a] === part[b];
  cover.pieces = pieces.flatMap((id) => items.byKey.get(`piece ${id}`) ?? []).map((i, k) => ({ id: pieces[k]!, item: i }));
  cover.moments = moments.size;
  cover.part = part;
  cover.fixed = fixed.filter(circular);
  for (const c of cover.clauses) for (const o of c.options) (o as { arcs: readonly Arc[] }).arcs = o.arcs.filter(circular);
  return cover;
}

const isPaid = (u: Use) => u.source.price !== null && u.source.price > 0 && u.copies > 0;

/** The numbers of copies of a piece that somebody looks at, ascending. */
function stepsOf(uses: readonly Use[]): Map<string, number[]> {
  const steps = new Map<string, Set<number>>();
  for (const u of uses) if (!u.kept) steps.set(u.piece, (steps.get(u.piece) ?? new Set()).add(u.copies));
  return new Map([...steps].map(([piece, n]) => [piece, [...n].sort((a, b) => a - b)]));
}

function item(items: Items, key: string, weight: number, bit = 0n): number {
  let i = items.byKey.get(key);
  if (i === undefined) {
    i = items.cover.weight.length;
    items.byKey.set(key, i);
    items.cover.weight.push(weight);
    items.cover.bit.push(bit);
    items.cover.opens.push([]);
  }
  return i;
}

const producerItem = (items: Items, problem: Problem, by: string) => item(items, `step ${by}`, problem.producers.get(by)! * items.cover.scale);

function optionsOf(r: Requirement, items: Items, problem: Problem, steps: ReadonlyMap<string, number[]>, moment: (at: string) => number): Option[] {
  const options = r.lists.flatMap((list, k) =>
    waysOf(list).map((from): Option => {
      const own: number[] = [];
      const paid = new Set<number>();
      const arcs: Arc[] = [];
      list.forEach((u, i) => {
        const by = from[i]!;
        if (by === null) own.push(payFor(u, items, steps, paid));
        else {
          if (problem.producers.has(by)) paid.add(producerItem(items, problem, by));
          arcs.push([moment(u.source.given.find((g) => g.by === by)!.at), moment(r.at)]);
        }
      });
      return { own: own.reduce((a, b) => a + b, 0), items: [...paid].sort((a, b) => a - b), arcs, choice: { requirement: r.id, list: k, from } };
    }),
  );
  // Among equals the shorter list, then the one whose pieces come first by id: the order they are written in changes nothing.
  const key = (o: Option) => r.lists[o.choice.list]!.map((u, i) => `${u.piece} ${o.choice.from[i] ?? ''}`).sort();
  return options
    .map((o) => ({ o, k: key(o) }))
    .sort((a, b) => a.k.length - b.k.length || (a.k.join() < b.k.join() ? -1 : 1))
    .map((x) => x.o);
}

/** Every way to have the pieces of a list: each brought or given. What costs nothing to bring is never waited for. */
function waysOf(list: readonly Use[]): (string | null)[][] {
  return list.reduce<(string | null)[][]>(
    (ways, { source }) => {
      const here = source.price === 0 ? [null] : [...(source.price === null ? [] : [null]), ...source.given.map((g) => g.by)];
      return ways.flatMap((w) => here.map((h) => [...w, h]));
    },
    [[]],
  );
}

/** Puts the items of a brought piece into `paid`; answers what this use pays on its own, for paper that is kept. */
function payFor(u: Use, items: Items, steps: ReadonlyMap<string, number[]>, paid: Set<number>): number {
  if (!isPaid(u)) return 0;
  const unit = u.source.price! * items.cover.scale;
  paid.add(item(items, `piece ${u.piece}`, 1, items.bits.get(u.piece)!));
  if (u.kept) return u.copies * unit;
  let below = 0;
  for (const n of steps.get(u.piece)!) {
    if (n > u.copies) break;
    paid.add(item(items, `copies ${n} ${u.piece}`, (n - below) * unit));
    below = n;
  }
  return 0;
}
