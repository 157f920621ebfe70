/** The desk over HTTP: the real city folder, an embedded store, no JavaScript. */
import { describe, expect, test } from 'vitest';
import { openCase } from '../../app/open-case';
import { browserOf, stampOf } from './testing/browser';
import { birthDesk } from './testing/office';

const { town, hospital, police, state, statuses, born, certificate } = await birthDesk();

describe('who may come', () => {
  test('a stranger is sent to sign in and comes back here', async () => {
    const r = await (await browserOf(town, null)).get('/desk?state=new');
    expect([r.status, r.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fdesk%3Fstate%3Dnew']);
  });
  test('a resident is told that this is not her page', async () => {
    const someone = town.product.identity.samples().find((p) => p.kind === 'person')!;
    const r = await (await browserOf(town, await town.as(someone.id))).get('/desk');
    expect(r.status).toBe(403);
  });
  test('another authority sees nothing of a step, and may do nothing with it', async () => {
    const number = await born();
    for (const path of [certificate(number), `${certificate(number)}/grant`, `${certificate(number)}/files/${'0'.repeat(64)}`, `/desk/${number}/nothing`, '/desk/430212-0000-0000-00000-0/x'])
      expect((await police.get(path)).status, path).toBe(404);
    const stamp = await hospital.stamp(certificate(number), 'accept');
    expect((await police.post(`${certificate(number)}/accept`, stamp)).status).toBe(404);
    expect((await police.post(`${certificate(number)}/claim`, { take: 'yes' })).status).toBe(404);
    expect((await police.get('/desk')).text).not.toContain(number);
    expect((await statuses(number))['birth-certificate']).toBe('received');
  });
});

describe('the queue', () => {
  test('shows number, matter, applicant, state, both dates and the light in words', async () => {
    const number = await born();
    const { text } = await hospital.get('/desk');
    for (const shown of [number, '出生医学证明（首次签发）', '刘小满（示例）', '已收到', '▲ 紧，还有 1 个工作日', '11月30日', '11月24日', '我来办']) expect(text).toContain(shown);
  });
  test('filters by state as an address, and says so when there is nothing', async () => {
    const number = await born();
    expect((await hospital.get('/desk?state=new')).text).toContain(number);
    const review = await hospital.get('/desk?state=review');
    expect(review.text).not.toContain(number);
    expect(review.html).toContain('href="/desk?state=review" aria-current="page"');
    expect((await police.get('/desk?state=deliver')).text).toContain('这个状态下没有待办');
    expect((await hospital.get('/desk?state=%00nonsense')).status).toBe(200);
  });
  test('goes on page by page', async () => {
    for (let i = 0; i < 26; i++) await town.file('newborn', 'smallest');
    const first = await hospital.get('/desk');
    const next = /href="(\/desk\?after=[^"]+)"/.exec(first.html)![1]!.replaceAll('&amp;', '&');
    const second = await hospital.get(next);
    const numbers = (html: string) => [...html.matchAll(/class="queue-link" href="\/desk\/([^/]+)/g)].map((m) => m[1]!);
    expect(numbers(first.html)).toHaveLength(25);
    expect(numbers(second.html).length).toBeGreaterThan(0);
    expect(numbers(second.html).filter((n) => numbers(first.html).includes(n))).toEqual([]);
    for (const bad of ['x', '%00', 'W10', Buffer.from('["2026","1",{}]').toString('base64url')]) expect((await hospital.get(`/desk?after=${bad}`)).status, bad).toBe(400);
  });
  test('a step is taken and laid down; two clerks do not take the same', async () => {
    const number = await born();
    const back = await hospital.post(`${certificate(number)}/claim`, { take: 'yes', state: 'new', after: '' });
    expect([back.status, back.headers.get('location')]).toEqual([303, '/desk?state=new']);
    const row = async () => (await (await town.product.store()).caseByNumber(number))!.steps[0]!.claimedBy;
    expect(await row()).toBe(town.clerkOf('maternity-hospital').id);
    await hospital.post(`${certificate(number)}/claim`, { take: 'no' });
    expect(await row()).toBeNull();
    await (await town.product.store()).claim((await openCase(town.product, number))!.row.caseId, 'birth-certificate', 'sample:clerk:someone-else');
    expect((await hospital.post(`${certificate(number)}/claim`, { take: 'yes' })).headers.get('location')).toBe('/desk?taken=yes');
    expect((await hospital.get(certificate(number))).text).toContain('正在办，先问一声');
  });
});

describe('one step', () => {
  test('shows what it may see with its source, and nothing else', async () => {
    const number = await born();
    const { text } = await hospital.get(certificate(number));
    for (const shown of ['陈一渌', '申请人填写', '母亲的居民身份证', '纸质件 1 份', '受理期限', '11月30日 17:00', '承诺']) expect(text).toContain(shown);
    // Only the reimbursement needs the account.
    expect(text).not.toContain('6200000000000000000');
  });
  test('every opening is recorded for the applicant', async () => {
    const number = await born();
    const store = await town.product.store();
    const of = (await state(number)).applicant.id;
    const before = (await store.accesses(of, 1000)).length;
    expect((await hospital.get(certificate(number))).text).toContain('已经记下，申请人能看到');
    const after = await store.accesses(of, 1000);
    expect(after.length).toBe(before + 1);
    expect(after[0]).toMatchObject({ capacity: 'officer', caseNumber: number, purpose: 'birth-certificate', result: 'opened' });
  });
  test('files open safely', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);
    const pdf = new TextEncoder().encode('%PDF-1.7 <script>alert(1)</script>');
    for (const [bytes, name, type, how] of [
      [png, '身份证 "正面".png', 'image/png', 'inline'],
      [pdf, 'a.pdf', 'application/pdf', 'inline'],
    ] as const) {
      const number = await town.file('newborn', 'typical', { upload: { name, bytes } });
      const shown = /href="(\/desk\/[^"]+\/(?:view|files)\/[0-9a-f]{64})"/.exec((await hospital.get(certificate(number))).html)![1]!;
      const link = shown.replace('/view/', '/files/');
      expect(shown.includes('/view/')).toBe(type === 'image/png');
      const file = await hospital.get(link);
      expect([file.status, file.headers.get('content-type')]).toEqual([200, type]);
      expect(file.headers.get('content-disposition')).toMatch(new RegExp(`^${how}; filename="document\\.\\w+"; filename\\*=UTF-8''[\\w.%-]+$`));
      expect(file.headers.get('content-security-policy')).toContain("default-src 'none'; frame-ancestors 'none'");
      expect(file.headers.get('content-security-policy')!.startsWith('sandbox')).toBe(type === 'image/png');
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect((await police.get(link)).status).toBe(404);
    }
  });
});

