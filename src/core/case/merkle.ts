/** The Merkle root of a list of hashes, as RFC 6962 §2.1 builds it: leaves and nodes are marked apart, so that neither can pass for the other. */
import type { Hash } from './chain';

/** @param leaves lower-case hex of 32 bytes, in order; at least one */
export function merkleRoot(leaves: readonly string[], hash: Hash): string {
  let level = leaves.map((leaf) => hash(bytes('00', leaf)));
  while (level.length > 1) {
    const above: string[] = [];
    // An odd one at the end goes up as it is, which is what splitting at the largest power of two amounts to.
    for (let i = 0; i < level.length; i += 2) above.push(i + 1 < level.length ? hash(bytes('01', level[i]!, level[i + 1]!)) : level[i]!);
    level = above;
  }
  return level[0]!;
}

const bytes = (...hex: string[]): Uint8Array => Uint8Array.from(hex.join('').match(/../g)!, (two) => Number.parseInt(two, 16));
