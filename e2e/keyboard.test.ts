/** A birth filed by keyboard alone, from the home page to the case number: every stop is reached by Tab, and where one stands can be seen. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { birth } from './answers';
import { available, desk, open } from './browser';
import type { Answers } from './robot';
import { running } from './running';

type Stop = { matches: boolean; seen: boolean; name: string };

/** Tab until the focus stands on it; each stop on the way must be visible. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const here = await stopAt(page, selector);
    expect(here.seen, `where the focus stands: ${here.name}`).toBe(true);
    if (here.matches) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${selector} on ${page.url()}`);
}

const stopAt = (page: Page, selector: string): Promise<Stop> =>
  page.evaluate((wanted) => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return { matches: false, seen: true, name: 'body' };
    const drawn = (style: CSSStyleDeclaration) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    const marked = (x: Element | null) => !!x && (drawn(getComputedStyle(x)) || drawn(getComputedStyle(x, '::after')));
    // A box may be drawn by its label or its neighbour.
    const near = [e, e.parentElement, e.nextElementSibling, e.previousElementSibling, e.id ? document.querySelector(`label[for="${CSS.escape(e.id)}"]`) : null];
    return { matches: e.matches(wanted), seen: e.matches('main, h1, [tabindex="-1"]') || near.some((x) => marked(x)), name: e.outerHTML.slice(0, 120) };
  }, selector);

const enter = (page: Page) => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
async function go(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await enter(page);
}

/** Into the group by Tab, through it by arrows. */
async function choose(page: Page, concept: string, value: string | undefined): Promise<void> {
  await tabTo(page, `main input[type=radio][name="${concept}"]`);
  await page.keyboard.press('Space');
  const standing = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  for (let i = 0; i < 20 && value !== undefined && (await standing()) !== value; i++) await page.keyboard.press('ArrowDown');
  if (value !== undefined) expect(await standing()).toBe(value);
}

async function give(page: Page, concept: string, value: Answers[string] | undefined): Promise<void> {
  const named = (suffix = '') => `main [name="${concept}${suffix}"]`;
  if (await page.locator(named('-year')).count()) {
    const parts = String(value ?? '2026-11-02').split('-');
    for (const [i, part] of ['-year', '-month', '-day'].entries()) {
      await tabTo(page, named(part));
      await page.keyboard.type(String(+parts[i]!));
    }
    return;
  }
  const kind = await page
    .locator(named())
    .first()
    .evaluate((e) => (e.tagName === 'SELECT' ? 'select' : (e as HTMLInputElement).type));
  if (kind === 'radio') return choose(page, concept, value === undefined ? undefined : String(value));
  await tabTo(page, named());
  if (kind === 'select') return page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(value === undefined ? '示例' : String(value));
}

async function questions(page: Page): Promise<void> {
  const names: string[] = await page
    .locator('main form input[name], main form select[name], main form textarea[name]')
    .evaluateAll((all) => [...new Set((all as HTMLInputElement[]).filter((e) => e.type !== 'hidden').map((e) => e.name.replace(/-(year|month|day)$/, '')))]);
  for (const concept of names.filter((n) => n.includes('.') && !n.endsWith('~'))) await give(page, concept, birth[concept]);
  await go(page, 'main form button.primary');
}

async function documents(page: Page): Promise<void> {
  const paper = 'main button[name="do"][value="paper"]';
  for (let i = 0; i < 60 && page.url().includes('/documents') && (await page.locator(`${paper}:visible`).count()); i++) await go(page, paper);
  if (page.url().includes('/documents')) await go(page, 'main a.button.primary');
}

describe.runIf(available)('by keyboard alone', () => {
  const here = running();

  test('a birth is found, answered and submitted', { timeout: 240_000 }, async () => {
    const context = await open(here.browser, { viewport: desk });
    const page = await context.newPage();
    await page.goto(here.url);
    await tabTo(page, 'input[name="q"]');
    await page.keyboard.type('生孩子上户口');
    await enter(page);
    await go(page, 'main a[href^="/journeys/newborn"]');
    await go(page, 'main form[action="/apply"] button');
    await go(page, 'button[name="sample"][value="sample:person:liu-xiaoman"]');
    for (let pages = 0; pages < 80 && !page.url().endsWith('/check'); pages++) {
      const { pathname } = new URL(page.url());
      if (pathname === '/apply/new') await go(page, 'main form button.primary');
      else if (pathname.endsWith('/registers')) await go(page, 'main form button.primary, main a.button.primary');
      else if (pathname.includes('/q/')) await questions(page);
      else if (pathname.endsWith('/documents')) await documents(page);
      else await go(page, 'main a.button.primary');
      expect(await page.locator('main .error-summary').count(), pathname).toBe(0);
    }
    await go(page, 'main form[action$="/submit"] button.primary');
    expect(page.url()).toMatch(/\/track\/430212-/);
    await context.close();
  });
});
