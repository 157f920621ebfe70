/** Amounts are whole fen in bigints: 300 亿元 is 3 × 10¹² fen, and sums of sums never round. */
export type Fen = bigint;

/** Fen as written, sign included; null for anything that is not whole. At most 18 digits, a thousand times all the money there is. */
export const parseFen = (text: string): Fen | null => (/^-?\d{1,18}$/.test(text) ? BigInt(text) : null);

/** Tenths of a per cent, rounded half up: 4.8 of 30 bn is 160, shown 16.0 %. Null of nothing. Neither may be negative. */
export function perMille(part: Fen, whole: Fen): number | null {
  if (whole <= 0n) return null;
  return Number((part * 2000n + whole) / (whole * 2n));
}

/** `16.0`; null of nothing. */
export function percent(part: Fen, whole: Fen): string | null {
  const tenths = perMille(part, whole);
  return tenths === null ? null : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Shares of 100 % in hundredths of a per cent: `33.33`, at most two decimals; null when it is not one. */
export function parseShare(text: string): number | null {
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(text);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}

export const whole100 = 10_000;

/**
 * Divides fen by shares that sum to 100 %, by largest remainder, so that the parts sum to the whole. Equal remainders: the earlier party first.
 * @throws RangeError unless the shares sum to 100 % and the amount is not negative.
 */
export function split(amount: Fen, shares: readonly number[]): Fen[] {
  if (amount < 0n || shares.some((s) => s < 0) || shares.reduce((a, b) => a + b, 0) !== whole100) throw new RangeError('shares that do not sum to 100 %');
  const parts = shares.map((s) => (amount * BigInt(s)) / BigInt(whole100));
  const rest = amount - parts.reduce((a, b) => a + b, 0n);
  const byRemainder = shares.map((s, i) => ({ i, left: (amount * BigInt(s)) % BigInt(whole100) })).sort((a, b) => (a.left === b.left ? a.i - b.i : a.left > b.left ? -1 : 1));
  for (const { i } of byRemainder.slice(0, Number(rest))) parts[i]! += 1n;
  return parts;
}
