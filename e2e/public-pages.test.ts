import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve as listen, type ServerType } from '@hono/node-server';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webApp } from '../src/web/server';
import { root, testProduct } from '../src/web/testing/product';
import { readAloud, smallText } from './reading';
import { available, desk, launch, open, overflow, phone, smallTargets, violations } from './browser';

const paths = [
  '/',
  '/journeys/newborn',
  '/journeys/open-guesthouse?scenario=largest',
  '/services/food-licence',
  '/search?q=上户口',
  '/search?q=zzzz',
  '/sources/licensing-law',
  '/sign-in',
  '/divisions',
  '/authorities/health',
  '/numbers',
  '/settings',
  '/basket',
  '/for-others',
  '/policies',
  '/nowhere',
];
type Served = { url: string; close(): Promise<void> };
/** In this process and without a store: the public pages need none. */
const serveHere = (): Promise<Served> =>
  new Promise((ready) => {
    const server: ServerType = listen({ fetch: webApp(testProduct()).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      ready({ url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(() => done())) }),
    );
  });

const shots = process.env.YIJIAN_SHOTS ?? join(root, 'node_modules', '.cache', 'yijian-shots');

describe.skipIf(!available)('the public pages in a browser', () => {
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    [browser, site] = await Promise.all([launch(), serveHere()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const care = (context: BrowserContext) => context.addCookies([{ name: 'yj-mode', value: 'care', url: site.url }]);

  for (const [mode, viewport, least] of [
    ['phone', phone, 44],
    ['desk', desk, 44],
    ['phone-care', phone, 60],
  ] as const)
    test(`no WCAG 2.2 AA violation, no sideways scrolling, targets ≥ ${least} px: ${mode}`, { timeout: 180_000 }, async () => {
      const context = await open(browser, { viewport });
      await context.addCookies([{ name: 'yj-list', value: 'food-licence~shop-sign-permit', url: site.url }]);
      if (mode === 'phone-care') await care(context);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (m) => m.type() === 'error' && !/404/.test(m.text()) && complaints.push(m.text()));
      for (const path of paths) {
        await page.goto(site.url + path);
        await page.screenshot({ path: join(shots, `${path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'}-${mode}.png`), fullPage: true });
        expect(await violations(page), path).toEqual([]);
        expect(await overflow(page), path).toBeLessThanOrEqual(0);
        expect(await readAloud(page), path).toEqual([]);
        // 18 points, as large print asks for.
        if (mode === 'phone-care') expect(await smallText(page, 24), path).toEqual([]);
        expect(
          (await smallTargets(page, least)).filter((x) => !x.includes('class="source"')),
          path,
        ).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    });

  for (const [mode, cookies, dark] of [
    ['dark by the device', {}, true],
    ['dark by choice', { 'yj-colours': 'dark' }, false],
    ['light by choice on a dark device', { 'yj-colours': 'light' }, true],
    ['high contrast', { 'yj-contrast': 'high' }, false],
    ['high contrast, dark, large', { 'yj-contrast': 'high', 'yj-colours': 'dark', 'yj-mode': 'care' }, false],
  ] as const)
    test(`${mode}: no violation, in English`, { timeout: 120_000 }, async () => {
      const context = await open(browser, { dark, language: 'en' });
      await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value: value as string, url: site.url })));
      const page = await context.newPage();
      for (const path of paths.slice(1, 3)) {
        await page.goto(site.url + path);
        expect(await violations(page), path).toEqual([]);
        const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g)!.map(Number)[0]!);
        expect(paper < 60, path).toBe(mode.startsWith('dark') || mode.includes(', dark'));
      }
      await context.close();
    });

  test('on paper there is black on white, no controls, and every address that matters', async () => {
    const context = await open(browser, { viewport: desk, dark: true });
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    for (const path of ['/journeys/newborn', '/services/food-licence']) {
      await page.goto(site.url + path);
      expect(await page.evaluate(() => getComputedStyle(document.body).color), path).toBe('rgb(0, 0, 0)');
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), path).toBe('rgb(255, 255, 255)');
      for (const hidden of ['.tools', '.account', '.me', '.trail', 'main .button']) expect(await page.locator(`${hidden}:visible`).count(), `${path} ${hidden}`).toBe(0);
      expect(await page.locator('main h1:visible').count(), path).toBe(1);
    }
    await context.close();
  });

  test('nothing moves for those who asked for stillness, and large mode opens no lists', async () => {
    const context = await open(browser);
    await care(context);
    const page = await context.newPage();
    await page.goto(site.url);
    const moving = await page.evaluate(
      () => [...document.querySelectorAll('*')].filter((e) => /[1-9]/.test(getComputedStyle(e).transitionDuration) || getComputedStyle(e).animationName !== 'none').length,
    );
    expect(moving).toBe(0);
    expect(await page.locator('script[src*="suggest"]').count()).toBe(0);
    await context.close();
  });

  test('a clerk tries a change of the catalogue, without a script', { timeout: 120_000 }, async () => {
    const context = await open(browser, { viewport: phone, script: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/designer/what-if`);
    await page.selectOption('#clerk', 'sample:clerk:health:430212');
    await page.locator('form:has(#clerk) button').click();
    await page.selectOption('#register', 'population');
    await page.click('button:has-text("算一算")');
    expect(await page.textContent('main tbody tr')).toContain('→');
    const address = page.url();
    const cookies = await context.cookies();
    await context.close();
    const scripted = await open(browser, { viewport: phone });
    await scripted.addCookies(cookies);
    const again = await scripted.newPage();
    await again.goto(address);
    expect(await violations(again)).toEqual([]);
    expect(await overflow(again)).toBeLessThanOrEqual(0);
    await scripted.close();
  });

  test('works without a script: search, journey, large mode, place, sign-in', async () => {
    const context = await open(browser, { script: false });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.fill('#q', 'kaiminsu');
    await page.click('button:has-text("搜索")');
    await page.click('a:has-text("我要开民宿")');
    expect(await page.textContent('h1')).toBe('我要开民宿');
    await page.click('summary:has-text("用表格看每个阶段")');
    expect(await page.isVisible('#stages')).toBe(true);
    await page.click('header button:has-text("长辈版")');
    expect(await page.getAttribute('html', 'data-mode')).toBe('care');
    expect(page.url()).toBe(`${site.url}/journeys/open-guesthouse`);
    await page.click('a[aria-label*="更换区县"]');
    await page.click('summary:has-text("朱亭镇")');
    await page.click('button:has-text("高伏村")');
    expect(await page.textContent('#here ~ *')).toContain('高伏村');
    await page.click('a:has-text("登录")');
    await page.click('button[aria-label*="刘小满"]');
    expect(page.url()).toBe(`${site.url}/journeys/open-guesthouse`);
    expect(await page.textContent('.me')).toContain('刘小满');
    await page.click('header button:has-text("标准版")');
    // Signed in, the header still takes two rows of a phone.
    expect((await page.locator('.bar').boundingBox())!.height).toBeLessThan(120);
    await context.close();
  });

  test('suggests while typing', async () => {
    const context = await open(browser);
    const page = await context.newPage();
    await page.goto(site.url);
    await page.type('#q', 'minsu');
    await page.waitForFunction(() => document.querySelectorAll('#q-list option').length > 0);
    await context.close();
  });

  test('reads at twice the text size and on a screen of 320 px', async () => {
    const context = await open(browser, { viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(site.url + path);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(desk);
    for (const path of paths) {
      await page.goto(site.url + path);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});
