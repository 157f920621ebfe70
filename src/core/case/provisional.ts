/** The number of a slip given before the filing has reached the record: place, day, tablet, count and a check sign, so that it can be read out and looked up. */
import { checkSign } from './number';

/** @param device three signs that tell the tablets of a place apart; `n` counts the slips of a day */
export function provisionalNumber(division: string, day: string, device: string, n: number): string {
  const body = `${division}-${day.slice(2).replaceAll('-', '')}-${device}${String(n).padStart(3, '0')}`;
  return `${body}-${checkSign(body.replaceAll('-', ''))}`;
}

/** Small letters and spaces are forgiven. Null when it is no such number. */
export function readProvisional(text: string): string | null {
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s/g, '');
  const m = /^(\d{6,12}-\d{6}-[0-9A-HJKMNP-TV-Z]{3}\d{3,4})-([0-9A-HJKMNP-TV-Z])$/.exec(plain);
  return m && checkSign(m[1]!.replaceAll('-', '')) === m[2] ? plain : null;
}
