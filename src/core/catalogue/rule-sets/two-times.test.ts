/** Valid time and recorded time: what is the law of a day, and what was known of it on another. */
import { expect, test } from 'vitest';
import { evaluate, isRuleError } from '../../rules';
import { sha256, smallCity } from '../../testing/small-city';
import { accountOf, ruleIn } from '..';
import { loadCatalogue } from '../load';

const set = `
id: fees
name: {zh: 收费, en: Fees}
subjects: {shop: organisation}
parameters:
  - id: free
    type: number
    value:
      - {value: 10, to: 2021-12-31, source: guide-a}
      - {value: 20, from: 2022-01-01, source: guide-b}
      - {value: 15, from: 2022-01-01, recorded: 2022-03-01, source: guide}
rules:
  - id: level
    type: number
    source: guide
    table:
      hit: first
      columns: ['shop.seats']
      rows:
        - {id: small, when: ['<= free'], then: 0}
        - {id: large, when: ['> 100'], then: 2}
        - {id: large, when: ['> 50'], then: 2, recorded: 2022-03-01, source: guide-a}
        - {when: ['-'], then: 1, from: 2021-01-01}
        - {when: ['-'], then: 9, to: 2020-12-31}
`;
const { catalogue, findings } = loadCatalogue(new Map(Object.entries({ ...smallCity, 'rules/fees.yaml': set })), sha256);
const level = (seats: number, day: string, knownAt?: string) => {
  const { law, findings: more } = catalogue.inForce(day, knownAt);
  if (!law) throw new Error(JSON.stringify(more));
  const e = ruleIn(law, 'fees.level');
  if (isRuleError(e)) throw new Error(e.en);
  return evaluate(e, { today: day, value: (c) => (c === 'shop.seats' ? seats : undefined), rows: () => undefined });
};

test('loads without findings', () => expect(findings).toEqual([]));

test.each([
  [12, '2021-06-01', undefined, 1],
  [12, '2022-06-01', undefined, 0],
  // Twenty until it was corrected on 1 March; then fifteen, for all of 2022.
  [18, '2022-06-01', '2022-02-28', 0],
  [18, '2022-06-01', '2022-03-01', 1],
  [18, '2022-01-01', '2022-12-31', 1],
  // The row of large shops, told apart by its id.
  [60, '2021-06-01', '2022-02-28', 1],
  [60, '2021-06-01', '2022-03-01', 2],
  [60, '2020-06-01', '2021-01-01', 9],
] as const)('%s seats on %s, as known on %s: %s', (seats, day, knownAt, expected) => expect(level(seats, day, knownAt)).toBe(expected));

test('what is known now is known without a second day, and loaded once', () => {
  expect(catalogue.inForce('2022-06-01').law).toBe(catalogue.inForce('2022-09-01', '2023-01-01').law);
  expect(catalogue.inForce('2022-06-01').law).not.toBe(catalogue.inForce('2022-06-01', '2022-01-01').law);
});

test('an account names the row and the parameter that decided, with place and source, each of its time', () => {
  const told = (day: string, knownAt?: string) =>
    accountOf(catalogue.inForce(day, knownAt).law!, 'fees.level = 2', { today: day, value: () => 60, rows: () => undefined }, () => 'organisation').map((d) => [
      d.kind,
      d.rule,
      d.value,
      d.line,
      d.source,
    ]);
  expect(told('2022-06-01')).toEqual([['row', 'fees.level', 2, 22, 'guide-a']]);
  expect(told('2022-06-01', '2022-01-01')).toEqual([['row', 'fees.level', 1, 23, 'guide']]);
  const small = accountOf(catalogue.inForce('2022-06-01').law!, 'fees.level = 0', { today: '2022-06-01', value: () => 15, rows: () => undefined }, () => 'organisation');
  expect(small.map((d) => [d.kind, d.rule, d.value, d.source])).toEqual([
    ['parameter', 'fees.free', 15, 'guide'],
    ['row', 'fees.level', 0, 'guide'],
  ]);
});