describe('corrections', () => {
  test('the keeper of a register sees what is said to be wrong, and no personal data', async () => {
    const store = await town.product.store();
    const number = await born();
    await store.requestCorrection({
      id: 'd:population:mother.name',
      at: '2026-11-20T10:00:00+08:00',
      register: 'population',
      concept: 'mother.name',
      caseNumber: number,
      draft: null,
      requestedBy: 'sample:person:x',
      state: 'open',
    });
    expect((await police.get('/desk')).html).toContain('href="/desk/corrections"');
    const list = await police.get('/desk/corrections');
    for (const shown of ['母亲的姓名', '人口库', number]) expect(list.text).toContain(shown);
    for (const hidden of ['阿依古丽', 'sample:person']) expect(list.text).not.toContain(hidden);
    expect((await hospital.get('/desk/corrections')).text).toContain('本部门没有登记库');
    expect((await hospital.post('/desk/corrections', { id: 'd:population:mother.name' })).status).toBe(404);
    expect((await police.post('/desk/corrections', { id: 'd:population:mother.name' })).status).toBe(303);
    expect((await police.get('/desk/corrections')).text).toContain('没有待核实');
  });
});

describe('a correction on the spot', () => {
  test('asks which fact, then the fact by its type; an option is chosen by its name', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    const market = await browserOf(town, await town.clerk('market-regulation'));
    const correct = `/desk/${number}/food-licence/correct`;
    expect((await market.get(correct)).html).toMatch(/<form method="get"[^>]*\/correct"/);
    const activity = await market.get(`${correct}?concept=business.activity`);
    expect(activity.html).toMatch(/<option value="restaurant"[^>]*>餐饮<\/option>/);
    const stamp = stampOf(activity.html, 'correct');
    expect((await market.post(correct, { ...stamp, concept: 'premises.address', value: '渌口镇某街 12 号', says: '漏了门牌号' })).status).toBe(303);
    expect((await state(number)).answers['premises.address']).toBe('渌口镇某街 12 号');
  });
  test('what would change the application is no slip', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    const market = await browserOf(town, await town.clerk('market-regulation'));
    const correct = `/desk/${number}/food-licence/correct`;
    const stamp = stampOf((await market.get(`${correct}?concept=premises.area`)).html, 'correct');
    const refused = await market.post(correct, { ...stamp, concept: 'premises.area', value: '420', says: '量错了' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('情况变了，要改');
    expect((await state(number)).answers['premises.area']).toBe(120);
  });
});
