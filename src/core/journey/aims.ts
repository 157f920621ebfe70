/** What the numbers are held to: by how much each is to fall against one-after-another, and whether it did (contracts.md). */
import type { Count, Numbers } from './plan';

export type AimKey = 'acts' | 'documents' | 'counters' | 'visits' | 'days';
/** `cut` in per cent; `from` is the least number before at which the aim is set. Days are those the press counts. */
export type Aim = { key: AimKey; cut: number; from: number };

export const aims: readonly Aim[] = [
  { key: 'acts', cut: 70, from: 0 },
  { key: 'documents', cut: 60, from: 0 },
  { key: 'counters', cut: 75, from: 4 },
  { key: 'visits', cut: 90, from: 0 },
  { key: 'days', cut: 80, from: 0 },
];

/** `cut` in per cent, null when there was nothing before. `not-set`: too little before for this aim. */
export type Judged = { aim: Aim; before: number; after: number; floor: number; cut: number | null; verdict: 'aim' | 'floor' | 'missed' | 'not-set'; illustrative: boolean };

export function judge(numbers: Numbers, aim: Aim): Judged {
  const six = numbers[aim.key];
  const pair = aim.key === 'days' ? numbers.daysAsPublished : { before: six.before.oneAfterAnother, after: six.after, illustrative: six.illustrative };
  const [before, after, floor] = [most(pair.before), most(pair.after), most(six.floor)];
  const reached = after <= (before * (100 - aim.cut)) / 100 + 1e-9;
  const verdict = before < aim.from ? 'not-set' : reached ? 'aim' : after <= floor ? 'floor' : 'missed';
  return { aim, before, after, floor, cut: before === 0 ? null : 100 * (1 - after / before), verdict, illustrative: pair.illustrative };
}

/** Of a range, the worse end. */
export const most = (n: Count): number => (Array.isArray(n) ? n[1] : n);
