/**
 * What PostgreSQL cannot hold in text and JSON: U+0000, and halves of surrogate pairs. Both are refused here, before anything is sent and for every table alike,
 * so nothing is altered in silence and a value in an event never differs from the same value in a row. Requests that carry them are answered
 * by the schemas at the border; arriving here is a bug.
 */
export class Unstorable extends Error {
  override name = 'Unstorable';
}

/** A JSON parameter; `json` makes it. */
export type Json = { json: string };

/** Plain text, as it is. @throws Unstorable */
export function text(value: string): string {
  if (value.includes('\0') || (/[\ud800-\udfff]/.test(value) && /\p{Cs}/u.test(value))) throw new Unstorable('text with U+0000 or half a surrogate pair');
  return value;
}

/** JSON.stringify escapes both; an even run of backslashes before `u` is a backslash somebody typed. */
const escaped = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** Text that is already JSON. @throws Unstorable */
export function jsonText(value: string): Json {
  if (value.includes('\\u') && escaped.test(value)) throw new Unstorable('JSON with U+0000 or half a surrogate pair');
  return { json: value };
}

/** A value as a JSON parameter. @throws Unstorable */
export const json = (value: unknown): Json => jsonText(JSON.stringify(value ?? null));
