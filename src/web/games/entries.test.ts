/** From an entry filed in a browser to the public list, over the embedded store. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenarioInput } from '../../core/journey';
import { interview } from '../apply/testing/interview';
import { form, openTown, typesOf, type Town } from '../testing/town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test.each([
  ['typical', '个人'],
  ['team-of-24', '组队'],
])('%s: the entry stands in the list with its name covered, and on the desk of the bureau', async (scenario, kind) => {
  const browser = await town.browser('liu-xiaoman');
  const { answers } = scenarioInput(town.law, 'games-entry', scenario, new Set())!;
  const start = await browser.post('/apply', form({ journey: 'games-entry', again: 'yes' }));
  const { check } = await interview(browser, start, answers, typesOf(town, 'games-entry'));
  const tracked = await browser.send(check, '提交申请');
  const number = /\/track\/([^?]+)/.exec(tracked.url)![1]!;
  const { items } = await (await town.product.store()).queue('culture-sports', { limit: 10 });
  const name = items.find((i) => i.number === number)!.applicantName;
  const list = await browser.go('/games/entries');
  const row = new RegExp(`${[...name][0]}\\*+\\S? ${kind}`);
  expect(list.text.replace(/\s+/g, ' ')).toMatch(row);
  expect(/<main[\s\S]*<\/main>/.exec(list.html)![0]).not.toContain(name);
  expect(list.html).not.toContain(number);
});
