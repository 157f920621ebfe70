/** The moment a visitor looks at: three boxes and a time, or an instant in the address; what is no moment is said, never guessed. */
import type { FormError } from '../ui';
import { dateIn, dateParts, type DateParts } from '../ui';
import { formatInstant, parseInstant } from '../../core/calendar';
import type { Text } from '../text';

type Fields = { [name: string]: unknown };
export type AskedMoment = { at: number | null; parts: DateParts; time: string; errors: FormError[] };

/** Minutes of an offset such as +08:00, in milliseconds. */
export const offsetOf = (offset: string): number => (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * 60_000;

/** @param name the date boxes are NAME-year …, the time NAME-time, an instant NAME. Nothing given: `at` is null without errors. */
export function momentIn(fields: Fields, name: string, offset: string, t: Text, timeIfNone = '00:00'): AskedMoment {
  const written = typeof fields[name] === 'string' ? parseInstant((fields[name] as string).replace(' ', '+')) : null;
  if (written !== null) return { at: written, ...boxesOf(written, offset), errors: [] };
  const date = dateIn(fields, name);
  const time = String(fields[`${name}-time`] ?? '')
    .trim()
    .normalize('NFKC');
  const parts = { year: text(fields, `${name}-year`), month: text(fields, `${name}-month`), day: text(fields, `${name}-day`) };
  if (!date && !time) return { at: null, parts, time, errors: [] };
  const clock = /^(\d{1,2}):(\d{2})$/.exec(time || timeIfNone);
  const errors: FormError[] = [];
  if (parseInstant(`${date}T00:00${offset}`) === null) errors.push({ field: name, message: t.orders.badDate });
  const at = clock && parseInstant(`${date}T${clock[1]!.padStart(2, '0')}:${clock[2]}${offset}`);
  if (errors.length === 0 && (at === null || at === undefined)) errors.push({ field: `${name}-time`, message: t.orders.badTime });
  return { at: errors.length ? null : (at ?? null), parts, time, errors };
}

const text = (fields: Fields, name: string): string => String(fields[name] ?? '').slice(0, 10);

/** The boxes as they show an instant. */
export function boxesOf(at: number, offset: string): { parts: DateParts; time: string } {
  const local = formatInstant(at, offsetOf(offset));
  return { parts: dateParts(local.slice(0, 10)), time: local.slice(11, 16) };
}
