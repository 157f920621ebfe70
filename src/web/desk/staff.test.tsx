/** The desk beside the single step, over HTTP and without JavaScript: filters, colleagues, answers owed, records outside the queue. */
import { describe, expect, test } from 'vitest';
import { openCase } from '../../app/open-case';
import { rateCase, sayItCannotBeDone } from '../../app/follow-up';
import { browserOf } from './testing/browser';
import { hospitalOffice } from './testing/office';

const { town, person, clerkId, who, at, born, certificate, holder } = await hospitalOffice();

test('filters stand in the address and survive a claim', async () => {
  const number = await born();
  const narrowed = '/desk?state=new&service=birth-certificate&holder=free&light=yellow';
  expect((await who.clerk.get(narrowed)).text).toContain(number);
  const taken = await who.clerk.post(`${certificate(number)}/claim`, { take: 'yes', state: 'new', service: 'birth-certificate', holder: 'free', light: 'yellow' });
  expect(taken.headers.get('location')).toBe(narrowed);
  expect((await who.clerk.get(narrowed)).text).not.toContain(number);
  expect((await who.clerk.get('/desk?holder=mine')).text).toContain(number);
  expect((await who.clerk.get('/desk?division=430212')).text).toContain(number);
  expect((await who.clerk.get('/desk?light=red')).text).not.toContain(number);
  await at('2026-11-24T18:00:00+08:00');
  const red = await who.clerk.get('/desk?light=red');
  expect(red.text).toContain(number);
  expect(red.html).toContain('<option value="red" selected');
  expect((await who.clerk.get('/desk?light=blue&service=nothing&holder=%00')).status).toBe(200);
});

describe('colleagues', () => {
  test('a step is handed over with a note that neither the record nor the applicant shows', async () => {
    const number = await born();
    await who.clerk.post(`${certificate(number)}/claim`, { take: 'yes' });
    const done = await who.clerk.post(`${certificate(number)}/hand-over`, { to: `${clerkId}:lead`, says: '下午我去乡里' });
    expect(done.headers.get('location')).toBe(`${certificate(number)}?said=handed-over#colleagues`);
    expect(await holder(number)).toBe(`${clerkId}:lead`);
    await who.clerk.post(`${certificate(number)}/note`, { says: '电话里问过医院' });
    const page = await who.lead.get(certificate(number));
    for (const shown of ['下午我去乡里', '电话里问过医院', '申请人看不到']) expect(page.text).toContain(shown);
    const hers = (await who.resident.get(`/track/${number}`)).text;
    expect(hers).toContain(number);
    for (const hidden of ['下午我去乡里', '电话里问过医院']) expect(hers).not.toContain(hidden);
    expect(JSON.stringify((await openCase(town.product, number))!.events)).not.toContain('下午我去乡里');
    // Who does not hold it cannot give it away; another authority does not see it at all.
    expect((await who.clerk.post(`${certificate(number)}/hand-over`, { to: `${clerkId}:lead` })).headers.get('location')).not.toContain('said=handed-over');
    const police = await browserOf(town, await town.clerk('public-security'));
    for (const under of ['note', 'hand-over']) expect((await police.post(`${certificate(number)}/${under}`, { says: 'x', to: 'x' })).status).toBe(404);
  });

  test('a substitute sees and takes over what the absent clerk holds, on those days alone', async () => {
    const number = await born();
    await who.clerk.post(`${certificate(number)}/claim`, { take: 'yes' });
    expect((await who.lead.get('/desk?holder=mine&state=new')).text).not.toContain(number);
    const form = (days: { first: string; last: string }, substitute = `${clerkId}:lead`) =>
      who.clerk.post('/desk/away', { id: `absence-${Math.random()}`.replace('.', '-'), who: substitute, ...days });
    expect((await form({ first: '2026-11-25', last: '2026-11-24' })).text).toContain('日期不对');
    expect((await form({ first: '2026-02-30', last: '2026-11-30' })).status).toBe(422);
    expect((await form({ first: '2026-11-23', last: '2026-11-24' }, clerkId)).text).toContain('请选一位同事');
    expect((await form({ first: '2026-11-24', last: '2026-11-25' })).status).toBe(303);
    expect((await who.lead.get('/desk?holder=mine&state=new')).text).not.toContain(number);
    await at('2026-11-25T08:30:00+08:00');
    expect((await who.lead.get('/desk?holder=mine&state=new')).text).toContain(number);
    expect((await who.lead.post(`${certificate(number)}/claim`, { take: 'yes' })).headers.get('location')).toBe('/desk');
    expect(await holder(number)).toBe(`${clerkId}:lead`);
    await at('2026-11-26T08:30:00+08:00');
    expect((await who.lead.get('/desk/away')).text).toContain('现在没有代理安排');
  });

  test('phrases are kept, filled in by a link, and dropped', async () => {
    const number = await born();
    expect((await who.clerk.post('/desk/texts', { id: 'phrase-0000-0000-0001', use: 'not-accept', title: '', says: '' })).status).toBe(422);
    await who.clerk.post('/desk/texts', { id: 'phrase-0000-0000-0001', use: 'not-accept', title: '不在本院出生', says: '婴儿不在本机构出生。' });
    expect((await who.clerk.get(`${certificate(number)}/not-accept`)).text).toContain('不在本院出生');
    expect((await who.clerk.get(`${certificate(number)}/not-accept?text=phrase-0000-0000-0001`)).html).toMatch(/<textarea[^>]*name="reason"[^>]*>\s*婴儿不在本机构出生。/);
    await who.clerk.post('/desk/texts/drop', { id: 'phrase-0000-0000-0001' });
    expect((await who.clerk.get('/desk/texts')).text).toContain('还没有常用语');
  });
});

