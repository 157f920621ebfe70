/** The desk beside the single step, over HTTP and without JavaScript: filters, colleagues, bulk acceptance, answers owed, records outside the queue, figures. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { carryOutDue, heldKind } from '../../app/held-acceptance';
import { openCase } from '../../app/open-case';
import { rateCase, sayItCannotBeDone } from '../../app/follow-up';
import type { Person } from '../../app/ports/identity';
import { type Browser, browserOf } from './testing/browser';
import { openTown, type Town } from '../testing/town';

let town: Town;
let clerk: Browser;
let lead: Browser;
let resident: Browser;
let person: Person;
beforeAll(async () => {
  town = await openTown();
  person = town.product.identity.samples().find((p): p is Person => p.kind === 'person')!;
});
afterAll(() => town.close());
/** Moves the clock; everybody signs in anew, as sessions have run out. */
async function at(instant: string): Promise<void> {
  town.clock.now = new Date(instant);
  clerk = await browserOf(town, await town.clerk('maternity-hospital'));
  lead = await browserOf(town, await town.as(`${clerkId()}:lead`));
  resident = await browserOf(town, await town.as(person.id));
}
beforeEach(() => at('2026-11-23T09:30:00+08:00'));

const pass = (seconds: number) => void (town.clock.now = new Date(town.clock.now.getTime() + seconds * 1000));

const clerkId = () => town.clerkOf('maternity-hospital').id;
const born = () => town.file('newborn', 'smallest');
const certificate = (number: string) => `/desk/${number}/birth-certificate`;
const status = async (number: string) => (await openCase(town.product, number))!.state.steps.get('birth-certificate')!.status;
const holder = async (number: string) => (await (await town.product.store()).caseByNumber(number))!.steps.find((s) => s.step === 'birth-certificate')!.claimedBy;

test('filters stand in the address and survive a claim', async () => {
  const number = await born();
  const narrowed = '/desk?state=new&service=birth-certificate&holder=free&light=yellow';
  expect((await clerk.get(narrowed)).text).toContain(number);
  const taken = await clerk.post(`${certificate(number)}/claim`, { take: 'yes', state: 'new', service: 'birth-certificate', holder: 'free', light: 'yellow' });
  expect(taken.headers.get('location')).toBe(narrowed);
  expect((await clerk.get(narrowed)).text).not.toContain(number);
  expect((await clerk.get('/desk?holder=mine')).text).toContain(number);
  expect((await clerk.get('/desk?division=430212')).text).toContain(number);
  expect((await clerk.get('/desk?light=red')).text).not.toContain(number);
  await at('2026-11-24T18:00:00+08:00');
  const red = await clerk.get('/desk?light=red');
  expect(red.text).toContain(number);
  expect(red.html).toContain('<option value="red" selected');
  expect((await clerk.get('/desk?light=blue&service=nothing&holder=%00')).status).toBe(200);
});

