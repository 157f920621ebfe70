/**
 * When each stage can start and must end. A stage waits for the stage before it, for the outputs its needs and documents
 * come from, and for its gates; stages with the same `joins` start together at the latest of their starts. Times are
 * working hours from the day of filing, independent of any calendar; `slack` is how much later a stage may end without
 * moving the last result.
 */
import type { Stage } from '../../catalogue';
import type { StepPlan } from '../step-plan';
import type { PlanStep } from '../plan';
import type { Situation } from '../situation';
import type { Edge } from './edges';
import { stageGraph, type StageGraph } from './stage-graph';

/** `cycle`: steps that wait for each other; the schedule leaves out the edges that close the circle. */
export type Schedule = { steps: PlanStep[]; hours: number; edges: Edge[]; cycle: string[] | null };

export function schedule(s: Situation, steps: readonly StepPlan[], edges: readonly Edge[]): Schedule {
  const graph = stageGraph(s, steps, edges, () => true);
  const start = earliest(graph);
  const hours = lastResult(graph, start);
  return { steps: plannedSteps(graph, steps, start, latest(graph, start, hours)), hours, edges: graph.edges, cycle: graph.circle };
}

/** When the last result is there. @param counts false gives a stage no time (the floor counts only what law forbids to drop). */
export function hoursInAll(s: Situation, steps: readonly StepPlan[], edges: readonly Edge[], counts: (stage: Stage) => boolean = () => true): number {
  const graph = stageGraph(s, steps, edges, counts);
  return lastResult(graph, earliest(graph));
}

/** The earliest start of each moment. @param hours of each stage, where they are not its own. */
export function earliest(graph: StageGraph, hours: ArrayLike<number> | null = null): Float64Array {
  const start = new Float64Array(graph.starts.length);
  for (const m of graph.sequence)
    for (const n of graph.before[m]!) {
      const end = start[graph.nodes[n]!.moment]! + (hours ? hours[n]! : graph.nodes[n]!.hours);
      if (end > start[m]!) start[m] = end;
    }
  return start;
}

/** The end of the last step by application; what an authority starts itself counts only where such a step waits for it. */
export function lastResult(graph: StageGraph, start: Float64Array, hours: ArrayLike<number> | null = null): number {
  let end = 0;
  graph.nodes.forEach((x, n) => {
    if (x.step.initiator === 'applicant') end = Math.max(end, start[x.moment]! + (hours ? hours[n]! : x.hours));
  });
  return end;
}

/** The latest end of each stage that leaves the last result where it is; what an authority starts itself and nobody waits for may take as long as it likes, and is shown up to the end of all. */
function latest(graph: StageGraph, start: Float64Array, hours: number): Float64Array {
  const { nodes } = graph;
  const finish = Float64Array.from(nodes, (x) => (x.step.initiator === 'applicant' ? hours : Infinity));
  for (let k = graph.sequence.length - 1; k >= 0; k--) {
    const m = graph.sequence[k]!;
    let begin = Infinity;
    for (const n of graph.starts[m]!) begin = Math.min(begin, finish[n]! - nodes[n]!.hours);
    for (const n of graph.before[m]!) if (begin < finish[n]!) finish[n] = begin;
  }
  const end = nodes.reduce((most, x) => Math.max(most, start[x.moment]! + x.hours), hours);
  return finish.map((f) => (f === Infinity ? end : f));
}

function plannedSteps(graph: StageGraph, steps: readonly StepPlan[], start: Float64Array, finish: Float64Array): PlanStep[] {
  const after = new Map<string, PlanStep['after']>(steps.map((x) => [x.id, []]));
  for (const e of graph.edges) after.get(e.step)?.push({ step: e.from.step, stage: e.stage, because: e.because });
  const own = new Map<StepPlan, number[]>(steps.map((x) => [x, []]));
  graph.nodes.forEach((x, n) => {
    if (x.shown) own.get(x.step)!.push(n);
  });
  return steps.map((step): PlanStep => {
    const nodes = own.get(step)!.map((n) => ({ ...graph.nodes[n]!, latest: finish[n]! }));
    const stages = nodes.map((x) => ({ id: x.stage.id, start: start[x.moment]!, finish: start[x.moment]! + x.hours, slack: x.latest - start[x.moment]! - x.hours }));
    return {
      id: step.id,
      service: step.service.id,
      authority: step.service.authority,
      stages,
      after: after.get(step.id)!,
      joined: [...new Set(nodes.flatMap((x) => (x.stage.joins && graph.starts[x.moment]!.length > 1 ? [x.stage.joins] : [])))],
      critical: step.initiator === 'applicant' && stages.some((x) => x.slack === 0 && x.finish > x.start),
    };
  });
}
