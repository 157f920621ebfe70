import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, decimalOf, decimalText, type Decimal, divide, multiply, negative, order, subtract } from './decimal';

/** The same reckoned the long way: digits as one integer of hundred-millionths. */
const digits = fc.tuple(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.integer({ min: 0, max: 8 })).map(([n, cut]) => n - (n % 10n ** BigInt(cut)));
const places = 8;
const written = (n: bigint, scale = places): string => {
  const text = String(n < 0n ? -n : n).padStart(scale + 1, '0');
  return `${n < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
};
const value = (n: bigint, scale?: number): Decimal => decimalOf(written(n, scale))!;

test('decimals are counted as people count', () => {
  expect(add(0.1, 0.2)).toBe(0.3);
  expect(subtract(0.3, 0.1)).toBe(0.2);
  expect(multiply(1.1, 1.1)).toBe(1.21);
  expect(multiply(4.35, 100)).toBe(435);
  expect(divide(1, 8)).toBe(0.125);
  expect(divide(0.3, 0.1)).toBe(3);
  expect(divide(1, 0)).toBe(null);
  expect(decimalText(divide(2, 3)!)).toBe('0.66666666666666666667');
  expect(decimalText(divide(-2, 3)!)).toBe('-0.66666666666666666667');
  expect(decimalText(add(9_007_199_254_740_991, 2)!)).toBe('9007199254740993');
  expect(decimalText(decimalOf('12345678901234567890')!)).toBe('12345678901234567890');
  expect(decimalText(1e-7)).toBe('0.0000001');
  expect(Object.is(multiply(0, -3), 0)).toBe(true);
});

test('from 10^30 on there is no number, and what is no number gives none', () => {
  const large = decimalOf('99999999999999999999')!;
  expect(multiply(multiply(large, large)!, 1)).toBe(null);
  expect(add(Number.NaN, 1)).toBe(null);
  expect(multiply(Number.POSITIVE_INFINITY, 0)).toBe(null);
  expect(order(Number.NaN, 1)).toBeNaN();
});

test('half goes to the even digit', () => {
  const tiny = decimalOf('0.00000000000000000001')!;
  expect(divide(tiny, 2)).toBe(0);
  expect(divide(multiply(tiny, 3)!, 2)).toBe(multiply(tiny, 2));
  expect(divide(multiply(tiny, -1)!, 2)).toBe(0);
});

test('sums, differences, products and order are those of the integers behind them', () => {
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      const [x, y] = [value(a), value(b)];
      expect(add(x, y)).toBe(value(a + b));
      expect(subtract(x, y)).toBe(value(a - b));
      expect(multiply(x, y)).toBe(value(a * b, 2 * places));
      expect(Math.sign(order(x, y))).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(negative(negative(x))).toBe(x);
    }),
    { numRuns: 1500 },
  );
});

test('a quotient that ends is exact; any other is within half of the last place', () => {
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      if (b === 0n) return;
      const [x, y] = [value(a), value(b)];
      expect(divide(multiply(x, 4)!, 4)).toBe(x);
      const q = divide(x, y)!;
      const scaled = BigInt(decimalText(q).replace(/^(-?\d+)\.?(\d*)$/, (_, whole, rest) => `${whole}${rest.padEnd(20, '0')}`));
      const off = a * 10n ** 20n - scaled * b;
      expect(2n * (off < 0n ? -off : off) <= (b < 0n ? -b : b)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('one value has one form, however it was come by', () => {
  fc.assert(
    fc.property(digits, digits, fc.integer({ min: 1, max: 9 }), (a, b, k) => {
      const [x, y] = [value(a), value(b)];
      const back = subtract(add(x, y)!, y);
      expect(back).toBe(x);
      expect(decimalOf(decimalText(x))).toBe(x);
      expect(multiply(x, k)).toBe(Array.from({ length: k }).reduce<Decimal>((sum) => add(sum, x)!, 0));
    }),
    { numRuns: 500 },
  );
});
