/** Looks for what could harm: a virus scanner. `found` names what it found; `unable`: it could not say, this time. */
export type Verdict = 'clean' | { found: string } | { unable: string };

export interface Scanner {
  scan(bytes: AsyncIterable<Uint8Array>): Promise<Verdict>;
}
