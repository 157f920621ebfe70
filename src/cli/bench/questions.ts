/**
 * `bench questions [PEOPLE]`: questions per session against the fewest any order can do with – 25 random rule sets with every
 * answer vector, and every shipped journey with people whose answers are drawn evenly. The figure is the worst of them all.
 */
import { join } from 'node:path';
import { loadCity } from '../../app/load-city';
import type { NewEngine } from '../../core/testing/random-questions';
import type { RandomSet, Sessions } from '../../core/testing/question-sessions';
import { type Bench, within } from './bench';
import { development, isMissing } from './development';
import { seeded } from './seeded';

type Code = {
  randomSet(chance: () => number, publicodes: NewEngine | null): RandomSet;
  sessionsOf(law: unknown, id: string, day: string, people: number, chance: () => number): Sessions;
};
const bar = { op: '<=', value: 1.05 } as const;
const sets = 25;
const day = '2026-01-15';
const mean = (xs: readonly number[]) => Number((xs.reduce((a, b) => a + b, 0) / xs.length).toFixed(3));

export const questionsBench: Bench = async (a, s) => {
  const code = await development<Code>(s, 'src/core/testing/question-sessions.ts', []);
  if (isMissing(code)) return { holds: false, missing: code.missing };
  const rival = await development<{ publicodes: NewEngine }>(s, 'src/core/testing/with-publicodes.ts', ['publicodes']);
  const chance = seeded(11);
  const random = Array.from({ length: sets }, () => code.randomSet(chance, isMissing(rival) ? null : rival.publicodes));
  const { law } = loadCity(join(s.root, 'cities', 'zhuzhou')).catalogue.inForce(day);
  if (!law) return { holds: false, missing: 'cities/zhuzhou' };
  const people = Number(a.positions[1] ?? 200);
  const journeys = [...law.journeys.keys()].map((id) => code.sessionsOf(law, id, day, people, seeded(5)));
  const randomly = { asked: mean(random.map((r) => r.asked)), optimum: mean(random.map((r) => r.optimum)) };
  const all = [randomly, ...journeys];
  const worst = all.reduce((x, y) => (y.asked / y.optimum > x.asked / x.optimum ? y : x));
  const ratio = Number((worst.asked / worst.optimum).toFixed(4));
  const vain = random.reduce((n, r) => n + r.vain, 0);
  return {
    figure: worst.asked,
    baseline: worst.optimum,
    unit: 'questions per session, where it is worst / fewest possible',
    ratio,
    bar,
    holds: within(bar, ratio) && vain === 0,
    worst: 'journey' in worst ? worst.journey : 'random rule sets',
    random: { sets, ...randomly, worstSet: Math.max(...random.map((r) => r.asked / r.optimum)), vain, publicodes: isMissing(rival) ? 'not installed' : mean(random.map((r) => r.publicodes!)) },
    samples: [...journeys, ...random],
  };
};