describe('answers owed', () => {
  test('a ticket is listed with its date, answered, and the answer stands on the applicant’s page', async () => {
    const number = await born();
    await sayItCannotBeDone(town.product, person, number, 'ticket-key-000000001', '医院说系统坏了');
    const list = await who.clerk.get('/desk/voices');
    expect(list.text).toMatch(new RegExp(`${number}[^件]*办不成事.*11月30日`));
    const answer = (list.html.match(/href="(\/desk\/voices\/answer\?[^"]+)"/g) ?? []).map((h) => h.slice(6, -1).replaceAll('&amp;', '&')).find((h) => h.includes(number))!;
    const police = await browserOf(town, await town.clerk('public-security'));
    expect((await police.get(answer)).status).toBe(404);
    const stamp = { key: 'answer-key-000000001', seen: '0' };
    expect((await who.clerk.post(answer, { ...stamp, says: '' })).status).toBe(422);
    expect((await who.clerk.post(answer, { ...stamp, says: '已请医院修好，今天下午能签发。', settled: 'no' })).status).toBe(303);
    expect((await who.resident.get(`/track/${number}`)).text).toContain('已请医院修好，今天下午能签发。');
    expect((await who.clerk.get('/desk/voices')).text).toContain(number);
    expect((await who.clerk.post(answer, { key: 'answer-key-000000002', seen: '0', says: '已经签发。', settled: 'yes' })).status).toBe(303);
    expect((await who.clerk.get('/desk/voices')).text).not.toContain(number);
  });

  test('a low rating is for the lead alone; reviewed, it stays', async () => {
    const number = await born();
    await who.clerk.fill(`${certificate(number)}/not-accept`, { reason: '不在本院出生', 'right-authority': '-', understood: 'yes' });
    await rateCase(town.product, person, number, 'rating-key-000000001', { grade: 1, words: '跑了三趟', step: 'birth-certificate' });
    const list = await who.lead.get('/desk/voices');
    const answer = (list.html.match(/href="(\/desk\/voices\/answer\?[^"]+)"/g) ?? []).map((h) => h.slice(6, -1).replaceAll('&amp;', '&')).find((h) => h.includes(number))!;
    expect((await who.lead.get(answer)).text).toContain('非常不满意 · 跑了三趟');
    expect((await who.clerk.get('/desk/voices')).text).not.toContain(number);
    expect((await who.clerk.get(answer)).status).toBe(404);
    const review = answer.replace('/answer', '/review');
    const given = { key: 'review-key-000000001', seen: '0', counts: 'no', why: '评的是另一家医院' };
    expect((await who.clerk.post(review, given)).status).toBe(404);
    expect((await who.lead.post(review, given)).status).toBe(303);
    const hers = (await who.resident.get(`/track/${number}`)).text;
    for (const shown of ['跑了三趟', '评的是另一家医院']) expect(hers).toContain(shown);
    expect((await who.lead.get('/desk/voices')).text).not.toContain(number);
  });
});

describe('a record outside the queue', () => {
  test('opens for a reason, which the applicant reads', async () => {
    const number = await born();
    const police = await browserOf(town, await town.clerk('public-security'));
    expect((await police.post('/desk/look', { number, reason: '看看' })).status).toBe(422);
    expect((await police.post('/desk/look', { number: '430212-0000-0000-00000-0', reason: '核对户口登记的前一步' })).status).toBe(422);
    const found = await police.post('/desk/look', { number, reason: '家属来所里问出生证明办到哪了' });
    expect(found.status).toBe(200);
    for (const shown of [number, '出生医学证明（首次签发）', '已收到']) expect(found.text).toContain(shown);
    for (const hidden of ['陈一渌', '430200199005120']) expect(found.text).not.toContain(hidden);
    const mine = await who.resident.get('/mine');
    expect(mine.text).toMatch(/公安.{0,40}家属来所里问出生证明办到哪了|家属来所里问出生证明办到哪了/);
  });

  test('by telephone: two checks, one sentence; failures are recorded and stop after five', async () => {
    const number = await born();
    const state = (await openCase(town.product, number))!.state;
    const four = String(state.answers['applicant.phone'] ?? state.answers['applicant.idNumber']).slice(-4);
    const last = [...state.applicant.name.replace(/（.*$/, '')].at(-1)!;
    const told = await who.clerk.post('/desk/phone', { number: number.toLowerCase(), last, four });
    expect(told.status).toBe(200);
    expect(told.text).toMatch(/请照着念.*。/);
    for (const wrong of [
      { last: '无', four },
      { last, four: '0001' },
      { last: '', four: '' },
      { last, four: '' },
      { last: '', four },
    ])
      expect((await who.clerk.post('/desk/phone', { number, ...wrong })).text).toContain('对不上');
    expect((await who.clerk.post('/desk/phone', { number, last, four })).text).toContain('错了五次');
    expect((await who.clerk.post('/desk/phone', { number: '430212-0000-0000-00000-0', last, four })).text).toContain('对不上');
    expect((await who.resident.get('/mine')).text).toContain('电话查询');
    await at('2026-11-23T11:30:00+08:00');
    expect((await who.clerk.post('/desk/phone', { number, last, four })).status).toBe(200);
  });
});

test('every page of the desk is there in English, and only for clerks', async () => {
  for (const path of ['/desk/voices', '/desk/phone', '/desk/look', '/desk/away', '/desk/texts', '/desk/day', '/desk/accept']) {
    const page = await who.clerk.get(`${path}?lang=en`);
    expect(page.status, path).toBe(200);
    expect((await who.resident.get(path)).status, path).toBe(403);
    expect((await (await browserOf(town, null)).get(path)).status, path).toBe(303);
  }
});
