/** What to speed up first: for each stage, and each step, the plan is scheduled again with it taking no time; what law forbids to shorten is named apart. */
import type { StepPlan } from '../step-plan';
import type { SpeedUp } from '../plan';
import type { Situation } from '../situation';
import type { Edge } from './edges';
import { earliest, lastResult } from './schedule';
import { stageGraph, type StageGraph, type StageNode } from './stage-graph';

export function speedUp(s: Situation, steps: readonly StepPlan[], edges: readonly Edge[]): SpeedUp {
  const graph = stageGraph(s, steps, edges, () => true);
  const hours = lastResult(graph, earliest(graph));
  const gainOf = gains(graph, hours);
  const stages = graph.nodes.flatMap((x, n) => (x.hours > 0 ? [{ step: x.step.id, stage: x.stage.id, gain: gainOf((k) => k === n), byLaw: isByLaw(x) }] : []));
  const whole = steps.map((step) => ({ step: step.id, gain: gainOf((n) => graph.nodes[n]!.step === step && !isByLaw(graph.nodes[n]!)) }));
  const best = largest(stages.filter((x) => !x.byLaw));
  const byLaw = largest(stages.filter((x) => x.byLaw));
  const plain = (x: (typeof stages)[number] | null) => x && { step: x.step, stage: x.stage, gain: x.gain };
  return { stage: plain(best), step: largest(whole), byLaw: plain(byLaw) };
}

/** 法律规定的期间不能缩短: a stage marked irreducible with its source. */
const isByLaw = (x: StageNode) => x.stage.irreducible !== undefined;

/** Working hours the last result comes earlier when the stages named take no time. */
function gains(graph: StageGraph, hours: number): (zero: (node: number) => boolean) => number {
  return (zero) => {
    const without = Float64Array.from(graph.nodes, (x, n) => (zero(n) ? 0 : x.hours));
    return hours - lastResult(graph, earliest(graph, without), without);
  };
}

/** The first of the largest, in plan order; null where nothing is gained. */
const largest = <T extends { gain: number }>(all: readonly T[]): T | null => all.reduce<T | null>((best, x) => (x.gain > (best?.gain ?? 0) ? x : best), null);
