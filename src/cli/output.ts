/** With --json one document on stdout, keys sorted; otherwise lines for people. Messages for people go to stderr. */
import type { Finding } from '../core/catalogue';

export type Result = { exit: 0 | 1 | 2; json: unknown; text: string };

export const good = (json: unknown, text: string): Result => ({ exit: 0, json, text });
export const bad = (json: unknown, text: string): Result => ({ exit: 1, json, text });

/** Refused input prints lint's shape. */
export const refused = (errors: Finding[]): Result => bad({ errors, warnings: [] }, errors.map(line).join('\n'));

export const line = (f: Finding) => `${f.file}:${f.line}:${f.column} ${f.code} ${f.message.zh}\n    ${f.message.en}`;

/** Keys sorted, arrays in order: the same input gives the same bytes. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([k, x]) => [k, sorted(x)]),
    );
  return value;
}
