/** The desk's pages and the service in figures, in a browser: axe, sideways scrolling, size of targets, and the queue by keyboard alone. */
import { serve as listen, type ServerType } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTown, type Town } from '../src/web/testing/town';
import { testProduct } from '../src/web/testing/product';
import { available, desk, launch, open, overflow, phone, smallTargets, violations } from './browser';

describe.skipIf(!available)('the desk in a browser', () => {
  let town: Town;
  let browser: Browser;
  let server: ServerType;
  let url: string;
  let number: string;
  beforeAll(async () => {
    [town, browser] = await Promise.all([openTown(), launch()]);
    town.product.assets = testProduct().assets;
    url = await new Promise((ready) => {
      server = listen({ fetch: town.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => ready(`http://127.0.0.1:${port}`));
    });
    for (let i = 0; i < 6; i++) number = await town.file('newborn', 'smallest');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await new Promise((done) => server.close(done));
    await town.close();
  });

  const lead = async () => {
    const [name, value] = (await town.as(`${town.clerkOf('maternity-hospital').id}:lead`)).split('=') as [string, string];
    return { name, value, url };
  };

  for (const [mode, viewport, language] of [
    ['wide, Chinese', desk, 'zh'],
    ['narrow, English', phone, 'en'],
  ] as const)
    test(`no WCAG 2.2 AA violation, no sideways scrolling, targets ≥ 24 px: ${mode}`, { timeout: 240_000 }, async () => {
      const context = await open(browser, { viewport, language });
      await context.addCookies([await lead()]);
      const page = await context.newPage();
      const paths = ['', '/voices', '/phone', '/look', '/away', '/texts', '/day', '/team', `/accept?pick=${number}/birth-certificate`, `/${number}/birth-certificate`].map((p) => `/desk${p}`);
      for (const path of [...paths, '/govern/service']) {
        const answer = await page.goto(url + path);
        expect(answer?.status(), path).toBe(200);
        expect(await violations(page), path).toEqual([]);
        expect(await overflow(page), path).toBeLessThanOrEqual(0);
        expect(
          (await smallTargets(page, 24)).filter((x) => !x.includes('class="source"')),
          path,
        ).toEqual([]);
      }
      await context.close();
    });

  test('by keyboard alone: tick two, look at what will happen, accept', { timeout: 120_000 }, async () => {
    const context = await open(browser, { viewport: desk, script: true });
    await context.addCookies([await lead()]);
    const page = await context.newPage();
    await page.goto(`${url}/desk?state=new`);
    await page.locator('#desk-keys-open').waitFor({ state: 'visible' });
    for (const key of ['j', 'x', 'j', 'x', 'a']) await page.keyboard.press(key);
    await page.waitForURL(/\/desk\/accept\?/);
    expect(await page.locator('#bulk-list').count()).toBe(1);
    expect(await page.locator('input[name=pick]').count()).toBe(2);
    await page.locator('main form button').focus();
    await page.keyboard.press('Enter');
    await page.locator('#bulk-results').waitFor();
    expect(await page.locator('td', { hasText: '已受理' }).count()).toBe(2);
    await context.close();
  });
});
