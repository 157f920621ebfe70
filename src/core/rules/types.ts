/**
 * Types and units of values. A constant takes the unit of what stands beside it, and so does whatever is multiplied by one – a rate turns an
 * area into an amount; otherwise money, days and numbers are kept apart, as are the two kinds of duration, and dates and instants.
 */
import { parseDuration } from './duration';
import type { Literal } from './expression';

/** `days` is a number of days, as forms ask it; `duration` is days and time, `period` years and months. */
export type RuleType = 'bool' | 'number' | 'money' | 'days' | 'text' | 'code' | 'date' | 'instant' | 'duration' | 'period' | 'absent' | 'any';
/** A name in scope: its type and the codes of its list; of a text in the rule, what may stand in it. `plain` numbers have no unit yet. */
export type Name = { type: RuleType; codes?: readonly string[]; plain?: boolean };
type Refusal = { zh: string; en: string; side: 'left' | 'right' };

export const words: { readonly [type in RuleType]: { zh: string; en: string } } = {
  bool: { zh: '是非', en: 'yes or no' },
  number: { zh: '数', en: 'a number' },
  money: { zh: '金额', en: 'an amount of money' },
  days: { zh: '天数', en: 'a number of days' },
  text: { zh: '文本', en: 'a text' },
  code: { zh: '代码', en: 'a code' },
  date: { zh: '日期', en: 'a date' },
  instant: { zh: '时刻', en: 'an instant' },
  duration: { zh: '天时时长', en: 'a duration of days and time' },
  period: { zh: '年月时长', en: 'a duration of years and months' },
  absent: { zh: '无', en: 'absent' },
  any: { zh: '任意', en: 'anything' },
};

export const ordered: ReadonlySet<RuleType> = new Set(['number', 'money', 'days', 'date', 'instant', 'duration', 'period', 'any']);
export const isNumber = (t: RuleType): boolean => t === 'number' || t === 'money' || t === 'days';

export function literalName(x: Literal): Name {
  switch (x.type) {
    case 'string':
      return { type: 'text', codes: [String(x.value)] };
    case 'number':
      return { type: 'number', plain: true };
    case 'duration':
      return { type: parseDuration(String(x.value))?.kind === 'months' ? 'period' : 'duration' };
    case 'bool':
    case 'date':
    case 'instant':
    case 'absent':
      return { type: x.type };
  }
}

/** Whether two values can never be set beside each other. */
export function unlike(a: Name, b: Name): boolean {
  if (a.type === b.type || a.type === 'any' || b.type === 'any') return false;
  if (isNumber(a.type) && isNumber(b.type)) return !(a.plain || b.plain || (a.type !== 'money' && b.type !== 'money'));
  return !((a.type === 'days' && b.type === 'duration') || (a.type === 'duration' && b.type === 'days'));
}

/** Whether a value of one type may be kept as another: a derivation gives its datum's type. */
export const fits = (given: Name, wanted: RuleType): boolean =>
  wanted === 'any' || given.type === 'absent' || (given.type === 'text' && wanted === 'code') || (given.type !== 'duration' && !unlike(given, { type: wanted }));

/** What is said of two values that cannot be compared; a text in quotes may have been meant as a date. */
export function incomparable(a: Name, b: Name): { zh: string; en: string } {
  const other = a.type === 'text' ? b.type : b.type === 'text' ? a.type : null;
  const write = other === 'date' || other === 'instant' ? other : other === 'duration' || other === 'period' ? 'duration' : null;
  const [x, y] = [words[a.type], words[b.type]];
  return {
    zh: `不能把${x.zh}与${y.zh}相比；${write ? `写作 ${write}("…")` : '换成同类的值'}`,
    en: `cannot compare ${x.en} with ${y.en}; ${write ? `write ${write}("…")` : 'use a value of the same type'}`,
  };
}

const lasts = (t: RuleType): boolean => t === 'duration' || t === 'period' || t === 'days';

export function sumType(op: '+' | '-', a: Name, b: Name): Name | Refusal {
  if (isNumber(a.type) && isNumber(b.type)) return unlike(a, b) ? refusal(op, a, b) : a.plain ? b : b.plain || b.type === 'number' ? a : b;
  if (!unlike(a, b) && lasts(a.type) && lasts(b.type)) return { type: a.type === 'period' ? 'period' : 'duration' };
  if ((a.type === 'date' || a.type === 'instant') && lasts(b.type)) return { type: a.type };
  if (op === '+' && lasts(a.type) && (b.type === 'date' || b.type === 'instant')) return { type: b.type };
  if (op === '-' && a.type === b.type && (a.type === 'date' || a.type === 'instant')) return { type: 'duration' };
  return refusal(op, a, b);
}

export function productType(op: '*' | '/', a: Name, b: Name): Name | Refusal {
  if (!isNumber(a.type) || !isNumber(b.type)) return refusal(op, a, b);
  const plain = a.plain === true || b.plain === true;
  if (a.type === 'money' && b.type === 'money') return op === '/' ? { type: 'number', plain: true } : refusal(op, a, b);
  if (b.type === 'money') return op === '*' ? b : refusal(op, a, b);
  if (a.type === 'money' || (a.type === 'days' && b.plain)) return a;
  if (b.type === 'days' && a.plain && op === '*') return b;
  return { type: 'number', ...(plain && { plain }) };
}

function refusal(op: string, a: Name, b: Name): Refusal {
  const [x, y] = [words[a.type], words[b.type]];
  const moves = (a.type === 'date' || a.type === 'instant') && b.type === 'number';
  const remedy = moves ? { zh: '时长写作 duration("P1D")', en: 'write a duration as duration("P1D")' } : { zh: '换成能一起算的值', en: 'use values that can be reckoned together' };
  return { zh: `${x.zh} ${op} ${y.zh} 没有意义；${remedy.zh}`, en: `${x.en} ${op} ${y.en} has no meaning; ${remedy.en}`, side: isNumber(a.type) && !isNumber(b.type) ? 'right' : 'left' };
}
