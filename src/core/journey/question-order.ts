/**
 * The order of the deciding questions of a whole basket. What is needed in the end is asked whatever the order, so only one cost
 * can be saved: that of facts which decide something and turn out not to be needed. An order is best when the expected
 * cost of these is least; it is computed exactly, from the end backwards (`lookahead.ts`), wherever the states can be
 * counted. Past the cap the better of two plain orders is taken: as written, or by information gain. Which of them holds is
 * settled for a basket before anybody answers, so that the same answers always meet the same question.
 */
import type { Node } from '../rules';
import type { Line, StepPlan } from './step-plan';
import { costOf } from './costs';
import { lookahead, type Game, type Lookahead, type Order, type Part, type State } from './lookahead';
import { knownCells, outlookOf, type Outlook } from './outlook';
import { keptIn } from './memory';
import type { Situation } from './situation';

/** States that are looked at once for unknowns that hang together: in a written journey; in a basket somebody chose just now, which must compile at once, where they are few (eight at most) or many. */
export const maxStates = { journey: 3000, few: 120, many: 0 };
const fewUnknowns = 8;
const maxUnknowns = 30;

/** Unknowns that hang together, ready to look ahead in. */
type Room = {
  game: Game;
  nodes: readonly Node[];
  inner: readonly { step: number; lines: readonly number[] }[];
  by: 'exact' | Order;
  looks: Map<number, Lookahead>;
  last: { cells: ReadonlyMap<number, number>; state: State };
};
type Table = { roomOf(rank: number): Room | undefined };
const tables = (): Map<string, Table> => new Map();

/** What is put to the person for a fact: the key of the first register on the way to it, or null for the fact itself; with the table made for it. */
export type Asking = { keyOf(concept: string): string | null; table: Table | null };

/**
 * The fact to ask for next.
 * @param candidates at least one: facts that may be asked for now, each with what is put to the person for it.
 * @param stuck facts that are not asked (again).
 */
export function bestQuestion(s: Situation, candidates: ReadonlyMap<string, string>, asking: Asking, stuck: (concept: string) => boolean): string {
  const [first] = candidates.keys() as Iterable<string> as [string];
  const outlook = candidates.size > 1 ? outlookOf(s.prepared, s.at) : null;
  const ranks = outlook?.ranksOf.get(first);
  if (!outlook || !ranks) return first;
  const { roomOf } = (asking.table ??= tableOf(s, outlook, (c) => asking.keyOf(c) ?? c));
  const room = ranks.map((r) => roomOf(r)).find((x) => x);
  if (!room) return first;
  const conceptsOf = (rank: number) => outlook.forest.variables[rank]!.concepts;
  const rank = choose(room, outlook, s, (r) => conceptsOf(r).some((c) => candidates.has(c)), ranks, stuck);
  if (rank < 0 || ranks.includes(rank)) return first;
  for (const concept of candidates.keys()) if (conceptsOf(rank).includes(concept)) return concept;
  return first;
}

/** The rank of the unknown to ask first, -1 where nothing here is to be chosen. */
function choose(room: Room, outlook: Outlook, s: Situation, offered: (rank: number) => boolean, wanted: readonly number[], stuck: (concept: string) => boolean): number {
  const { game } = room;
  const known = knownCells(outlook, s, game.ranks);
  const state = stateWith(room, outlook, known);
  // What is known is out of the state; shut is only what was shown and left open.
  let shut = 0;
  const settled = new Set(known.map((k) => k.rank));
  game.ranks.forEach((rank, u) => {
    if (!settled.has(rank) && outlook.forest.variables[rank]!.concepts.every(stuck)) shut |= 1 << u;
  });
  let look = room.looks.get(shut);
  if (!look) {
    if (room.looks.size > 50) room.looks.clear();
    room.looks.set(shut, (look = lookahead(game, shut)));
  }
  // With a question left open the rest is only looked through: nobody's answer is going to fall into place.
  const by = shut === 0 || room.by === 'written' ? room.by : 'gain';
  const active = linesNow(room, s);
  const parts = look.parts(state, active);
  const part = parts.find((p) => wanted.some((rank) => p.bits & (1 << game.ranks.indexOf(rank)))) ?? parts[0];
  const unknowns = part ? look.askable(state, part).filter((u) => offered(game.ranks[u]!)) : [];
  if (!part || unknowns.length === 0) return -1;
  if (unknowns.length === 1) return game.ranks[unknowns[0]!]!;
  if (by !== 'exact') return game.ranks[look.pick(by, state, part, unknowns)]!;
  const { first } = look.least(state, part);
  return game.ranks[unknowns.includes(first) ? first : unknowns[0]!]!;
}

