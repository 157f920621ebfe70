/** The journeys of businesses in the shipped city: their key branches, in the law of October 2021 and of January 2026. */
import { expect, test } from 'vitest';
import type { InForce } from '../catalogue';
import { shippedLaw } from '../testing/shipped-city';
import { compileLaw } from './compile';
import { scenarioInput } from './scenario';

const then = '2021-10-28';
const now = '2026-01-15';
const laws = new Map<string, InForce>();
const lawOf = (at: string): InForce => laws.get(at) ?? laws.set(at, shippedLaw(at)).get(at)!;

function planOf(journey: string, scenario: string, at: string, answers: { [concept: string]: string | number | boolean } = {}) {
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
  expect(piecesOf('open-business', 'typical', now)).toEqual(['lease']);
  expect(piecesOf('open-business', 'partnership', now)).toEqual(['founders-identity', 'partnership-agreement', 'contributions-confirmation', 'lease']);
  expect(piecesOf('open-business', 'sole-proprietorship', now)).toEqual(['lease']);
  expect(inOf('open-business', 'smallest', now)[0]).toBe('business-licence-individual');
});

test('founding a business: nobody to insure, nothing to enrol', () => {
  expect(inOf('open-business', 'typical', now)).toContain('employee-enrolment');
  expect(inOf('open-business', 'typical', now, { 'business.employees': 0 })).not.toContain('employee-enrolment');
});
