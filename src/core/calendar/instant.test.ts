import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareInstants, dateAt, formatInstant, hour, parseInstant } from './instant';

const eight = 8 * hour;

test('an instant without an offset is refused, and so is one that does not exist', () => {
  for (const text of [
    '2021-10-28T10:00:00',
    '2021-10-28',
    '2021-10-28T10:00+8',
    '2021-10-28 10:00+08:00',
    '2021-02-29T10:00+08:00',
    '2021-10-28T24:00+08:00',
    '2021-10-28T10:60+08:00',
    '2021-10-28T10:00:60+08:00',
    '2021-10-28T10:00+19:00',
    '2021-10-28T10:00+08:60',
    '',
  ]) {
    expect(parseInstant(text), text).toBeNull();
  }
});

test('seconds and fractions are optional', () => {
  expect(parseInstant('2021-10-28T10:00+08:00')).toBe(Date.UTC(2021, 9, 28, 2));
  expect(parseInstant('2021-10-28T02:00:00.1239Z')).toBe(Date.UTC(2021, 9, 28, 2, 0, 0, 123));
});

test('the same moment has one date in the city, whatever offset it was written with', () => {
  expect(dateAt('2021-10-28T16:30:00Z', eight)).toBe('2021-10-29');
  expect(dateAt('2021-10-29T00:30:00+08:00', eight)).toBe('2021-10-29');
  expect(compareInstants('2021-10-28T16:30:00Z', '2021-10-29T00:30:00+08:00')).toBe(0);
  expect(compareInstants('2021-10-28T16:30:00Z', '2021-10-28T16:30:00+08:00')).toBeGreaterThan(0);
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
      (at, minutes) => parseInstant(formatInstant(at, minutes * 60_000)) === at,
    ),
  );
  expect(formatInstant(Date.UTC(2021, 10, 1, 9), eight)).toBe('2021-11-01T17:00:00+08:00');
  expect(formatInstant(Date.UTC(2021, 10, 1, 9, 0, 0, 5), -3.5 * hour)).toBe('2021-11-01T05:30:00.005-03:30');
});
