/**
 * The largest thing of a page is painted within 1.5 s on a processor four times slower, over 400 kbit/s with 100 ms to the server and nothing kept
 * from before: the median of several loads of each page. Here two pages; `npm run prove paint [N]` takes all, N times each (7), and prints them.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { median } from '../src/cli/bench/bench';
import { available, launch, open, phone } from './browser';
import { openSite, type Site } from './site';

const bar = 1500;
const rounds = Number(process.env.YIJIAN_PAINT ?? 3);
const all = process.env.YIJIAN_PAINT !== undefined;

describe.skipIf(!available)('painted in time on a slow phone', () => {
  let site: Site;
  let browser: Browser;
  let number: string;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), launch()]);
    number = await site.town.file('newborn', 'typical');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const owner = () => site.town.product.identity.samples().find((p) => p.kind === 'person')!.id;
  for (const [name, path] of [
    ['home', () => '/'],
    ['the longest guide', () => '/journeys/open-guesthouse?scenario=largest'],
    ['service', () => '/services/food-licence'],
    ['search', () => `/search?q=${encodeURIComponent('上户口')}`],
    ['tracking', () => `/track/${number}`],
    ['my things', () => '/mine'],
  ] as const)
    test.runIf(all || name === 'home' || name === 'tracking')(name, { timeout: 120_000, retry: 2 }, async () => {
      const times: number[] = [];
      for (let i = 0; i < rounds; i++) times.push(await painted(path()));
      if (all) console.log(`${name}: ${median(times)} ms (${times.join(', ')})`);
      expect(median(times)).toBeLessThanOrEqual(bar);
    });

  async function painted(path: string): Promise<number> {
    const context = await open(browser, { viewport: phone });
    await context.addCookies([await site.cookie(owner())]);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 100, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(site.url + path, { waitUntil: 'load' });
    const time = await largest(page);
    await context.close();
    return Math.round(time);
  }

  const largest = (page: Page): Promise<number> =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let last = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) last = entry.startTime;
          }).observe({ type: 'largest-contentful-paint', buffered: true });
          setTimeout(() => resolve(last), 400);
        }),
    );
});
