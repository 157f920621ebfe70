import { expect, test } from 'vitest';
import { calendar } from '../calendar';
import { loadCatalogue } from '../catalogue';
import { shippedFiles } from '../testing/shipped-city';
import { sha256 } from '../testing/small-city';
import { renewalsOf, type Held } from './renewals';

const { catalogue } = loadCatalogue(shippedFiles, sha256);
const lawOn = (day: string) => catalogue.inForce(day).law;
const work = calendar(lawOn('2026-01-15')!.calendar, lawOn('2026-01-15')!.city);
const food = (grantedOn: string, place = 'A', caseNumber = '1'): Held => ({ evidence: 'food-licence', service: 'food-licence', grantedOn, place, caseNumber });
const at = (today: string, ...held: Held[]) => renewalsOf(held, lawOn, work, today);

test('five years, to the day before', () => expect(at('2026-01-15', food('2021-10-28'))[0]).toMatchObject({ expires: '2026-10-27', renewWith: 'food-licence-renewal' }));

test('a food licence is renewed between ninety and fifteen working days before it ends', () => {
  // 27 October 2026 is a Tuesday; 15 working days before it, past the October holiday with 10 October worked, and 90 before it.
  const [r] = at('2026-01-15', food('2021-10-28'));
  expect([r!.opens, r!.closes, r!.certain, r!.state]).toEqual(['2026-06-16', '2026-09-30', true, 'soon']);
  expect(at(r!.opens!, food('2021-10-28'))[0]!.state).toBe('open');
  expect(at(r!.closes!, food('2021-10-28'))[0]!.state).toBe('open');
  expect(at('2026-10-01', food('2021-10-28'))[0]!.state).toBe('late');
  expect([at('2026-10-27', food('2021-10-28'))[0]!.state, at('2026-10-28', food('2021-10-28'))[0]!.state]).toEqual(['late', 'expired']);
});

test('beyond the calendar the day is given, and said not to be certain', () => {
  expect(at('2026-01-15', food('2026-01-05'))[0]).toMatchObject({ expires: '2031-01-04', closes: '2030-12-14', certain: false, state: 'soon' });
});

test('a renewal replaces the licence of the same place, and of no other; the most pressing comes first', () => {
  const renewed: Held = { evidence: 'food-licence', service: 'food-licence-renewal', grantedOn: '2026-07-01', place: 'A', caseNumber: '2' };
  expect(at('2026-08-01', food('2021-10-28'), renewed, food('2021-12-01', 'B', '3')).map((r) => [r.place, r.caseNumber, r.expires])).toEqual([
    ['B', '3', '2026-11-30'],
    ['A', '2', '2031-06-30'],
  ]);
});

test('what never runs out is not listed', () => expect(at('2026-01-15', { ...food('2021-10-28'), evidence: 'business-licence', service: 'business-licence-individual' })).toEqual([]));
