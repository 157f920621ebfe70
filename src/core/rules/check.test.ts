import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { anyRule, scope } from '../testing/arbitrary-rule';
import { check, nearest } from './check';
import { isRuleError } from './error';
import { parse } from './parse';

const errors = (text: string, wanted?: Parameters<typeof check>[2]) => {
  const e = parse(text);
  if (isRuleError(e)) throw new Error(`${text}: ${e.en}`);
  return check(e, scope, wanted).map((x) => [x.code, x.at] as const);
};

test('every rule of the generator is well typed', () => {
  fc.assert(
    fc.property(anyRule, (text) => void expect(errors(text)).toEqual([])),
    { numRuns: 500 },
  );
});

describe('types', () => {
  test.each<[string, [string, number][]]>([
    ['d.area', [['YJ404', 0]]],
    ['not d.area', [['YJ404', 4]]],
    ['a.yes and d.area', [['YJ404', 10]]],
    ['d.area = "x"', [['YJ404', 0]]],
    ['d.area = true', [['YJ404', 0]]],
    ['a.yes > false', [['YJ404', 0]]],
    ['c.kind = "offise"', [['YJ405', 9]]],
    [
      'c.kind in ["office", "x", "y"]',
      [
        ['YJ405', 21],
        ['YJ405', 26],
      ],
    ],
    ['g.name = "王"', [['YJ404', 0]]],
    ['g.name = absent', []],
    ['g.name > absent', [['YJ404', 0]]],
    ['f.born > 3', [['YJ404', 0]]],
    ['f.born + 1 > 3', [['YJ404', 0]]],
    ['years(d.area, at) > 3', [['YJ404', 6]]],
    ['years(f.born) > 3', [['YJ404', 0]]],
    ['abs(d.area, 1) > 3', [['YJ404', 0]]],
    ['e.fen > d.area', []],
    ['d.area in [5..1]', [['YJ404', 10]]],
    ['d.area between 5 and 1', [['YJ404', 15]]],
    ['(if a.yes then 1 else "x") = 1', [['YJ404', 1]]],
    ['foo(a.yes)', [['YJ401', 0]]],
    ['a.yes and yeasr(f.born, at) > 3', [['YJ401', 10]]],
    ['count(a) > 1', [['YJ403', 0]]],
    ['some r in row satisfies r.size', [['YJ404', 24]]],
    ['some r in row satisfies r.nosuch', [['YJ403', 24]]],
    ['some r in a satisfies r.size > 1', [['YJ403', 0]]],
  ])('%s', (text, wanted) => {
    expect(errors(text)).toEqual(wanted);
  });
});

test('a derivation gives the type its datum has', () => {
  expect(errors('years(f.born, at)', 'number')).toEqual([]);
  expect(errors('years(f.born, at)', 'date')).toEqual([['YJ404', 0]]);
  expect(errors('d.area + 1', 'money')).toEqual([]);
  expect(errors('d.area > 1', 'number')).toEqual([['YJ404', 0]]);
  expect(errors('if a.yes then "office" else "canteen"', 'code')).toEqual([]);
});

test('did you mean: the nearest name, unless none is near', () => {
  const say = (text: string) => {
    const e = parse(text);
    return isRuleError(e) ? '' : check(e, scope)[0]!.en;
  };
  expect(say('a.yse')).toContain('did you mean a.yes');
  expect(say('d.aera > 1')).toContain('did you mean d.area');
  expect(say('nothing.like.it')).not.toContain('did you mean');
  expect(say('yeers(f.born, at) > 1')).toContain('did you mean years');
  expect(say('foo(1) > 1')).toContain('there are years');
  expect(say('c.kind = "restaurent"')).toContain('did you mean restaurant');
});

test('nearest is the closest word, and null far from all of them', () => {
  expect(nearest('needs', ['need', 'deeds', 'needs'])).toBe('needs');
  expect(nearest('neds', ['needs', 'fee'])).toBe('needs');
  expect(nearest('zzzz', ['needs', 'fee'])).toBe(null);
  expect(nearest('x'.repeat(100_000), ['needs'])).toBe(null);
  expect(nearest('', [])).toBe(null);
});