describe('colleagues', () => {
  test('a step is handed over with a note that neither the record nor the applicant shows', async () => {
    const number = await born();
    await clerk.post(`${certificate(number)}/claim`, { take: 'yes' });
    const done = await clerk.post(`${certificate(number)}/hand-over`, { to: `${clerkId()}:lead`, says: '下午我去乡里' });
    expect(done.headers.get('location')).toBe(`${certificate(number)}?said=handed-over#colleagues`);
    expect(await holder(number)).toBe(`${clerkId()}:lead`);
    await clerk.post(`${certificate(number)}/note`, { says: '电话里问过医院' });
    const page = await lead.get(certificate(number));
    for (const shown of ['下午我去乡里', '电话里问过医院', '申请人看不到']) expect(page.text).toContain(shown);
    const hers = (await resident.get(`/track/${number}`)).text;
    expect(hers).toContain(number);
    for (const hidden of ['下午我去乡里', '电话里问过医院']) expect(hers).not.toContain(hidden);
    expect(JSON.stringify((await openCase(town.product, number))!.events)).not.toContain('下午我去乡里');
    // Who does not hold it cannot give it away; another authority does not see it at all.
    expect((await clerk.post(`${certificate(number)}/hand-over`, { to: `${clerkId()}:lead` })).headers.get('location')).not.toContain('said=handed-over');
    const police = await browserOf(town, await town.clerk('public-security'));
    for (const under of ['note', 'hand-over']) expect((await police.post(`${certificate(number)}/${under}`, { says: 'x', to: 'x' })).status).toBe(404);
  });

  test('a substitute sees and takes over what the absent clerk holds, on those days alone', async () => {
    const number = await born();
    await clerk.post(`${certificate(number)}/claim`, { take: 'yes' });
    expect((await lead.get('/desk?holder=mine&state=new')).text).not.toContain(number);
    const form = (days: { first: string; last: string }, who = `${clerkId()}:lead`) => clerk.post('/desk/away', { id: `absence-${Math.random()}`.replace('.', '-'), who, ...days });
    expect((await form({ first: '2026-11-25', last: '2026-11-24' })).text).toContain('日期不对');
    expect((await form({ first: '2026-02-30', last: '2026-11-30' })).status).toBe(422);
    expect((await form({ first: '2026-11-23', last: '2026-11-24' }, clerkId())).text).toContain('请选一位同事');
    expect((await form({ first: '2026-11-24', last: '2026-11-25' })).status).toBe(303);
    expect((await lead.get('/desk?holder=mine&state=new')).text).not.toContain(number);
    await at('2026-11-25T08:30:00+08:00');
    expect((await lead.get('/desk?holder=mine&state=new')).text).toContain(number);
    expect((await lead.post(`${certificate(number)}/claim`, { take: 'yes' })).headers.get('location')).toBe('/desk');
    expect(await holder(number)).toBe(`${clerkId()}:lead`);
    await at('2026-11-26T08:30:00+08:00');
    expect((await lead.get('/desk/away')).text).toContain('现在没有代理安排');
  });

  test('phrases are kept, filled in by a link, and dropped', async () => {
    const number = await born();
    expect((await clerk.post('/desk/texts', { id: 'phrase-0000-0000-0001', use: 'not-accept', title: '', says: '' })).status).toBe(422);
    await clerk.post('/desk/texts', { id: 'phrase-0000-0000-0001', use: 'not-accept', title: '不在本院出生', says: '婴儿不在本机构出生。' });
    expect((await clerk.get(`${certificate(number)}/not-accept`)).text).toContain('不在本院出生');
    expect((await clerk.get(`${certificate(number)}/not-accept?text=phrase-0000-0000-0001`)).html).toMatch(/<textarea[^>]*name="reason"[^>]*>\s*婴儿不在本机构出生。/);
    await clerk.post('/desk/texts/drop', { id: 'phrase-0000-0000-0001' });
    expect((await clerk.get('/desk/texts')).text).toContain('还没有常用语');
  });
});

