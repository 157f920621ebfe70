/**
 * Launches the browser of the machine for the end-to-end checks; `available` is false where there is none, and the checks skip.
 * The path is YIJIAN_CHROMIUM or Debian's /usr/bin/chromium. One browser per run, one context per check.
 */
import { existsSync } from 'node:fs';
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

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA violations that axe finds, one line each: rule, how many, the first element. */
export async function violations(page: Page): Promise<string[]> {
  const { default: imported } = await import('@axe-core/playwright');
  const AxeBuilder = (imported as unknown as { default?: typeof imported }).default ?? imported;
  const { violations: found } = await new AxeBuilder({ page }).withTags(axeTags).analyze();
  return found.map((v) => `${v.id} ×${v.nodes.length}: ${v.nodes[0]?.html.slice(0, 160)} – ${v.nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`);
}

/** How far the page is wider than the screen, in pixels. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

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
