/** The pages of an application: what they refuse kindly, what they keep, and what they never do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftBody } from '../../app/draft';
import { scenarioInput } from '../../core/journey';
import type { Browser, Page } from './testing/browse';
import { filled, interview } from './testing/interview';
import { form, openTown, typesOf, type Town } from '../testing/town';

let town: Town;
let types: (concept: string) => string;
beforeAll(async () => {
  town = await openTown();
  types = typesOf(town, 'newborn');
});
afterAll(() => town.close());

const typical = () => ({ ...scenarioInput(town.law, 'newborn', 'typical', new Set())!.answers });
const begin = (b: Browser, journey = 'newborn') => b.post('/apply', form({ journey, again: 'yes' }));
const draftOf = (page: Page) => /\/apply\/([\w-]{16})/.exec(page.url)![1]!;
const bodyOf = async (page: Page) => (await town.store.draft(draftOf(page)))!.body as DraftBody;
/** Answers until the question is on the page. */
async function upTo(b: Browser, concept: string, answers = typical()): Promise<Page> {
  let page = await begin(b);
  for (let i = 0; i < 40 && !page.html.includes(`id="${concept}"`); i++) page = await b.send(page, '继续', filled(page, answers, types));
  expect(page.html).toContain(`id="${concept}"`);
  return page;
}

