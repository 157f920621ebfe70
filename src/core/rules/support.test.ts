import { expect, test } from 'vitest';
import { seeded } from '../../cli/bench/seeded';
import { randomSupport } from '../testing/random-support';

/** `npm run prove support` looks at 40,000 states. */
const states = Number(process.env.YIJIAN_SUPPORT ?? 1500);

test(`the support is exactly the true set of deciding facts in ${states} states of random rules`, () => {
  const trial = randomSupport(states, seeded(4));
  expect(trial.mismatches.slice(0, 5)).toEqual([]);
  expect(trial.states).toBe(states);
  // Not for want of anything to decide.
  expect(trial.open / trial.states).toBeGreaterThan(0.25);
}, 1_800_000);
