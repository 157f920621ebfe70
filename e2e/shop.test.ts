/** After filing, as in a shop: pay once, choose a time, choose how the results come – with and without scripts, at the desk too. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { birth, house } from './answers';
import { available, desk, open, overflow, phone, violations } from './browser';
import { type Answers, fillIn, signInAs, submitIn, workDesk } from './robot';
import { running } from './running';
import { root } from './serve';

const guesthouse = house('48', '20');

/** No time is offered in a year whose calendar is not published: then there is none to choose here. */
const timesOffered = existsSync(join(root, 'cities', 'zhuzhou', 'calendar', `${new Date(Date.now() + 20 * 86_400_000).getFullYear()}.yaml`));

/** Pictures to look at, where somebody wants them. */
const pictures = process.env.YIJIAN_PICTURES;

describe.runIf(available)('after filing', () => {
  const here = running();

  const seen = async (page: Page, name: string, script: boolean) => {
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    if (script) expect(await violations(page), name).toEqual([]);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${page.viewportSize()!.width}${script ? '' : '-noscript'}.png`, fullPage: true });
  };
  const file = async (page: Page, journey: string, who: string, answers: Answers): Promise<string> => {
    await signInAs(page, here.url, who, `/journeys/${journey}`);
    await submitIn(page, 'main form button.primary');
    if (new URL(page.url()).pathname === '/apply/new') await submitIn(page, 'main form button.primary');
    await fillIn(page, answers);
    await submitIn(page, 'main form[action$="/submit"] button.primary');
    return /\/track\/([^?/]+)/.exec(page.url())![1]!;
  };

  for (const [script, viewport] of [
    [true, phone],
    [false, desk],
  ] as const)
    test(`a birth is paid for once, JavaScript ${script ? 'on' : 'off'}`, { timeout: 180_000 }, async () => {
      const context = await open(here.browser, { viewport, script });
      const page = await context.newPage();
      // The first page that needs the store waits for it to be made.
      page.setDefaultNavigationTimeout(90_000);
      const number = await file(page, 'newborn', 'sample:person:liu-xiaoman', birth);
      await seen(page, 'receipt', script);
      await submitIn(page, 'main a[href$="/pay"]');
      expect(await page.locator('main').innerText()).toContain('320 元');
      await seen(page, 'pay', script);
      await submitIn(page, 'main form[action$="/pay"] button.primary');
      expect(page.url()).toContain('/sample-till/');
      await seen(page, 'till', script);
      if (script) {
        // Paid in a window that is closed before it comes back.
        const till = await context.newPage();
        await till.goto(page.url());
        await till.route('**/track/**', (route) => route.abort());
        await till.locator('button.primary').first().click();
        await till.waitForTimeout(500);
        await till.close();
        await page.goto(`${here.url}/track/${number}`);
      } else {
        await submitIn(page, 'main button.primary');
        await seen(page, 'paid', script);
        expect(await page.locator('main').innerText()).toMatch(/缴费收据[\s\S]*示例收据[\s\S]*320 元/);
        await submitIn(page, 'main a.button.primary');
      }
      const text = await page.locator('main').innerText();
      expect(text).toContain('已付 320 元');
      expect(text).not.toContain('付费 320 元');
      await context.close();
    });

  for (const [script, viewport] of [
    [true, desk],
    [false, phone],
  ] as const)
    test.runIf(timesOffered)(`a guesthouse: one visit at a time she chose, moved once, the licence by post, JavaScript ${script ? 'on' : 'off'}`, { timeout: 240_000 }, async () => {
      const context = await open(here.browser, { viewport, script });
      const page = await context.newPage();
      // The first page that needs the store waits for it to be made.
      page.setDefaultNavigationTimeout(90_000);
      const number = await file(page, 'open-guesthouse', 'sample:person:deng-haiyan', guesthouse);
      const caseHref = `${here.url}/track/${number}`;
      expect(await page.locator('main').innerText()).not.toContain('付费');
      await submitIn(page, 'main a[href*="/times/"]');
      await seen(page, 'times', script);
      await submitIn(page, 'main .times button');
      await submitIn(page, 'main a[href*="/times/"]');
      await submitIn(page, 'main .times button >> nth=1');
      await seen(page, 'booked', script);
      await submitIn(page, 'main a[href*="/times/"]');
      const ics = await page.request.get(here.url + (await page.locator('main a[href$="calendar.ics"]').getAttribute('href')));
      expect(ics.headers()['content-type']).toContain('text/calendar');
      expect(await ics.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SEQUENCE:1\r\n/);

      await page.goto(`${caseHref}/delivery`);
      await page.locator('label[for="all-1"]').click();
      await page.locator('#address').fill('渌口区示例村 1 号');
      await page.locator('#phone').fill('16900000004');
      await seen(page, 'delivery', script);
      await submitIn(page, 'main form[action$="/delivery"] button.primary');
      expect(await page.locator('main').innerText()).toContain('邮寄到家');

      const office = await (await open(here.browser, { viewport: desk, script })).newPage();
      await signInAs(office, here.url, 'sample:clerk:market-regulation:430212', '/desk');
      const day = /20\d\d-\d\d-\d\d/.exec((await ics.text()).replace(/[\s\S]*DTSTART:(\d{4})(\d\d)(\d\d)[\s\S]*/, '$1-$2-$3'))![0];
      await office.goto(`${here.url}/desk/visitors?day=${day}`);
      expect(await office.locator('main').innerText()).toContain('上门');
      await seen(office, 'visitors', script);
      await workDesk(office, here.url, number, () => 'grant');
      await office.goto(`${here.url}/desk/${number}/business-licence-individual`);
      await seen(office, 'desk', script);
      await office.locator('#post').fill('SAMPLE123456789CN');
      await submitIn(office, 'form[action$="/deliver"] button.primary');
      await office.context().close();

      await page.goto(caseHref);
      expect(await page.locator('main').innerText()).toContain('单号 SAMPLE123456789CN');
      await seen(page, 'track', script);
      await page.goto(`${here.url}/mine`);
      await seen(page, 'mine', script);
      await context.close();
    });
});
