/** `bench feelin [N]`: expressions of the subset shared with FEEL, at random, as the rule language and as feelin read them. */
import type { Agreement } from '../../core/testing/common-with-feel';
import type { Bench } from './bench';
import { development, isMissing } from './development';

const bar = { op: '<=', value: 0 } as const;
const seeds = [53, 54, 55, 56];

export const feelinBench: Bench = async (a, s) => {
  const code = await development<{ againstFeelin(expressions: number, seed: number): Agreement }>(s, 'src/core/testing/feelin.ts', ['fast-check', 'feelin']);
  if (isMissing(code)) return { holds: false, missing: code.missing };
  const each = Math.ceil(Number(a.positions[1] ?? 20_000) / seeds.length);
  const samples = seeds.map((seed) => {
    const { differences, ...tried } = code.againstFeelin(each, seed);
    return { seed, ...tried, differences: differences.length, first: differences[0] ?? null };
  });
  const [figure, baseline] = [samples.reduce((n, x) => n + x.differences, 0), samples.reduce((n, x) => n + x.expressions, 0)];
  return { figure, baseline, unit: 'differences / expressions', ratio: figure / baseline, bar, holds: figure === 0, samples };
};
