import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRule, completions, factsOf, partly, today } from '../testing/arbitrary-rule';
import { isRuleError } from './error';
import { evaluate, holds, type Facts, type Known, type RowOf } from './evaluate';
import { conceptsOf, isLiteral } from './expression';
import { parse } from './parse';
import { simplify } from './simplify';

const read = (text: string) => {
  const e = parse(text);
  if (isRuleError(e)) throw new Error(`${text}: ${e.en}`);
  return e;
};
const U = undefined;
const value = (text: string, known: { [c: string]: Known } = {}, rows?: readonly RowOf[]) => evaluate(read(text), factsOf(known, rows));

test('and, or and not are Kleene’s', () => {
  const states: [string, boolean | undefined][] = [
    ['true', true],
    ['false', false],
    ['x', U],
  ];
  for (const [a, va] of states) {
    expect(value(`not ${a}`)).toBe(va === U ? U : !va);
    for (const [b, vb] of states) {
      expect(value(`${a} and ${b}`)).toBe(va === false || vb === false ? false : va === U || vb === U ? U : true);
      expect(value(`${a} or ${b}`)).toBe(va === true || vb === true ? true : va === U || vb === U ? U : false);
    }
  }
});

describe('an absent fact', () => {
  test.each<[string, Known | undefined]>([
    ['x = absent', true],
    ['x != absent', false],
    ['x = 3', false],
    ['x != 3', true],
    ['x < 3', false],
    ['x >= 3', false],
    ['x in [1..5]', false],
    ['not (x in [1..5])', true],
    ['x and true', false],
    ['not x', true],
    ['x or true', true],
    ['x + 1', null],
    ['x + 1 > 0', false],
    ['x + 1 = absent', true],
    ['years(x, at)', null],
    ['years(x, at) >= 18', false],
    ['min(x, 1)', null],
    ['if x then 1 else 2', 2],
    ['x = y', U],
    ['y = absent', U],
  ])('%s', (text, wanted) => expect(value(text, { x: null })).toBe(wanted));
});

describe('an unknown fact', () => {
  test.each<[string, Known | undefined]>([
    ['x = 3', U],
    ['x = x', U],
    ['if x then 1 else 1', 1],
    ['if x then 1 else 2', U],
    ['x in [1..5] or true', true],
    ['x * 0', U],
    ['x between 5 and 1', U],
    ['count(list) > 0', U],
    ['some e in list satisfies true', U],
  ])('%s', (text, wanted) => expect(value(text)).toBe(wanted));
});

test('numbers of the field are counted as people count', () => {
  expect(value('0.1 + 0.2 = 0.3')).toBe(true);
  expect(value('1 / 0')).toBe(null);
  expect(value('1 / 0 = absent')).toBe(true);
  expect(value('7 / 2 * 2')).toBe(7);
  expect(value('abs(0 - 3) + max(1, 2) - min(4, 5)')).toBe(1);
});

test('years are years completed, on the day of the law', () => {
  expect(value('years(b, at)', { b: '2008-01-15' })).toBe(18);
  expect(value('years(b, at)', { b: '2008-01-16' })).toBe(17);
  expect(value('years(b, date("2025-02-28"))', { b: '2024-02-29' })).toBe(1);
  expect(value('days(b, at)', { b: '2026-01-16' })).toBe(-1);
  expect(value('years(b, at)', { b: 'no date' })).toBe(null);
  expect(evaluate(read('b < at'), { ...factsOf({ b: '2020-01-01' }), today: '' })).toBe(undefined);
});

test('quantifiers read every row, and know when one is missing', () => {
  const rows: RowOf[] = [{ age: 20, ok: true }, { age: 15 }];
  expect(value('some e in list satisfies e.age < 18', {}, rows)).toBe(true);
  expect(value('every e in list satisfies e.age < 18', {}, rows)).toBe(false);
  expect(value('every e in list satisfies e.ok', {}, rows)).toBe(undefined);
  expect(value('some e in list satisfies e.ok', {}, rows)).toBe(true);
  expect(value('count(e in list satisfies e.age > 1)', {}, rows)).toBe(2);
  expect(value('count(e in list satisfies e.ok)', {}, rows)).toBe(undefined);
  expect(value('count(list)', {}, [])).toBe(0);
  expect(value('every e in list satisfies e.ok', {}, [])).toBe(true);
  expect(value('some e in list satisfies e.age > limit', { limit: 18 }, rows)).toBe(true);
});

const both = fc.tuple(anyRule, partly);

test('what is decided with some facts unknown is what every completion gives', () => {
  fc.assert(
    fc.property(both, ([text, known]) => {
      const e = read(text);
      const decided = holds(e, factsOf(known));
      if (decided === undefined) return;
      for (const facts of completions([...conceptsOf(e)], known, 1500)) expect(holds(e, facts)).toBe(decided);
    }),
    { numRuns: 300 },
  );
});

test('what is left of a rule says the same as the rule', () => {
  fc.assert(
    fc.property(both, ([text, known]) => {
      const e = read(text);
      const rest = simplify(e, factsOf(known));
      const partial: Facts = factsOf(known);
      expect(isLiteral(rest)).toBe(evaluate(e, partial) !== undefined);
      for (const c of conceptsOf(rest)) expect(c in known, `${c} is known and still in the rest`).toBe(false);
      for (const facts of completions([...conceptsOf(e)], known, 400)) expect(holds(rest, facts)).toBe(holds(e, facts));
    }),
    { numRuns: 300 },
  );
});

test('the day of the law is never left open', () => {
  expect(simplify(read('years(b, at) > 3'), factsOf({}))).toMatchObject({ left: { args: [{ kind: 'concept' }, { kind: 'literal', value: today }] } });
});
