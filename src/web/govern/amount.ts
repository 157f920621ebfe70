/** A measured value with its unit as people read it: 500亿元, 67.8万人次, 50 billion yuan. Exact; nothing is rounded away. */
import type { Unit } from '../../core/index';
import type { Text } from '../text';

const exact = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 6 });

export function amount(t: Text, value: number, unit: Unit): string {
  const word = t.govern.units[unit];
  if (unit === 'percent') return t.lang === 'zh' ? `${exact(value)}%` : `${exact(value)} %`;
  const plain = unit === 'fen' ? value / 100 : value;
  return t.lang === 'zh' ? inChinese(plain) + word : `${inEnglish(plain)} ${word}`.trim();
}

/** A change in percent with its sign. */
export const change = (t: Text, percent: number): string => `${percent > 0 ? '+' : ''}${amount(t, percent, 'percent')}`;

const bare = (n: number): string => exact(n).replaceAll(',', '');
const inChinese = (n: number): string => (n >= 1e8 ? `${bare(n / 1e8)}亿` : n >= 1e4 ? `${bare(n / 1e4)}万` : exact(n));
const inEnglish = (n: number): string => (n >= 1e9 ? `${exact(n / 1e9)} billion` : n >= 1e6 ? `${exact(n / 1e6)} million` : exact(n));
