/** The journeys of businesses in the shipped city: their key branches, in the law of October 2021 and of January 2026. */
import { expect, test } from 'vitest';
import { loadCatalogue, type InForce } from '../catalogue';
import { shippedFiles } from '../testing/shipped-city';
import { sha256 } from '../testing/small-city';
import { compileLaw } from './compile';
import { scenarioInput } from './scenario';

const then = '2021-10-28';
const now = '2026-01-15';
const { catalogue } = loadCatalogue(shippedFiles, sha256);
const lawOf = (at: string): InForce => catalogue.inForce(at).law!;

function planOf(journey: string, scenario: string, at: string, answers: { [concept: string]: string | number | boolean | null } = {}) {
  const law = lawOf(at);
  const input = scenarioInput(law, journey, scenario, new Set(law.registers.keys()))!;
  expect(input.refused).toEqual([]);
  return compileLaw(law, { journey }, { ...input.answers, ...answers }, input.known, at).plan;
}
const inOf = (...args: Parameters<typeof planOf>) => planOf(...args).services.flatMap((s) => (s.state === 'in' ? [s.id] : []));
const piecesOf = (...args: Parameters<typeof planOf>) => planOf(...args).documents.pieces.map((p) => p.evidence);

test('founding a business: social insurance is registered apart in 2021, with the licence since December 2023', () => {
  expect(inOf('open-business', 'typical', then)).toContain('social-insurance-registration');
  expect(inOf('open-business', 'typical', '2023-11-30')).toContain('social-insurance-registration');
  expect(inOf('open-business', 'typical', '2023-12-01')).not.toContain('social-insurance-registration');
});

test('founding a business: each legal form brings its own papers', () => {
  expect(piecesOf('open-business', 'typical', now)).toEqual([]);
  expect(piecesOf('open-business', 'partnership', now)).toEqual(['founders-identity', 'partnership-agreement', 'contributions-confirmation']);
  expect(piecesOf('open-business', 'sole-proprietorship', now, { 'premises.leaseNumber': null })).toEqual(['lease']);
  expect(inOf('open-business', 'smallest', now)[0]).toBe('business-licence-individual');
});

test('founding a business: nobody to insure, nothing to enrol', () => {
  expect(inOf('open-business', 'typical', now)).toContain('employee-enrolment');
  expect(inOf('open-business', 'typical', now, { 'business.employees': 0 })).not.toContain('employee-enrolment');
});

test('opening a restaurant: up to 50 m² another licence, and no fire inspection', () => {
  expect(inOf('open-restaurant', 'area-50', now)).toEqual(expect.arrayContaining(['small-eatery-licence']));
  expect(inOf('open-restaurant', 'area-50', now)).not.toContain('fire-opening-inspection');
  expect(inOf('open-restaurant', 'area-51', now)).toEqual(expect.arrayContaining(['food-licence', 'fire-opening-inspection']));
  const barred = planOf('open-restaurant', 'small-with-raw-fish', now).services.find((s) => s.id === 'small-eatery-licence')!;
  expect([barred.state, barred.why[0]!.rule]).toEqual(['barred', 'not business.rawFish']);
});

test('opening a restaurant: the menu decides, in its own words, whether the kitchen needs a room apart', () => {
  const law = lawOf(now);
  const { answers, known } = scenarioInput(law, 'open-restaurant', 'hot-food-only', new Set(law.registers.keys()))!;
  const room = (menu: { [concept: string]: boolean }) =>
    compileLaw(law, { journey: 'open-restaurant' }, { ...answers, ...menu }, { ...known, preferred: new Set(['special-room-description']) }, now).plan.documents.pieces.some(
      (p) => p.evidence === 'special-room-description',
    );
  expect([room({}), room({ 'business.coldDishes': true }), room({ 'business.rawFish': true }), room({ 'business.freshJuice': true })]).toEqual([false, true, true, false]);
  const asked = planOf('open-restaurant', 'hot-food-only', now).questions.map((q) => q.concept);
  expect(asked).toEqual(expect.arrayContaining(['business.coldDishes', 'business.rawFish', 'business.freshJuice']));
  expect(asked).not.toContain('business.foodItems');
});

test('opening a restaurant: twenty working days by law in 2021, ten since December 2023', () => {
  const days = (at: string) => planOf('open-restaurant', 'hot-food-only', at).numbers.daysAsPublished.before as number;
  expect(days('2023-11-30') - days('2023-12-01')).toBe(10);
});

test('draining into the sewer: works report and water test in 2021, one promise since February 2023', () => {
  expect(piecesOf('open-restaurant', 'typical', then)).toEqual(expect.arrayContaining(['drainage-works-report', 'water-test-report']));
  expect(piecesOf('open-restaurant', 'typical', now)).toContain('drainage-promise');
  expect(piecesOf('open-restaurant', 'typical', now)).not.toContain('water-test-report');
});

test('opening a convenience store: prepacked food alone is filed, since 29 April 2021', () => {
  expect(inOf('open-convenience-store', 'smallest', '2021-04-28')).toContain('food-licence');
  expect(inOf('open-convenience-store', 'smallest', then)).toContain('prepacked-food-filing');
  expect(inOf('open-convenience-store', 'typical', then)).not.toContain('prepacked-food-filing');
});

test('no tobacco next to a school; "I do not know" leaves it to the officer', () => {
  const tobacco = (nearSchool: boolean | null) =>
    planOf('open-convenience-store', 'typical', now, { 'premises.nearSchool': nearSchool }).services.find((s) => s.id === 'tobacco-retail-licence')!.state;
  expect([tobacco(true), tobacco(false)]).toEqual(['barred', 'in']);
});

test('a second-hand home: taxes before the register, then the three meters side by side', () => {
  const { steps } = planOf('second-hand-home', 'typical', now);
  const start = (id: string) => steps.find((s) => s.id === id)!.stages[0]!.start;
  expect(new Set(['water-transfer', 'power-transfer', 'gas-transfer'].map(start)).size).toBe(1);
  expect(steps.find((s) => s.id === 'property-transfer')!.after.map((a) => a.step)).toEqual(expect.arrayContaining(['home-taxes', 'home-sale-contract']));
  expect(inOf('second-hand-home', 'smallest', now)).not.toContain('gas-transfer');
});

test('a second-hand home: the deed tax line moved from 90 to 140 m² on 1 December 2024', () => {
  const derive = (at: string) => lawOf(at).data.get('place')!.get('deedTaxRate')!.derive;
  expect(derive(then)).toContain('area <= 90');
  expect(derive('2024-11-30')).toBe(derive(then));
  expect(derive('2024-12-01')).toContain('area <= 140');
});

test('the guesthouse: one plan for every office, and no photographs since March 2022', () => {
  expect(piecesOf('open-guesthouse', 'typical', then)).toContain('owner-photo');
  expect(piecesOf('open-guesthouse', 'typical', now)).not.toContain('owner-photo');
  expect(piecesOf('open-guesthouse', 'typical', now).filter((p) => p.endsWith('-plan'))).toEqual(['premises-plan']);
});
