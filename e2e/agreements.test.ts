/** `/agreements` in a browser: nothing for axe to complain of, nothing wider than a phone, and all of it there without scripts. */
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webApp } from '../src/web/server';
import { testProduct } from '../src/web/testing/product';
import { available, desk, launch, open, overflow, phone, smallTargets, violations } from './browser';
import type { Browser } from 'playwright-core';

describe.skipIf(!available)('/agreements', () => {
  const server = serve({ fetch: webApp(testProduct()).fetch, port: 0, hostname: '127.0.0.1' });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/agreements`;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  for (const [name, viewport, dark] of [
    ['phone', phone, true],
    ['desk', desk, false],
  ] as const)
    test(name, async () => {
      for (const language of ['zh', 'en']) {
        const context = await open(browser, { viewport, dark });
        const page = await context.newPage();
        await page.goto(`${url()}?lang=${language}`);
        await page.evaluate(() => {
          for (const d of document.querySelectorAll('details')) d.open = true;
        });
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await smallTargets(page, 24)).toEqual([]);
        if (process.env.YIJIAN_SHOTS) {
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          for (let y = 0, k = 0; y < height; y += 1800, k++)
            await page.screenshot({ path: `${process.env.YIJIAN_SHOTS}/${name}-${language}-${k}.png`, fullPage: true, clip: { x: 0, y, width: viewport.width, height: Math.min(1800, height - y) } });
        }
        await context.close();
      }
    }, 120_000);

  test('without scripts another day can be asked for', async () => {
    const context = await open(browser, { script: false, language: 'en' });
    const page = await context.newPage();
    await page.goto(`${url()}?lang=en`);
    await page.getByLabel('Year').fill('2021');
    await page.getByLabel('Month').fill('11');
    await page.getByLabel('Day', { exact: true }).fill('18');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByRole('table', { name: 'On 18 November 2021' }).textContent()).toContain('1 day');
    await context.close();
  }, 60_000);
});
