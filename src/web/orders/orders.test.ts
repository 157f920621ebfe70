import { beforeAll, describe, expect, test } from 'vitest';
import { webApp } from '../server';
import { testProduct } from '../testing/product';

let app: ReturnType<typeof webApp>;
beforeAll(() => {
  app = webApp(testProduct());
});

const get = async (path: string, language = 'zh') => {
  const answer = await app.request(path, { headers: { 'accept-language': language } });
  return { status: answer.status, html: await answer.text() };
};
const ask = async (fields: Record<string, string>, language = 'zh') => {
  const answer = await app.request('/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': language },
    body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, html: await answer.text() };
};
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const on29 = { 'when-year': '2021', 'when-month': '10', 'when-day': '29', 'when-time': '08:00' };

describe('/orders', () => {
  test('opens on the first day of the newest order, and says that it is history', async () => {
    const { status, html } = await get('/orders');
    expect(status).toBe(200);
    expect(text(html)).toContain('2021年10月28日 00:00 有效的条款');
    expect(text(html)).toContain('不在执行');
    expect(html).toContain('id="youxian-2021-3-stay-home"');
    expect(html).toContain('id="youxian-2021-3-venues"');
    expect(text(html)).toContain('没有写截止日期');
    expect(text(html)).toContain('2021年11月1日 00:00 起不再有效');
  });
  test('speaks English', async () => {
    const { html } = await get('/orders?lang=en');
    expect(text(html)).toContain('not in force today');
    expect(text(html)).toContain('no longer from 1 November 2021 00:00 on');
    expect(text(/<main[\s\S]*<\/main>/.exec(html)![0])).not.toMatch(/\p{Script=Han}/u);
  });
  test('every printed fact leads to its line on the page of sources', async () => {
    const { html } = await get('/orders');
    for (const fact of ['S4.notice', 'S4.exempt-medical', 'S4.test-valid', 'S4.closed-cinemas', 'S4.closed-open', 'S4.continues']) expect(html).toContain(`href="/source#${fact}"`);
  });
  test('shows another moment: only the clauses without an end on 2 November', async () => {
    const { html } = await get('/orders?at-year=2021&at-month=11&at-day=2&at-time=08:00');
    expect(html).not.toContain('id="youxian-2021-3-stay-home"');
    expect(html).toContain('id="youxian-2021-3-leave"');
  });
  test('long after the last date it does not claim that what has no end still holds', async () => {
    expect(text((await get('/orders?at-year=2026&at-month=11&at-day=23')).html)).toContain('不能说到这时还有效');
    expect(text((await get('/orders')).html)).not.toContain('不能说到这时还有效');
  });
  test('the 27th belongs to the earlier order, whose content is marked as assumed', async () => {
    const { html } = await get('/orders?at=2021-10-27T12:00:00%2B08:00');
    expect(html).toContain('id="youxian-2021-2-stay-home"');
    expect(html).not.toContain('id="youxian-2021-3-stay-home"');
    expect(text(html)).toContain('假定');
  });
  test('as known on the 26th, nothing keeps people at home on the 29th', async () => {
    const { html } = await get('/orders?at=2021-10-29T08:00:00%2B08:00&known-year=2021&known-month=10&known-day=26');
    expect(html).not.toContain('-stay-home"');
    expect(html).toContain('id="youxian-2021-2-venues"');
  });
  test('what changed against the earlier order', async () => {
    const { html } = await get('/orders');
    expect(text(html)).toContain('新增：离开攸县');
    expect(text(html)).toContain('延续：居家');
  });
  test('a date that does not exist is said at its field, and what was typed stays', async () => {
    const { status, html } = await get('/orders?at-year=2021&at-month=13&at-day=1');
    expect(status).toBe(422);
    expect(html).toContain('href="#at"');
    expect(html).toContain('value="13"');
  });
  test('an order by its id; none of that id', async () => {
    expect((await get('/orders/youxian-2021-2')).status).toBe(200);
    expect((await get('/orders/nothing')).status).toBe(404);
  });
});

describe('may I …?', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ['a resident of other work', { ask: 'go-out', ...on29, resident: 'yes', work: 'other', forWork: 'no' }, '不可以', 'S4.stay-home'],
    ['a doctor on duty', { ask: 'go-out', ...on29, resident: 'yes', work: 'medical-support', forWork: 'yes' }, '可以', 'S4.exempt-medical'],
    ['a visitor', { ask: 'go-out', ...on29, resident: 'no', work: 'other' }, '定不了', 'S4.stay-home'],
    ['nothing said', { ask: 'go-out', ...on29 }, '定不了', 'S4.stay-home'],
    ['leaving without knowing of a test', { ask: 'leave-area', ...on29, reason: 'yes' }, '要出示证明', 'S4.test'],
    ['leaving without a test', { ask: 'leave-area', ...on29, reason: 'yes', test: 'none' }, '不可以', 'S4.test'],
    [
      'leaving with a test of the day before',
      { ask: 'leave-area', ...on29, reason: 'yes', test: 'negative', own: 'yes', 'sampled-year': '2021', 'sampled-month': '10', 'sampled-day': '28', 'sampled-time': '08:00' },
      '可以',
      'S4.test-valid',
    ],
    ['a cinema', { ask: 'venue', ...on29, venue: 'cinema' }, '关闭', 'S4.closed-cinemas'],
    ['a gymnasium', { ask: 'venue', ...on29, venue: 'gymnasium' }, '定不了', 'S4.closed-open'],
  ])('%s', async (_what, fields, answer, source) => {
    const { status, html } = await ask(fields);
    const notice = /role="status">[\s\S]*?<p class="order-answer">([\s\S]*?)<\/p>([\s\S]*?)<p class="lead">/.exec(html)!;
    expect(status).toBe(200);
    expect(notice[1]).toMatch(new RegExp(`^${answer}`));
    expect(notice[2]).toContain(`/source#${source}"`);
  });
  test('after the last day nothing is cited, because nothing holds', async () => {
    const { html } = await ask({ ask: 'go-out', ...on29, 'when-month': '11', 'when-day': '1', 'when-time': '00:00', resident: 'yes' });
    expect(text(html)).toContain('没有查到管这件事的公共令');
  });
  test('without a date it asks for one and keeps the rest', async () => {
    const { status, html } = await ask({ ask: 'venue', venue: 'cinema' });
    expect(status).toBe(422);
    expect(html).toContain('href="#when"');
    expect(html).toMatch(/<option value="cinema" selected/);
  });
  test('a form sent as it came, with nothing filled in, is answered', async () => {
    const { html } = await get('/orders?ask=leave-area');
    const form = /<form class="ask"[\s\S]*?<\/form>/.exec(html)![0];
    const fields = Object.fromEntries(
      [...form.matchAll(/<input[^>]*?>/g)].flatMap(([tag]) => (/type="radio"/.test(tag) ? [] : [[/name="([^"]*)"/.exec(tag)![1]!, /value="([^"]*)"/.exec(tag)?.[1] ?? '']])),
    );
    const answered = await ask(fields);
    expect(answered.status).toBe(200);
    expect(answered.html).toContain('要出示证明');
  });
  test('hostile text is never repeated as markup', async () => {
    const { html } = await ask({ ask: 'venue', ...on29, venue: '"><script>alert(1)</script>' });
    expect(html).not.toContain('<script>alert');
  });
});
