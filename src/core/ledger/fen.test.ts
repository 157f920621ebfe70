import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFen, parseShare, percent, split, whole100 } from './fen';

test('percentages are those that were printed', () => {
  expect(percent(480_000_000_000n, 3_000_000_000_000n)).toBe('16.0');
  expect(percent(244n, 247n)).toBe('98.8');
  expect(percent(222n, 247n)).toBe('89.9');
  expect(percent(370n, 1077n)).toBe('34.4');
  expect(percent(0n, 0n)).toBeNull();
  expect(percent(5n, 10_000n)).toBe('0.1');
  expect(percent(3n, 2n)).toBe('150.0');
});

test('a percentage is within half a tenth of the truth, at any size', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.bigInt({ min: 0n, max: 10_000n }), (whole, ratio) => {
      const part = (whole * ratio) / 10_000n;
      const tenths = BigInt(Math.round(Number(percent(part, whole)) * 10));
      const off = tenths * whole - part * 1000n;
      return (off < 0n ? -off : off) * 2n <= whole;
    }),
  );
});

test('shares divide to the last fen and to nobody more than one fen off', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 9 }).map((cuts) => {
    const points = [0, ...cuts.map((c) => Math.min(c, whole100)).sort((a, b) => a - b), whole100];
    return points.slice(1).map((p, i) => p - points[i]!);
  });
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), shares, (amount, parts) => {
      const got = split(amount, parts);
      return got.reduce((a, b) => a + b, 0n) === amount && got.every((g, i) => Math.abs(Number(g * 10_000n - amount * BigInt(parts[i]!))) < 10_000);
    }),
  );
  expect(split(100n, [3333, 3333, 3334])).toEqual([33n, 33n, 34n]);
  expect(() => split(100n, [5000, 4999])).toThrow(RangeError);
});

test('only whole fen and shares of two decimals are read', () => {
  expect(['12', '-3', '4.8', '1e3', '', '１２', '1'.repeat(19)].map(parseFen)).toEqual([12n, -3n, null, null, null, null, null]);
  expect(['33.33', '100%', '0.5', '1.234', 'x', '-1'].map(parseShare)).toEqual([3333, 10_000, 50, null, null, null]);
});
