/** A whole application without JavaScript, from the first click to the tracking page: every shipped scenario of every journey. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioInput } from '../../core/journey';
import { shippedLaw } from '../../core/testing/shipped-city';
import { interview } from './testing/interview';
import { form, openTown, typesOf, type Town } from '../testing/town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

describe('a newborn', () => {
  it('goes from one click to a case number and its tracking page', async () => {
    const browser = await town.browser('liu-xiaoman');
    const { answers } = scenarioInput(town.law, 'newborn', 'typical', new Set())!;
    const start = await browser.post('/apply', form({ journey: 'newborn' }));
    const { check, seen } = await interview(browser, start, answers, typesOf(town, 'newborn'));
    expect(seen.length).toBeGreaterThan(8);
    for (const page of seen) expect(page.html).toContain('name="version"');
    expect(check.text).toContain('阿依古丽·艾力');
    const tracked = await browser.send(check, '提交申请');
    expect(tracked.status).toBe(200);
    expect(tracked.url).toMatch(/^\/track\/430212-[0-9A-Z-]+\?new=1$/);
    expect(tracked.text).toContain('已提交');
    expect(tracked.text).toContain('申报出生登记');
    const number = /430212-[0-9A-Z-]{15,}/.exec(tracked.url)![0];
    expect((await browser.go('/mine')).text).toContain(number);

    // A second click, a reload, the way back: one case.
    const again = await browser.post(new URL(`http://x${check.url}`).pathname.replace(/check$/, 'submit'), form({ version: '1' }));
    expect(again.url).toBe(`/track/${number}`);
  });
});

/** The typical scenario of every journey; every scenario of every journey with YIJIAN_EVERY_SCENARIO (`npm run prove scenarios`). */
const journeys = [...shippedLaw('2026-11-23').journeys].flatMap(([id, journey]) =>
  Object.keys(journey.scenarios)
    .filter((s) => s === 'typical' || process.env['YIJIAN_EVERY_SCENARIO'])
    .map((s) => [id, s] as const),
);

describe('every journey', () => {
  it.each(journeys)(
    '%s (%s) can be filled in and submitted',
    async (id, scenario) => {
      const expected = town.law.journeys.get(id)!.scenarios[scenario]!.expect?.in ?? [];
      const browser = await town.browser('zhou-lan');
      const { answers } = scenarioInput(town.law, id, scenario, new Set())!;
      const start = await browser.post('/apply', form({ journey: id, again: 'yes' }));
      const { check } = await interview(browser, start, answers, typesOf(town, id));
      if (expected.length === 0) {
        expect(check.text).toContain('没有要办的');
        return expect(check.text).not.toContain('提交申请');
      }
      const tracked = await browser.send(check, '提交申请');
      expect(tracked.url).toMatch(/^\/track\//);
      const found = await (await town.product.store()).caseByNumber(/\/track\/([^?]+)/.exec(tracked.url)![1]!);
      expect(found!.steps.map((s) => s.step).sort()).toEqual([...expected].sort());
    },
    120_000,
  );
});
