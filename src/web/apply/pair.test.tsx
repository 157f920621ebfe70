/** The reason of a question on its page: two people who differ in one answer, in both languages, with the source of the line. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { form, openTown, type Town } from '../testing/town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it('says what one answer brings and the other does not', async () => {
  const b = await town.browser('zhou-lan');
  let page = await b.post('/apply', form({ journey: 'open-guesthouse', again: 'yes' }));
  for (let i = 0; i < 6 && !page.url.includes('/q/'); i++) page = await b.send(page, '继续');
  const area = await b.go(page.url.replace(/\/q\/.*$/, '/q/premises.area'));
  expect(area.text).toMatch(/比如：.*经营场所的.*面积.*(超过|不到|是) \d+ 平方米，要办“.+”；.*，不用办。/);
  expect(area.text).toContain('依据');
  const english = await b.go(`${page.url.replace(/\/q\/.*$/, '/q/premises.area')}?lang=en`);
  expect(english.text).toMatch(/For example: if .* (above|below|is) .*, “.+” is needed; if .*, it is not\./);
});
