/**
 * The order of the deciding questions of a whole basket. What is needed in the end is asked whatever the order, so only one cost
 * can be saved: that of facts which decide something and turn out not to be needed. An order is best when the expected
 * cost of these is least; it is computed exactly, from the end backwards (`lookahead.ts`), wherever the states can be
 * counted. Past the cap the better of two plain orders is taken: as written, or by information gain. Which of them holds is
 * settled for a basket before anybody answers, so that the same answers always meet the same question.
 */
import type { Node } from '../rules';
import { leaves, type Prepared, type StepPlan } from './basket';
import { costOf } from './costs';
import { lookahead, TooManyStates, type Game, type Lookahead, type Order, type State } from './lookahead';
import { knownCells, outlookOf, type Outlook } from './outlook';
import type { Situation } from './situation';

/** States that are looked at once for unknowns that hang together: in a written journey; in a basket somebody chose just now, which must compile at once, where they are few or many. */
export const maxStates = { journey: 3000, few: 1000, many: 0 };
const fewUnknowns = 8;
const maxUnknowns = 30;

/** A question that may be asked now: the fact it is about, and what is put to the person for it – the fact, or the key of a register that has it. */
export type Candidate = { concept: string; target: string };
/** Why this one: nothing else to choose, least expected cost, or one of the plain orders. */
export type Choice = { candidate: Candidate; by: 'only' | 'exact' | Order };

/** Unknowns that hang together, ready to look ahead in. */
type Room = { game: Game; nodes: readonly Node[]; lineAt: ReadonlyMap<number, number>; stepIds: readonly number[]; by: 'exact' | Order; looks: Map<number, Lookahead> };
type Table = { roomOf: ReadonlyMap<number, Room> };
const tables = new WeakMap<Prepared, Map<string, Table>>();

/** @param targetOf what is put to the person for a fact, as registers stand. @param stuck facts that are not asked (again). */
export function bestQuestion(s: Situation, candidates: readonly Candidate[], targetOf: (concept: string) => string, stuck: (concept: string) => boolean): Choice {
  const first = candidates[0]!;
  const outlook = candidates.length > 1 ? outlookOf(s.prepared, s.at) : null;
  if (!outlook) return { candidate: first, by: candidates.length > 1 ? 'written' : 'only' };
  const ranksOf = (c: Candidate) => outlook.ranksOf.get(c.concept) ?? [];
  const room = ranksOf(first)
    .map((r) => tableOf(s, outlook, targetOf).roomOf.get(r))
    .find((x) => x);
  if (!room) return { candidate: first, by: 'written' };
  const found = choose(room, outlook, s, new Set(candidates.flatMap(ranksOf)), ranksOf(first), stuck);
  return { candidate: candidates.find((c) => ranksOf(c).includes(found.rank)) ?? first, by: found.by };
}

function choose(room: Room, outlook: Outlook, s: Situation, offered: ReadonlySet<number>, wanted: readonly number[], stuck: (concept: string) => boolean): { rank: number; by: Choice['by'] } {
  const { game, by } = room;
  let shut = 0;
  game.ranks.forEach((rank, u) => {
    if (outlook.forest.variables[rank]!.concepts.every(stuck)) shut |= 1 << u;
  });
  let look = room.looks.get(shut);
  if (!look) {
    if (room.looks.size > 50) room.looks.clear();
    room.looks.set(shut, (look = lookahead(game, shut, Infinity)));
  }
  const known = knownCells(outlook, s, game.ranks);
  const state: State = room.nodes.map((n) => known.reduce((node, k) => outlook.forest.restrict(node, k.rank, k.cell), n));
  const active = linesNow(room, outlook, s);
  const parts = look.parts(state, active);
  const part = parts.find((p) => wanted.some((rank) => p.bits & (1 << game.ranks.indexOf(rank)))) ?? parts[0];
  const unknowns = part ? look.askable(state, part).filter((u) => offered.has(game.ranks[u]!)) : [];
  if (!part || unknowns.length === 0) return { rank: -1, by: 'written' };
  if (unknowns.length === 1) return { rank: game.ranks[unknowns[0]!]!, by: 'only' };
  if (by !== 'exact') return { rank: game.ranks[look.pick(by, state, part, unknowns)]!, by };
  const { first } = look.least(state, part);
  return { rank: game.ranks[unknowns.includes(first) ? first : unknowns[0]!]!, by };
}

/** Lines inside the steps that are in. */
const linesNow = (room: Room, outlook: Outlook, s: Situation): number[] =>
  s.prepared.steps.flatMap((step, i) => (s.states.get(step.id)!.state === 'in' ? outlook.steps[i]!.inner.flatMap((l) => room.lineAt.get(l) ?? []) : []));

