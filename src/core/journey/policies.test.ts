import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue';
import { shippedFiles } from '../testing/shipped-city';
import { sha256, cityWith } from '../testing/small-city';
import { matchPolicies, policyBasket, policyQuestions } from './policies';

const { catalogue } = loadCatalogue(shippedFiles, sha256);
const lawOf = (at: string) => catalogue.inForce(at).law!;
const now = '2026-01-15';
const small = { 'business.form': 'company', 'business.employees': 8, 'business.yearProfit': 30_000_000, 'business.assets': 100_000_000, 'business.dismissed': 0, 'business.insuredMonths': 24 };
const one = (id: string, facts: Record<string, string | number>, at = now) => matchPolicies(lawOf(at), facts, at).find((m) => m.service.id === id)!;

test('a firm that fits qualifies, with every condition shown as met', () => {
  const m = one('small-profit-tax-relief', small);
  expect([m.state, m.missing, m.conditions.map((c) => c.holds)]).toEqual(['qualifies', [], [true, true, true, true]]);
});

test('one that does not is told which condition fails', () => {
  const m = one('small-profit-tax-relief', { ...small, 'business.employees': 301 });
  expect(m.state).toBe('not');
  expect(m.conditions.filter((c) => c.holds === false).map((c) => c.says?.en)).toEqual(['At most three hundred employees']);
});

test('what is missing is named, and only that', () => {
  expect(one('small-profit-tax-relief', { 'business.form': 'company', 'business.employees': 8 })).toMatchObject({ state: 'needs', missing: ['business.yearProfit', 'business.assets'] });
  // Nothing more can change it: nothing more is asked.
  expect(one('small-profit-tax-relief', { 'business.form': 'individual' })).toMatchObject({ state: 'not', missing: [] });
});

test('bounds of keeping jobs: 20 % up to thirty employees, 5.5 % above', () => {
  const state = (employees: number, dismissed: number) => one('jobs-kept-refund', { 'business.insuredMonths': 12, 'business.employees': employees, 'business.dismissed': dismissed }).state;
  expect([state(30, 6), state(30, 7), state(31, 1), state(31, 2), state(200, 11), state(200, 12)]).toEqual(['qualifies', 'not', 'qualifies', 'not', 'qualifies', 'not']);
});

test('the law of the day: what a small firm pays in October 2021 and in January 2026', () => {
  expect(one('small-profit-tax-relief', small, '2021-10-28').service.policy!.gives.en).toContain('2.5 %');
  expect(one('small-profit-tax-relief', small).service.policy).toMatchObject({ gives: { en: '5 % on profit up to three million yuan' }, until: '2027-12-31' });
});

test('what most policies read is asked first', () => expect(policyQuestions(policyBasket(lawOf(now))!)[0]).toBe('business.employees'));

test('a city without policies has none', () => expect(matchPolicies(cityWith({}), {}, now)).toEqual([]));
