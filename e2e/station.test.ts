/** A day at the village station in a browser: opened once, worked without a connection, nothing readable on the tablet, everything there in the evening. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { available, desk, launch, open, overflow, phone, violations } from './browser';
import { signInAs } from './robot';
import { removeData, serve, type Served } from './serve';
import { applyFor, handOver, openStation, passphrase, press, sign, unlock } from './station-robot';

const tablet = { width: 820, height: 1180 };
const secret = { name: '示例·山里人', phone: '16912345678', photo: 'PHOTO-OF-A-DOCUMENT', paper: 'PHOTO-OF-THE-SIGNED-PAPER' };

/** Everything IndexedDB, the caches and the storages of the tablet hold, as text. */
const dump = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const said: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    const bytes = (x: ArrayBuffer | Uint8Array) => [...new Uint8Array(x instanceof Uint8Array ? x.buffer : x)].map((b) => String.fromCharCode(b)).join('');
    const walk = (x: unknown): void => {
      if (x instanceof ArrayBuffer || x instanceof Uint8Array) {
        said.push(bytes(x), new TextDecoder().decode(x));
      } else if (x && typeof x === 'object')
        for (const [key, value] of Object.entries(x)) {
          said.push(key);
          walk(value);
        }
      else said.push(String(x));
    };
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const asked = indexedDB.open(name!);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      for (const store of db.objectStoreNames) {
        const all = await new Promise<unknown[]>((done) => {
          const asked = db.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => done(asked.result);
        });
        said.push(`${name}/${store}: ${all.length}`);
        all.forEach(walk);
      }
      db.close();
    }
    for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) said.push(request.url, await (await caches.match(request))!.text());
    return said.join('\n');
  });

