/** `bench next-question`: the time from an answer to the next question, on every shipped journey with and without registers; the first question, which makes the basket ready, is among them. */
import { join } from 'node:path';
import { loadCity } from '../../app/load-city';
import type { Values } from '../../core/case/event';
import { interview, nothingKnown, prepare } from '../../core/journey';
import { type Bench, within } from './bench';
import { seeded } from './seeded';

const bar = { op: '<=', value: 1 } as const;
const allowed = 20;
const day = '2026-01-15';
const walks = 6;
const quantile = (xs: readonly number[], q: number) => xs.toSorted((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(q * xs.length))]!;

export const nextQuestionBench: Bench = (_, { root }) => {
  const { law } = loadCity(join(root, 'cities', 'zhuzhou')).catalogue.inForce(day);
  if (!law) return { holds: false, missing: 'cities/zhuzhou' };
  const chance = seeded(3);
  const samples = [...law.journeys.keys()].flatMap((id) =>
    [new Set<string>(), new Set(law.registers.keys())].map((registers) => {
      const times = Array.from({ length: walks }, () => walk(id, registers)).flat();
      return { journey: id, registers: registers.size, first: times[0]!, p95: quantile(times, 0.95), times };
    }),
  );
  const all = samples.flatMap((s) => s.times);
  const figure = Number(quantile(all, 0.95).toFixed(3));
  const ratio = Number((figure / allowed).toFixed(4));
  return {
    figure,
    baseline: allowed,
    unit: 'ms, p95 / ms allowed',
    ratio,
    bar,
    holds: within(bar, ratio),
    median: quantile(all, 0.5),
    p99: quantile(all, 0.99),
    slowest: Math.max(...all),
    questions: all.length,
    samples,
  };

  function walk(id: string, registers: ReadonlySet<string>): number[] {
    const prepared = prepare(law!, { journey: id });
    const answers: Values = {};
    const times: number[] = [];
    for (;;) {
      const start = performance.now();
      const { next } = interview(law!, { journey: id }, answers, { ...nothingKnown, registers }, day);
      times.push(performance.now() - start);
      if (next === null || next in answers) return times;
      const { kind, codes } = prepared.domain(next);
      const pick = <T>(xs: readonly T[]): T => xs[Math.floor(chance() * xs.length)]!;
      answers[next] =
        kind === 'bool'
          ? chance() < 0.5
          : kind === 'code'
            ? pick(codes ?? ['x'])
            : kind === 'date'
              ? pick(['1962-03-01', '1985-03-07', '2012-06-01'])
              : kind === 'other'
                ? '某某'
                : pick([1, 45, 120, 400, 40_000_000]);
    }
  }
};
