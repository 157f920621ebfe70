/** People drawn over the cells of the deciding questions, and the numbers they get. */
import { expect, test } from 'vitest';
import { journey, service } from '../testing/invented';
import { shippedLaw } from '../testing/shipped-city';
import { cityWith } from '../testing/small-city';
import { compileLaw } from './compile';
import { sampleNumbers } from './sample';

const day = '2026-01-15';
/** The same for the same person and concept, whatever was asked before. */
const chance = (person: number, concept: string) => {
  let h = 2166136261 ^ person;
  for (const c of concept) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  return ((Math.imul(h ^ (h >>> 15), 2246822507) ^ (h >>> 13)) >>> 0) / 2 ** 32;
};

/** A short version; `npm run prove sample` compares a thousand people of every journey. */
const people = Number(process.env.YIJIAN_SAMPLE ?? 12);

test('people alike are counted once, and each as the compiler counts her', () => {
  const law = shippedLaw(day);
  const all = new Set(law.registers.keys());
  for (const id of law.journeys.keys())
    for (const sampled of sampleNumbers(law, id, day, [all], people, chance))
      for (const { answers, known, numbers } of sampled) expect(numbers, `${id} ${JSON.stringify(answers)}`).toEqual(compileLaw(law, { journey: id }, answers, known, day).plan.numbers);
}, 3_600_000);

test('every service is decided by what is drawn, and every outcome is met', () => {
  const files = {
    ...service('a', `applies: [{when: 'premises.area > 50 and not business.barred'}]\nevidence: [{id: e, anyOf: [[lease]], when: 'premises.area > 300'}]`),
    ...service('b', ''),
    ...journey('  - a\n  - b'),
  };
  const law = cityWith(files, day);
  const [people] = sampleNumbers(law, 'j', day, [], 200, chance);
  expect(new Set(people!.flatMap((p) => ('premises.area' in p.answers ? [p.answers['premises.area']] : [])))).toEqual(new Set([49, 50, 175, 300, 301]));
  expect(new Set(people!.map((p) => p.numbers.documents.after))).toEqual(new Set([0, 1]));
  for (const { answers, numbers } of people!) {
    const area = answers['premises.area'] as number | undefined;
    if (answers['business.barred'] !== true) expect(area).toBeDefined();
    expect(numbers.documents.after).toBe(answers['business.barred'] === false && area! > 300 ? 1 : 0);
  }
});

test('what a register in use supplies is not asked of the same person', () => {
  const law = cityWith({ ...service('a', `applies: [{when: 'premises.area > 50'}]\nneeds: [premises.area]`), ...journey('  - a') }, day);
  const [none, some] = sampleNumbers(law, 'j', day, [new Set(['real-estate'])], 20, chance);
  for (const [i, person] of some!.entries()) {
    expect(person.answers).toEqual({});
    expect(person.known.values).toEqual(none![i]!.answers);
  }
});
