/** One journey from the home page to its last result, in one way of looking at it: found, signed in, answered, submitted, decided by every authority, followed. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Value } from '../src/core/case';
import { scenarioInput } from '../src/core/journey';
import { savedText } from '../src/web/apply/field';
import { typesOf } from '../src/web/testing/town';
import { desk, open, overflow, phone, tooWide, violations } from './browser';
import { readAloud } from './reading';
import { type Answers, decideStep, fillIn, signInAs } from './robot';
import type { Site } from './site';
import { most, weighing } from './weight';

export const modes = { normal: {}, care: { 'yj-mode': 'care' }, contrast: { 'yj-contrast': 'high' }, dark: { 'yj-colours': 'dark' } } as const;
export type Way = { journey: string; script: boolean; width: 390 | 1280; language: 'zh' | 'en'; mode: keyof typeof modes };
export type Travelled = { way: Way; number: string | null; pages: number; questions: number; steps: number; looked: number; heaviest: number; seconds: number };

/** What was looked at already: the same page in the same way is not looked at twice in one run. */
export type Seen = Set<string>;

export async function travel(site: Site, browser: Browser, way: Way, seen: Seen): Promise<Travelled> {
  const began = performance.now();
  const resident = await walker(site, browser, way, seen);
  const { page } = resident;
  await page.goto(site.url);
  await resident.look(page);
  await Promise.all([page.waitForNavigation(), page.locator(`main a[href="/journeys/${way.journey}"]`).first().click()]);
  await resident.look(page);
  await Promise.all([page.waitForNavigation(), page.locator('main form button.primary').first().click()]);
  if (new URL(page.url()).pathname === '/sign-in') {
    await resident.look(page);
    await signInAs(page, site.url, 'sample:person:zhou-lan', new URL(page.url()).searchParams.get('to') ?? '/');
    if (new URL(page.url()).pathname === '/apply/new') await Promise.all([page.waitForNavigation(), page.locator('main form[action="/apply"] button').first().click()]);
  }
  const asked = await fillIn(page, answersOf(site, way.journey), { look: resident.look });
  let number: string | null = null;
  let steps = 0;
  // A journey that nobody in the typical situation needs ends at its check page.
  if (await page.locator('main form[action$="/submit"]').count()) {
    await Promise.all([page.waitForNavigation(), page.locator('main form[action$="/submit"] button.primary').first().click()]);
    await resident.look(page);
    number = /\/track\/([^?/]+)/.exec(page.url())![1]!;
    steps = await authorities(site, browser, way, seen, number);
    await page.goto(`${site.url}/track/${number}`);
    await resident.look(page);
    const said = await page.locator('main').innerText();
    if (!/全部办好|All done|all .*granted|办结/i.test(said)) throw new Error(`${number} has no result on its page: ${said.slice(0, 300)}`);
  }
  await resident.context.close();
  return { way, number, pages: resident.met(), questions: asked.length, steps, looked: resident.looked(), heaviest: resident.heaviest(), seconds: Math.round((performance.now() - began) / 100) / 10 };
}

/** The typical scenario as a person types it. */
export function answersOf(site: Site, journey: string): Answers {
  const { answers } = scenarioInput(site.town.law, journey, 'typical', new Set())!;
  const type = typesOf(site.town, journey);
  return Object.fromEntries(
    Object.entries(answers).map(([concept, value]) => {
      const text = savedText(value as Value, type(concept));
      return [concept, text === '~absent' ? null : text];
    }),
  );
}

/** Clerks go where the case waits for them, until it is closed. */
async function authorities(site: Site, browser: Browser, way: Way, seen: Seen, number: string): Promise<number> {
  const decided = new Set<string>();
  const clerk = await walker(site, browser, way, seen, 'clerk');
  for (let round = 0; round < 12; round++) {
    const found = (await site.town.store.caseByNumber(number))!;
    if (found.case.status !== 'submitted') {
      await clerk.context.close();
      return decided.size;
    }
    let moved = false;
    for (const step of found.steps) {
      if (['waiting', 'granted', 'refused', 'delivered', 'moot'].includes(step.status)) continue;
      await clerk.context.addCookies([await site.cookie(site.town.clerkOf(step.authority).id)]);
      const did = await decideStep(clerk.page, site.url, `/desk/${number}/${step.step}`, 'grant', clerk.look);
      if (did === 'decided') decided.add(step.step);
      moved ||= did !== 'nothing';
    }
    if (!moved) throw new Error(`${number} stands still: ${found.steps.map((s) => `${s.step} ${s.status}`).join(', ')}`);
  }
  throw new Error(`${number} does not end`);
}

type Walker = { context: BrowserContext; page: Page; look(page: Page): Promise<void>; met(): number; looked(): number; heaviest(): number };

async function walker(site: Site, browser: Browser, way: Way, seen: Seen, who: 'resident' | 'clerk' = 'resident'): Promise<Walker> {
  const context = await open(browser, { viewport: way.width === 390 ? phone : desk, script: way.script, language: way.language });
  const kept = Object.entries({ 'yj-lang': way.language, ...modes[way.mode] }).map(([name, value]) => ({ name, value, url: site.url }));
  await context.addCookies(kept);
  const page = await context.newPage();
  const weigh = weighing(page);
  let met = 0;
  let looked = 0;
  let heaviest = 0;
  const complaints: string[] = [];
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('console', (m) => m.type() === 'error' && complaints.push(m.text()));
  page.on('response', (r) => {
    if (r.request().isNavigationRequest() && r.frame() === page.mainFrame()) met++;
    if (r.status() >= 500) complaints.push(`${r.status()} ${r.url()}`);
  });
  const look = async (at: Page): Promise<void> => {
    const address = new URL(at.url()).pathname;
    const what = address
      .replace(/\d{6}-[0-9A-Z-]{15,}/, 'N')
      .replace(/^(\/apply\/)[^/]+/, `$1${way.journey}`)
      .replace(/^(\/desk\/N\/)[^/]+/, '$1S');
    const wide = await overflow(at);
    if (wide > 0) throw new Error(`${what} is ${wide} px too wide (${wayName(way)}): ${(await tooWide(at)).join(' | ')}`);
    if (complaints.length) throw new Error(`${what}: ${complaints.join('; ')}`);
    if (who === 'resident') {
      const weight = await weigh.at();
      heaviest = Math.max(heaviest, weight.page);
      if (weight.page > most.page || weight.script > most.script) throw new Error(`${what} weighs ${weight.page} + ${weight.script} B`);
    }
    const key = `${what} ${way.width} ${way.mode}`;
    if (!way.script || seen.has(key)) return;
    seen.add(key);
    looked++;
    const wrong = [...(await violations(at)), ...(await readAloud(at))];
    if (wrong.length) throw new Error(`${what} (${wayName(way)}): ${wrong.join('; ')}`);
  };
  return { context, page, look, met: () => met, looked: () => looked, heaviest: () => heaviest };
}

export const wayName = (w: Way): string => `${w.journey}, ${w.width} px, ${w.language}, ${w.script ? 'script' : 'no script'}, ${w.mode}`;
