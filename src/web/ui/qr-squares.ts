/**
 * The squares of a QR code. What is written and how it is laid out comes from uqr; of the eight masks ISO/IEC 18004 §7.8 allows, this takes the one with
 * the lowest penalty, as uqr would, and takes a quarter of its time to find it: the squares lie in one array, and every mask is tried on the same drawing.
 */
import { encode } from 'uqr';

/** Row after row, 1 is dark. */
export type Squares = { size: number; dark: Uint8Array };

/** Error correction L and the mask, with their own check bits: ISO/IEC 18004, Annex C. */
const formats = [0x77c4, 0x72f3, 0x7daa, 0x789d, 0x662f, 0x6318, 0x6c41, 0x6976];
const inverts: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

export function squaresOf(text: string): Squares {
  const { data, types, size } = encode(text, { border: 0, maskPattern: 0, ecc: 'L' });
  const written = new Uint8Array(size * size);
  for (let y = 0, i = 0; y < size; y++) for (const dark of data[y]!) written[i++] = dark ? 1 : 0;
  let best = written;
  let least = Number.POSITIVE_INFINITY;
  for (const [mask, turned] of masksFor(size, types).entries()) {
    const tried = new Uint8Array(size * size);
    for (let i = 0; i < tried.length; i++) tried[i] = written[i]! ^ turned[i]!;
    drawFormat(tried, size, formats[mask]!);
    const penalty = penaltyOf(tried, size, least);
    if (penalty < least) [best, least] = [tried, penalty];
  }
  return { size, dark: best };
}

/** The squares of data that each mask turns over and the first does not, or the other way round. Where data stands follows from the size. */
const masks = new Map<number, Uint8Array[]>();
function masksFor(size: number, types: readonly (readonly number[])[]): Uint8Array[] {
  let all = masks.get(size);
  if (!all) {
    const places = Array.from({ length: size * size }, (_, i) => [i % size, Math.floor(i / size)] as const);
    all = inverts.map((inverted) => Uint8Array.from(places, ([x, y]) => Number(types[y]![x] === 0 && inverted(x, y) !== inverts[0]!(x, y))));
    masks.set(size, all);
  }
  return all;
}

/** Twice, around the corners. */
function drawFormat(dark: Uint8Array, size: number, bits: number): void {
  const draw = (x: number, y: number, i: number) => {
    dark[y * size + x] = (bits >>> i) & 1;
  };
  for (let i = 0; i < 6; i++) draw(8, i, i);
  draw(8, 7, 6);
  draw(8, 8, 7);
  draw(7, 8, 8);
  for (let i = 9; i < 15; i++) draw(14 - i, 8, i);
  for (let i = 0; i < 8; i++) draw(size - 1 - i, 8, i);
  for (let i = 8; i < 15; i++) draw(8, size - 15 + i, i);
}

/** Long runs, what looks like a corner, even blocks, and too much of one colour. No further than it takes to be worse than `least`; balance gives ten back at most. */
function penaltyOf(dark: Uint8Array, size: number, least: number): number {
  let sum = 0;
  let all = 0;
  for (let i = 0; i < size; i++) {
    sum += lineOf(dark, i * size, 1, size) + lineOf(dark, i, size, size);
    if (sum - 10 >= least) return sum;
  }
  for (let y = 1; y < size; y++)
    for (let x = 0, i = y * size, before = 3; x < size; x++, i++) {
      const both = dark[i]! + dark[i - size]!;
      if (both !== 1 && both === before) sum += 3;
      before = both;
    }
  for (let i = 0; i < dark.length; i++) all += dark[i]!;
  return sum + 10 * (Math.ceil(Math.abs(all * 20 - size * size * 10) / (size * size)) - 1);
}

const runs = new Int32Array(200);

/** A row or a column, by the lengths of its runs: the even ones are light, and outside everything is light. */
function lineOf(dark: Uint8Array, from: number, step: number, size: number): number {
  let [sum, last, run] = [0, 0, 0];
  for (let i = 0, at = from, colour = 0; i < size; i++, at += step) {
    if (dark[at] === colour) run++;
    else {
      if (run >= 5) sum += run - 2;
      runs[last++] = run;
      run = 1;
      colour ^= 1;
    }
  }
  if (run >= 5) sum += run - 2;
  runs[last] = run;
  if (last % 2 === 1) runs[++last] = 0;
  runs[0]! += size;
  runs[last]! += size;
  for (let i = 6; i <= last; i += 2)
    if (isCorner(i)) sum += 40 * (Number(runs[i]! >= 4 * runs[i - 1]! && runs[i - 6]! >= runs[i - 1]!) + Number(runs[i - 6]! >= 4 * runs[i - 1]! && runs[i]! >= runs[i - 1]!));
  return sum;
}

/** Dark, light, three dark, light, dark, before the light run at i. */
function isCorner(i: number): boolean {
  const one = runs[i - 1];
  return runs[i - 2] === one && runs[i - 3] === 3 * one! && runs[i - 4] === one && runs[i - 5] === one;
}
