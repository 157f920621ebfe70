/** The newspaper page, story by story: each is reached from the home page, and each leads back to what was printed. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { available, desk, launch, open, violations } from './browser';
import { removeData, serve, type Served } from './serve';

describe.runIf(available)('the source page', () => {
  let server: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    [server, browser] = await Promise.all([serve(), launch()]);
    context = await open(browser, { viewport: desk });
    page = await context.newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (server) removeData(server.data);
  });

  /** From the home page by a link a person can see. */
  async function follow(...hrefs: string[]): Promise<string> {
    await page.goto(server.url);
    for (const href of hrefs) await Promise.all([page.waitForNavigation(), page.locator(`a[href^="${href}"]:visible`).first().click()]);
    expect(await violations(page)).toEqual([]);
    return page.locator('main').innerText();
  }
  const backToSource = async (story: string) => expect(await page.locator(`main a[href^="/source#${story}"]`).count()).toBeGreaterThan(0);

  test('S1 digital government: the four reductions, computed', async () => {
    const text = await follow('/journeys/newborn');
    for (const word of ['材料', '时间', '环节', '窗口']) expect(text).toContain(word);
    expect(await follow('/govern')).toContain('渌口');
    await backToSource('S1');
  });
  test('S2 the Games: who may enter, and a way to enter', async () => {
    const text = await follow('/games');
    expect(text).toMatch(/15\s*万|150,?000/);
    expect(text).toContain('示例');
    await backToSource('S2');
    await Promise.all([page.waitForNavigation(), page.locator('main a[href^="/journeys/games-entry"]').first().click()]);
    expect(await page.locator('main').innerText()).toContain('报名');
  });
  test('S3 the popularity index: rank 78, unnamed indicators shown as unnamed', async () => {
    const text = await follow('/govern');
    expect(text).toContain('78');
    expect(text).toContain('2774.718万');
    expect(text).toMatch(/13[\s\S]*39/);
    await backToSource('S3');
  });
  test('S4 the stay-at-home order: what holds, until when, and a cited answer', async () => {
    expect(await follow('/orders')).toContain('攸县');
    await backToSource('S4');
  });
  test('S5 the city and China Mobile: 1 + 5 + 10, six scenarios not named', async () => {
    const text = await follow('/agreements');
    expect(text).toMatch(/40\s*亿/);
    expect(text).toContain('共 16 项承诺，其中 6 项版面没有写名称');
    await backToSource('S5');
  });
  test('S6 the city and the bank: 30 bn intended, 4.8 bn credited, 16.0 %', async () => {
    const text = await follow('/agreements');
    expect(text).toMatch(/300\s*亿/);
    expect(text).toMatch(/48\s*亿/);
    expect(text).toContain('16.0');
    await backToSource('S6');
  });
  test('S7 targets of two districts: strength, and a year only where one is printed', async () => {
    const text = await follow('/govern');
    expect(text).toContain('石峰');
    expect(text).toContain('力争');
    expect(text).toContain('2025');
    await backToSource('S7');
  });
  test('S8 requests and answers are two facts', async () => {
    expect(await follow('/agreements')).toContain('军民融合办');
    await backToSource('S8');
  });
  test('S9 the page itself: every fact with its place, doubts beside what is printed', async () => {
    const text = await follow('/source');
    expect(text).toContain('2774.718万');
    expect(await page.locator('main a[href^="/govern#"], main a[href^="/agreements#"], main a[href^="/orders"]').count()).toBeGreaterThan(50);
  });
});
