/** A third language is one file: made up here from the English by setting accents, so that whatever is not translated shows. */
import { describe, expect, test } from 'vitest';
import { addedLanguages, type AddedLanguage, type Words } from '../../app/languages';
import { webApp } from '../server';
import { testProduct } from '../testing/product';
import { coverage, dictionaryOf, namesIn, templateOf } from './added-language';
import { textIn, textOf } from '.';

const { lang: _lang, tag: _tag, ...english } = textOf('en');
const accents: { [letter: string]: string } = { a: 'ä', e: 'ë', i: 'ï', o: 'ö', u: 'ü', A: 'Ä', E: 'Ë', O: 'Ö', U: 'Ü' };
const accented = (said: string) => said.replace(/\{[^}]*\}|[aeiouAEOU]/g, (x) => accents[x] ?? x);

/** Every text that says itself as a template; what is computed stays with the base. */
function pseudo(of: unknown): Words {
  const template = templateOf(of);
  if (template !== null) return accented(template);
  return typeof of === 'object' && of !== null ? Object.fromEntries(Object.entries(of).map(([k, x]) => [k, pseudo(x)])) : '';
}
const law = testProduct().law();
const language: AddedLanguage = {
  tag: 'eo-x-pseudo',
  name: 'Psëüdö',
  base: 'en',
  direction: 'rtl',
  texts: pseudo(english),
  names: Object.fromEntries([...namesIn(law)].map(([zh, en]) => [zh, accented(en)])),
  file: 'languages/eo-x-pseudo.yaml',
};
const text = (html: string) => html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');

describe('a language of a file', () => {
  const product = testProduct({ languages: [language] });
  const app = webApp(product);
  const page = async (path: string, headers: Record<string, string> = {}) => (await app.request(path, { headers: { cookie: 'yj-lang=eo-x-pseudo', ...headers } })).text();

  test('is offered everywhere by its own name, asked for by address, cookie or browser, and sets language and direction', async () => {
    expect(await (await app.request('/')).text()).toContain('>Psëüdö</a>');
    expect(await page('/')).toMatch(/^<!doctype html><html lang="eo-x-pseudo" dir="rtl"/);
    expect(await (await app.request('/?lang=eo-x-pseudo')).text()).toContain('<html lang="eo-x-pseudo"');
    expect(await (await app.request('/', { headers: { 'accept-language': 'eo-x-pseudo, en;q=0.5' } })).text()).toContain('<html lang="eo-x-pseudo"');
    expect(await (await app.request('/?lang=xx')).text()).toContain('<html lang="zh-CN"');
  });

  test('leaves no plain English on the pages of a resident but what is told by the command', async () => {
    for (const path of ['/', '/settings', '/basket', '/search?q=zzzz', '/divisions']) {
      const words = text(await page(path))
        .replace(/Yijian|English|Psëüdö|12345|\(en\)|&[a-z#0-9]+;/g, ' ')
        .match(/\b[A-Za-z]*[aeou][a-z]*\b/g);
      expect([...new Set(words ?? [])], path).toEqual([]);
    }
  });

  test('says what it lacks in its base, marked; never a hole', async () => {
    const poor = testProduct({ languages: [{ ...language, texts: { ui: { brand: 'Ïj' } }, names: {} }] });
    const html = await (await webApp(poor).request('/journeys/newborn', { headers: { cookie: 'yj-lang=eo-x-pseudo' } })).text();
    expect(html).toContain('Ïj');
    expect(html).toContain('Skip to content (en)');
    expect(text(html)).not.toMatch(/undefined|\[object|\{0/);
  });
});

test('what is missing and what is not known is counted by path', () => {
  const base = { a: { one: 'One', two: (n: number) => `${n} two` }, b: 'B' };
  const found = coverage(base, { ...language, texts: { a: { one: '1', extra: 'x' } } });
  expect(found).toEqual({ all: 3, missing: ['a.two', 'b'], unknown: ['a.extra'] });
  expect(coverage(english, language).missing.length).toBeLessThan(coverage(english, { ...language, texts: {} }).all / 4);
});

test('parameters go where the translation wants them, by case, by number and by property', () => {
  const base = { n: (n: number) => `${n} days`, yes: (b: boolean) => `${b}`, of: (x: { name: string }, y: string) => `${x.name} ${y}`, none: (n: number) => `${n}!` };
  const made = dictionaryOf(base, { ...language, texts: { n: { one: '{0} tago', other: '{0} tagoj' }, yes: { true: 'jes', false: 'ne' }, of: '{1}: {0.name}' } });
  expect([made.n(1), made.n(3), made.yes(true), made.of({ name: 'A' }, 'B'), made.none(2)]).toEqual(['1 tago', '3 tagoj', 'jes', 'B: A', '2! (en)']);
});

test.each([
  ['languages/eo.yaml', 'language: eo\nname: E\ntexts: {ui: {brand: Unu}}', 0],
  ['languages/eo.yaml', 'language: fr\nname: E', 1],
  ['languages/zh.yaml', 'language: zh\nname: E', 1],
  ['languages/eo.yaml', 'language: eo\nname: E\nscript: alert', 1],
  ['languages/eo.yaml', 'a: [', 1],
])('%s is read, or refused in a sentence: %s', (file, content, refused) => {
  const { languages, findings } = addedLanguages(new Map([[file, content]]));
  expect(findings.length).toBe(refused);
  expect(languages.length).toBe(1 - refused);
});

test('Chinese and English are whole by the type check, and every language by its tag', () => {
  expect(textIn('zh', []).tag).toBe('zh-CN');
  expect(textIn('nothing', []).tag).toBe('zh-CN');
});