describe('starting', () => {
  it('leads a visitor through the sign-in and back to one button', async () => {
    const anyone = await town.browser();
    const response = await town.app.request('/apply', { method: 'POST', body: new URLSearchParams({ journey: 'newborn' }) });
    expect(response.status).toBe(303);
    expect(decodeURIComponent(response.headers.get('location')!)).toBe('/sign-in?to=/apply/new?journey=newborn&start=1');
    expect((await anyone.go('/apply/new?journey=newborn')).text).toContain('登录后开始');
    const signedIn = await town.browser('miao');
    const page = await signedIn.go('/apply/new?journey=newborn');
    expect(page.forms.filter((f) => f.action === '/apply')).toHaveLength(1);
    expect((await signedIn.send(page, '开始办理')).url).toMatch(/^\/apply\/[\w-]{16}\/q\//);
  });
  it('finds the draft of a first click, and offers an unfinished one', async () => {
    const b = await town.browser('luo-jianguo');
    const first = await b.post('/apply', form({ journey: 'newborn' }));
    const second = await b.post('/apply', form({ journey: 'newborn' }));
    expect(draftOf(second)).toBe(draftOf(first));
    await b.send(second, '继续', filled(second, typical(), types));
    const third = await b.post('/apply', form({ journey: 'newborn' }));
    expect(third.url).toBe('/apply/new?journey=newborn');
    expect(third.text).toContain('接着办');
  });
  it('takes a basket of services, and nothing the city does not have', async () => {
    const b = await town.browser('miao');
    expect((await b.post('/apply', form({ service: 'birth-certificate,medical-insurance' }))).url).toContain('/apply/');
    for (const bad of [{ journey: '<script>' }, { journey: '__proto__' }, { service: 'no-such' }, { service: 'x,'.repeat(5000) }, {}] as { [k: string]: string }[])
      expect((await b.post('/apply', form(bad))).status, JSON.stringify(bad).slice(0, 40)).toBe(404);
  });
  it('is for residents', async () => {
    const clerk = await town.browser(`sample:clerk:public-security:${town.law.city.home}`);
    expect((await clerk.post('/apply', form({ journey: 'newborn' }))).status).toBe(403);
  });
});

describe('a question', () => {
  it('says what is wrong in the same words twice, keeps what was typed, and calls the page an error', async () => {
    const b = await town.browser('miao');
    const page = await upTo(b, 'mother.idNumber');
    const wrong = await b.send(page, '继续', { 'mother.idNumber': '430200199005120005' });
    expect(wrong.status).toBe(422);
    expect(wrong.title).toMatch(/^错误：/);
    expect(wrong.html.split('号码好像抄错了一位').length).toBe(3);
    expect(wrong.html).toContain('href="#mother.idNumber"');
    expect(wrong.html).toContain('value="430200199005120005"');
    expect(wrong.html).toMatch(/id="mother.idNumber"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="mother.idNumber"/);
    for (const text of ['', '43020019', '430200199913120004', '没有']) expect((await b.send(page, '继续', { 'mother.idNumber': text })).status).toBe(422);
    const asWritten = await b.send(page, '继续', { 'mother.idNumber': ' ４３０２００ 19850307 005x ' });
    expect(asWritten.status).toBe(200);
    expect((await bodyOf(asWritten)).answers['mother.idNumber']).toBe('43020019850307005X');
  });
  it('shows every error of a page at once, without a letter of the machine', async () => {
    const b = await town.browser('miao');
    const date = await b.send(await upTo(b, 'child.birthDate'), '继续', { 'child.birthDate-year': '2026', 'child.birthDate-month': '2', 'child.birthDate-day': '30' });
    expect(date.status).toBe(422);
    expect(date.html).toContain('value="30"');
    const wrong = await b.send(await upTo(b, 'child.name'), '继续');
    expect(wrong.status).toBe(422);
    const summary = /<section class="error-summary"[\s\S]*?<\/section>/.exec(wrong.html)![0];
    expect(summary.match(/<li>/g)!.length).toBeGreaterThanOrEqual(3);
    expect(summary.replace(/<[^>]*>/g, '')).not.toMatch(/[A-Za-z]/);
  });
  it.each([
    '苗',
    '欧阳𠮷𪟝𫝀𬭎𬺰𰀀',
    '阿依夏木古丽·买买提艾力',
    'MARIA GUADALUPE ESPERANZA VILLANUEVA CASTELLANOS TORRES',
    "O'Brien-Ñúñez",
    'null',
    'true',
    '0',
  ])('takes the name %s as it is', async (name) => {
    const b = await town.browser('miao');
    const page = await upTo(b, 'child.name');
    const next = await b.send(page, '继续', { ...filled(page, typical(), types), 'child.name': name });
    expect(next.status).toBe(200);
    expect((await bodyOf(next)).answers['child.name']).toBe(name.normalize('NFC'));
  });
  it('takes "none" and "I do not know" where they are answers, and not beside a value', async () => {
    const b = await town.browser('miao');
    const page = await upTo(b, 'mother.idNumber');
    expect((await b.send(page, '继续', { 'mother.idNumber': '430200199005120004', 'mother.idNumber~': '~absent' })).status).toBe(422);
    const next = await b.send(page, '继续', { 'mother.idNumber~': '~absent' });
    expect((await bodyOf(next)).answers['mother.idNumber']).toBeNull();
    const named = await upTo(b, 'child.name');
    for (const hostile of ['~absent', '~declined']) expect((await b.send(named, '继续', { ...filled(named, typical(), types), 'child.name': '', 'child.name~': hostile })).status).toBe(422);
  });
  it('does not take answers to questions that are not on the page', async () => {
    const b = await town.browser('miao');
    const page = await begin(b);
    const next = await b.send(page, '继续', { ...filled(page, typical(), types), 'applicant.name': '别人', 'applicant.idNumber': '430200199005120004' });
    expect(Object.keys((await bodyOf(next)).answers)).not.toContain('applicant.name');
    expect(Object.keys((await bodyOf(next)).answers)).not.toContain('applicant.idNumber');
  });
  it('tells why it asks: what it decides, who needs it, what that rests on', async () => {
    const b = await town.browser('miao');
    const page = await upTo(b, 'child.follows');
    expect(page.text).toContain('为什么要问这个');
    expect(page.text).toMatch(/决定要不要办“申报出生登记/);
    expect(page.html).toMatch(/href="\/sources\/hunan-birth-follow"/);
  });
  it('goes back to the question before, and from a change to the check', async () => {
    const b = await town.browser('miao');
    const { check } = await interview(b, await begin(b), typical(), types);
    const change = /href="([^"]*\/q\/child\.name\?change=1)"/.exec(check.html)![1]!;
    const page = await b.go(change);
    expect(page.html).toContain('陈一渌');
    expect(page.html).toMatch(/href="\/apply\/[\w-]+\/check"/);
    const after = await b.send(page, '继续', { 'child.name': '陈小渌' });
    expect(after.url).toMatch(/\/check$/);
    expect(after.text).toContain('陈小渌');
  });
});

