/**
 * `npm run tour`: three minutes that a person watches, each scene told in a caption; here, in CI, the same scenes at full speed. With a display the
 * browser is visible, otherwise the captions go to the terminal; YIJIAN_SAVE=DIR keeps a picture of every caption.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../src/app/sweep';
import { house } from './answers';
import { available, desk, launch, open } from './browser';
import { decideStep, fillIn, signInAs } from './robot';
import { emptyData, removeData, serve, type Served } from './serve';
import { openSite } from './site';
import { applyFor, handOver, openStation, press, sign } from './station-robot';

const watched = process.env.YIJIAN_TOUR === '1';
const visible = watched && Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) && !process.env.YIJIAN_HEADLESS;
const save = process.env.YIJIAN_SAVE;
const readingTime = watched ? Number(process.env.YIJIAN_PACE ?? 4500) : 0;

const guesthouse = house('48', '20');
const permit = '消防安全检查';

describe.skipIf(!available)('the tour', () => {
  const data = emptyData();
  let server: Served;
  let browser: Browser;
  let number = '';
  let told = 0;
  beforeAll(async () => {
    if (save) mkdirSync(save, { recursive: true });
    [server, browser] = await Promise.all([
      serve({ data }),
      visible ? chromium.launch({ executablePath: process.env.YIJIAN_CHROMIUM ?? '/usr/bin/chromium', headless: false, slowMo: 60, args: ['--no-sandbox'] }) : launch(),
    ]);
    // The store is open once a page that needs it answers.
    await fetch(`${server.url}/track/430212-0000-0000-00000-0`);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeData(data);
  });

  /** A line along the foot of the page and in the terminal, long enough to be read. */
  async function caption(page: Page, zh: string, en: string): Promise<void> {
    told++;
    if (watched) process.stdout.write(`${zh}\n  ${en}\n`);
    if (!watched && !save) return;
    await page.evaluate((said) => {
      const line = document.querySelector('#tour') ?? document.body.appendChild(Object.assign(document.createElement('div'), { id: 'tour' }));
      line.textContent = said;
      Object.assign((line as HTMLElement).style, {
        position: 'fixed',
        left: '0',
        right: '0',
        bottom: '0',
        padding: '1rem 1.5rem',
        background: '#17282c',
        color: '#fff',
        fontSize: '1.25rem',
        zIndex: '9',
        whiteSpace: 'pre-line',
      });
    }, `${zh}\n${en}`);
    if (save) await page.screenshot({ path: join(save, `${String(told).padStart(2, '0')}.png`) });
    await new Promise((r) => setTimeout(r, readingTime));
  }
  const reveal = (page: Page, words: string) =>
    page
      .getByText(words)
      .first()
      .evaluate((e) => e.scrollIntoView({ block: 'center' }));

  test('48 → 52 m², and a permit appears', { timeout: 240_000 }, async () => {
    const context = await open(browser, { viewport: desk });
    const page = await context.newPage();
    await page.goto(server.url);
    await caption(page, '我要开一家民宿。', 'I want to open a guesthouse.');
    await Promise.all([page.waitForNavigation(), page.locator('main a[href="/journeys/open-guesthouse"]').first().click()]);
    await caption(page, '一件事，一次办：先看清楚要办哪些、几份材料、几天。', 'One matter, done once: first see which services, how many papers, how many days.');
    await Promise.all([page.waitForNavigation(), page.locator('main form button.primary').first().click()]);
    await signInAs(page, server.url, 'sample:person:deng-haiyan', new URL(page.url()).searchParams.get('to') ?? '/');
    if (new URL(page.url()).pathname === '/apply/new') await Promise.all([page.waitForNavigation(), page.locator('main form[action="/apply"] button').first().click()]);
    await fillIn(page, guesthouse);
    expect(await page.locator('main').innerText()).not.toContain(permit);
    await caption(page, '房子 48 平方米：不用消防安全检查。', 'The house has 48 m²: no fire inspection.');
    await Promise.all([page.waitForNavigation(), page.locator('main a[href*="/q/premises.area"]:visible').first().click()]);
    await page.locator('main [name="premises.area"]').fill('52');
    await caption(page, '改成 52 平方米……', 'Change it to 52 m² …');
    await Promise.all([page.waitForNavigation(), page.locator('main form button.primary').first().click()]);
    await fillIn(page, { ...guesthouse, 'premises.area': '52' });
    await reveal(page, permit);
    expect(await page.locator('main').innerText()).toContain(permit);
    await caption(page, '……多出一项消防安全检查，依据写在旁边；别的一个字也不用重填。', '… a fire inspection appears, with the line of law behind it; nothing else is asked again.');
    await Promise.all([page.waitForNavigation(), page.locator('main form[action$="/submit"] button.primary').first().click()]);
    number = /\/track\/([^?/]+)/.exec(page.url())![1]!;
    await caption(page, '提交一次，各部门同时开始。', 'Submitted once; every authority begins at once.');
    await context.close();
  });

  test('a birth filed in flight mode', { timeout: 240_000 }, async () => {
    const context = await open(browser, { viewport: desk });
    const page = await context.newPage();
    await openStation(page, server.url, 'sample:helper:zhuting-station');
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    await caption(page, '山里没有信号：从现在起断网。', 'No signal in the hills: the network is off from now on.');
    const numbers = { 'mother.idNumber': '430212199405210020', 'father.idNumber': '430212199211080010' };
    await applyFor(page, 'newborn', { name: '示例·山里人', phone: '16912345678', idNumber: numbers['mother.idNumber'] }, { 'child.follows': 'mother', ...numbers });
    await handOver(page, 'photo');
    const provisional = await sign(page, 'signed');
    expect(provisional).toMatch(/^430212101-/);
    await caption(page, `填完、拍照、签字，回执有临时编号 ${provisional}。`, `Filled in, photographed, signed: the slip bears the provisional number ${provisional}.`);
    await press(page, 'main a[href="#/"].button');
    await context.setOffline(false);
    await page.waitForFunction(() => document.querySelector('main a[href$="/conflict"]') || /430212-/.test(document.querySelector('main')!.textContent!), null, { timeout: 60_000 });
    await caption(page, '有网了，自己送出；跟登记对不上的并排给代办员看。', 'Connected again it is sent by itself; what differs from the registers is shown side by side.');
    await context.close();
  });

  test('one permit refused, the rest goes on', { timeout: 240_000 }, async () => {
    const context = await open(browser, { viewport: desk });
    const page = await context.newPage();
    await refuseOne(page);
    await signInAs(page, server.url, 'sample:person:deng-haiyan', `/track/${number}`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('疏散通道被占用');
    expect(text).toMatch(/已办成/);
    await reveal(page, '疏散通道被占用');
    await caption(
      page,
      '消防没有通过，写明理由；营业执照照样办成，只有等消防意见的那一项停下。',
      'The fire inspection is refused, with the reason; the licence is granted all the same, and only what needed the inspection stops.',
    );
    await context.close();
  });

  /** Everybody whose step does not wait decides; the fire brigade says no. */
  async function refuseOne(page: Page): Promise<void> {
    for (const [authority, step] of [
      ['market-regulation', 'business-licence-individual'],
      ['fire-rescue', 'fire-opening-inspection'],
    ] as const) {
      await signInAs(page, server.url, `sample:clerk:${authority}:430212`, '/desk');
      const refusal = step === 'fire-opening-inspection' ? ({ refuse: '示例：疏散通道被占用，请清理后重新申请' } as const) : 'grant';
      await decideStep(page, server.url, `/desk/${number}/${step}`, refusal);
    }
  }

  test('the plug pulled', { timeout: 120_000 }, async () => {
    const context = await open(browser, { viewport: desk });
    const page = await context.newPage();
    await signInAs(page, server.url, 'sample:person:deng-haiyan', `/track/${number}`);
    const before = await page.locator('main .parcel').innerText();
    await caption(page, '现在拔掉插头（kill −9）。', 'Now pull the plug (kill −9).');
    await server.stop('SIGKILL');
    const { port } = server;
    server = await serve({ data, port });
    await page.goto(`${server.url}/track/${number}`);
    expect(await page.locator('main .parcel').innerText()).toBe(before);
    await caption(page, '重新启动：登录还在，办件还在，一步没少。', 'Started again: still signed in, the case is there, not a step lost.');
    await context.close();
  });

  test('“why is it late?” asked', { timeout: 120_000 }, async () => {
    // Time passes faster in a town of its own.
    const site = await openSite();
    const late = await site.town.file('newborn', 'smallest');
    site.town.clock.now = new Date('2027-03-15T10:00:00+08:00');
    await sweep(site.town.product);
    const context = await open(browser, { viewport: desk });
    const owner = site.town.product.identity.samples().find((p) => p.kind === 'person')!;
    await context.addCookies([await site.cookie(owner.id)]);
    const page = await context.newPage();
    await page.goto(`${site.url}/track/${late}`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('已经超期');
    expect(text).toMatch(/报给上级/);
    await reveal(page, '已经超期');
    await caption(page, '“怎么还没好？”——哪个部门、超了哪一天、已经报给谁，页面上直接写着。', '“Why is it late?” – which authority, past which day, and that it was told upward: the page says so.');
    await context.close();
    await site.close();
  });
});
