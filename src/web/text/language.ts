/** Which language a page speaks: asked for in the address, else remembered, else the browser's; Chinese first. */
import type { Label } from '../../core/catalogue';
import * as joined from './joins';

export type Language = 'zh' | 'en';
export const languages: readonly Language[] = ['zh', 'en'];
/** @param tags of the languages there are; Chinese first where nothing is asked for. */
export function languageOf(tags: readonly string[], asked: string | undefined, remembered: string | undefined, accept: string | undefined): string {
  if (asked !== undefined && tags.includes(asked)) return asked;
  if (remembered !== undefined && tags.includes(remembered)) return remembered;
  return preferred(tags, accept ?? '');
}

/** Another than the first only when it is asked for more. */
function preferred(tags: readonly string[], accept: string): string {
  const weight = (of: string) =>
    Math.max(
      0,
      ...accept.split(',').map((part) => {
        const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
        const q = Number(/q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1);
        return tag === of || tag.startsWith(`${of}-`) ? q : 0;
      }),
    );
  return tags.reduce((best, tag) => (weight(tag.toLowerCase()) > weight(best.toLowerCase()) ? tag : best));
}

/** What a label needs to know of the page: its language – of an added one, its base –, and the names an added language has. */
export type Spoken = { lang: Language; joins?: joined.Joins; tag?: string; names?: ((zh: string) => string | undefined) | undefined; fallback?: ((said: string) => string) | undefined };

/** A label of the catalogue in the language of the page. */
export const say = (t: Spoken, label: Label): string => t.names?.(label.zh) ?? (t.fallback ? t.fallback(label[t.lang]) : label[t.lang]);

/** How words are joined in the language of the page. */
export const joins = (t: Spoken): joined.Joins => t.joins ?? (t.lang === 'zh' ? joined.zh : joined.en);
