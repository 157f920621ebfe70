/** Before one starts, the list, and a relative who goes on: with and without JavaScript, on a phone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { available, launch, open, overflow, phone, violations } from './browser';
import { signInAs } from './robot';
import { removeData, serve, type Served } from './serve';

const press = (page: Page, selector: string) => Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);

describe.runIf(available)('before, together, for each other', () => {
  let server: Served;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([serve(), launch()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (server) removeData(server.data);
  });

  for (const script of [true, false])
    test(`from the search to a relative's hands, JavaScript ${script ? 'on' : 'off'}`, { timeout: 120_000 }, async () => {
      const context = await open(browser, { viewport: phone, script });
      const page = await context.newPage();
      const fine = async () => {
        expect(await overflow(page), page.url()).toBeLessThanOrEqual(0);
        if (script) expect(await violations(page), page.url()).toEqual([]);
      };

      await page.goto(`${server.url}/eligibility?journey=open-guesthouse`);
      await fine();
      for (let i = 0; i < 10 && (await page.locator('input[name="on"]').count()); i++) {
        const on = await page.locator('input[name="on"]').inputValue();
        const first = page.locator(`main [name="${on}"]`).first();
        if ((await first.getAttribute('type')) === 'radio') await page.locator(`label[for="${on === 'applicant.foodBarred' ? `${on}-1` : on}"]`).click();
        else await first.fill('48');
        await press(page, 'main form button.primary');
        expect(new URL(page.url()).search).toBe('');
      }
      expect(await page.locator('main').innerText()).toMatch(/可以办/);
      await fine();

      await page.goto(`${server.url}/search?q=${encodeURIComponent('招牌')}`);
      await press(page, 'form[action="/basket"] button');
      await page.goto(`${server.url}/journeys/open-guesthouse`);
      await press(page, 'form[action="/basket"] button');
      await page.goto(`${server.url}/basket`);
      await fine();
      await press(page, 'ul.people form[action="/basket"] button');
      await press(page, '.notice form button');
      expect(await page.locator('ul.people > li').count()).toBe(2);
      await press(page, 'form[action="/apply"] button.primary');
      // Each run is another person's: she has no application begun.
      await signInAs(page, server.url, `sample:person:${script ? 'deng-haiyan' : 'liu-xiaoman'}`, new URL(page.url()).searchParams.get('to') ?? '/');
      await press(page, 'main form button.primary');
      const draft = /\/apply\/([\w-]{16})/.exec(page.url())![1]!;
      expect(page.url()).toContain('/registers');

      await page.goto(`${server.url}/apply/${draft}/hand-on`);
      await fine();
      await press(page, 'main form button.primary');
      const link = await page.locator('#link').inputValue();
      const other = await open(browser, { viewport: phone, script });
      const his = await other.newPage();
      await his.goto(link);
      expect(his.url()).toBe(`${server.url}/continue`);
      await press(his, 'main a.button.primary');
      await signInAs(his, server.url, 'sample:person:zhou-lan', '/continue');
      await press(his, 'main form button.primary');
      expect(his.url()).toContain(`/apply/${draft}/overview`);
      expect(await his.locator('main').innerText()).toContain('您在替');
      await his.goto(link);
      expect(await his.locator('main').innerText()).toContain('用不了了');
      await Promise.all([context.close(), other.close()]);
    });
});
