/** Following a case: who sees it, what it says at each turn, and what the applicant can still do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, type DeskCommand } from '../../app/act';
import type { Clerk } from '../../app/ports/identity';
import { scenarioInput } from '../../core/journey';
import type { Browser } from '../apply/testing/browse';
import { interview } from '../apply/testing/interview';
import { form, openTown, typesOf, type Town } from '../testing/town';

let town: Town;
let b: Browser;
beforeAll(async () => {
  town = await openTown();
  b = await town.browser('liu-xiaoman');
});
afterAll(() => town.close());

/** A newborn's case, filed through the pages. */
async function filed(): Promise<string> {
  const { answers } = scenarioInput(town.law, 'newborn', 'typical', new Set())!;
  const { check } = await interview(b, await b.post('/apply', form({ journey: 'newborn', again: 'yes' })), answers, typesOf(town, 'newborn'));
  const tracked = await b.send(check, '提交申请');
  return /\/track\/([^?]+)/.exec(tracked.url)![1]!;
}
let n = 0;
async function desk(number: string, step: string, command: DeskCommand): Promise<void> {
  const authority = (await town.store.caseByNumber(number))!.steps.find((s) => s.step === step)!.authority;
  const clerk: Clerk = { kind: 'clerk', id: `clerk-${authority}`, name: '示例人员', authority, division: town.law.city.home, sample: true };
  const done = await act(town.product, clerk, number, step, `key-${++n}-abcdefgh`, command);
  expect(done, `${command.action} ${step}`).toMatchObject({ kind: 'done' });
}
const grant = async (number: string, step: string, values: { [concept: string]: unknown } = {}) => {
  const given = town.law.services.get((await town.store.caseByNumber(number))!.steps.find((s) => s.step === step)!.service)!;
  await desk(number, step, { action: 'accept' });
  await desk(number, step, { action: 'grant', values, evidence: (given.outputs?.evidence ?? []).map((e) => ({ evidence: e.id, number: `${e.id}-0001` })) });
};
const defects = [
  { about: 'marriage-certificate', says: '照片看不清，请重拍' },
  { about: 'child.name', says: '名字少了一个字' },
];

describe('after a death', () => {
  it('the receipt is gentle, and nothing on the way asks for a rating', async () => {
    const family = await town.browser('luo-chunmei');
    const { answers } = scenarioInput(town.law, 'after-death', 'typical', new Set())!;
    const { check, seen } = await interview(family, await family.post('/apply', form({ journey: 'after-death' })), answers, typesOf(town, 'after-death'));
    const receipt = await family.send(check, '提交申请');
    expect(receipt.text).toContain('请您节哀');
    for (const page of [...seen, check, receipt]) expect(page.text, page.url).not.toMatch(/评价|满意|恭喜|祝|！/);
  });
});