describe.runIf(available)('the village station', () => {
  let server: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let provisional = '';
  beforeAll(async () => {
    [server, browser] = await Promise.all([serve(), launch()]);
    context = await open(browser, { viewport: tablet });
    page = await context.newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (server) removeData(server.data);
  });

  /** At three widths nothing is wider than the screen; axe finds nothing. */
  const sound = async (screen: string) => {
    for (const viewport of [phone, desk, tablet]) {
      await page.setViewportSize(viewport);
      expect([screen, viewport.width, await overflow(page)]).toEqual([screen, viewport.width, expect.any(Number)]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
    expect([screen, await violations(page)]).toEqual([screen, []]);
    if (process.env.YIJIAN_SHOTS)
      for (const [name, viewport] of Object.entries({ phone, tablet })) {
        await page.setViewportSize(viewport);
        await page.screenshot({ path: `${process.env.YIJIAN_SHOTS}/${screen}-${name}.png`, fullPage: true });
      }
  };

  test('is opened once with a connection, refuses a weak passphrase, and opens again without one', { timeout: 90_000 }, async () => {
    await signInAs(page, server.url, 'sample:helper:zhuting-station', '/station');
    await page.locator('#passphrase').fill('111111111');
    await page.locator('form[data-passphrase] button').click();
    await page.locator('.error-summary').waitFor();
    await sound('passphrase');
    await openStation(page, server.url, 'sample:helper:zhuting-station');
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    await page.reload();
    await page.locator('form[data-unlock]').waitFor();
    await sound('locked');
    await unlock(page, 'not the passphrase');
    await page.locator('.error-summary').waitFor();
    await unlock(page);
    await page.locator('a[href="#/new"]').waitFor();
  });

  test('takes an application without a connection: the same questions, the documents, the signature, the slip', { timeout: 180_000 }, async () => {
    await applyFor(
      page,
      'newborn',
      { name: secret.name, phone: secret.phone, idNumber: '430212199405210020' },
      { 'child.follows': 'mother', 'mother.idNumber': '430212199405210020', 'father.idNumber': '430212199211080010' },
      sound,
    );
    await handOver(page, secret.photo);
    provisional = await sign(page, secret.paper, sound);
    expect(provisional).toMatch(/^430212101-\d{6}-[0-9A-Z]{3}001-[0-9A-Z]$/);
    await press(page, 'main a[href="#/"].button');
    await sound('home');
    expect(await page.locator('[data-send]').innerText()).toContain('1');
  });

  test('exposes nothing readable when the tablet is lost', async () => {
    await page.locator('[data-lock]').click();
    await page.locator('form[data-unlock]').waitFor();
    const all = await dump(page);
    expect(all).toContain('yijian-station/entries: 1');
    expect(all).toMatch(/yijian-station\/photos: [12]\n/);
    for (const plain of [secret.name, secret.phone, secret.photo, secret.paper, '易春生', passphrase, provisional, '430212199405210020']) expect([plain, all.includes(plain)]).toEqual([plain, false]);
    // Nor on the page.
    expect(await page.content()).not.toContain(secret.name);
  });

  test('sends it in the evening, keeps the number and forgets the rest', { timeout: 60_000 }, async () => {
    await unlock(page);
    await page.locator('a[href="#/new"]').waitFor();
    await context.setOffline(false);
    // The registers know these numbers under other names: shown side by side, decided, then filed.
    await page.waitForFunction(() => document.querySelector('main a[href$="/conflict"]') || (!document.querySelector('[data-send]') && document.querySelector('.net.on')), null, { timeout: 20_000 });
    for (let round = 0; round < 3 && (await page.locator('main a[href$="/conflict"]').count()); round++) {
      await press(page, 'main a[href$="/conflict"]');
      if (round === 0) await sound('conflict');
      for (const id of await page.locator('main input[type=radio][value="register"], main input[type=radio][value="agree"]').evaluateAll((all) => all.map((e) => e.id)))
        await page.locator(`label[for="${id}"]`).click();
      await press(page, 'main button[value="settle"]');
      await page.waitForFunction(() => !document.querySelector('[data-send]') && !document.querySelector('.sending'), null, { timeout: 20_000 });
    }
    await page.waitForFunction(() => !document.querySelector('[data-send]') && /430212-/.test(document.querySelector('main')!.textContent!), null, { timeout: 20_000 });
    const number = (await page.locator('main .entries .case-number').first().innerText()).trim();
    expect(number).toMatch(/^430212-/);
    expect((await fetch(`${server.url}/track?number=${provisional}`, { redirect: 'manual' })).headers.get('location')).toBe(`/track/${number}`);
    // By keyboard, in English.
    await page.locator('[data-language]').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Delivered').waitFor();
    await page.locator('[data-lock]').click();
    const all = await dump(page);
    expect(all).toContain('yijian-station/photos: 0');
    await page.goto(`${server.url}/track/${number}`);
    expect(await page.locator('main').innerText()).toContain('易春生');
  });

  test('at a hall the clerk files for a walk-in; the printed form opens again at another counter', { timeout: 120_000 }, async () => {
    const hall = await open(browser, { viewport: desk });
    const counter = await hall.newPage();
    await signInAs(counter, server.url, 'sample:clerk:public-security:430212', '/station');
    await counter.locator('a[href="#/new"]').waitFor();
    await applyFor(
      counter,
      'newborn',
      { name: '示例·大厅来人', phone: '16900000010' },
      { 'child.follows': 'mother', 'mother.idNumber': '430212199405210020', 'father.idNumber': '430212199211080010' },
    );
    for (let n = 0; n < 40 && (await counter.locator('main button[name="do"][value="paper"]').count()); n++) await press(counter, 'main button[name="do"][value="paper"]');
    await press(counter, 'main a.button.primary');
    await press(counter, 'main a.button.primary');
    const [kept] = await Promise.all([counter.waitForResponse('**/station/api/forms'), press(counter, 'main a[href$="/form"]')]);
    const { id } = (await kept.json()) as { id: string };
    const sheet = await counter.pdf({ format: 'A4' });
    expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    const other = await hall.browser()!.newContext({ viewport: desk });
    const second = await other.newPage();
    await signInAs(second, server.url, 'sample:clerk:health:430212', '/station');
    await second.goto(`${server.url}/station/form/${id}`);
    await second.locator('#signed').waitFor();
    expect(await second.locator('main').innerText()).toContain('示例·大厅来人');
    await second.locator('#signed').setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a00', 'hex') });
    await press(second, 'main button[value="paper"]');
    await press(second, 'main button[value="finish"]');
    await second.waitForFunction(() => /430212-[0-9A-Z]{4}-/.test(document.querySelector('.slip')?.textContent ?? ''), null, { timeout: 20_000 });
    const number = await second.locator('.slip .case-number').innerText();
    // Both people stand in the record, and the desk says who filed.
    await second.goto(`${server.url}/track/${number}`);
    expect(await second.locator('main').innerText()).toContain('示例·大厅来人');
    await other.close();
    await hall.close();
  });
});
