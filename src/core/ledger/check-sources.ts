/** Every `source` anywhere in a file leads somewhere. */
import type { Path, Say } from './say';

/** Whether the city has such a source, entry or fact. */
export type Cited = { has(id: string): boolean };

export function checkSources(value: unknown, cited: Cited, say: Say, path: Path = []): void {
  if (Array.isArray(value)) for (const [i, x] of value.entries()) checkSources(x, cited, say, [...path, i]);
  else if (value && typeof value === 'object')
    for (const [key, x] of Object.entries(value)) {
      if (key !== 'source' || typeof x !== 'string') checkSources(x, cited, say, [...path, key]);
      else if (!cited.has(x)) say('YJ838', [...path, key], `没有来源“${x}”；检查拼写，或先在 sources/ 里写明`, `there is no source "${x}"; check the spelling, or declare it in sources/ first`);
    }
}
