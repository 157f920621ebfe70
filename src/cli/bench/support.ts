/** `bench support [STATES]`: the support of random rules against every completion of the unknown facts, and what an interview asks in vain. */
import type { RandomSet } from '../../core/testing/question-sessions';
import type { SupportTrial } from '../../core/testing/random-support';
import type { Bench } from './bench';
import { development, isMissing } from './development';
import { seeded } from './seeded';

const bar = { op: '<=', value: 0 } as const;

export const supportBench: Bench = async (a, s) => {
  const trials = await development<{ randomSupport(states: number, chance: () => number): SupportTrial }>(s, 'src/core/testing/random-support.ts', []);
  const walks = await development<{ randomSet(chance: () => number, publicodes: null): RandomSet }>(s, 'src/core/testing/question-sessions.ts', []);
  if (isMissing(trials) || isMissing(walks)) return { holds: false, missing: 'sources' };
  const each = Math.ceil(Number(a.positions[1] ?? 40_000) / 4);
  const samples = [1, 2, 3, 4].map((seed) => {
    const { mismatches, ...tried } = trials.randomSupport(each, seeded(seed));
    return { seed, ...tried, mismatches: mismatches.length, first: mismatches[0] ?? null };
  });
  const chance = seeded(7);
  const sets = Array.from({ length: 40 }, () => walks.randomSet(chance, null));
  const [figure, baseline] = [samples.reduce((n, x) => n + x.mismatches, 0), samples.reduce((n, x) => n + x.states, 0)];
  const askedInVain = sets.reduce((n, x) => n + x.vain, 0);
  return {
    figure,
    baseline,
    unit: 'states whose support is not the true set / states',
    ratio: figure / baseline,
    bar,
    holds: figure === 0 && askedInVain === 0,
    samples,
    askedInVain,
    sessions: sets.length * 128,
    saidInexact: samples.reduce((n, x) => n + x.inexact, 0),
  };
};