describe('a case number', () => {
  it('is read as people write it', async () => {
    const number = await filed();
    for (const typed of [
      number.toLowerCase(),
      number.replaceAll('-', ' '),
      ` ${number.replaceAll('-', '')} `,
      number.replace(/[0-9A-Z-]/g, (c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
    ]) {
      const page = await b.go(`/track?number=${encodeURIComponent(typed)}`);
      expect(page.url, typed).toBe(`/track/${number}`);
      expect(page.status, typed).toBe(200);
    }
    expect((await b.go(`/track/${encodeURIComponent(number.toLowerCase())}`)).url).toBe(`/track/${number}`);
  });
  it('with a slip is told kindly', async () => {
    for (const typed of ['430212-0000-0000-00000-1', '', 'x'.repeat(5000), '%00', '<script>']) {
      const page = await b.go(`/track?number=${encodeURIComponent(typed)}`);
      expect(page.status, typed).toBe(422);
      expect(page.title).toMatch(/^错误：/);
    }
  });
  it('says nothing to others: not hers looks like not there', async () => {
    const number = await filed();
    const unknown = '430212-0000-0000-00000-0';
    for (const other of [await town.browser(), await town.browser('zhou-lan'), await town.browser(`sample:clerk:public-security:${town.law.city.home}`)]) {
      const [one, two] = [await other.go(`/track/${number}`), await other.go(`/track/${unknown}`)];
      expect([one.status, two.status]).toEqual([404, 404]);
      expect(one.html.replaceAll(number, '')).toBe(two.html.replaceAll(unknown, ''));
      expect((await other.go(`/track/${number}/events`)).status).toBe(404);
      for (const part of ['supplement', 'withdraw'])
        expect([303, 403, 404]).toContain(
          (await town.app.request(`/track/${number}/${part}`, { method: 'POST', body: new URLSearchParams({ step: 'birth-certificate' }), headers: { cookie: other.cookie } })).status,
        );
    }
    expect((await town.browser().then((x) => x.go(`/track/${number}`))).text).toContain('登录');
    for (const path of ['/track/%00', '/track/x', `/track/${'4'.repeat(4000)}`, '/track/%E0%A4%A/events']) expect((await b.go(path)).status, path).toBeLessThan(500);
  });
});

describe('on its way', () => {
  it('says at each turn who has it, by when, what it waits for and what came of it', async () => {
    const number = await filed();
    const first = await b.go(`/track/${number}?new=1`);
    expect(first.text).toContain('已提交');
    expect(first.html).toContain('<svg');
    expect(first.text).toMatch(/申报出生登记 等前一步.*等“出生医学证明（首次签发）”办好就开始/);
    expect(first.text).toMatch(/承诺11月24日前办好/);
    await grant(number, 'birth-certificate');
    await grant(number, 'hukou-with-mother', { 'child.idNumber': '430212202611120024' });
    const later = await b.go(`/track/${number}`);
    expect(later.text).toContain('430212202611120024');
    expect(later.text).toContain('birth-certificate-0001');
    expect(later.text).toMatch(/已完成 \d，共 9/);
    expect(later.html).not.toMatch(/child\.idNumber|electronic<|awaiting-output/);
  });
  it('gives the reasons of a refusal, and of what it brings down', async () => {
    const number = await filed();
    await desk(number, 'birth-certificate', { action: 'accept' });
    await desk(number, 'birth-certificate', { action: 'refuse', reasons: ['材料中的出生日期与医院记录不符'] });
    const page = await b.go(`/track/${number}`);
    expect(page.text).toContain('材料中的出生日期与医院记录不符');
    expect(page.text).toContain('因为“出生医学证明（首次签发）”没有办成，这一项办不了。');
    expect(page.html).not.toContain('/withdraw');
    expect((await b.go('/mine')).text).toContain('办好的');
  });
  it('tells an open page of a change, and only that there is one', async () => {
    const number = await filed();
    const response = await town.app.request(`/track/${number}/events`, { headers: { cookie: b.cookie } });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body!.getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toMatch(/^event: version\ndata: \d+/);
    await desk(number, 'birth-certificate', { action: 'accept' });
    expect(await read()).toBe('event: changed\ndata: \n\n');
    await reader.cancel();
  });
});

describe('a supplement', () => {
  it('is the one thing on top, answered once with a note and a file', async () => {
    const number = await filed();
    await desk(number, 'birth-certificate', { action: 'request-supplement', defects });
    const page = await b.go(`/track/${number}`);
    expect(page.text.indexOf('请补一下')).toBeLessThan(page.text.indexOf('每一项办到哪里了'));
    expect(page.text).toContain('照片看不清，请重拍');
    expect(page.text).toContain('名字少了一个字');
    expect((await b.go('/mine')).text.indexOf('等我办的')).toBeGreaterThan(-1);

    const empty = await b.send(page, '交给部门');
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('请写一句说明');
    const box = page.forms.flatMap((f) => f.fields).find((f) => f.type === 'file')!.name;
    const bad = await b.send(page, '交给部门', { note: '重拍了', [box]: new File(['text'], '笔记.txt') });
    expect(bad.status).toBe(422);
    expect(bad.html).toContain('重拍了');

    const sent = { note: '重拍了\u0000\u202E', [box]: new File([new Uint8Array([0xff, 0xd8, 0xff, 0])], '证.jpg') };
    const done = await b.send(page, '交给部门', sent);
    expect(done.url).toBe(`/track/${number}?done=supplement`);
    expect(done.text).toContain('已经交上去了');
    expect((await b.send(page, '交给部门', sent)).url).toBe(`/track/${number}?done=supplement`);
    const { case: row } = (await town.store.caseByNumber(number))!;
    const events = await town.store.events(row.caseId);
    expect(events.filter((e) => e.event.type === 'supplemented')).toHaveLength(1);
    const late = await b.post(`/track/${number}/supplement`, form({ step: 'birth-certificate', key: 'another-key-1', note: '再说一句' }));
    expect(late.status).toBe(409);
  });
});

describe('a notice about facts', () => {
  const about = (concept: string) => [{ about: concept, says: '请核对' }];

  it('is answered with the fact itself, and asks for no document', async () => {
    const number = await filed();
    await desk(number, 'birth-certificate', { action: 'request-supplement', defects: about('child.name') });
    const page = await b.go(`/track/${number}`);
    expect(page.html).not.toContain('type="file"');
    const same = await b.send(page, '交给部门');
    expect(same.status).toBe(422);
    const done = await b.send(page, '交给部门', { 'child.name': '欧阳安安' });
    expect(done.url).toBe(`/track/${number}?done=supplement`);
    const { case: row } = (await town.store.caseByNumber(number))!;
    const events = await town.store.events(row.caseId);
    expect(events.find((e) => e.event.type === 'supplemented')!.event).toMatchObject({ answers: { 'child.name': '欧阳安安' } });
  });

  it('a fact that would change what is applied for is confirmed as a change instead', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    await desk(number, 'food-licence', { action: 'request-supplement', defects: about('premises.area') });
    const page = await b.go(`/track/${number}`);
    const big = await b.send(page, '交给部门', { 'premises.area': '420' });
    expect(big.status).toBe(422);
    expect(big.text).toContain('情况变了，要改');
    expect((await b.send(page, '交给部门', { 'premises.area': '很大' })).status).toBe(422);
    expect((await b.send(page, '交给部门', { 'premises.area': '121' })).url).toContain('done=supplement');
  });
});

describe('a visit the office has set', () => {
  it('is told with its time, and no longer asked to be chosen', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    expect((await b.go(`/track/${number}`)).text).toContain('选时间：联合上门核查');
    await desk(number, 'food-licence', { action: 'arrange-visit', slot: '2026-11-25T09:30:00+08:00' });
    const set = (await b.go(`/track/${number}`)).text;
    expect(set).not.toContain('选时间：联合上门核查');
    expect(set).toMatch(/联合上门核查：2026年11月25日 09:30 .*部门约的/);
  });
});

