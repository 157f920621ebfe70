/**
 * A finding is what the loader or the linter tells an author: where, what, and what to do next, in both languages.
 * Codes are stable: `YJ1xx` reading YAML, `YJ2xx` shape, `YJ3xx` references, `YJ4xx` rules, `YJ5xx` journeys and time, `YJ6xx` sources.
 */
export type Text = { zh: string; en: string };

/** A place in the city folder; `line` and `column` count from 1. */
export type Place = { file: string; line: number; column: number };

export type Finding = Place & { code: string; message: Text };

export const finding = (code: string, place: Place, zh: string, en: string): Finding => ({
  code,
  file: place.file,
  line: place.line,
  column: place.column,
  message: { zh, en },
});

/** Findings in reading order, each once. */
export function inOrder(findings: Iterable<Finding>): Finding[] {
  const once = new Map<string, Finding>();
  for (const f of findings) once.set(`${f.file}\0${f.line}\0${f.column}\0${f.code}\0${f.message.en}`, f);
  return [...once.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
}
