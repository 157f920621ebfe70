import { expect, test } from 'vitest';
import { testProduct } from '../../web/testing/product';
import { compileLaw, fillingIn, prepare, scenarioInput, secondsOf } from '.';

const product = testProduct();
const law = product.law();
const prepared = prepare(law, { journey: 'newborn' });
const plan = (registers: ReadonlySet<string>, journey = 'newborn') => {
  const { answers, known } = scenarioInput(law, journey, 'typical', registers)!;
  return compileLaw(law, { journey }, answers, known, product.today()).plan;
};

test.each([
  ['child.bornInHospital', 5],
  ['child.name', 5],
  ['child.birthDate', 5],
  ['mother.idNumber', 60],
  ['choice.childcare-allowance', 5],
])('%s takes %i seconds', (concept, expected) => expect(secondsOf(prepared, concept)).toBe(expected));

test('the minutes are the three weights over the questions and pieces of the plan, rounded up once', () => {
  const p = plan(product.connected);
  const { short, complex, attachments, minutes } = fillingIn(prepared, p);
  expect(short + complex).toBe(p.questions.length);
  expect(attachments).toBe(p.documents.pieces.length);
  expect(minutes).toBe(Math.ceil((short * 5 + complex * 60 + attachments * 180) / 60));
});

test('what registers give takes no time', () => expect(fillingIn(prepared, plan(product.connected)).minutes).toBeLessThan(fillingIn(prepared, plan(new Set())).minutes));

test('a list takes its time for every row', () => {
  const p = { questions: [{ concept: 'child.name' }], documents: { pieces: [] } } as unknown as Parameters<typeof fillingIn>[1];
  expect(fillingIn(prepared, p, () => 24).minutes).toBe(2);
});
