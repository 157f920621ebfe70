import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { QrFigure } from './qr';
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

it('shows those squares, with a border of two', () => {
  const { size, dark } = squaresOf('https://example.org/track/1');
  const svg = `${QrFigure({ url: 'https://example.org/track/1', says: '扫码' })}`;
  expect(svg).toContain(`viewBox="0 0 ${size + 4} ${size + 4}"`);
  const shown = new Uint8Array(size * size);
  const path = /fill="black" d="([^"]*)"/.exec(svg)![1]!;
  for (const [, x, y, length, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)) {
    expect(back).toBe(x);
    shown.fill(1, (Number(y) - 2) * size + Number(x) - 2, (Number(y) - 2) * size + Number(x) - 2 + Number(length));
  }
  expect(path.replace(/M\d+ \d+h\d+v1H\d+z/g, '')).toBe('');
  expect([...shown]).toEqual([...dark]);
});