describe('two devices', () => {
  it('lose nothing: the later form comes back with what was typed', async () => {
    const b = await town.browser('miao');
    const page = await upTo(b, 'child.name');
    await b.send(page, '继续', { ...filled(page, typical(), types), 'child.name': '甲' });
    const behind = await b.send(page, '继续', { ...filled(page, typical(), types), 'child.name': '乙' });
    expect(behind.status).toBe(409);
    expect(behind.html).toContain('value="乙"');
    expect(behind.text).toContain('刚在别处改过');
    expect((await bodyOf(behind)).answers['child.name']).toBe('甲');
    const kept = await b.send(behind, '继续');
    expect((await bodyOf(kept)).answers['child.name']).toBe('乙');
  });
  it('take a second click for what it is', async () => {
    const b = await town.browser('miao');
    const page = await upTo(b, 'child.name');
    const values = filled(page, typical(), types);
    const [one, two] = [await b.send(page, '继续', values), await b.send(page, '继续', values)];
    expect(two.status).toBe(200);
    expect(two.url).toBe(one.url);
  });
  it('are told apart at the documents and at the submission', async () => {
    const b = await town.browser('miao');
    const { check } = await interview(b, await begin(b), typical(), types);
    const before = await b.go(check.url);
    await b.send(await b.go(/href="([^"]*\/q\/child\.name\?change=1)"/.exec(check.html)![1]!), '继续', { 'child.name': '改名' });
    const behind = await b.send(before, '提交申请');
    expect(behind.status).toBe(409);
    expect(behind.text).not.toContain('改名');
    expect((await bodyOf(check)).submitted).toBeNull();
  });
});

describe('what does not belong to the visitor', () => {
  it('looks like nothing at all', async () => {
    const mine = await begin(await town.browser('miao'));
    const other = await town.browser('zhou-lan');
    for (const path of [
      mine.url,
      `/apply/${draftOf(mine)}/overview`,
      `/apply/${draftOf(mine)}/documents`,
      '/apply/AAAAAAAAAAAAAAAA',
      '/apply/%00',
      '/apply/x',
      `/apply/${draftOf(mine)}/q/${'a'.repeat(3000)}`,
      `/apply/${draftOf(mine)}/q/%00`,
    ])
      expect((await other.go(path)).status, path).toBe(404);
    const own = await town.browser('miao');
    for (const path of ['q/no.such', 'q/%00', 'q/__proto__', 'q/constructor.name']) expect((await own.go(`/apply/${draftOf(mine)}/${path}`)).status, path).toBe(404);
  });
});

describe('a hostile form', () => {
  it('never breaks the site and is never echoed', async () => {
    const b = await town.browser('miao');
    const page = await upTo(b, 'child.name');
    const send = (body: BodyInit, type?: string) => town.app.request(page.url, { method: 'POST', body, headers: { cookie: b.cookie, ...(type && { 'content-type': type }) } });
    const version = page.forms.flatMap((f) => f.fields).find((f) => f.name === 'version')!.value;
    const replies = await Promise.all([
      send('{"a":1}', 'application/json'),
      send('garbage', 'multipart/form-data; boundary=x'),
      send('garbage', 'multipart/form-data'),
      send('--x\r\nContent-Disposition: form-data; name="', 'multipart/form-data; boundary=x'),
      send(`version=${version}&child.name=%00%01`, 'application/x-www-form-urlencoded'),
      send(`version=${version}&child.name=%ED%A0%80%FF%FE`, 'application/x-www-form-urlencoded'),
      send(`version=${version}&child.name=${'%F0%9F%98%80'.repeat(9000)}`, 'application/x-www-form-urlencoded'),
      send(`version=${version}&child.name=a&child.name=b&child.name[]=c&__proto__[x]=1&constructor=1`, 'application/x-www-form-urlencoded'),
      send(`version=-1e9&child.name=secret-words`, 'application/x-www-form-urlencoded'),
      send(`version=${version}&pick=${'f'.repeat(16)}`, 'application/x-www-form-urlencoded'),
      send('x'.repeat(300_000), 'application/x-www-form-urlencoded'),
      send(''),
    ]);
    for (const [i, r] of replies.entries()) expect(r.status, `reply ${i}`).toSatisfy((s: number) => (s >= 400 && s < 500) || s === 303);
    const elsewhere = await town.app.request(`/apply/${draftOf(page)}/registers`, {
      method: 'POST',
      body: new URLSearchParams({ version: '999', do: 'take', 'take.mother.name': 'secret-words' }),
      headers: { cookie: b.cookie },
    });
    expect(elsewhere.status).toBe(409);
    expect(await elsewhere.text()).not.toContain('secret-words');
  });
});
