/** Short here; `npm run prove evidence [N]` runs it over N instances (5,000). */
import { expect, test } from 'vitest';
import { shippedLaw } from '../../core/testing/shipped-city';
import { againstEverything, shippedPlans } from './evidence-proof';

const instances = Number(process.env.YIJIAN_EVIDENCE ?? 40);
const day = '2026-01-15';

test(`${instances} instances of up to 12 requirements equal trying everything`, { timeout: 3_600_000 }, () => {
  const { wrong, tried, withOutputs } = againstEverything(instances);
  expect(wrong).toEqual([]);
  expect([tried, withOutputs > instances / 3]).toEqual([instances, true]);
});

test('every shipped scenario: the cheapest documents proven, the plan replayed from nothing', () => {
  const found = shippedPlans(shippedLaw(day), day);
  expect(found.wrong).toEqual([]);
  expect(found.proven).toBe(found.plans);
  expect(found.choices).toBeGreaterThan(20);
});
