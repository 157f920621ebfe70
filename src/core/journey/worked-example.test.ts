/** The worked example of the contracts: two services, every number as published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cityWith } from '../testing/small-city';
import { compileLaw } from './compile';
import { nothingKnown } from './plan';

const businessLicence = `
id: business-licence
name: {zh: 企业设立登记, en: Business licence}
authority: market-regulation
audience: [organisation]
subjects: {applicant: person, business: organisation, premises: place}
needs: [applicant.idNumber, applicant.name, applicant.household.division, applicant.phone, business.name, business.activity, business.capital, premises.unitCode, premises.address, premises.area]
evidence:
  - {id: identity, anyOf: [[{id: id-copy, of: applicant}]]}
  - {id: proof-of-premises, anyOf: [[lease]]}
  - {id: constitution, anyOf: [[articles]]}
outputs: {evidence: [business-licence], concepts: [business.creditCode]}
filing: {counter: registration-counter, online: true}
delivery: [electronic]
alone: {filing: counter, delivery: [counter], source: guide-a}
stages: [{id: register, h: 4}]
clock: {statutory: {wd: 3}, promised: {wd: 1}}
fee: 0
`;
const foodLicence = `
id: food-licence
name: {zh: 食品经营许可（新办）, en: Food business licence}
authority: market-regulation
audience: [organisation]
subjects: {applicant: person, business: organisation, premises: place}
applies: [{when: 'business.activity in ["restaurant", "canteen", "retail-food"]'}]
needs: [{concept: business.creditCode, by: decide}, applicant.phone, business.name, business.foodSafetyManager, business.seats, premises.address, premises.area]
evidence:
  - {id: registration, anyOf: [[business-licence]], by: decide}
  - {id: proof-of-premises, anyOf: [[lease]]}
  - {id: layout, anyOf: [[kitchen-plan]]}
outputs: {evidence: [food-licence], concepts: [business.foodLicenceNumber]}
filing: {counter: food-counter, online: true}
delivery: [electronic]
alone: {filing: counter, delivery: [counter], source: guide-b}
acts: [{kind: attend, id: inspection, stage: visit}]
stages: [{id: accept, h: 1}, {id: review, wd: 1}, {id: visit, wd: 1}, {id: decide, h: 3}, {id: issue, h: 1}]
clock: {statutory: [{value: {wd: 20}, to: "2023-11-30"}, {value: {wd: 10}, from: "2023-12-01"}], promised: {wd: 5}}
fee: 0
`;
const files = { 'services/business-licence.yaml': businessLicence, 'services/food-licence.yaml': foodLicence };
const basket = { services: ['business-licence', 'food-licence'] };
const registers = new Set(['population', 'real-estate']);

test('before, joined and after are exactly the published numbers', () => {
  const { plan } = compileLaw(cityWith(files), basket, { 'business.activity': 'restaurant' }, { ...nothingKnown, registers }, '2026-01-15');
  const figures = Object.fromEntries(
    Object.entries(plan.numbers)
      .filter(([k]) => k !== 'daysAsPublished')
      .map(([k, n]) => [k, 'joined' in n ? [n.before.oneAfterAnother, n.before.allAtOnce, n.joined, n.after] : []]),
  );
  expect(figures).toEqual({ acts: [5, 5, 2, 2], documents: [6, 6, 4, 3], fields: [18, 18, 12, 8], days: [3.3, 3.3, 2.8, 2.8], visits: [4, 4, 0, 0], counters: [2, 2, 0, 0] });
  expect(plan.questions.map((q) => q.concept)).toEqual([
    'business.activity',
    'applicant.idNumber',
    'applicant.phone',
    'business.name',
    'business.capital',
    'business.foodSafetyManager',
    'business.seats',
    'premises.unitCode',
  ]);
  expect(plan.questions).toHaveLength(plan.numbers.fields.after as number);
});

test('the law of the day decides the clock', () => {
  const published = (day: string) => compileLaw(cityWith(files, day), basket, { 'business.activity': 'restaurant' }, nothingKnown, day).plan.numbers.daysAsPublished;
  expect(published('2023-11-30').before).toBe(23);
  expect(published('2023-12-01').before).toBe(13);
  expect(published('2023-12-01').after).toBe(6);
});

test('while a service is undecided a number is a range', () => {
  const { plan } = compileLaw(cityWith(files), basket, {}, { ...nothingKnown, registers }, '2026-01-15');
  expect(plan.services[1]).toMatchObject({ state: 'undecided', undecidedBy: ['business.activity'] });
  expect(plan.numbers.documents.after).toEqual([2, 3]);
  const office = compileLaw(cityWith(files), basket, { 'business.activity': 'office' }, { ...nothingKnown, registers }, '2026-01-15').plan;
  expect(office.services[1]!.state).toBe('out');
  expect(office.numbers.documents.after).toBe(2);
});

test('the same input gives the same bytes', () => {
  const once = () => JSON.stringify(compileLaw(cityWith(files), basket, { 'business.activity': 'restaurant' }, nothingKnown, '2026-01-15').plan);
  expect(once()).toBe(once());
});

test('the page about the numbers shows these numbers', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/numbers.md'), 'utf8');
  const { plan } = compileLaw(cityWith(files), basket, { 'business.activity': 'restaurant' }, { ...nothingKnown, registers }, '2026-01-15');
  const rows = [...page.slice(page.indexOf('## Worked example')).matchAll(/^\| (\w+) +\| ([\d.]+) +\| ([\d.]+) +\| ([\d.]+) +\| ([\d.]+) +\|$/gm)];
  expect(rows.map((r) => r[1])).toEqual(['acts', 'documents', 'fields', 'days', 'visits', 'counters']);
  for (const [, key, ...printed] of rows) {
    const n = plan.numbers[key as 'acts'];
    expect(printed.map(Number), key).toEqual([n.before.oneAfterAnother, n.before.allAtOnce, n.joined, n.after]);
  }
});
