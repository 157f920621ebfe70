/** `bench soundness [N]`: decided answers against every completion of the unknown facts, on random rule sets (core/testing/soundness.ts). */
import type { Soundness } from '../../core/testing/soundness';
import type { Bench } from './bench';
import { development, isMissing } from './development';

const bar = { op: '<=', value: 0 } as const;
const seeds = [41, 42, 43, 44];

export const soundnessBench: Bench = async (a, s) => {
  const code = await development<{ soundness(sets: number, seed: number): Soundness }>(s, 'src/core/testing/soundness.ts', ['fast-check']);
  if (isMissing(code)) return { holds: false, missing: code.missing };
  const each = Math.ceil(Number(a.positions[1] ?? 100_000) / seeds.length);
  const samples = seeds.map((seed) => {
    const { contradictions, ...tried } = code.soundness(each, seed * 1_000_003);
    return { seed, ...tried, contradictions: contradictions.length, first: contradictions[0] ?? null };
  });
  const sum = (of: 'sets' | 'contradictions' | 'rules' | 'decided' | 'completions') => samples.reduce((n, x) => n + x[of], 0);
  const [figure, baseline] = [sum('contradictions'), sum('sets')];
  return {
    figure,
    baseline,
    unit: 'contradictions / random rule sets',
    ratio: figure / baseline,
    bar,
    holds: figure === 0,
    samples,
    rules: sum('rules'),
    decided: sum('decided'),
    completions: sum('completions'),
  };
};