type Cell = { rank: number; cell: number };
/** Every line as far as it is known; from the last state on where that knew less of the same. */
function stateWith(room: Room, { forest }: Outlook, known: readonly Cell[]): State {
  const { last } = room;
  const news = known.filter((k) => last.cells.get(k.rank) !== k.cell);
  const goesOn = known.length - news.length === last.cells.size;
  const from = goesOn ? last.state : room.nodes;
  const state = from.map((n) => (goesOn ? news : known).reduce((node, k) => forest.restrict(node, k.rank, k.cell), n));
  room.last = { cells: new Map(known.map((k) => [k.rank, k.cell])), state };
  return state;
}

/** Lines inside the steps that are in. */
const linesNow = (room: Room, s: Situation): number[] => room.inner.flatMap(({ step, lines }) => (s.states.get(s.prepared.steps[step]!.id)!.state === 'in' ? lines : []));

function tableOf(s: Situation, outlook: Outlook, targetOf: (concept: string) => string): Table {
  const known = keptIn(s.prepared.own, tables);
  // Only what some register has may be put to the person in another way than by itself.
  const key = `${s.at}|${outlook.registered.map(targetOf).join()}`;
  let table = known.get(key);
  if (!table) {
    if (known.size > 16) known.clear();
    known.set(key, (table = newTable(s, outlook, targetOf)));
  }
  return table;
}

type Price = { cost: number; needed: Node };

function newTable(s: Situation, outlook: Outlook, targetOf: (concept: string) => string): Table {
  const { variables } = outlook.forest;
  const targets = variables.map((v) => [...new Set(v.concepts.map(targetOf))]);
  const neededIf = neededNodes(s, outlook, targetOf, new Set(targets.flat()));
  const prices = targets.map((list) => list.map((target): Price => ({ cost: costOf(s.prepared, target), needed: neededIf.get(target) ?? never })));
  return roomsOf(outlook, prices, s.prepared.journey !== null);
}

/** The table outlives the walk it was made for, and must not hold on to it. */
function roomsOf(outlook: Outlook, prices: readonly Price[][], isWritten: boolean): Table {
  const givers = outlook.forest.variables.map((v) => (v.concepts.length === 1 ? (outlook.suppliers.get(v.concepts[0]!) ?? []) : []));
  const ranksBeside = new Map<number, number[]>();
  for (const ranks of hangingTogether(outlook, prices, givers)) for (const r of ranks) ranksBeside.set(r, ranks);
  const rooms = new Map<readonly number[], Room>();
  // What a line reads hangs together, so a line lies in one room; a step may lie in several.
  const linesIn = new Map<readonly number[], number[]>();
  outlook.roots.forEach((root, l) => {
    const ranks = root.leaf ? undefined : ranksBeside.get(root.rank)!;
    if (!ranks) return;
    const list = linesIn.get(ranks);
    if (list) list.push(l);
    else linesIn.set(ranks, [l]);
  });
  // A room is furnished when the first question about it is to be chosen: many are settled without choosing.
  const roomOf = (rank: number): Room | undefined => {
    const ranks = ranksBeside.get(rank)!;
    if (ranks.length > maxUnknowns) return undefined;
    let room = rooms.get(ranks);
    if (!room) {
      const cap = isWritten ? maxStates.journey : ranks.length <= fewUnknowns ? maxStates.few : maxStates.many;
      rooms.set(ranks, (room = newRoom(outlook, ranks, linesIn.get(ranks) ?? [], prices, givers, cap)));
    }
    return room;
  };
  return { roomOf };
}
const never: Node = { leaf: true, value: false };

type Givers = readonly (readonly { step: number; line: number | null }[])[];

/** Ranks joined by a step's conditions, a line inside it, a price or a supplier. */
function hangingTogether({ forest, roots, steps, lines }: Outlook, prices: readonly Price[][], givers: Givers): number[][] {
  const parent = forest.variables.map((_, i) => i);
  const top = (i: number): number => (parent[i] === i ? i : (parent[i] = top(parent[i]!)));
  const join = (ranks: readonly number[]) => {
    for (const r of ranks) parent[top(r)] = top(ranks[0]!);
  };
  const support = (numbers: readonly number[]) => numbers.flatMap((l) => [...forest.support(roots[l]!)]);
  const outer = (step: number) => support(steps[step]!.tests.flatMap((t) => t.lines));
  for (const i of steps.keys()) join(outer(i));
  for (const l of lines.keys()) join(support([l]));
  for (const [rank, list] of prices.entries()) join([rank, ...list.flatMap((p) => [...forest.support(p.needed)])]);
  for (const [rank, list] of givers.entries()) join([rank, ...list.flatMap((g) => outer(g.step))]);
  const rooms = new Map<number, number[]>();
  for (const r of parent.keys()) rooms.set(top(r), [...(rooms.get(top(r)) ?? []), r]);
  return [...rooms.values()];
}

