/** The main job, as people do it: found, answered, submitted once, worked on by several authorities, followed to the last result. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { birth, house } from './answers';
import { available, desk, open, overflow, phone, violations } from './browser';
import { type Answers, type Decision, fillIn, signInAs, workDesk } from './robot';
import { running } from './running';

/** axe runs as a script of the page, so it can only look where scripts run; the pages are the same. */
const accessible = async (page: Page, script: boolean) => {
  if (script) expect(await violations(page)).toEqual([]);
};

describe.runIf(available)('the main job in a browser', () => {
  const here = running();

  /** From the home page to the case number. */
  async function apply(page: Page, words: string, journey: string, who: string, answers: Answers, script: boolean): Promise<{ number: string; asked: string[] }> {
    await page.goto(here.url);
    await page.locator('input[name="q"]').first().fill(words);
    await Promise.all([page.waitForNavigation(), page.locator('form[action="/search"] button').first().click()]);
    await Promise.all([page.waitForNavigation(), page.locator(`main a[href^="/journeys/${journey}"]`).first().click()]);
    await accessible(page, script);
    await Promise.all([page.waitForNavigation(), page.locator('main form button.primary').first().click()]);
    if (new URL(page.url()).pathname === '/sign-in') {
      await signInAs(page, here.url, who, new URL(page.url()).searchParams.get('to') ?? '/');
      if (new URL(page.url()).pathname === '/apply/new') await Promise.all([page.waitForNavigation(), page.locator('main form button.primary').first().click()]);
    }
    const asked = await fillIn(page, answers);
    await accessible(page, script);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await Promise.all([page.waitForNavigation(), page.locator('main form[action$="/submit"] button.primary').first().click()]);
    const number = /\/track\/([^?/]+)/.exec(page.url())?.[1];
    expect(number).toBeTruthy();
    return { number: number!, asked };
  }

  /** Every authority works until `steps` are decided, or nothing moves any more. */
  async function authorities(number: string, ids: string[], steps: number, decide: (step: string) => Decision, script: boolean): Promise<string[]> {
    const context = await open(here.browser, { viewport: desk, script });
    const page = await context.newPage();
    const done: string[] = [];
    for (let before = -1; before !== done.length && done.length < steps; ) {
      before = done.length;
      for (const id of ids) {
        if (done.length >= steps) break;
        await signInAs(page, here.url, `sample:clerk:${id}:430212`, '/desk');
        done.push(...(await workDesk(page, here.url, number, decide)));
      }
    }
    await context.close();
    return done;
  }

  const birthAuthorities = ['maternity-hospital', 'health', 'public-security', 'medical-insurance', 'tax', 'human-resources'];
  for (const [width, viewport] of [
    [390, phone],
    [1280, desk],
  ] as const)
    for (const script of [true, false])
      test(`a birth, ${width} px, JavaScript ${script ? 'on' : 'off'}`, { timeout: 180_000 }, async () => {
        const context = await open(here.browser, { viewport, script });
        const page = await context.newPage();
        const { number, asked } = await apply(page, '生孩子上户口', 'newborn', 'sample:person:liu-xiaoman', birth, script);
        expect(asked).not.toContain('mother.name');
        expect(asked).not.toContain('child.idNumber');
        const done = await authorities(number, birthAuthorities, 8, () => 'grant', script);
        expect(done.sort()).toEqual([
          'birth-certificate',
          'childbirth-reimbursement',
          'childcare-allowance',
          'hukou-with-mother',
          'medical-insurance',
          'medical-insurance-payment',
          'social-security-card',
          'vaccination-record',
        ]);
        await page.goto(`${here.url}/track/${number}`);
        expect(await page.locator('main').innerText()).toContain('全部办好');
        await accessible(page, script);
        await context.close();
      });

  const houseAuthorities = ['market-regulation', 'public-security', 'ecology-environment', 'housing-construction', 'fire-rescue', 'health', 'urban-management', 'tax'];
  test('a small guesthouse: fire, design and health services fall away', { timeout: 180_000 }, async () => {
    const context = await open(here.browser, { viewport: phone, script: false });
    const page = await context.newPage();
    const { number } = await apply(page, 'kms', 'open-guesthouse', 'sample:person:deng-haiyan', house('48', '20'), false);
    const done = await authorities(number, houseAuthorities, 6, () => 'grant', false);
    expect(done.sort()).toEqual(['business-licence-individual', 'environmental-registration', 'food-licence', 'hotel-special-trade-licence', 'shop-sign-permit', 'tax-registration']);
    await page.goto(`${here.url}/track/${number}`);
    expect(await page.locator('main').innerText()).toContain('全部办好');
    await context.close();
  });

  test('a large guesthouse: all ten services, one refused, the rest goes on', { timeout: 240_000 }, async () => {
    const context = await open(here.browser, { viewport: desk, script: true });
    const page = await context.newPage();
    const { number } = await apply(page, '开民宿', 'open-guesthouse', 'sample:person:deng-haiyan', house('800', '1000000'), true);
    const done = await authorities(number, houseAuthorities, 9, (step) => (step === 'fire-opening-inspection' ? { refuse: '示例：疏散通道被占用，请清理后重新申请' } : 'grant'), true);
    expect(done).toContain('fire-opening-inspection');
    expect(done).not.toContain('hotel-special-trade-licence');
    await page.goto(`${here.url}/track/${number}`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('疏散通道被占用');
    expect(text).toMatch(/办结：\d+ 项办成，\d+ 项没有办成/);
    expect(done).toEqual(expect.arrayContaining(['food-licence', 'shop-sign-permit', 'tax-registration', 'fire-design-review', 'fire-completion-acceptance']));
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});
