/** Which language a page speaks: asked for in the address, else remembered, else the browser's; Chinese first. */
import type { Label } from '../../core/catalogue';

export type Language = 'zh' | 'en';
export const languages: readonly Language[] = ['zh', 'en'];
export const isLanguage = (x: unknown): x is Language => x === 'zh' || x === 'en';

export function languageOf(asked: string | undefined, remembered: string | undefined, accept: string | undefined): Language {
  if (isLanguage(asked)) return asked;
  if (isLanguage(remembered)) return remembered;
  return prefersEnglish(accept ?? '') ? 'en' : 'zh';
}

/** True only when English is asked for more than Chinese is. */
function prefersEnglish(accept: string): boolean {
  const weight = (of: string) =>
    Math.max(
      0,
      ...accept.split(',').map((part) => {
        const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
        const q = Number(/q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1);
        return tag === of || tag.startsWith(`${of}-`) ? q : 0;
      }),
    );
  return weight('en') > weight('zh');
}

/** A label of the catalogue in the language of the page. */
export const say = (t: { lang: Language }, label: Label): string => label[t.lang];
