import { describe, expect, test } from 'vitest';
import { shippedLaw } from '../testing/shipped-city';
import { cityIndex, entriesOf, find } from './index';
import { sentences } from './sentences';

const law = shippedLaw('2026-01-15');
const index = cityIndex(law);
const five = (ask: string) =>
  find(index, ask)
    .slice(0, 5)
    .map((f) => f.id);

describe('in the shipped city', () => {
  test.each(sentences)('“%s” finds %s', (ask, ...answers) => {
    expect(five(ask).filter((id) => answers.includes(id))).not.toEqual([]);
  });

  test('every service and every journey is found by its name, in both languages, and by what people call it', () => {
    const lost = entriesOf(law).flatMap(({ id, name, aliases }) =>
      // Every fourth alias: all of them take seconds.
      [name.zh, name.en, ...aliases.filter((_, i) => i % 4 === 0)].filter((text) => !five(text).includes(id)).map((text) => `${id}: ${text}`),
    );
    expect(lost).toEqual([]);
  });

  test('a journey is found by the aliases of its services, and shows at most two of them among the first five', () => {
    for (const [ask, journey] of [
      ['火化证', 'after-death'],
      ['解押', 'second-hand-home'],
      ['健康证', 'open-restaurant'],
      ['视同缴费', 'retirement'],
      ['学籍', 'school-enrolment'],
    ] as const)
      expect(find(index, ask).map((f) => f.id)).toContain(journey);
    const journeys = index.shelf.entries.filter(({ services }) => services.length > 0);
    for (const [ask] of sentences) {
      const shown = five(ask);
      for (const { services } of journeys) expect(shown.filter((id) => services.includes(id)).length, ask).toBeLessThanOrEqual(2);
    }
  });
});