test('several are accepted in one go: first what will happen, then each once', async () => {
  const numbers = [await born(), await born()];
  const gone = await born();
  await clerk.press(certificate(gone), 'accept');
  const picks = [...numbers, gone].map((n) => `pick=${encodeURIComponent(`${n}/birth-certificate`)}`).join('&');
  const page = await clerk.get(`/desk/accept?${picks}`);
  for (const shown of ['下面 2 件将逐件受理', '还有 20 秒可以撤回', '承诺 11月24日 前办结', '下面这些现在不能受理']) expect(page.text).toContain(shown);
  for (const n of numbers) expect(await status(n)).toBe('received');
  const key = /name="key" value="([^"]+)"/.exec(page.html)![1]!;
  const sent = [...page.html.matchAll(/name="pick" value="([^"]+)"/g)].map((m) => m[1]!);
  expect(sent).toHaveLength(2);
  // One of the two moves meanwhile: it is left alone.
  await clerk.press(certificate(numbers[1]!), 'accept');
  const body = new URLSearchParams([['key', key], ...sent.map((p): [string, string] => ['pick', p])]).toString();
  const held = (await clerk.post('/desk/accept', body)).headers.get('location')!;
  const waiting = await clerk.get(held);
  for (const shown of ['2 件就要受理', '20 秒后正式受理', '撤回，一件也不受理']) expect(waiting.text).toContain(shown);
  expect(waiting.headers.get('refresh')).toBe('21');
  expect(await status(numbers[0]!)).toBe('received');
  expect((await lead.get(held)).status).toBe(404);
  await pass(20);
  const done = await clerk.get(held);
  expect(done.text).toMatch(/已受理.*没有动/);
  expect(await status(numbers[0]!)).toBe('accepted');
  const moments = (await openCase(town.product, numbers[0]!))!.state.version;
  expect((await clerk.post('/desk/accept', body)).headers.get('location')).toBe(held);
  expect((await clerk.post(`${held}/undo`, {})).status).toBe(303);
  expect((await clerk.get(held)).text).toMatch(/已受理.*没有动/);
  expect((await openCase(town.product, numbers[0]!))!.state.version).toBe(moments);
  const police = await browserOf(town, await town.clerk('public-security'));
  expect((await police.get(`/desk/accept?${picks}`)).text).toContain('没有选中可以受理的办件');
  const day = await clerk.get('/desk/day');
  for (const shown of [numbers[0]!, '受理']) expect(day.text).toContain(shown);
  expect((await clerk.get('/desk/accept')).status).toBe(200);
  expect((await clerk.post('/desk/accept', { key: 'x' })).status).toBe(400);
});

describe('twenty seconds to take it back', () => {
  const accepting = async (number: string, key = `key-${number}`) => (await clerk.post('/desk/accept', { key, pick: await pickOf(number) })).headers.get('location')!;
  const pickOf = async (number: string) => /name="pick" value="([^"]+)"/.exec((await clerk.get(`/desk/accept?pick=${number}/birth-certificate`)).html)![1]!;
  test('taken back, nothing was ever done, and it does not come back with the job', async () => {
    const number = await born();
    const filed = (await openCase(town.product, number))!.state.version;
    const held = await accepting(number);
    await clerk.post(`${held}/undo`, {});
    expect((await clerk.get(held)).text).toContain('一件也没有受理');
    await pass(60);
    await carryOutDue(town.product, held.split('/').at(-1)!);
    expect(await status(number)).toBe('received');
    expect((await openCase(town.product, number))!.state.version).toBe(filed);
  });
  test('nobody looks: the job carries it out, once', async () => {
    const number = await born();
    const held = await accepting(number);
    const job = (await town.store.takeJobs([heldKind], new Date(town.clock.now.getTime() + 20_000).toISOString(), 30, 100)).find((j) => held.endsWith(j.key))!;
    await pass(20);
    await carryOutDue(town.product, job.key);
    await carryOutDue(town.product, job.key);
    expect(await status(number)).toBe('accepted');
    expect((await clerk.get(held)).text).toContain('已受理');
  });
  test('“now” does not wait; and where the five days run out meanwhile nothing is held', async () => {
    const number = await born();
    const held = await accepting(number);
    await clerk.post(`${held}/now`, {});
    expect(await status(number)).toBe('accepted');
    const last = await born();
    await at('2026-11-30T16:59:50+08:00');
    expect((await clerk.get(await accepting(last))).text).toContain('已受理');
  });
});

