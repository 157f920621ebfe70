/** Several accepted in one go, over HTTP and without JavaScript, and the twenty seconds in which it can be taken back. */
import { describe, expect, test } from 'vitest';
import { carryOutDue, heldKind } from '../../app/held-acceptance';
import { openCase } from '../../app/open-case';
import { browserOf } from './testing/browser';
import { hospitalOffice } from './testing/office';

const { town, who, at, pass, born, certificate, status } = await hospitalOffice();

test('several are accepted in one go: first what will happen, then each once', async () => {
  const numbers = [await born(), await born()];
  const gone = await born();
  await who.clerk.press(certificate(gone), 'accept');
  const picks = [...numbers, gone].map((n) => `pick=${encodeURIComponent(`${n}/birth-certificate`)}`).join('&');
  const page = await who.clerk.get(`/desk/accept?${picks}`);
  for (const shown of ['下面 2 件将逐件受理', '还有 20 秒可以撤回', '承诺 11月24日 前办结', '下面这些现在不能受理']) expect(page.text).toContain(shown);
  for (const n of numbers) expect(await status(n)).toBe('received');
  const key = /name="key" value="([^"]+)"/.exec(page.html)![1]!;
  const sent = [...page.html.matchAll(/name="pick" value="([^"]+)"/g)].map((m) => m[1]!);
  expect(sent).toHaveLength(2);
  // One of the two moves meanwhile: it is left alone.
  await who.clerk.press(certificate(numbers[1]!), 'accept');
  const body = new URLSearchParams([['key', key], ...sent.map((p): [string, string] => ['pick', p])]).toString();
  const held = (await who.clerk.post('/desk/accept', body)).headers.get('location')!;
  const waiting = await who.clerk.get(held);
  for (const shown of ['2 件就要受理', '20 秒后正式受理', '撤回，一件也不受理']) expect(waiting.text).toContain(shown);
  expect(waiting.headers.get('refresh')).toBe('21');
  expect(await status(numbers[0]!)).toBe('received');
  expect((await who.lead.get(held)).status).toBe(404);
  await pass(20);
  const done = await who.clerk.get(held);
  expect(done.text).toMatch(/已受理.*没有动/);
  expect(await status(numbers[0]!)).toBe('accepted');
  const moments = (await openCase(town.product, numbers[0]!))!.state.version;
  expect((await who.clerk.post('/desk/accept', body)).headers.get('location')).toBe(held);
  expect((await who.clerk.post(`${held}/undo`, {})).status).toBe(303);
  expect((await who.clerk.get(held)).text).toMatch(/已受理.*没有动/);
  expect((await openCase(town.product, numbers[0]!))!.state.version).toBe(moments);
  const police = await browserOf(town, await town.clerk('public-security'));
  expect((await police.get(`/desk/accept?${picks}`)).text).toContain('没有选中可以受理的办件');
  const day = await who.clerk.get('/desk/day');
  for (const shown of [numbers[0]!, '受理']) expect(day.text).toContain(shown);
  expect((await who.clerk.get('/desk/accept')).status).toBe(200);
  expect((await who.clerk.post('/desk/accept', { key: 'x' })).status).toBe(400);
});

describe('twenty seconds to take it back', () => {
  const accepting = async (number: string, key = `key-${number}`) => (await who.clerk.post('/desk/accept', { key, pick: await pickOf(number) })).headers.get('location')!;
  const pickOf = async (number: string) => /name="pick" value="([^"]+)"/.exec((await who.clerk.get(`/desk/accept?pick=${number}/birth-certificate`)).html)![1]!;
  test('taken back, nothing was ever done, and it does not come back with the job', async () => {
    const number = await born();
    const filed = (await openCase(town.product, number))!.state.version;
    const held = await accepting(number);
    await who.clerk.post(`${held}/undo`, {});
    expect((await who.clerk.get(held)).text).toContain('一件也没有受理');
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
    expect((await who.clerk.get(held)).text).toContain('已受理');
  });
  test('“now” does not wait; and where the five days run out meanwhile nothing is held', async () => {
    const number = await born();
    const held = await accepting(number);
    await who.clerk.post(`${held}/now`, {});
    expect(await status(number)).toBe('accepted');
    const last = await born();
    await at('2026-11-30T16:59:50+08:00');
    expect((await who.clerk.get(await accepting(last))).text).toContain('已受理');
  });
});
