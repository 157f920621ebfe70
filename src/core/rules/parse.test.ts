import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { anyRule } from '../testing/arbitrary-rule';
import { isRuleError } from './error';
import { show, type Expression } from './expression';
import { parse } from './parse';

const read = (text: string): Expression => {
  const e = parse(text);
  if (isRuleError(e)) throw new Error(`${e.code} at ${e.at}: ${e.en}`);
  return e;
};
const shown = (text: string) => show(read(text));

describe('precedence', () => {
  test.each([
    ['a or b and c', '(a or (b and c))'],
    ['not a and b', '(not(a) and b)'],
    ['not a = b', 'not(a = b)'],
    ['not not a', 'not(not(a))'],
    ['a and b or c and d', '((a and b) or (c and d))'],
    ['a + b * c > d - e', '(a + (b * c)) > (d - e)'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b / c', '((a / b) / c)'],
    ['(a or b) and c', '((a or b) and c)'],
    ['a between 1 and 5 and b', '(a in [[1..5]] and b)'],
    ['if a then b else c or d', 'if a then b else (c or d)'],
    ['a = -1', 'a = -1'],
    ['some e in employee satisfies e.age > 3 or e.ok', 'some e in employee satisfies (e.age > 3 or e.ok)'],
  ])('%s', (text, wanted) => expect(shown(text)).toBe(wanted));
});

describe('ranges and lists', () => {
  test.each([
    ['a in [1..5]', 'a in [[1..5]]'],
    ['a in (1..5)', 'a in [(1..5)]'],
    ['a in [1..5)', 'a in [[1..5)]'],
    ['a in [1, 2, 3]', 'a in [1, 2, 3]'],
    ['a in [[1..2], (3..4), 7, (1 + 2)]', 'a in [[1..2], (3..4), 7, (1 + 2)]'],
    ['a in ([1..2], (3..4])', 'a in [[1..2], (3..4]]'],
    ['a in ["x"]', 'a in ["x"]'],
    ['a between 1 + 1 and 2 * 3', 'a in [[(1 + 1)..(2 * 3)]]'],
    ['a in [date("2021-01-01")..at]', 'a in [[date("2021-01-01")..at]]'],
  ])('%s', (text, wanted) => expect(shown(text)).toBe(wanted));
});

test('Chinese words stand for the English ones, with or without spaces between', () => {
  expect(shown('a.b 且 非 c.d 或 e')).toBe(shown('a.b and not c.d or e'));
  expect(shown('a.b且非c.d或e')).toBe(shown('a.b and not c.d or e'));
  expect(shown('若 a 则 b 否则 c')).toBe(shown('if a then b else c'));
  expect(shown('若a则b否则c且d')).toBe(shown('if a then b else c and d'));
  const e = read('a.b且c.d');
  expect(e.kind === 'and' && e.of.map((p) => p.at)).toEqual([0, 4]);
});

test('a hyphen or a dot belongs to a name when a letter follows', () => {
  expect(shown('child.follows')).toBe('child.follows');
  expect(shown('open-air.is-open')).toBe('open-air.is-open');
  expect(shown('a - b')).toBe('(a - b)');
  expect(shown('a -1')).toBe('(a - 1)');
  expect(shown('a-1')).toBe('(a - 1)');
  expect(shown('a-b')).toBe('a-b');
  expect(shown('household.division = "430212"')).toBe('household.division = "430212"');
});

test('quantifiers name their list, and count stands alone or with a condition', () => {
  expect(read('every e in employee satisfies e.ok')).toMatchObject({ kind: 'every', variable: 'e', list: 'employee', test: { kind: 'concept', id: 'e.ok' } });
  expect(read('count(employee) >= 3')).toMatchObject({ left: { kind: 'count', list: 'employee', variable: null, test: null } });
  expect(read('count(e in employee satisfies e.ok) = 0')).toMatchObject({ left: { kind: 'count', list: 'employee', variable: 'e' } });
});

test('a name with values in brackets is a rule or a macro of the author’s', () => {
  expect(read('满一年(d.from, at)')).toMatchObject({ kind: 'invoke', name: '满一年', args: [{ kind: 'concept', id: 'd.from' }, { kind: 'today' }] });
  expect(shown('full-year(a) and b')).toBe('(full-year(a) and b)');
});

test('a text keeps what stands in it', () => {
  expect(read('a = "且 ＞ \' #"')).toMatchObject({ right: { value: "且 ＞ ' #" } });
  expect(read("a = 'x\"y'")).toMatchObject({ right: { value: 'x"y' } });
});

describe('an error stands where the reader stumbled', () => {
  test.each([
    ['', 0, 'YJ401'],
    ['a =', 3, 'YJ401'],
    ['a and', 5, 'YJ401'],
    ['a b', 2, 'YJ401'],
    ['a = = b', 4, 'YJ401'],
    ['a < b < c', 6, 'YJ401'],
    ['(a or b', 7, 'YJ401'],
    ['a)', 1, 'YJ401'],
    ['a in 5', 5, 'YJ401'],
    ['a in []', 6, 'YJ401'],
    ['a in [1..2', 10, 'YJ401'],
    ['a in [1; 2]', 7, 'YJ401'],
    ['foo()', 4, 'YJ401'],
    ['satisfies(a)', 0, 'YJ401'],
    ['if a then b', 11, 'YJ401'],
    ['some e in employee', 18, 'YJ401'],
    ['some e.x in employee satisfies a', 5, 'YJ401'],
    ['date(2021-01-01)', 5, 'YJ401'],
    ['a > date("2021-02-30")', 9, 'YJ401'],
    ['a > date("2100-02-29")', 9, 'YJ401'],
    ['a = "x', 4, 'YJ401'],
    [`a = ${'9'.repeat(30)}`, 4, 'YJ401'],
    [`a = 0.${'1'.repeat(21)}`, 4, 'YJ401'],
    ['a ＝ b', 2, 'YJ402'],
    ['a = “x”', 4, 'YJ402'],
    ['a and （b）', 6, 'YJ402'],
    ['a ≥ 3', 2, 'YJ402'],
    ['a = ３', 4, 'YJ402'],
    ['a = 1 \u0007', 6, 'YJ401'],
    [`${'('.repeat(100)}a`, 30, 'YJ410'],
    [`${'not '.repeat(100)}a`, 244, 'YJ410'],
  ])('%s', (text, at, code) => {
    const e = parse(text);
    expect(isRuleError(e) && [e.code, e.at]).toEqual([code, at]);
  });
});

test('a full-width sign is named with the sign to write', () => {
  const e = parse('a.b ＞＝ 3');
  expect(isRuleError(e) && [e.zh, e.en]).toEqual(['“＞”是全角符号，请改用半角 >', '"＞" is a full-width sign; write >']);
});

test('what is shown reads back as itself', () => {
  fc.assert(
    fc.property(anyRule, (text) => {
      const e = read(text);
      expect(shown(show(e))).toBe(show(e));
    }),
    { numRuns: 500 },
  );
});
