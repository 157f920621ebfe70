/** Questions per session against the fewest any order can do with, counted by trying every order. `npm run prove questions` draws 400 people and 60 rule sets. */
import { expect, test } from 'vitest';
import { seeded } from '../../cli/bench/seeded';
import { asked, fewest, randomRuleSet } from '../testing/random-questions';
import { sessionsOf } from '../testing/question-optimum';
import { shippedLaw } from '../testing/shipped-city';

const people = Number(process.env.YIJIAN_QUESTIONS ?? 25);
const sets = process.env.YIJIAN_QUESTIONS ? 60 : 6;
const day = '2026-01-15';
const law = shippedLaw(day);

test.each([...law.journeys.keys()])('%s asks at most a twentieth more than the best order', (id) => {
  const s = sessionsOf(law, id, day, people, seeded(5));
  // Few people: a lucky or unlucky draw may differ by a question in ten sessions.
  expect(s.asked).toBeLessThanOrEqual(s.optimum * 1.05 + 2 / people);
  expect(s.optimum).toBeGreaterThan(1);
}, 600_000);

test('random rule sets ask as few questions as the best order, none of them in vain', () => {
  const chance = seeded(11);
  for (let i = 0; i < sets; i++) {
    const set = randomRuleSet(chance);
    const { perSession, vain } = asked(set);
    expect(vain).toBe(0);
    expect(perSession).toBeLessThanOrEqual(fewest(set) * 1.05);
  }
}, 600_000);
