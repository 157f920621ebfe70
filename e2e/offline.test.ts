/**
 * The station's promise: whatever was signed without a connection arrives once, though the line breaks at any moment. `npm run prove offline` queues 500 filings of
 * three days and cuts 200 times during the upload; here a few of each.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../src/adapters/store';
import { available, launch, open } from './browser';
import { cuttingLine, type Line } from './cutting-line';
import { removeData, root, serve, type Served } from './serve';
import { openStation, passphrase } from './station-robot';

const filings = Number(process.env.YIJIAN_FILINGS ?? 12);
const cuts = Number(process.env.YIJIAN_CUTS ?? 6);
const days = 3;
const journeys = ['newborn', 'retirement', 'open-business'];

declare const queue: typeof import('./offline-queue');

describe.runIf(available)('filings queued without a connection', () => {
  let server: Served;
  let browser: Browser;
  let line: Line;
  let script = '';
  beforeAll(async () => {
    [server, browser] = await Promise.all([serve(), launch()]);
    line = await cuttingLine(server.port);
    const built = await build({
      entryPoints: [join(root, 'e2e/offline-queue.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'queue',
      platform: 'browser',
      target: ['es2022'],
      jsx: 'automatic',
      jsxImportSource: '#html',
      logLevel: 'silent',
    });
    script = `${built.outputFiles[0]!.text}; globalThis.queue = queue;`;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await line?.close();
    await server?.stop();
    if (server) removeData(server.data);
  });

  const inPage = async <T>(page: Page, work: (page: Page) => Promise<T>): Promise<T> => {
    await page.goto(`${line.url}/healthz`);
    await page.evaluate(script);
    return work(page);
  };

  test(`${filings} filings of ${days} days, the line cut ${cuts} times: each arrives once`, { timeout: 60_000 + filings * 4_000 + cuts * 5_000 }, async () => {
    const context = await open(browser, { viewport: { width: 820, height: 1180 } });
    const page = await context.newPage();
    await openStation(page, line.url, 'sample:helper:zhuting-station');
    const pack = (await page.locator('#station').getAttribute('data-pack'))!;
    const began = performance.now();
    await inPage(page, (p) => p.evaluate(([words, at, n, d, ids]) => queue.fill(words, at, n, d, ids), [passphrase, pack, filings, days, journeys] as const));
    const queued = performance.now();

    await page.goto(`${line.url}/station`);
    await page.locator('#passphrase').fill(passphrase);
    await page.locator('form[data-unlock] button').click();
    // Somebody sits by: left alone for five minutes it locks, and what is locked cannot be sent.
    const sitsBy = setInterval(() => void page.keyboard.press('Shift').catch(() => undefined), 20_000);
    let made = 0;
    for (const end = Date.now() + filings * 3_000 + cuts * 4_000; made < cuts && Date.now() < end; ) {
      // At a random place of the upload, however fast it goes: a filing and its photos are about two hundred kilobytes.
      const place = 4_000 + (Math.random() * 100_000 * filings) / cuts;
      while (line.carried() < place && Date.now() < end) await page.waitForTimeout(5);
      await line.cut(20 + Math.random() * 400);
      made++;
    }
    // Whatever is left goes by itself.
    await page.waitForFunction(() => !document.querySelector('[data-send]') && !document.querySelector('.sending') && document.querySelector('.net.on'), null, { timeout: 60_000 + filings * 3_000 });
    clearInterval(sitsBy);
    const sent = performance.now();

    const { entries, photos } = await inPage(page, (p) => p.evaluate((words) => queue.told(words), passphrase));
    expect(entries.filter((e) => e.state !== 'filed')).toEqual([]);
    expect(made).toBe(cuts);
    expect(entries).toHaveLength(filings);
    expect(new Set(entries.map((e) => e.provisional)).size).toBe(filings);
    expect(new Set(entries.map((e) => e.number)).size).toBe(filings);
    expect(photos).toBe(0);
    expect(new Set(entries.map((e) => e.signedAt!.slice(0, 10))).size).toBeGreaterThanOrEqual(Math.min(days, filings));
    for (const e of entries) expect((await fetch(`${server.url}/track?number=${e.provisional}`, { redirect: 'manual' })).headers.get('location')).toBe(`/track/${e.number}`);
    await context.close();

    // What is in the record: as many cases as filings, none lost, none twice.
    await server.stop();
    const opened = await openStore({ data: server.data });
    const ids = await opened.store.caseIds('', filings * 2 + 10);
    const audit = await opened.verifyLog();
    await opened.store.close();
    expect(ids).toHaveLength(filings);
    expect(audit.broken).toEqual([]);
    console.log(
      JSON.stringify({
        filings,
        days,
        cuts: made,
        cases: ids.length,
        lost: filings - ids.length,
        twice: ids.length - new Set(entries.map((e) => e.number)).size,
        queueSeconds: Math.round((queued - began) / 1000),
        uploadSeconds: Math.round((sent - queued) / 1000),
      }),
    );
  });
});
