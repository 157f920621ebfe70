/**
 * The case number: division code, a time-ordered id in an alphabet without look-alikes, and a check character, so that it can be
 * read out over the telephone and one wrong sign or a swap of neighbours is noticed.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param id 64-bit time-ordered id: 41 bits of milliseconds since 2020, 10 bits of cell, 12 bits of sequence. */
export function caseNumber(division: string, id: bigint): string {
  let body = '';
  for (let rest = id; rest > 0n; rest >>= 5n) body = alphabet[Number(rest & 31n)] + body;
  const text = division.slice(0, 6) + body.padStart(13, '0');
  return `${division.slice(0, 6)}-${groups(text.slice(6))}-${checkSign(text)}`;
}

const groups = (s: string) => s.replace(/^(.{4})(.{4})(.{5})$/, '$1-$2-$3');

/** Spaces, hyphens and small letters are forgiven; I, L and O are read as 1, 1 and 0. Null when the check character does not fit. */
export function readCaseNumber(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  if (!/^\d{6}[0-9A-HJKMNP-TV-Z]{14}$/.test(plain)) return null;
  const body = plain.slice(0, 19);
  return checkSign(body) === plain[19] ? `${plain.slice(0, 6)}-${groups(plain.slice(6, 19))}-${plain[19]}` : null;
}

/** Weighted sum modulo 31 with weights 2^i: any single wrong sign and any swap of neighbours changes it. */
export function checkSign(text: string): string {
  let sum = 0;
  let weight = 1;
  for (const c of text) {
    sum = (sum + weight * alphabet.indexOf(c)) % 31;
    weight = (weight * 2) % 31;
  }
  return alphabet[sum]!;
}

const epoch = Date.UTC(2020, 0, 1);

/** @param ms milliseconds since 1970; `sequence` 0–4095 within one millisecond. */
export const caseIdOf = (ms: number, cell: number, sequence: number): bigint => (BigInt(ms - epoch) << 22n) | (BigInt(cell & 1023) << 12n) | BigInt(sequence & 4095);