describe('answers owed', () => {
  test('a ticket is listed with its date, answered, and the answer stands on the applicant’s page', async () => {
    const number = await born();
    await sayItCannotBeDone(town.product, person, number, 'ticket-key-000000001', '医院说系统坏了');
    const list = await clerk.get('/desk/voices');
    expect(list.text).toMatch(new RegExp(`${number}[^件]*办不成事.*11月30日`));
    const answer = (list.html.match(/href="(\/desk\/voices\/answer\?[^"]+)"/g) ?? []).map((h) => h.slice(6, -1).replaceAll('&amp;', '&')).find((h) => h.includes(number))!;
    const police = await browserOf(town, await town.clerk('public-security'));
    expect((await police.get(answer)).status).toBe(404);
    const stamp = { key: 'answer-key-000000001', seen: '0' };
    expect((await clerk.post(answer, { ...stamp, says: '' })).status).toBe(422);
    expect((await clerk.post(answer, { ...stamp, says: '已请医院修好，今天下午能签发。', settled: 'no' })).status).toBe(303);
    expect((await resident.get(`/track/${number}`)).text).toContain('已请医院修好，今天下午能签发。');
    expect((await clerk.get('/desk/voices')).text).toContain(number);
    expect((await clerk.post(answer, { key: 'answer-key-000000002', seen: '0', says: '已经签发。', settled: 'yes' })).status).toBe(303);
    expect((await clerk.get('/desk/voices')).text).not.toContain(number);
  });

  test('a low rating is for the lead alone; reviewed, it stays', async () => {
    const number = await born();
    await clerk.fill(`${certificate(number)}/not-accept`, { reason: '不在本院出生', 'right-authority': '-', understood: 'yes' });
    await rateCase(town.product, person, number, 'rating-key-000000001', { grade: 1, words: '跑了三趟', step: 'birth-certificate' });
    const list = await lead.get('/desk/voices');
    const answer = (list.html.match(/href="(\/desk\/voices\/answer\?[^"]+)"/g) ?? []).map((h) => h.slice(6, -1).replaceAll('&amp;', '&')).find((h) => h.includes(number))!;
    expect((await lead.get(answer)).text).toContain('非常不满意 · 跑了三趟');
    expect((await clerk.get('/desk/voices')).text).not.toContain(number);
    expect((await clerk.get(answer)).status).toBe(404);
    const review = answer.replace('/answer', '/review');
    const given = { key: 'review-key-000000001', seen: '0', counts: 'no', why: '评的是另一家医院' };
    expect((await clerk.post(review, given)).status).toBe(404);
    expect((await lead.post(review, given)).status).toBe(303);
    const hers = (await resident.get(`/track/${number}`)).text;
    for (const shown of ['跑了三趟', '评的是另一家医院']) expect(hers).toContain(shown);
    expect((await lead.get('/desk/voices')).text).not.toContain(number);
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
    const mine = await resident.get('/mine');
    expect(mine.text).toMatch(/公安.{0,40}家属来所里问出生证明办到哪了|家属来所里问出生证明办到哪了/);
  });

  test('by telephone: two checks, one sentence; failures are recorded and stop after five', async () => {
    const number = await born();
    const state = (await openCase(town.product, number))!.state;
    const four = String(state.answers['applicant.phone'] ?? state.answers['applicant.idNumber']).slice(-4);
    const last = [...state.applicant.name.replace(/（.*$/, '')].at(-1)!;
    const told = await clerk.post('/desk/phone', { number: number.toLowerCase(), last, four });
    expect(told.status).toBe(200);
    expect(told.text).toMatch(/请照着念.*。/);
    for (const wrong of [
      { last: '无', four },
      { last, four: '0001' },
      { last: '', four: '' },
      { last, four: '' },
      { last: '', four },
    ])
      expect((await clerk.post('/desk/phone', { number, ...wrong })).text).toContain('对不上');
    expect((await clerk.post('/desk/phone', { number, last, four })).text).toContain('错了五次');
    expect((await clerk.post('/desk/phone', { number: '430212-0000-0000-00000-0', last, four })).text).toContain('对不上');
    expect((await resident.get('/mine')).text).toContain('电话查询');
    await at('2026-11-23T11:30:00+08:00');
    expect((await clerk.post('/desk/phone', { number, last, four })).status).toBe(200);
  });
});

test('every page of the desk is there in English, and only for clerks', async () => {
  for (const path of ['/desk/voices', '/desk/phone', '/desk/look', '/desk/away', '/desk/texts', '/desk/day', '/desk/accept']) {
    const page = await clerk.get(`${path}?lang=en`);
    expect(page.status, path).toBe(200);
    expect((await resident.get(path)).status, path).toBe(403);
    expect((await (await browserOf(town, null)).get(path)).status, path).toBe(303);
  }
});
