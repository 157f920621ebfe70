/** Whether an aim is met (contracts.md): by its per cent, at the floor of the law, or missed. */
import { expect, test } from 'vitest';
import { compiled, journey, service } from '../testing/invented';
import { aims, judge, type AimKey } from './aims';
import type { Numbers } from './plan';
import { whatStays } from './what-stays';

const six = (before: number, after: number, floor = 0) => ({ before: { oneAfterAnother: before, allAtOnce: before }, joined: after, after, floor, illustrative: false });
const zero = six(0, 0);
const numbers = (some: Partial<Numbers>): Numbers => ({
  acts: zero,
  documents: zero,
  fields: zero,
  days: zero,
  visits: zero,
  counters: zero,
  daysAsPublished: { before: 0, after: 0, illustrative: false },
  ...some,
});
const verdict = (key: AimKey, some: Partial<Numbers>) => judge(numbers(some), aims.find((a) => a.key === key)!);

test.each<[AimKey, number, number, number, string, number | null]>([
  ['acts', 10, 3, 0, 'aim', 70],
  ['acts', 10, 4, 0, 'missed', 60],
  ['acts', 3, 1, 1, 'floor', 66.667],
  ['documents', 20, 8, 0, 'aim', 60],
  ['visits', 10, 1, 0, 'aim', 90],
  ['visits', 7, 1, 1, 'floor', 85.714],
  ['counters', 4, 1, 0, 'aim', 75],
  ['counters', 3, 3, 0, 'not-set', 0],
  ['acts', 0, 0, 0, 'aim', null],
])('%s %d → %d with floor %d: %s', (key, before, after, floor, wanted, cut) => {
  const found = verdict(key, { [key]: six(before, after, floor) });
  expect(found.verdict).toBe(wanted);
  if (cut === null) expect(found.cut).toBeNull();
  else expect(found.cut).toBeCloseTo(cut, 2);
});

test('days are held on those the press counts, their floor on the stages the law fixes', () => {
  const pair = (before: number, after: number) => ({ daysAsPublished: { before, after, illustrative: true } });
  expect(verdict('days', { ...pair(40, 8), days: six(10, 10) })).toMatchObject({ verdict: 'aim', before: 40, after: 8, illustrative: true });
  expect(verdict('days', { ...pair(40, 9), days: six(10, 10, 5) }).verdict).toBe('missed');
  expect(verdict('days', { ...pair(10, 5), days: six(10, 10, 5) }).verdict).toBe('floor');
});

test('what stays says who asks for it: the law, a guide, or nobody but a sample', () => {
  const files = {
    ...service(
      'a',
      'evidence: [{id: e, anyOf: [[lease]], source: guide, irreducible: {source: law}}, {id: f, anyOf: [[{id: articles, copies: 2}]], source: guide}]\nacts: [{kind: sign, id: x, illustrative: true}]\nclock: {promised: {wd: 3, source: guide}}\noutputs: {concepts: [business.creditCode]}',
    ),
    ...service('b', 'needs: [business.creditCode]\nclock: {promised: {wd: 2, illustrative: true}}'),
    ...service('c', 'clock: {promised: {wd: 4, source: guide}}'),
    ...journey('  - a\n  - b\n  - c'),
    'sources/law.yaml': 'id: law\ntitle: {zh: 法, en: Law}\nkind: law\n',
  };
  const plan = compiled(files);
  const told = (key: AimKey) => whatStays(plan, key).map((s) => [s.amount, s.law, s.source, s.rule ?? false]);
  expect(told('documents')).toEqual([
    [1, 'law', 'guide', false],
    [2, null, 'guide', false],
  ]);
  expect(told('acts')).toEqual([
    [1, null, null, true],
    [1, null, null, false],
  ]);
  expect(whatStays(plan, 'days').map((s) => [s.name.en, s.amount, s.source])).toEqual([
    ['a', 3, 'guide'],
    ['b', 2, null],
  ]);
});