function tableOf(s: Situation, outlook: Outlook, targetOf: (concept: string) => string): Table {
  const key = `${s.at}|${[...outlook.ranksOf.keys()].map(targetOf).join()}`;
  const known = tables.get(s.prepared) ?? new Map<string, Table>();
  tables.set(s.prepared, known);
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
  const neededIf = neededNodes(s, outlook, targetOf);
  const prices = variables.map((v): Price[] => [...new Set(v.concepts.map(targetOf))].map((target) => ({ cost: costOf(s.prepared, target), needed: neededIf.get(target) ?? never })));
  const givers = variables.map((v) => (v.concepts.length === 1 ? (outlook.suppliers.get(v.concepts[0]!) ?? []) : []));
  const roomOf = new Map<number, Room>();
  for (const ranks of hangingTogether(outlook, prices, givers)) {
    if (ranks.length > maxUnknowns) continue;
    const cap = s.prepared.journey ? maxStates.journey : ranks.length <= fewUnknowns ? maxStates.few : maxStates.many;
    const room = newRoom(outlook, ranks, prices, givers, cap);
    for (const r of ranks) roomOf.set(r, room);
  }
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

function newRoom(outlook: Outlook, ranks: readonly number[], prices: readonly Price[][], givers: Givers, cap: number): Room {
  const { forest, roots, steps } = outlook;
  const nodes: Node[] = [];
  const lineAt = new Map<number, number>();
  const put = (l: number): number => {
    let at = lineAt.get(l);
    if (at === undefined) lineAt.set(l, (at = nodes.push(roots[l]!) - 1));
    return at;
  };
  const inside = (l: number) => forest.support(roots[l]!).some((r) => ranks.includes(r));
  const stepIds = steps.flatMap((step, i) => (step.tests.some((t) => t.lines.some(inside)) ? [i] : []));
  const local = stepIds.map((i) => ({ tests: steps[i]!.tests.map((t) => ({ lines: t.lines.map(put), wanted: t.wanted })), inner: steps[i]!.inner.filter(inside).map(put) }));
  // Lines of steps decided elsewhere, or from the start.
  for (const step of steps) for (const l of step.inner) if (inside(l)) put(l);
  const game: Game = {
    forest,
    ranks,
    chances: ranks.map((r) => outlook.chances[r]!),
    steps: local,
    prices: ranks.map((r) => prices[r]!.map((p) => ({ cost: p.cost, needed: nodes.push(p.needed) - 1 }))),
    // A step that depends on nothing here gives in any case or never; the situation knows which.
    givers: ranks.map((r) => givers[r]!.flatMap((g) => (stepIds.includes(g.step) ? [{ step: stepIds.indexOf(g.step), line: g.line === null ? null : put(g.line) }] : []))),
  };
  const room = { game, nodes, lineAt, stepIds, looks: new Map<number, Lookahead>() };
  // Too many to count at once: information gain, one of the two plain orders, without asking which of them is the better here.
  return { ...room, by: cap === 0 ? 'gain' : orderFor(game, nodes, steps, lineAt, cap) };
}

/** Exact where the states can be counted, from the start and with every step in; else the plain order that costs less. */
function orderFor(game: Game, nodes: State, steps: Outlook['steps'], lineAt: ReadonlyMap<number, number>, cap: number): 'exact' | Order {
  const inner = steps.flatMap((s) => s.inner.flatMap((l) => lineAt.get(l) ?? []));
  const own = new Set(game.steps.flatMap((s) => [...s.inner]));
  const counted = (value: (look: Lookahead) => number): number | null => {
    const look = lookahead(game, 0, cap);
    try {
      return value(look);
    } catch (e) {
      if (e instanceof TooManyStates) return null;
      throw e;
    }
  };
  const start = (look: Lookahead) =>
    look.parts(
      nodes,
      inner.filter((l) => !own.has(l)),
    );
  if (counted((look) => start(look).reduce((sum, p) => sum + look.least(nodes, p).value, 0)) !== null) return 'exact';
  const cost = (order: Order) => counted((look) => start(look).reduce((sum, p) => sum + look.under(order, nodes, p), 0));
  const [written, gain] = [cost('written'), cost('gain')];
  return written !== null && gain !== null && written < gain - 1e-9 ? 'written' : 'gain';
}

/** When each fact is needed in the end: a step is in and its line holds; or a register is to be asked with it. */
function neededNodes({ prepared, known }: Situation, { forest, roots, stepIn, numberOf }: Outlook, targetOf: (concept: string) => string): Map<string, Node> {
  const found = new Map<string, Node>();
  const need = (concept: string, when: Node) => {
    const before = found.get(concept);
    found.set(concept, before ? forest.or(before, when) : when);
  };
  prepared.steps.forEach((step: StepPlan, i) => {
    if (step.initiator === 'authority') return;
    const under = (when: StepPlan['needs'][number]['when']) => (when ? forest.and(stepIn[i]!, roots[numberOf.get(when)!]!) : stepIn[i]!);
    for (const n of step.needs) for (const leaf of leaves(prepared.law, n.item.concept)) need(targetOf(leaf), under(n.when));
    for (const e of step.evidence)
      if (e.item.line.necessity !== 'optional')
        for (const p of e.item.lists.flat()) for (const h of prepared.law.evidence.get(p.evidence)?.heldBy ?? []) if (known.registers.has(h.register)) need(`${p.subject}.${h.key}`, under(e.when));
  });
  return found;
}
