/** The words of the pages in a language that came as a file: its own where it has them, else those of its base, marked as such. */
import type { AddedLanguage, Words } from '../../app/languages';

/** `{0}` is the first parameter of a text, `{1.name}` a property of the second. */
const hole = /\{(\d+(?:\.\w+)*)\}/g;
type Branch = { readonly [key: string]: unknown };
const isBranch = (x: unknown): x is Branch => typeof x === 'object' && x !== null;

/** @param base the whole dictionary of the base language. */
export function dictionaryOf<T extends object>(base: T, language: AddedLanguage): T {
  const marked = (said: unknown): unknown => (typeof said === 'string' ? fallback(said, language.base) : said);
  const plural = new Intl.PluralRules(language.tag);
  const build = (of: unknown, own: Words | undefined): unknown => {
    if (typeof of === 'string') return typeof own === 'string' && own !== '' ? own : marked(of);
    if (typeof of === 'function') return own === undefined || own === '' ? (...a: unknown[]) => marked(of(...a)) : (...a: unknown[]) => filled(own, a, plural) ?? marked(of(...a));
    if (Array.isArray(of)) return of.map((x, i) => build(x, child(own, String(i))));
    if (isBranch(of)) return Object.fromEntries(Object.entries(of).map(([key, x]) => [key, build(x, child(own, key))]));
    return of;
  };
  return build(base, language.texts) as T;
}

/** How a text of the base language shows that the translation is wanting; a comma needs no mark. */
export const fallback = (said: string, base: 'zh' | 'en'): string => (/[\p{L}\p{N}]/u.test(said) ? `${said} (${base === 'zh' ? '中文' : 'en'})` : said);

const child = (own: Words | undefined, key: string): Words | undefined => (isBranch(own) && Object.hasOwn(own, key) ? own[key] : undefined);

/** A template, or templates by the first parameter: its value (`true`, a code) or its plural category. */
function filled(own: Words, parameters: readonly unknown[], plural: Intl.PluralRules): string | null {
  if (typeof own !== 'string') {
    const first = parameters[0];
    const chosen = child(own, String(first)) ?? (typeof first === 'number' ? child(own, plural.select(first)) : undefined) ?? child(own, 'other');
    return typeof chosen === 'string' && chosen !== '' ? filled(chosen, parameters, plural) : null;
  }
  return own.replace(hole, (whole, path: string) => {
    let value: unknown = parameters;
    for (const key of path.split('.')) value = isBranch(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return value === undefined ? whole : String(value);
  });
}

export type Coverage = { all: number; missing: string[]; unknown: string[] };

/** Which texts the file lacks, and which it has that the pages do not know. */
export function coverage(base: object, language: AddedLanguage): Coverage {
  const found: Coverage = { all: 0, missing: [], unknown: [] };
  const walk = (of: unknown, own: Words | undefined, path: string) => {
    if (typeof of === 'string' || typeof of === 'function') {
      if (of === '') return;
      found.all++;
      if (own === undefined || own === '') found.missing.push(path);
      else if (typeof of === 'string' && typeof own !== 'string') found.unknown.push(path);
      return;
    }
    if (!isBranch(of)) return;
    const under = (key: string) => (path ? `${path}.${key}` : key);
    for (const [key, x] of Object.entries(of)) walk(x, child(own, key), under(key));
    if (isBranch(own)) for (const key of Object.keys(own)) if (!Object.hasOwn(of, key)) found.unknown.push(under(key));
    if (typeof own === 'string' && own !== '') found.unknown.push(path);
  };
  walk(base, language.texts, '');
  return found;
}

/**
 * What a text with parameters says, with `{0}` where the first goes: told by the text itself, given parameters that name themselves. Null where it
 * computes with them; then a translation is better made with the source open.
 */
export function templateOf(of: unknown): string | null {
  if (typeof of === 'string') return of;
  if (typeof of !== 'function') return null;
  try {
    const said: unknown = of(...Array.from({ length: 6 }, (_, i) => naming(String(i))));
    return typeof said === 'string' && [...said.matchAll(/\{([^}]*)\}/g)].every(([, p]) => /^\d+(\.[a-z]\w*)?$/i.test(p!)) && !/NaN|undefined|\[object|function/.test(said) ? said : null;
  } catch {
    return null;
  }
}

const naming = (path: string): unknown =>
  new Proxy(
    {},
    {
      get: (_, key) => {
        if (key === Symbol.toPrimitive) return () => `{${path}}`;
        if (key === 'toString') return () => `{${path}}`;
        return typeof key === 'symbol' ? undefined : naming(`${path}.${key}`);
      },
    },
  );

/** Every name of the city folder that a page may show. */
export function namesIn(of: unknown): Map<string, string> {
  const names = new Map<string, string>();
  const seen = new Set<unknown>();
  const walk = (x: unknown): void => {
    if (!isBranch(x) || seen.has(x)) return;
    seen.add(x);
    if (x instanceof Map) for (const y of x.values()) walk(y);
    else if (typeof x.zh === 'string' && typeof x.en === 'string') names.set(x.zh, x.en);
    else for (const y of Object.values(x)) walk(y);
  };
  walk(of);
  return names;
}
