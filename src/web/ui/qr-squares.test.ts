import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { squaresOf } from './qr-squares';

it('draws what uqr draws, by the same mask', () => {
  const texts = Array.from({ length: 160 }, (_, i) => `https://example.org/track/430212-0SBF-CSG${(i * 31) % 97}-${String(i * 7919).padStart(6, '0')}-${i % 10}${'?a=渌口'.repeat(i % 9)}`);
  const masks = new Set<number>();
  for (const text of ['1', ...texts]) {
    const drawn = encode(text, { border: 0 });
    masks.add(drawn.maskPattern);
    const { size, dark } = squaresOf(text);
    expect({ size, dark: [...dark] }, text).toEqual({ size: drawn.size, dark: drawn.data.flat().map(Number) });
  }
  expect(masks.size).toBe(8);
});
