/**
 * What a screen reader is given, as text: the accessibility tree of every page of three journeys, kept in docs/transcripts and read by people.
 * A page that reads otherwise fails here; `npm run transcripts` writes them again, and the difference is reviewed like any other.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { available, launch, open, phone } from './browser';
import { fillIn, signInAs } from './robot';
import { root } from './serve';
import { openSite, type Site } from './site';
import { answersOf } from './travel';

const folder = join(root, 'docs', 'transcripts');
const write = process.env.YIJIAN_WRITE === '1';

describe.skipIf(!available)('read aloud', () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), launch()]);
    mkdirSync(folder, { recursive: true });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const [journey, language] of [
    ['newborn', 'zh'],
    ['open-guesthouse', 'en'],
    ['after-death', 'zh'],
  ] as const)
    test(journey, { timeout: 400_000 }, async () => {
      const file = join(folder, `${journey}.txt`);
      const said = await transcript(journey, language);
      if (write) return writeFileSync(file, said);
      expect(said, `docs/transcripts/${journey}.txt: if the change is meant, npm run transcripts, and read the difference`).toBe(readFileSync(file, 'utf8'));
    });

  async function transcript(journey: string, language: 'zh' | 'en'): Promise<string> {
    const context = await open(browser, { viewport: phone, language });
    await context.addCookies([{ name: 'yj-lang', value: language, url: site.url }]);
    const page = await context.newPage();
    const heard: string[] = [];
    const places = new Set<string>();
    const look = async (at: Page) => {
      const place = plain(new URL(at.url()).pathname);
      if (places.has(place)) return;
      places.add(place);
      heard.push(`# ${place}\n# ${await at.title()}\n${plain(await at.locator('main').ariaSnapshot())}\n`);
    };
    await page.goto(`${site.url}/journeys/${journey}`);
    await look(page);
    await Promise.all([page.waitForNavigation(), page.locator('main form button.primary').first().click()]);
    await signInAs(page, site.url, 'sample:person:zhou-lan', new URL(page.url()).searchParams.get('to') ?? '/');
    if (new URL(page.url()).pathname === '/apply/new') await Promise.all([page.waitForNavigation(), page.locator('main form[action="/apply"] button').first().click()]);
    await fillIn(page, answersOf(site, journey), { look });
    await Promise.all([page.waitForNavigation(), page.locator('main form[action$="/submit"] button.primary').first().click()]);
    await look(page);
    await context.close();
    return heard.join('\n');
  }
});

/** Numbers and keys that differ from run to run. */
const plain = (said: string): string =>
  said
    .replaceAll(/\d{6}-[0-9A-Z]{4}-[0-9A-Z-]{8,}/g, 'NUMBER')
    .replaceAll(/4 3 0 2 1 2[,，][^"\n]*/g, 'SPOKEN')
    .replaceAll(/\/apply\/[^/\s"]+/g, '/apply/DRAFT')
    .replaceAll(/示例-\d{4}-\d{6}/g, '示例-YEAR-NUMBER')
    .replaceAll(/示例\d{5}/g, '示例NUMBER')
    .replaceAll(/\b(43020\d{6}|92430200)[0-9A-Z]{6,12}\b/g, 'ID')
    .replaceAll(/\?[a-z]+=[A-Za-z0-9_-]{16,}/g, '?KEY')
    .replaceAll(/[ \t]+$/gm, '');
