/** Numbers, dates, money and lengths of time as people read them, in both languages. */
import { wallClock } from '../../core/calendar';
import type { Duration, Label } from '../../core/catalogue';
import { joins, say, type Spoken } from './language';

export type { Spoken };
/** A number of the plan; [least, most] while something is undecided. */
export type Count = number | [number, number];

/** `7`, or `3–7` while something is undecided. */
export const count = (n: Count): string => (Array.isArray(n) ? (n[0] === n[1] ? `${n[0]}` : `${n[0]}–${n[1]}`) : `${n}`);
export const most = (n: Count): number => (Array.isArray(n) ? n[1] : n);
export const least = (n: Count): number => (Array.isArray(n) ? n[0] : n);

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A civil date `YYYY-MM-DD`: 2021年10月28日, 28 October 2021. */
export function day(t: Spoken, date: string): string {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  if (t.fallback) return new Intl.DateTimeFormat(t.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return t.lang === 'zh' ? `${y}年${m}月${d}日` : `${d} ${months[m - 1]} ${y}`;
}

/** An instant in the city's zone: 10月28日 09:30, 28 October 09:30. */
export function moment(t: Spoken, instant: string, zone = 'Asia/Shanghai'): string {
  const shown = wallClock(zone, Date.parse(instant));
  return `${day(t, shown.slice(0, 10))} ${shown.slice(11)}`;
}

/** Whole fen as yuan: 320 元, 0.50 元. */
export function money(t: Spoken, fen: number): string {
  const yuan = fen % 100 === 0 ? (fen / 100).toLocaleString('en-US') : (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  return `${yuan} ${say(t, { zh: '元', en: 'yuan' })}`;
}

const units = {
  h: { zh: '个工作小时', en: ['working hour', 'working hours'] },
  wd: { zh: '个工作日', en: ['working day', 'working days'] },
  days: { zh: '天', en: ['day', 'days'] },
  weeks: { zh: '周', en: ['week', 'weeks'] },
  months: { zh: '个月', en: ['month', 'months'] },
  'next-month': { zh: '个月（次月起）', en: ['month, from the next', 'months, from the next'] },
} as const;
type Length = { [unit in keyof typeof units]?: number | undefined };

/** Of a clock or a stage: 5 个工作日, 5 working days. */
export function length(t: Spoken, d: Duration | Length): string {
  const unit = (Object.keys(units) as (keyof typeof units)[]).find((u) => (d as Length)[u] !== undefined);
  if (!unit) return '';
  const n = (d as Length)[unit]!;
  return `${n} ${say(t, { zh: units[unit].zh, en: units[unit].en[n === 1 ? 0 : 1] })}`;
}

/** 甲、乙、丙 – one, two, three. */
export const list = (t: Spoken, items: readonly string[]): string => items.join(joins(t).list);
export const labels = (t: Spoken, items: readonly Label[]): string =>
  list(
    t,
    items.map((l) => say(t, l)),
  );
/** Chinese joins sentences without a space. */
export const sentences = (t: Spoken, ...all: (string | null | undefined | false)[]): string => all.filter(Boolean).join(joins(t).sentence);
