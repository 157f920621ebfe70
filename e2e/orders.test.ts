/** The public orders in a browser: no accessibility violations, no sideways scrolling, asked and answered without JavaScript, forms off paper. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webApp } from '../src/web/server';
import { testProduct } from '../src/web/testing/product';
import { available, desk, launch, open, overflow, phone, smallTargets, violations } from './browser';

describe.skipIf(!available)('the public orders in a browser', () => {
  let browser: Browser;
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer(getRequestListener(webApp(testProduct()).fetch));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  const ask = async (page: Page) => {
    await page.locator('#ask a', { hasText: /去一个场所|Go to a venue/ }).click();
    await page.locator('#venue').selectOption('cinema');
    await page.locator('#ask form button').click();
  };

  test.each([
    { name: 'phone, Chinese', viewport: phone, language: 'zh-CN', dark: false },
    { name: 'desk, English, dark', viewport: desk, language: 'en', dark: true },
  ])('nothing is wrong for anyone ($name)', { timeout: 180_000 }, async (how) => {
    const context = await open(browser, { ...how, script: true });
    const page = await context.newPage();
    for (const path of ['/orders', '/orders?ask=leave-area', '/orders?ask=venue', '/orders?at-year=2021&at-month=13&at-day=1', '/orders/youxian-2021-2']) {
      await page.goto(base + path);
      expect(await violations(page), path).toEqual([]);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
      expect(await smallTargets(page, 44), path).toEqual([]);
    }
    await page.goto(`${base}/orders`);
    await ask(page);
    expect(await violations(page), 'answer').toEqual([]);
    if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/orders-${how.language}.png`, fullPage: true });
    await context.close();
  });

  test('is asked and answered without JavaScript', { timeout: 60_000 }, async () => {
    const context = await open(browser, { script: false });
    const page = await context.newPage();
    await page.goto(`${base}/orders`);
    await ask(page);
    expect(await page.locator('.order-answer').textContent()).toBe('关闭');
    expect(await page.locator('[role=status] a.source').getAttribute('href')).toBe('/source#S4.closed-cinemas');
    await context.close();
  });

  test('goes on paper without its forms', { timeout: 60_000 }, async () => {
    const context = await open(browser, { viewport: desk });
    const page = await context.newPage();
    await page.goto(`${base}/orders`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.order-forms').evaluateAll((all) => all.map((e) => getComputedStyle(e).display))).toEqual(['none', 'none']);
    expect(await page.locator('.clause').count()).toBe(3);
    await context.close();
  });
});
