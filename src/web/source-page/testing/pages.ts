/** Pages of the real city as a test reads them: their words, their anchors and their links. */
import { webApp } from '../../server';
import { testProduct } from '../../testing/product';

export function openPages() {
  const product = testProduct();
  const app = webApp(product);
  const asset = product.assets('style.css')!;
  return {
    product,
    law: product.law(),
    style: asset.body,
    /** The page in a language. */
    page: async (path: string, language: 'zh' | 'en' = 'zh') => {
      const answer = await app.request(path, { headers: { 'accept-language': language } });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return answer.text();
    },
  };
}

/** The words of a page without its marks. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
export const idsOf = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map((m) => decodeURIComponent(m[1]!));
export const linksOf = (html: string): string[] => [...html.matchAll(/ href="([^"]+)"/g)].map((m) => decodeURIComponent(m[1]!));