describe('a step handed to another authority', () => {
  it('stands under that authority on her page', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    await desk(number, 'shop-sign-permit', { action: 'transfer', to: 'housing-construction', reason: '归住建' });
    expect((await b.go(`/track/${number}`)).text).toMatch(/门店招牌许可 已收到 住房和城乡建设部门/);
  });
});

describe('withdrawing', () => {
  it('asks first, happens once, and leaves what is granted', async () => {
    const number = await filed();
    await grant(number, 'birth-certificate');
    const page = await b.go(`/track/${number}/withdraw`);
    expect(page.text).toMatch(/已经办成、不受影响的 出生医学证明/);
    const done = await b.send(page, '确定撤回', { reason: '另外办' });
    expect(done.url).toBe(`/track/${number}?done=withdraw`);
    expect((await b.send(page, '确定撤回')).status).toBe(200);
    const { case: row } = (await town.store.caseByNumber(number))!;
    expect((await town.store.events(row.caseId)).filter((e) => e.event.type === 'withdrawn')).toHaveLength(1);
  });
});

it('"mine" is for somebody signed in', async () => {
  const response = await town.app.request('/mine');
  expect(response.headers.get('location')).toBe('/sign-in?to=%2Fmine');
  expect((await b.go('/mine?before=%00')).status).toBe(200);
});
