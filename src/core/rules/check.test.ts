import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { anyRule, scope } from '../testing/arbitrary-rule';
import { check, type Scope } from './check';
import type { Name, RuleType } from './types';
import { nearest } from './nearest';
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
    ['(if a.yes then "office" else "canteen") = c.kind', []],
    ['c.kind = (if a.yes then "office" else "offise")', [['YJ405', 10]]],
    ['g.name = "王"', [['YJ404', 0]]],
    ['g.name = absent', []],
    ['g.name > absent', [['YJ404', 0]]],
    ['f.born > 3', [['YJ404', 0]]],
    ['f.born + 1 > 3', [['YJ404', 0]]],
    ['years(d.area, at) > 3', [['YJ404', 6]]],
    ['years(f.born) > 3', [['YJ404', 0]]],
    ['abs(d.area, 1) > 3', [['YJ404', 0]]],
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
  expect(errors('d.area * 100', 'money')).toEqual([]);
  expect(errors('d.area + 1', 'money')).toEqual([['YJ404', 0]]);
  expect(errors('d.area > 1', 'number')).toEqual([['YJ404', 0]]);
  expect(errors('if a.yes then "office" else "canteen"', 'code')).toEqual([]);
});

describe('units and kinds', () => {
  const names: { [id: string]: Name } = {
    fee: { type: 'money' },
    area: { type: 'number' },
    stay: { type: 'days' },
    on: { type: 'date' },
    sampled: { type: 'instant' },
    left: { type: 'instant' },
    lease: { type: 'duration' },
    term: { type: 'period' },
  };
  const kinds: Scope = { name: (id) => names[id], list: () => undefined, names: () => Object.keys(names) };
  const told = (text: string, wanted?: RuleType) => {
    const e = parse(text);
    if (isRuleError(e)) throw new Error(`${text}: ${e.en}`);
    return check(e, kinds, wanted);
  };
  test.each([
    'fee > 100',
    'fee > area * 100',
    'fee / fee > 0.5',
    'fee + 100 > fee',
    'fee * area > 3',
    'area + stay > 3',
    'stay > 3',
    'stay <= duration("P3D")',
    'on + duration("P1Y") <= at',
    'duration("P1D") + on <= at',
    'on - duration("P1M") + stay <= at',
    'on - at < duration("P30D")',
    'left - sampled < duration("PT24H")',
    'sampled + duration("PT24H") >= left',
    'sampled = instant("2021-10-28T00:00:00+08:00")',
    'lease + duration("P1D") > stay',
    'term + duration("P1M") >= duration("P1Y")',
    'term in [duration("P1M")..duration("P1Y")]',
    'min(fee, 100) > max(1, fee)',
    '(if on > at then fee else 100) = fee',
  ])('%s is well typed', (text) => expect(told(text)).toEqual([]));
  test.each<[string, number]>([
    ['fee > area', 0],
    ['fee + area > 1', 0],
    ['fee * fee > 1', 0],
    ['100 / fee > 1', 0],
    ['min(fee, area) > 1', 9],
    ['stay > fee', 0],
    ['lease > 3', 0],
    ['lease > term', 0],
    ['lease + term > lease', 0],
    ['term > stay', 0],
    ['on = sampled', 0],
    ['on - sampled > lease', 0],
    ['on > sampled - lease', 0],
    ['on + at > at', 0],
    ['lease - on > lease', 0],
    ['lease * 2 > lease', 0],
    ['on > "2021-10-28"', 0],
    ['lease < "P1D"', 0],
    ['term in [duration("P1Y")..duration("P1M")]', 8],
    ['fee in [100..20]', 7],
  ])('%s is refused', (text, at) => expect(told(text).map((x) => [x.code, x.at])).toEqual([['YJ404', at]]));
  test('the message says the kinds, and what to write', () => {
    expect(told('on > "2021-10-28"')[0]).toMatchObject({ en: 'cannot compare a date with a text; write date("…")', zh: '不能把日期与文本相比；写作 date("…")' });
    expect(told('on + 1 > at')[0]!.en).toContain('write a duration as duration("P1D")');
    expect(told('lease > term')[0]).toMatchObject({ zh: '不能把天时时长与年月时长相比；换成同类的值' });
    expect(told('lease', 'days')[0]!.en).toContain('should give a number of days, but gives a duration of days and time');
  });
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
