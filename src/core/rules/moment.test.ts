import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Duration, durationText, parseDuration } from './duration';
import { moved, orderOfTexts, textSum } from './moment';

describe('a duration', () => {
  test.each<[string, string | null]>([
    ['P1DT2H', 'P1DT2H'],
    ['PT24H', 'P1D'],
    ['PT90M', 'PT1H30M'],
    ['PT0.5S', 'PT0.5S'],
    ['PT86400S', 'P1D'],
    ['-P1D', '-P1D'],
    ['P0D', 'PT0S'],
    ['P12M', 'P1Y'],
    ['P1Y14M', 'P2Y2M'],
    ['-P0Y', 'P0M'],
    ['P1Y1D', null],
    ['P', null],
    ['PT', null],
    ['P1DT', null],
    ['1D', null],
    ['P1W', null],
    ['P9999999D', null],
    ['P99999Y', null],
    [`P${'1'.repeat(1000)}D`, null],
  ])('%s is %s', (text, wanted) => {
    const found = parseDuration(text);
    expect(found && durationText(found)).toBe(wanted);
  });
  test('of either kind is read back as it was written', () => {
    const any = fc.oneof(
      fc.integer({ min: -1e12, max: 1e12 }).map((amount): Duration => ({ kind: 'time', amount })),
      fc.integer({ min: -5000, max: 5000 }).map((amount): Duration => ({ kind: 'months', amount })),
    );
    fc.assert(fc.property(any, (d) => void expect(parseDuration(durationText(d)!)).toEqual({ ...d, amount: d.amount + 0 })));
  });
});

describe('sums of what is written as text', () => {
  test.each<['+' | '-', string | number, string | number, string | null]>([
    ['+', '2024-01-31', 'P1M', '2024-02-29'],
    ['+', '2024-02-29', 'P1Y', '2025-02-28'],
    ['-', '2024-03-31', 'P1M', '2024-02-29'],
    ['+', '2021-10-28', 'PT36H', '2021-10-29'],
    ['-', '2021-10-28', 'PT1H', '2021-10-27'],
    ['+', 'P1D', '2021-12-31', '2022-01-01'],
    ['+', '2021-10-28', 3, '2021-10-31'],
    ['-', '2021-10-28', '2021-10-01', 'P27D'],
    ['-', '2021-10-01', '2021-10-28', '-P27D'],
    ['-', '2021-10-28', '2021-10-28', 'PT0S'],
    ['+', '2021-10-28T10:00:00+08:00', 'PT24H', '2021-10-29T10:00:00+08:00'],
    ['+', '2021-01-31T10:00:00Z', 'P1M', '2021-02-28T10:00:00+00:00'],
    ['-', '2021-10-28T00:00:00+08:00', '2021-10-27T17:00:00Z', '-PT1H'],
    ['+', 'P1Y', 'P6M', 'P1Y6M'],
    ['-', 'P1D', 'PT2H', 'PT22H'],
    ['-', 3, 'PT12H', 'P2DT12H'],
    ['+', 'P1Y', 'P1D', null],
    ['-', 'P1D', '2021-10-28', null],
    ['-', '2021-10-28', '2021-10-28T00:00:00Z', null],
    ['+', '2021-10-28', '2021-10-28', null],
    ['+', '9999-12-31', 'P1D', null],
    ['-', '0001-01-01', 'P1M', null],
    ['+', '2021-02-30', 'P1D', null],
    ['+', 'office', 'P1D', null],
  ])('%s: %s, %s → %s', (op, a, b, wanted) => expect(textSum(op, a, b)).toBe(wanted));
});

test('instants are in the order of their moments, durations in that of their kind', () => {
  expect(orderOfTexts('2021-10-28T00:00:00+08:00', '2021-10-27T16:00Z')).toBe(0);
  expect(orderOfTexts('2021-10-28T00:00:00+08:00', '2021-10-27T23:00:00Z')).toBeLessThan(0);
  expect(orderOfTexts('PT100H', 'P4D')).toBeGreaterThan(0);
  expect(orderOfTexts('P9D', 'P10D')).toBeLessThan(0);
  expect(orderOfTexts('P1Y', 'P1D')).toBeNaN();
  expect(orderOfTexts('2021-10-09', '2021-10-10')).toBeLessThan(0);
});

test('moving on by days and back again is to stay', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => moved('1970-01-01', { kind: 'time', amount: n * 86_400_000 })!);
  fc.assert(fc.property(day, fc.integer({ min: -9000, max: 9000 }), (d, n) => void expect(textSum('-', textSum('+', d, n)!, n)).toBe(d)));
});
