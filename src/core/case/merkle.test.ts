import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { merkleRoot } from './merkle';

const sha256 = (b: Uint8Array | string) => createHash('sha256').update(b).digest('hex');
const leaves = (n: number) => Array.from({ length: n }, (_, i) => sha256(String(i)));

/** RFC 6962 §2.1, word for word. */
function mth(d: readonly string[]): string {
  if (d.length === 1) return sha256(Buffer.from(`00${d[0]}`, 'hex'));
  let k = 1;
  while (k * 2 < d.length) k *= 2;
  return sha256(Buffer.from(`01${mth(d.slice(0, k))}${mth(d.slice(k))}`, 'hex'));
}

it.each([1, 2, 3, 5, 6, 7, 8, 13, 100])('is the root RFC 6962 defines, of %i leaves', (n) => {
  expect(merkleRoot(leaves(n), sha256)).toBe(mth(leaves(n)));
});

it('changes with any leaf, its place and their number', () => {
  const all = leaves(5);
  const others = [all.toReversed(), all.slice(1), [...all, all[4]!], all.with(2, sha256('x'))];
  expect(new Set([all, ...others].map((l) => merkleRoot(l, sha256))).size).toBe(5);
});
