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
    const upload = { name: '身份证.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]) };
    for (let i = 0; i < 6; i++) number = await town.file('newborn', 'smallest', i === 5 ? { upload } : {});
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
      const step = `/${number}/birth-certificate`;
      await page.goto(`${url}/desk${step}`);
      const view = (await page.getAttribute('a[data-key="e"]', 'href'))!.replace('/desk', '');
      const paths = [
        step,
        `${step}/supplement`,
        `${step}/not-accept`,
        `${view}?turn=90&zoom=2`,
        '',
        '/voices',
        '/phone',
        '/look',
        '/away',
        '/texts',
        '/day',
        '/team',
        `/accept?pick=${number}/birth-certificate`,
      ].map((p) => `/desk${p}`);
      for (const path of [...paths, '/govern/service', '/govern/day']) {
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
    await page.locator('[data-left]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('form[action$="/now"] button').focus();
    await page.keyboard.press('Enter');
    await page.locator('#bulk-results').waitFor();
    expect(await page.locator('td', { hasText: '已受理' }).count()).toBe(2);
    await context.close();
  });

  test('by keyboard alone: open a case, accept it, grant it; the next opens; single keys do nothing legal and can be turned off', { timeout: 120_000 }, async () => {
    const context = await open(browser, { viewport: desk, script: true });
    await context.addCookies([await lead()]);
    const page = await context.newPage();
    const keys = async (...all: string[]) => {
      for (const key of all) await page.keyboard.press(key);
    };
    const focus = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    await page.goto(`${url}/desk?state=new&holder=free`);
    await page.locator('#desk-keys-open').waitFor({ state: 'visible' });
    await keys('j', 'Enter');
    await page.waitForURL(/birth-certificate\?state=new&holder=free$/);
    const first = page.url();
    await page.locator('#desk-keys-open').waitFor({ state: 'visible' });
    await keys('a');
    // In focus, and nothing has happened.
    expect(await focus()).toBe('受理，并通知申请人');
    expect(await page.locator('.pane [aria-current=page]').count()).toBe(1);
    await keys('Enter');
    // It has left “to accept”: the next is open, with what was recorded.
    await page.waitForURL(/decided=/);
    expect(await page.textContent('.notice.good')).toContain('已受理');
    await page.locator('.notice.good a').focus();
    await keys('Enter');
    await page.waitForURL((u) => u.href.startsWith(first.split('?')[0]!));
    await page.locator('#desk-keys-open').waitFor({ state: 'visible' });
    await keys('g');
    await page.waitForURL(/\/grant/);
    await page.locator('#desk-keys-open').waitFor({ state: 'visible' });
    await keys('f');
    // A letter typed into a field is a letter.
    await page.keyboard.type('U430000az1');
    expect(await page.inputValue('#evidence-0')).toBe('U430000az1');
    await keys('Tab', 'Tab');
    expect(await focus()).toBe('准予并发出');
    await keys('Enter');
    await page.waitForURL(/decided=/);
    expect(await page.textContent('.notice.good')).toMatch(/已(送达|办成|准予)|granted/);
    // The list of keys, and the switch in it.
    await page.locator('#desk-keys-open').waitFor({ state: 'visible' });
    await keys('?');
    await page.locator('#desk-keys').waitFor({ state: 'visible' });
    expect(await violations(page)).toEqual([]);
    await page.locator('#desk-keys input').focus();
    await keys('Space', 'Escape');
    await keys('u');
    await page.waitForTimeout(200);
    expect(page.url()).toContain('decided=');
    await context.close();
  });
});
