/** `npm run screens`: the twenty main pages at both widths in both languages, and in large mode, into docs/screens – to be looked at. Not part of CI: it holds nothing. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { available, desk, launch, open, phone } from './browser';
import { fillIn } from './robot';
import { root } from './serve';
import { openSite, type Site } from './site';
import { answersOf } from './travel';

const folder = process.env.YIJIAN_SCREENS ?? '';
/** As much of a page as is worth keeping, in CSS pixels. */
const tallest = 1500;

describe.skipIf(!available || !folder)('screens', () => {
  let site: Site;
  let browser: Browser;
  let pages: { name: string; path: string; as?: string }[];
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), launch()]);
    const out = join(root, folder);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const owner = site.town.product.identity.samples().find((p) => p.kind === 'person')!.id;
    const filed = await site.town.file('newborn', 'typical');
    const clerk = site.town.clerkOf('maternity-hospital').id;
    const draft = await begun(owner);
    pages = [
      { name: 'home', path: '/' },
      { name: 'search', path: `/search?q=${encodeURIComponent('开店')}` },
      { name: 'journey', path: '/journeys/open-guesthouse' },
      { name: 'service', path: '/services/food-licence' },
      { name: 'basket', path: '/basket' },
      { name: 'sign-in', path: '/sign-in' },
      { name: 'settings', path: '/settings' },
      { name: 'question', path: `${draft}/q/premises.area?change=1`, as: owner },
      { name: 'documents', path: `${draft}/documents`, as: owner },
      { name: 'check', path: `${draft}/check`, as: owner },
      { name: 'receipt', path: `/track/${filed}?new=1`, as: owner },
      { name: 'track', path: `/track/${filed}`, as: owner },
      { name: 'mine', path: '/mine', as: owner },
      { name: 'desk', path: '/desk', as: clerk },
      { name: 'desk-step', path: `/desk/${filed}/birth-certificate`, as: clerk },
      { name: 'govern', path: '/govern' },
      { name: 'service-figures', path: '/govern/service' },
      { name: 'orders', path: '/orders' },
      { name: 'agreements', path: '/agreements' },
      { name: 'source', path: '/source' },
    ];
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** A guesthouse filled in to its check page; gives the address of its draft. */
  async function begun(owner: string): Promise<string> {
    const context = await open(browser, { viewport: phone, script: false });
    await context.addCookies([await site.cookie(owner)]);
    const page = await context.newPage();
    await page.goto(`${site.url}/journeys/open-guesthouse`);
    await Promise.all([page.waitForNavigation(), page.locator('main form button.primary').first().click()]);
    if (new URL(page.url()).pathname === '/apply/new') await Promise.all([page.waitForNavigation(), page.locator('main form[action="/apply"] button').first().click()]);
    await fillIn(page, answersOf(site, 'open-guesthouse'));
    const path = new URL(page.url()).pathname.replace(/\/check$/, '');
    await context.close();
    return path;
  }

  const looks = [
    ['phone-zh', phone, { 'yj-lang': 'zh' }],
    ['phone-en', phone, { 'yj-lang': 'en' }],
    ['wide-zh', desk, { 'yj-lang': 'zh' }],
    ['wide-en', desk, { 'yj-lang': 'en' }],
    ['large-zh', phone, { 'yj-lang': 'zh', 'yj-mode': 'care' }],
  ] as const;
  for (const [look, viewport, cookies] of looks)
    test(look, { timeout: 400_000 }, async () => {
      for (const { name, path, as } of pages) {
        const context = await open(browser, { viewport });
        const list = { name: 'yj-list', value: 'food-licence~shop-sign-permit', url: site.url };
        await context.addCookies([...Object.entries(cookies).map(([n, value]) => ({ name: n, value, url: site.url })), list, ...(as ? [await site.cookie(as)] : [])]);
        const page = await context.newPage();
        const answer = await page.goto(site.url + path);
        expect(answer?.status(), path).toBe(200);
        await picture(page, join(root, folder, `${name}-${look}.jpg`), viewport.width);
        await context.close();
      }
    });

  async function picture(page: Page, file: string, width: number): Promise<void> {
    const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.screenshot({ path: file, type: 'jpeg', quality: 30, fullPage: true, clip: { x: 0, y: 0, width, height } });
  }
});
