/** Large sums as people say them: 300 亿元, 4.8 billion yuan. Exact, or written out. */
import type { Fen } from '../../core/ledger';
import type { Text } from '../text';

const scales = {
  zh: [
    [10_000_000_000n, ' 亿元'],
    [1_000_000n, ' 万元'],
  ],
  en: [
    [100_000_000_000n, ' billion yuan'],
    [100_000_000n, ' million yuan'],
  ],
} as const;

export function amount(t: Pick<Text, 'lang'>, fen: Fen): string {
  const [unit, name] = scales[t.lang].find(([u]) => fen >= u && (fen * 100n) % u === 0n) ?? [100n, t.lang === 'zh' ? ' 元' : ' yuan'];
  const hundredths = (fen * 100n) / unit;
  const digits = `${hundredths}`.padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = digits.slice(-2).replace(/0+$/, '');
  return `${whole}${rest && `.${rest}`}${name}`;
}
