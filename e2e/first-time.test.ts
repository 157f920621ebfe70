/**
 * Three tasks of somebody who has never been here, from the home page alone, by what can be read on the page: pages seen and clicks made are counted
 * and may only become fewer. docs/first-time.md tells the tasks and how they were shortened. YIJIAN_TELL=1 prints each step.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../src/app/sweep';
import { available, launch, open, phone } from './browser';
import { openSite, type Site } from './site';

type Count = { pages: number; clicks: number };

describe.skipIf(!available)('the first time here', () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), launch()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Presses what says one of these words; the first that is seen. */
  async function newcomer(task: (press: (...words: (string | RegExp)[]) => Promise<void>, page: Page) => Promise<void>): Promise<Count> {
    const context = await open(browser, { viewport: phone, script: false });
    const page = await context.newPage();
    const count: Count = { pages: 1, clicks: 0 };
    const steps: string[] = [];
    await page.goto(site.url);
    const press = async (...words: (string | RegExp)[]) => {
      for (const word of words)
        for (const role of ['link', 'button'] as const) {
          const found = page.getByRole(role, { name: word });
          if (!(await found.count())) continue;
          const before = page.url();
          await Promise.all([page.waitForNavigation(), found.first().click()]);
          count.clicks++;
          if (page.url() !== before) count.pages++;
          steps.push(`${word} → ${await page.locator('h1').first().innerText()}`);
          return;
        }
      throw new Error(`nothing here says ${words.join(' or ')}: ${(await page.locator('main').innerText()).slice(0, 300)}`);
    };
    await task(press, page);
    await context.close();
    if (process.env.YIJIAN_TELL) console.log(`${count.pages} pages, ${count.clicks} clicks\n${steps.join('\n')}`);
    return count;
  }
  const most = (count: Count, bar: Count) => {
    expect(count.pages, 'pages').toBeLessThanOrEqual(bar.pages);
    expect(count.clicks, 'clicks').toBeLessThanOrEqual(bar.clicks);
  };

  test('open a guesthouse: to the first question', { timeout: 120_000 }, async () => {
    const count = await newcomer(async (press, page) => {
      await press('我要开民宿');
      await press('开始办理');
      await press(/周岚/);
      while (!(await page.locator('main form [name^="premises."], main form [name^="applicant."], main form [name^="business."]').count())) await press('开始办理', '继续', '不读');
    });
    most(count, { pages: 4, clicks: 3 });
  });

  test('register a birth for a neighbour: to the first question', { timeout: 120_000 }, async () => {
    const count = await newcomer(async (press, page) => {
      await press('替家人、邻居办');
      await press(/新生儿出生/);
      await press('开始办理');
      await press(/周岚/);
      while (!(await page.locator('main form [name^="child."], main form [name^="mother."]').count())) await press('开始办理', '继续', '不读');
    });
    most(count, { pages: 5, clicks: 4 });
  });

  test('find why a case is late', { timeout: 120_000 }, async () => {
    await site.town.file('newborn', 'smallest');
    const filed = site.town.clock.now;
    site.town.clock.now = new Date('2027-03-15T10:00:00+08:00');
    await sweep(site.town.product);
    const owner = site.town.product.identity.samples().find((p) => p.kind === 'person')!;
    const count = await newcomer(async (press, page) => {
      await press('我的办件');
      await press(new RegExp(owner.name.slice(0, 3)));
      for (let i = 0; i < 3 && !/已经超期/.test(await page.locator('main').innerText()); i++) await press(/新生儿出生/);
    });
    site.town.clock.now = filed;
    most(count, { pages: 3, clicks: 2 });
  });
});
