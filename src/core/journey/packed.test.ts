/** A law taken along as text makes the same plan and asks the same question; only the lines of reasons are not carried. */
import { expect, test } from 'vitest';
import { packLaw, unpackLaw } from '../catalogue';
import { shippedLaw } from '../testing/shipped-city';
import { compileLaw } from './compile';
import { interview } from './interview';
import { nothingKnown } from './plan';
import { scenarioInput } from './scenario';

const day = '2026-01-15';
const law = shippedLaw(day);
const taken = unpackLaw(packLaw(law));
const plain = (x: unknown) => JSON.stringify(x, (key, value) => (key === 'line' && typeof value === 'number' ? 0 : value));

test('shipped journeys compile alike, begun and answered', () => {
  for (const [id, journey] of [...law.journeys].filter((_, n) => n % 3 === 0)) {
    const scenario = Object.keys(journey.scenarios ?? {})[0]!;
    const { answers } = scenarioInput(law, id, scenario, new Set())!;
    for (const given of [{}, answers]) {
      expect(interview(taken, { journey: id }, given, nothingKnown, day)).toEqual(interview(law, { journey: id }, given, nothingKnown, day));
      expect(plain(compileLaw(taken, { journey: id }, given, nothingKnown, day).plan)).toBe(plain(compileLaw(law, { journey: id }, given, nothingKnown, day).plan));
    }
  }
});
