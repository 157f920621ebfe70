/** Use case: what the city promised and what it measures – targets, statistics, index frames, and the page's four reductions on the shipped journeys. */
import type { Catalogue, InForce, Label } from '../core/catalogue';
import { loadMeasures, longTable, onTrack, type Measures, type Observation, type Reading, type Target } from '../core/index';
import { compileLaw, scenarioInput, type Number6 } from '../core/journey';
import { readFolder } from './load-city';
import type { Product } from './product';

/** 减流程、减材料、减时间、减窗口, in the page's order. */
export const fourReductions = ['acts', 'documents', 'days', 'counters'] as const;
export type ReductionName = (typeof fourReductions)[number];
export type Reduction = { journey: string; name: Label; numbers: { [n in ReductionName]: Number6 } };

const read = new WeakMap<Catalogue, Measures>();

/** Read once for a catalogue; a file with findings is left out and told by lint. */
export function measuresOf(product: Product): Measures {
  let found = read.get(product.catalogue);
  if (!found) read.set(product.catalogue, (found = loadMeasures(readFolder(product.dir).files, product.law()).measures));
  return found;
}

export const tableOf = (product: Product): Observation[] => longTable(measuresOf(product));

export type AreaTargets = { area: string; targets: { target: Target; reading: Reading | null }[] };

/** Targets by area: those that can be measured first, then those with a strength, then the rest; within each as their files stand. */
export function targetsByArea(measures: Measures, table: readonly Observation[]): AreaTargets[] {
  const areas = [...new Set([...measures.targets.values()].map((t) => t.area))].sort();
  const order = (t: Target) => (t.value !== undefined ? 0 : t.measuredBy ? 1 : t.strength ? 2 : 3);
  return areas.map((area) => ({
    area,
    targets: [...measures.targets.values()]
      .filter((t) => t.area === area)
      .sort((a, b) => order(a) - order(b))
      .map((target) => ({ target, reading: onTrack(target, table) })),
  }));
}

const compiled = new WeakMap<InForce, Reduction[]>();

/** Every shipped journey in its typical scenario with the registers in use, as published: one after another → joined and supplied. */
export function reductionsOf(product: Product): Reduction[] {
  const law = product.law();
  let found = compiled.get(law);
  if (!found) compiled.set(law, (found = [...law.journeys.values()].flatMap((j) => reductionOf(law, j.id, j.name, product))));
  return found;
}

function reductionOf(law: InForce, journey: string, name: Label, product: Product): Reduction[] {
  const input = scenarioInput(law, journey, 'typical', product.connected);
  if (!input) return [];
  const { acts, documents, days, counters } = compileLaw(law, { journey }, input.answers, input.known, product.today()).plan.numbers;
  return [{ journey, name, numbers: { acts, documents, days, counters } }];
}

/** Share saved, 0 … 1; null where there was nothing to save. Negative where it became more. */
export function cut(n: Number6): number | null {
  const before = most(n.before.oneAfterAnother);
  return before === 0 ? null : 1 - most(n.after) / before;
}
const most = (n: Number6['after']): number => (Array.isArray(n) ? n[1] : n);