function newRoom(outlook: Outlook, ranks: readonly number[], linesHere: readonly number[], prices: readonly Price[][], givers: Givers, cap: number): Room {
  const { forest, roots, steps } = outlook;
  const nodes: Node[] = [];
  const lineAt = new Map<number, number>();
  const put = (l: number): number => {
    let at = lineAt.get(l);
    if (at === undefined) lineAt.set(l, (at = nodes.push(roots[l]!) - 1));
    return at;
  };
  const here = new Set(linesHere);
  const inside = (l: number) => here.has(l);
  const stepIds = steps.flatMap((step, i) => (step.tests.some((t) => t.lines.some(inside)) ? [i] : []));
  const local = stepIds.map((i) => ({ tests: steps[i]!.tests.map((t) => ({ lines: t.lines.map(put), wanted: t.wanted })), inner: steps[i]!.inner.filter(inside).map(put) }));
  // Lines of steps decided elsewhere, or from the start.
  const inner = steps.flatMap((step, i) => {
    const lines = step.inner.filter(inside).map(put);
    return lines.length ? [{ step: i, lines }] : [];
  });
  const game: Game = {
    forest,
    ranks,
    chances: ranks.map((r) => outlook.chances[r]!),
    steps: local,
    prices: ranks.map((r) => prices[r]!.map((p) => ({ cost: p.cost, needed: nodes.push(p.needed) - 1 }))),
    // A step that depends on nothing here gives in any case or never; the situation knows which.
    givers: ranks.map((r) => givers[r]!.flatMap((g) => (stepIds.includes(g.step) ? [{ step: stepIds.indexOf(g.step), line: g.line === null ? null : put(g.line) }] : []))),
  };
  const look = lookahead(game, 0);
  // Too many to count at once: information gain, one of the two plain orders, without asking which of them is the better here.
  return {
    game,
    nodes,
    inner,
    looks: new Map([[0, look]]),
    last: { cells: new Map(), state: nodes },
    by:
      cap === 0
        ? 'gain'
        : orderFor(
            look,
            game,
            nodes,
            inner.flatMap((x) => x.lines),
            cap,
          ),
  };
}

/** Exact where the states can be counted, from the start and with every step in; else the plain order that costs less. */
function orderFor(look: Lookahead, game: Game, nodes: State, inner: readonly number[], cap: number): 'exact' | Order {
  const own = new Set(game.steps.flatMap((s) => [...s.inner]));
  const start = look.parts(
    nodes,
    inner.filter((l) => !own.has(l)),
  );
  const counted = (value: (p: Part) => number): number | null => look.within(cap, () => start.reduce((sum, p) => sum + value(p), 0));
  if (counted((p) => look.least(nodes, p).value) !== null) return 'exact';
  const cost = (order: Order) => counted((p) => look.under(order, nodes, p));
  const [written, gain] = [cost('written'), cost('gain')];
  return written !== null && gain !== null && written < gain - 1e-9 ? 'written' : 'gain';
}

/** When each of these facts is needed in the end: a step is in and its line holds; or a register is to be asked with it. */
function neededNodes({ prepared, known }: Situation, { forest, roots, stepIn, numberOf }: Outlook, targetOf: (concept: string) => string, wanted: ReadonlySet<string>): Map<string, Node> {
  const found = new Map<string, Node>();
  const need = (concept: string, step: number, when: Line | null) => {
    if (!wanted.has(concept)) return;
    const holds = when ? forest.and(stepIn[step]!, roots[numberOf.get(when)!]!) : stepIn[step]!;
    const before = found.get(concept);
    found.set(concept, before ? forest.or(before, holds) : holds);
  };
  prepared.steps.forEach((step: StepPlan, i) => {
    if (step.initiator === 'authority') return;
    for (const n of step.needs) for (const leaf of n.item.leaves) need(targetOf(leaf), i, n.when);
    for (const e of step.evidence) if (e.item.line.necessity !== 'optional') for (const h of e.item.held) if (known.registers.has(h.register)) need(h.key, i, e.when);
  });
  return found;
}
