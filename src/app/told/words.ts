/** A kind and what it speaks of, in one language: for the product, and for the ways out of it. */
import type { ToldMessage } from '../ports/messages';
import { kindById } from './kinds';

type Words = { [placeholder: string]: string | undefined };
type Language = 'zh' | 'en';

/** {word} by word; a part in […] falls away whole when a word in it is missing. */
export function fill(template: string, words: Words): string {
  const put = (text: string): string | null => {
    let missing = false;
    const done = text.replace(/\{([a-z]+)\}/g, (_, name: string) => {
      if (!words[name]) missing = true;
      return words[name] ?? '';
    });
    return missing ? null : done;
  };
  return put(template.replace(/\[([^\]]*)\]/g, (_, part: string) => put(part) ?? '')) ?? '';
}

/** As the product shows it: the matter by its name. */
export const inside = (m: Pick<ToldMessage, 'kind' | 'says'>, language: Language, dayOf: (date: string) => string): string => textOf(m, language, dayOf, {});

/** As it goes out: the case number and what to do, no name of a matter. */
export function outside(m: Pick<ToldMessage, 'kind' | 'says' | 'caseNumber'>, language: Language, city: { zh: string; en: string }): { subject: string; text: string } {
  const number = m.caseNumber ?? '';
  const what = number === '' ? undefined : language === 'zh' ? `办件${number}` : number;
  const said = textOf(m, language, (date) => shortDay(date, language), what === undefined ? {} : { what });
  return language === 'zh'
    ? { subject: `${city.zh}一件：${number}有新消息`, text: `【${city.zh}一件】${said}` }
    : { subject: `Yijian ${city.en}: news of ${number}`, text: `[Yijian ${city.en}] ${said}` };
}

function textOf({ kind, says }: Pick<ToldMessage, 'kind' | 'says'>, language: Language, dayOf: (date: string) => string, instead: Words): string {
  const template = kindById.get(kind);
  if (!template) return '';
  const words = Object.fromEntries(Object.entries(says).map(([k, x]) => [k, typeof x === 'string' ? (k === 'day' ? dayOf(x) : x) : x[language]]));
  return fill(template[language], { ...words, ...instead });
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `2026-03-02` or `2026-03-02 10:00`: 3月2日10:00, 2 Mar 10:00. */
function shortDay(said: string, language: Language): string {
  const [date = '', time = ''] = said.split(' ');
  const [, m, d] = date.split('-').map(Number) as [number, number, number];
  return language === 'zh' ? `${m}月${d}日${time}` : `${d} ${months[m - 1]}${time && ` ${time}`}`;
}
