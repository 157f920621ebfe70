/**
 * `bench evidence`: the choice of documents. Small instances equal trying everything, shipped scenarios are proven and replayed,
 * and 100 requirements are timed – dense, sparse, and with steps whose outputs are evidence – beside the solver alone.
 */
import { join } from 'node:path';
import { loadHighs } from '../../adapters/solver/highs';
import { loadCity } from '../../app/load-city';
import { replay, select, type Problem, type Solve } from '../../core/journey';
import { inventedProblem, type Shape } from '../../core/testing/invented-evidence';
import { today } from '../today';
import { type Bench, median, within } from './bench';
import { cheapestEach, greedy } from './evidence-baselines';
import { againstEverything, shippedPlans } from './evidence-proof';
import { seeded } from './seeded';

const bar = { op: '<=', value: 1 } as const;
const allowed = 1000;
const instances = 300;
const large: { [family: string]: Shape } = {
  dense: { requirements: 100, producers: 0, pool: 80, lists: [2, 4], pieces: 3, copies: false, optional: false },
  sparse: { requirements: 100, producers: 0, pool: 200, lists: [2, 4], pieces: 3, copies: false, optional: false },
  outputs: { requirements: 100, producers: 25, pool: 200, lists: [2, 4], pieces: 3, copies: false, optional: true },
};

export const evidenceBench: Bench = async (_, { root }) => {
  const { law } = loadCity(join(root, 'cities', 'zhuzhou')).catalogue.inForce(today());
  if (!law) return { holds: false, missing: 'cities/zhuzhou' };
  const small = againstEverything(instances);
  const shipped = shippedPlans(law, today());
  const solve = await loadHighs();
  const samples = Object.entries(large).flatMap(([family, shape]) => Array.from({ length: 5 }, (_unused, k) => timed(family, inventedProblem(shape, seeded(1000 + k)), solve)));
  const figure = median(samples.map((s) => s.ms));
  const ratio = Number((figure / allowed).toFixed(3));
  const unproven = samples.filter((s) => s.proof !== 'optimal').length;
  const wrong = [...small.wrong, ...shipped.wrong, ...samples.flatMap((s) => s.faults)];
  return {
    figure,
    baseline: allowed,
    unit: 'ms CPU, median of 100 requirements',
    ratio,
    bar,
    holds: within(bar, ratio) && wrong.length === 0 && shipped.proven === shipped.plans,
    samples,
    small,
    shipped,
    unproven,
    byFamily: Object.fromEntries(Object.keys(large).map((f) => [f, median(samples.filter((s) => s.family === f).map((s) => s.ms))])),
    solverAlone: median(samples.map((s) => s.solverAlone)),
    excess: excess(),
  };
};

function timed(family: string, p: Problem, solve: Solve) {
  const [found, ms] = cpu(() => select(p, solve));
  const [alone, solverAlone] = cpu(() => select(p, solve, 0));
  return { family, ms, cost: found?.cost ?? null, proof: found?.proof ?? 'none', solverAlone, solverProof: alone?.proof ?? 'none', faults: found ? replay(p, found) : [`${family}: nothing found`] };
}

/** How much dearer than the optimum, on average and at most, where pieces are brought and shared. */
function excess() {
  const ratios = [10, 20, 50].flatMap((requirements) =>
    Array.from({ length: 12 }, (_unused, k) => {
      const p = inventedProblem({ requirements, producers: 0, pool: Math.round(0.8 * requirements), lists: [2, 4], pieces: 3, copies: false, optional: false }, seeded(500 + k));
      const best = Math.max(1, select(p)!.cost);
      return { greedy: greedy(p) / best - 1, each: cheapestEach(p) / best - 1 };
    }),
  );
  const of = (xs: number[]) => ({ mean: Number((xs.reduce((a, b) => a + b, 0) / xs.length).toFixed(3)), most: Number(Math.max(...xs).toFixed(3)) });
  return { greedy: of(ratios.map((r) => r.greedy)), cheapestEach: of(ratios.map((r) => r.each)) };
}

function cpu<T>(run: () => T): [T, number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}
