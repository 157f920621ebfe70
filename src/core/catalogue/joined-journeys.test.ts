import { expect, test } from 'vitest';
import { testProduct } from '../../web/testing/product';
import { compileLaw, scenarioInput } from '../journey';
import { joinedId, partsOf, placedUses } from '.';

const product = testProduct();
const law = product.law();
const typical = (journey: string) => {
  const input = scenarioInput(law, journey, 'typical', product.connected)!;
  return compileLaw(law, { journey }, input.answers, input.known, product.today()).plan;
};
const uses = (journey: string) => placedUses(law.journeys.get(journey)!).map((p) => p.use.use);

test('a newborn and a food licence joined do all of the one and the other', () => {
  const id = joinedId(['newborn', 'food-licence']);
  expect(uses(id)).toEqual([...uses('newborn'), 'food-licence']);
  expect(partsOf(id)).toEqual(['newborn', 'food-licence']);
});

test.each([
  ['open-guesthouse', 'open-restaurant'],
  ['newborn', 'second-hand-home'],
])('%s with %s asks and collects less than the two apart, and no service stands twice', (a, b) => {
  const [one, two, both] = [typical(a), typical(b), typical(joinedId([a, b]))];
  const services = both.services.map((s) => s.service);
  const alone = [...one.services, ...two.services].map((s) => s.service);
  expect(new Set(services)).toEqual(new Set(alone));
  expect(new Set(both.services.map((s) => s.id)).size).toBe(both.services.length);
  expect(both.questions.length).toBeLessThan(one.questions.length + two.questions.length);
  expect(both.numbers.documents.after as number).toBeLessThanOrEqual((one.numbers.documents.after as number) + (two.numbers.documents.after as number));
});

test('the order in which they were put together changes nothing but the order', () => {
  const [x, y] = [typical('newborn~retirement'), typical('retirement~newborn')];
  expect(y.numbers).toEqual(x.numbers);
  expect(new Set(y.services.map((s) => `${s.id} ${s.state}`))).toEqual(new Set(x.services.map((s) => `${s.id} ${s.state}`)));
});

test.each(['', '~', 'newborn~', 'newborn~nothing', 'newborn~newborn', 'nothing~newborn', '__proto__~newborn', Array(21).fill('newborn').join('~')])('%j is no journey', (id) => {
  expect(law.journeys.has(id)).toBe(false);
  expect(law.journeys.get(id)).toBeUndefined();
});

test('joined journeys are never listed', () => {
  const before = [...law.journeys.keys()];
  expect(law.journeys.has('newborn~retirement')).toBe(true);
  expect([...law.journeys.keys()]).toEqual(before);
});
