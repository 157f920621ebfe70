/** Reads what a fact prints: figures with 万, 亿 and a unit, and dates without a year. What is neither is a name or a phrase and stays text. */
import { isCivilDay } from '../catalogue';

/** `value` is exact in the unit printed: 67.8万 is 678000, 40亿元 is 4000000000 元. `unit` is null where none is printed. */
export type Figure = { value: number; unit: string | null };

const digits = '一二三四五六七八九十';
const pattern = /^第?(\d+(?:\.\d+)?|[一二三四五六七八九十])(万|亿)?(?:余|多)?(元|人次|人|家|个|天|年|分钟|小时|届|位|次|号|篇|%)?(?:余|多)?$/;
const shifts: { readonly [word: string]: number } = { 万: 4, 亿: 8 };

/** The figure, if the whole of what is printed is one. 2021年第3号 is the figure 3. */
export function figureOf(printed: string): Figure | null {
  const found = pattern.exec(printed.replace(/^\d{4}年(?=第)/, ''));
  if (!found) return null;
  const [, number, shift, unit] = found as unknown as [string, string, string | undefined, string | undefined];
  const word = digits.indexOf(number);
  return { value: word >= 0 ? word + 1 : shifted(number, shift ? shifts[shift]! : 0), unit: unit ?? null };
}

/** Moves the decimal point in the text, so that 2774.718万 is 27747180 and not a neighbour of it. */
function shifted(decimal: string, places: number): number {
  const [whole, part = ''] = decimal.split('.') as [string, string?];
  const padded = part.padEnd(places, '0');
  return Number(`${whole}${padded.slice(0, places)}.${padded.slice(places) || '0'}`);
}

/** The days printed, in the year given where none is printed: 10月28日至31日 gives both ends. */
export function datesIn(printed: string, year: number): string[] {
  const out: string[] = [];
  for (const m of printed.matchAll(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日((?:[、至](?!\d+月)\d{1,2}日)*)/g)) {
    const days = [m[3]!, ...[...(m[4] ?? '').matchAll(/\d+/g)].map(([d]) => d)];
    for (const d of days) out.push(`${m[1] ?? year}-${m[2]!.padStart(2, '0')}-${d.padStart(2, '0')}`);
  }
  return out.filter(isCivilDay);
}
