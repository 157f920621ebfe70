/**
 * Stages and the moments at which they start. Stages with the same `joins` start at one moment, at the latest of their starts;
 * a stage whose `when` does not hold, or whose time is not counted, keeps its place with no time of its own, so that what
 * waits on it still waits on what comes before it.
 */
import type { Stage } from '../../catalogue';
import type { StepPlan } from '../step-plan';
import { order, type Arc } from '../order';
import type { Situation } from '../situation';
import { hoursOf } from './duration';
import type { Edge } from './edges';

/** @property moment the index of the moment it starts at. */
export type StageNode = { step: StepPlan; stage: Stage; shown: boolean; hours: number; moment: number };
export type StageGraph = {
  nodes: StageNode[];
  /** Per moment: the stages that start then, and those that must have ended. */
  starts: number[][];
  before: number[][];
  /** Moments, each after all it waits for. */
  sequence: number[];
  edges: Edge[];
  /** Steps that wait for each other, where no order exists; the edges that close a circle are left out then. */
  circle: string[] | null;
};

/** The moment a stage starts at: its own, or one shared with the stages it joins. */
export function momentOf(s: Situation, step: StepPlan, stage: string): string {
  const found = step.stages.find((x) => x.item.id === stage);
  return found?.item.joins !== undefined && s.holds(found.when, true) ? `joins ${found.item.joins}` : `${step.id} ${stage}`;
}

/** Within each step, and by the edges given: which moment lies before which. */
export function momentsInOrder(s: Situation, steps: readonly StepPlan[], edges: readonly Edge[]): [string, string][] {
  const byId = new Map(steps.map((x) => [x.id, x]));
  const chains = steps.flatMap((step) => step.stages.slice(1).map((x, i): [string, string] => [momentOf(s, step, step.stages[i]!.item.id), momentOf(s, step, x.item.id)]));
  return [...chains, ...edges.map((e): [string, string] => [momentOf(s, byId.get(e.from.step)!, e.from.stage), momentOf(s, byId.get(e.step)!, e.stage)])];
}

/** @param counts false gives a stage no time. */
export function stageGraph(s: Situation, steps: readonly StepPlan[], edges: readonly Edge[], counts: (stage: Stage) => boolean): StageGraph {
  const joined = build(s, steps, edges, counts, true);
  const sequence = topological(joined);
  if (sequence) return { ...joined, sequence, edges: [...edges], circle: null };
  return withoutCircles(s, steps, edges, counts);
}

type Built = Pick<StageGraph, 'nodes' | 'starts' | 'before'> & { at: ReadonlyMap<string, number> };

function build(s: Situation, steps: readonly StepPlan[], edges: readonly Edge[], counts: (stage: Stage) => boolean, join: boolean): Built {
  const day = s.prepared.law.city.workday.hours;
  const nodes: StageNode[] = [];
  const at = new Map<string, number>();
  const groups = new Map<string, number>();
  const starts: number[][] = [];
  const before: number[][] = [];
  for (const step of steps)
    step.stages.forEach(({ item, when }, k) => {
      const shown = s.holds(when, true);
      const group = join && shown ? item.joins : undefined;
      let moment = group === undefined ? undefined : groups.get(group);
      if (moment === undefined) {
        moment = starts.push([]) - 1;
        before.push([]);
        if (group !== undefined) groups.set(group, moment);
      }
      starts[moment]!.push(nodes.length);
      if (k > 0) before[moment]!.push(nodes.length - 1);
      at.set(`${step.id} ${item.id}`, nodes.length);
      nodes.push({ step, stage: item, shown, hours: shown && counts(item) ? hoursOf(item, day) : 0, moment });
    });
  for (const e of edges) {
    const [from, to] = [at.get(`${e.from.step} ${e.from.stage}`), at.get(`${e.step} ${e.stage}`)];
    if (from !== undefined && to !== undefined) before[nodes[to]!.moment]!.push(from);
  }
  return { nodes, starts, before, at };
}

function topological({ nodes, starts, before }: Built): number[] | null {
  const waiting = before.map((b) => b.length);
  const after: number[][] = nodes.map(() => []);
  before.forEach((b, moment) => {
    for (const n of b) after[n]!.push(moment);
  });
  const sequence = waiting.flatMap((n, moment) => (n === 0 ? [moment] : []));
  for (let i = 0; i < sequence.length; i++) for (const n of starts[sequence[i]!]!) for (const moment of after[n]!) if (--waiting[moment]! === 0) sequence.push(moment);
  return sequence.length === starts.length ? sequence : null;
}

/** Takes edges one by one – gates, then data, then documents – and leaves out what would close a circle; joins go if they alone make one. */
function withoutCircles(s: Situation, steps: readonly StepPlan[], edges: readonly Edge[], counts: (stage: Stage) => boolean): StageGraph {
  let graph = build(s, steps, [], counts, true);
  let circle: string[] | null = null;
  if (!topological(graph)) {
    const groups = graph.starts.filter((members) => members.length > 1);
    circle = [...new Set(groups.flatMap((members) => members.map((n) => graph.nodes[n]!.step.id)))];
    graph = build(s, steps, [], counts, false);
  }
  const arcs = graph.before.flatMap((b, moment) => b.map((n): Arc => [graph.nodes[n]!.moment, moment]));
  const moments = order(graph.starts.length, arcs);
  const rank = { gate: 0, concept: 1, evidence: 2 };
  const left = new Set<Edge>();
  for (const e of [...edges].sort((a, b) => rank[a.kind] - rank[b.kind])) {
    const [from, to] = [graph.at.get(`${e.from.step} ${e.from.stage}`), graph.at.get(`${e.step} ${e.stage}`)];
    if (from === undefined || to === undefined) continue;
    const arc: Arc = [graph.nodes[from]!.moment, graph.nodes[to]!.moment];
    if (moments.add([arc])) {
      graph.before[arc[1]]!.push(from);
      continue;
    }
    left.add(e);
    circle ??= around(graph, arc, e);
  }
  return { ...graph, sequence: topological(graph)!, edges: edges.filter((e) => !left.has(e)), circle };
}

/** The steps on the way from the stage that waits back to the one it waits for. */
function around(graph: Built, [from, to]: Arc, edge: Edge): string[] {
  const after = new Map<number, { moment: number; step: string }[]>();
  graph.before.forEach((b, moment) => {
    for (const n of b) {
      const { moment: start, step } = graph.nodes[n]!;
      after.set(start, [...(after.get(start) ?? []), { moment, step: step.id }]);
    }
  });
  const seen = new Set<number>();
  const walk = (moment: number): string[] | null => {
    if (moment === from) return [];
    if (seen.has(moment)) return null;
    seen.add(moment);
    for (const next of after.get(moment) ?? []) {
      const rest = walk(next.moment);
      if (rest) return [next.step, ...rest];
    }
    return null;
  };
  const round = [...new Set([edge.step, ...(walk(to) ?? []), edge.from.step])];
  // Told from the step that stands first in the basket.
  const first = graph.nodes.find((x) => round.includes(x.step.id))!.step.id;
  return [...round.slice(round.indexOf(first)), ...round.slice(0, round.indexOf(first))];
}
