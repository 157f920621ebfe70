/** What a page weighs on the wire, counted as the browser was given it: HTML and style sheets, scripts, each compressed. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

export type Weight = { page: number; script: number };
export const most: Weight = { page: 20 * 1024, script: 15 * 1024 };

/** Follows a page of the browser; `at` weighs what is shown now. Files that pages share are weighed once and counted for each. */
export function weighing(page: Page): { at(): Promise<Weight> } {
  const files = new Map<string, number>();
  const size = async (href: string): Promise<number> => {
    let bytes = files.get(href);
    if (bytes === undefined) files.set(href, (bytes = gzipSync(Buffer.from(await (await fetch(href)).arrayBuffer())).length));
    return bytes;
  };
  return {
    at: async () => {
      const html = gzipSync(await page.content()).length;
      const links = await page.evaluate(() => ({
        sheets: [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map((l) => l.href),
        scripts: [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map((s) => s.src),
      }));
      let weight = html;
      for (const href of links.sheets) weight += await size(href);
      let script = 0;
      for (const href of links.scripts) script += await size(href);
      return { page: weight, script };
    },
  };
}
