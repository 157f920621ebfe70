/**
 * Launches the browser of the machine for the end-to-end checks; `available` is false where there is none, and the checks skip.
 * The path is YIJIAN_CHROMIUM or Debian's /usr/bin/chromium. One browser per run, one context per check.
 */
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const executablePath = process.env.YIJIAN_CHROMIUM ?? '/usr/bin/chromium';
export const available = existsSync(executablePath);

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-default-apps'];
const steady = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none', '--force-color-profile=srgb', '--hide-scrollbars'];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: [...steady, ...quiet] });

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 900 };

export const open = (browser: Browser, options: { viewport?: { width: number; height: number }; script?: boolean; language?: string; dark?: boolean } = {}): Promise<BrowserContext> =>
  browser.newContext({
    viewport: options.viewport ?? phone,
    javaScriptEnabled: options.script ?? true,
    locale: options.language ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    colorScheme: options.dark ? 'dark' : 'light',
  });

const { source } = axe;
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA violations that axe finds, one line each: rule, how many, the first element. axe runs inside the page, a third of the time of its builder. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(async (tags) => {
    const axe = (globalThis as unknown as { axe: { run(of: Document, options: object): Promise<{ violations: Violation[] }> } }).axe;
    return (await axe.run(document, { runOnly: tags, resultTypes: ['violations'] })).violations;
  }, axeTags);
  return found.map((v) => `${v.id} ×${v.nodes.length}: ${v.nodes[0]?.html.slice(0, 160)} – ${v.nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`);
}
type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] };

/** How far the page is wider than the screen, in pixels. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** The innermost things that reach past the right edge, for the message of a failed check. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > window.innerWidth + 0.5 && ![...e.children].some((c) => c.getBoundingClientRect().right > window.innerWidth + 0.5))
      .slice(0, 3)
      .map((e) => `${e.parentElement?.tagName.toLowerCase()}.${e.parentElement?.className} > ${e.outerHTML.slice(0, 120)}`),
  );

/** Interactive things smaller than `least` on either side, as text; links inside a sentence are exempt (WCAG 2.5.8). */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((min) => {
    const inline = (e: Element) => getComputedStyle(e).display === 'inline' && !!e.parentElement?.textContent && e.parentElement.textContent.trim().length > (e.textContent ?? '').trim().length;
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].flatMap((e) => {
      const box = e.getBoundingClientRect();
      const shown = box.width > 1 && box.height > 1 && box.bottom > 0;
      const card = e.closest('.card.linked, .option');
      return shown && !card && !inline(e) && (box.height < min - 0.5 || box.width < min - 0.5) ? [`${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 110)}`] : [];
    });
  }, least);
