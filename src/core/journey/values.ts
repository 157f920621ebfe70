/** Parses answers by the concept's declared type: from a form, a YAML scenario (text) or JSON. Whatever is refused says what to write instead. */
import type { Row, Value, Values } from '../case/event';
import type { InForce } from '../catalogue';
import { codesOf, type Text } from '../catalogue';
import { isCivilDate } from '../catalogue/declare/scalar';
import type { Prepared } from './basket';

export type Refused = { concept: string; message: Text };
type Parsed = { value: Value } | { refused: Text };

const refuse = (zh: string, en: string): Parsed => ({ refused: { zh, en } });

/** @param answers as given; text is parsed, typed values are checked; `null` (or the plain text null) is "known not to exist". */
export function parseAnswers(prepared: Prepared, answers: { [concept: string]: unknown }): { values: Values; refused: Refused[] } {
  const values: Values = {};
  const refused: Refused[] = [];
  for (const [concept, raw] of Object.entries(answers)) {
    const parsed = parseAnswer(prepared, concept, raw);
    if ('value' in parsed) values[concept] = parsed.value;
    else refused.push({ concept, message: parsed.refused });
  }
  return { values, refused };
}

export function parseAnswer(prepared: Prepared, concept: string, raw: unknown): Parsed {
  if (raw === null || raw === 'null') return { value: null };
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) {
    const declined = (raw as { declined?: unknown }).declined;
    return declined === true || declined === 'true' ? { value: { declined: true } } : refuse('应为一个值', 'expected a value');
  }
  if (prepared.choices.has(concept)) {
    const codes = prepared.choices.get(concept);
    if (!codes) return parseTyped(prepared.law, 'bool', raw);
    return codes.includes(String(raw)) ? { value: String(raw) } : refuse(`请选择：${codes.join('、')}`, `choose one of ${codes.join(', ')}`);
  }
  const list = prepared.law.subjects.get(concept);
  if (list?.many) return parseRows(prepared, concept, raw, list.many.max);
  const found = prepared.datum(concept);
  if (!found) return refuse(`没有这个信息项：${concept.slice(0, 80)}`, `there is no such concept: ${concept.slice(0, 80)}`);
  return parseTyped(prepared.law, found.datum.type, raw);
}

function parseRows(prepared: Prepared, subject: string, raw: unknown, max: number): Parsed {
  if (!Array.isArray(raw)) return refuse('应为一份名单', 'expected a list of rows');
  if (raw.length > max) return refuse(`名单最多 ${max} 行`, `a list of at most ${max} rows`);
  const rows: Row[] = [];
  for (const item of raw) {
    if (typeof item !== 'object' || item === null) return refuse('名单的每一行应为一组值', 'each row is a set of values');
    const row: Row = {};
    for (const [datum, cell] of Object.entries(item)) {
      const parsed = parseAnswer(prepared, `${subject}.${datum}`, cell);
      if ('refused' in parsed) return parsed;
      row[datum] = parsed.value as Row[string];
    }
    rows.push(row);
  }
  return { value: rows };
}

/** @param type as the catalogue declares it. Money is fen. */
export function parseTyped(law: InForce, type: string, raw: unknown): Parsed {
  const codes = codesOf(law, type);
  if (codes) return typeof raw === 'string' && codes.includes(raw) ? { value: raw } : refuse('请从所列的选项中选一个', 'choose one of the options listed');
  switch (type) {
    case 'bool':
      if (raw === true || raw === 'true') return { value: true };
      if (raw === false || raw === 'false') return { value: false };
      return refuse('请选“是”或“否”', 'choose yes or no');
    case 'number': {
      const n = typeof raw === 'number' ? raw : typeof raw === 'string' && /^\s*-?\d{1,12}(\.\d{1,6})?\s*$/.test(half(raw)) ? Number(half(raw)) : Number.NaN;
      return Number.isFinite(n) ? { value: n } : refuse('请填数字，例如 48 或 48.5', 'enter a number, such as 48 or 48.5');
    }
    case 'money': {
      const n = typeof raw === 'number' ? raw : typeof raw === 'string' && /^\s*\d{1,15}\s*$/.test(raw) ? Number(raw) : Number.NaN;
      return Number.isSafeInteger(n) && n >= 0 ? { value: n } : refuse('金额应为以分计的整数', 'money is a whole number of fen');
    }
    case 'duration': {
      const n = typeof raw === 'number' ? raw : typeof raw === 'string' && /^\d{1,6}$/.test(raw.trim()) ? Number(raw) : Number.NaN;
      return Number.isSafeInteger(n) && n >= 0 ? { value: n } : refuse('请填天数', 'enter a number of days');
    }
    case 'date':
      return typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) && isCivilDate(raw)
        ? { value: raw }
        : refuse('请填真实的日期：年、月、日，例如 2026 年 1 月 15 日', 'enter a date that exists: year, month and day, for example 2026-01-15');
    case 'instant':
      return typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)$/.test(raw)
        ? { value: raw }
        : refuse('时刻应带时区，例如 2026-01-15T09:00:00+08:00', 'an instant has an offset, for example 2026-01-15T09:00:00+08:00');
    default: {
      if (typeof raw !== 'string') return typeof raw === 'number' ? { value: String(raw) } : refuse('请填文字', 'enter text');
      const text = raw.normalize('NFC').replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
      if (text === '') return refuse('请填写', 'enter something here');
      if ([...text].length > (type === 'text' ? 500 : 200)) return refuse('太长了，请缩短', 'this is too long; shorten it');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused here.
      if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text))
        return refuse('含有不能保存的字符，请删去', 'there are characters that cannot be kept; remove them');
      if (type === 'phone' && !/^[+()\d\s-]{5,25}$/.test(half(text)))
        return refuse('请填电话号码，例如 0731-12345678 或手机号', 'enter a telephone number, for example 0731-12345678 or a mobile number');
      return { value: text };
    }
  }
}

/** Full-width digits and signs as people type them on a Chinese keyboard. */
const half = (s: string) => s.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[，,\u3000]/g, '');
