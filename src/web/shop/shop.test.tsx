/** After filing, through the pages without a script: paying, times, delivery, and what the list of everything of hers says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, type DeskCommand } from '../../app/act';
import { openCase } from '../../app/open-case';
import { chooseSlot, slotChoices } from '../../app/slots';
import { form, openTown, type Town } from '../testing/town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const first = () => town.product.identity.samples().find((p) => p.kind === 'person')! as ReturnType<Town['person']>;
const hers = () => town.browser(first().id);
const stateOf = async (number: string) => (await openCase(town.product, number))!.state;
let n = 0;
async function desk(number: string, step: string, command: DeskCommand): Promise<void> {
  const { authority } = (await stateOf(number)).steps.get(step)!;
  expect(await act(town.product, town.clerkOf(authority), number, step, `shop-${++n}-abcdefgh`, command), `${command.action} ${step}`).toMatchObject({ kind: 'done' });
}

describe('paying', () => {
  it('is offered after filing, leads to the till and back to a receipt, and is then done', async () => {
    const number = await town.file('newborn', 'typical');
    const b = await hers();
    const page = await b.go(`/track/${number}`);
    expect(page.text).toContain('付费 320 元');
    const pay = await b.go(`/track/${number}/pay`);
    expect(pay.text).toContain('只要没有办成，全额退回。');
    const till = await b.send(pay, '去付款');
    expect(till.url).toMatch(/^\/sample-till\/SAMPLE-/);
    expect(till.text).toContain('不收钱');
    const receipt = await b.send(till, '付款（示例）');
    expect(receipt.url).toBe(`/track/${number}/pay/${number}-P1`);
    expect(receipt.text).toMatch(/缴费收据.*示例收据.*320 元/);
    expect((await b.go(`/track/${number}/pay`)).text).toContain('没有要付的');
    expect((await b.go(`/track/${number}`)).text).toContain('已付 320 元');
  });

  it('is told kindly when it failed, and nobody else sees any of it', async () => {
    const number = await town.file('newborn', 'typical');
    const b = await hers();
    const back = await b.send(await b.send(await b.go(`/track/${number}/pay`), '去付款'), '假装付款失败');
    expect(back.text).toContain('这一次没有付成');
    const other = await town.browser('zhou-lan');
    for (const part of ['pay', `pay/${number}-P1`, 'delivery', 'times/attend:joint-site-visit:']) expect((await other.go(`/track/${number}/${part}`)).status, part).toBe(404);
    expect((await other.post(`/track/${number}/pay`, form({}))).status).toBe(404);
  });

  it('a confirmation counts only with the provider’s signature', async () => {
    const forged = await town.app.request('/payments/notify', { method: 'POST', body: '{"key":"x-P1"}', headers: { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' } });
    expect(forged.status).toBe(401);
  });

  it('a matter without a fee shows no payment at all', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    const b = await hers();
    expect((await b.go(`/track/${number}`)).html).not.toContain('/pay');
  });
});

describe('a time for one joint visit', () => {
  const slot = 'attend:joint-site-visit:';
  const times = async (number: string) => (await slotChoices(town.product, first(), number, slot))!.days.flatMap((d) => d.times);

  it('is chosen, seen by the office, moved, and stays once its day is near', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    const b = await hers();
    const page = await b.go(`/track/${number}/times/${encodeURIComponent(slot)}`);
    const [one, two] = (await times(number)).slice(0, 2) as unknown as [{ from: string }, { from: string }];
    // The first working day but one after Monday the 23rd.
    expect(one.from).toBe('2026-11-25T09:00:00+08:00');
    const done = await b.post(page.forms.find((f) => f.action.includes('/times/'))!.action, form({ from: one.from, key: 'time-0000-1' }));
    expect(done.text).toContain('时间定好了');
    expect(done.text).toContain('11月25日 周三 09:00–12:00');
    const visits = [...(await stateOf(number)).steps.values()].flatMap((s) => s.visits);
    expect(visits.length).toBeGreaterThan(0);
    expect(visits.every((x) => x.slot === one.from)).toBe(true);
    await b.post(`/track/${number}/times/${encodeURIComponent(slot)}`, form({ from: two.from, key: 'time-0000-2' }));
    expect((await stateOf(number)).checkout.bookings).toMatchObject([{ from: two.from, moved: 1 }]);
    const before = town.clock.now;
    town.clock.now = new Date('2026-11-24T17:00:00+08:00');
    const late = await hers();
    expect((await late.post(`/track/${number}/times/${encodeURIComponent(slot)}`, form({ off: 'yes', key: 'time-0000-3' }))).status).toBe(422);
    expect((await late.go(`/track/${number}/times/${encodeURIComponent(slot)}`)).text).toContain('已经不能改了');
    town.clock.now = before;
    const clerk = await town.browser(`sample:clerk:${[...(await stateOf(number)).steps.values()].find((s) => s.visits.length)!.authority}:${town.law.city.home}`);
    const today = await clerk.go('/desk/visitors?day=2026-11-25');
    expect(today.text).toContain('上门');
    expect(today.text).toContain(first().name);
    expect((await clerk.go('/desk/visitors?day=2026-02-31')).status).toBe(200);
  });

  it('in a year whose holidays are not published yet cannot be chosen, and the page says why and what to do', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    const before = town.clock.now;
    const path = `/track/${number}/times/${encodeURIComponent(slot)}`;
    town.clock.now = new Date('2026-12-28T10:00:00+08:00');
    const b = await hers();
    const some = await b.go(path);
    expect(some.text).toContain('2027 年的日子现在还选不了');
    expect(some.html).toContain('2026-12-31T');
    const refused = await b.post(path, form({ from: '2027-01-05T09:00:00+08:00', key: 'time-2027-1' }));
    expect(refused.status).toBe(422);
    for (const said of ['国务院办公厅还没有公布 2027 年的放假安排', '请打电话告诉部门']) expect(refused.text).toContain(said);
    expect(refused.text).not.toContain('刚刚被别人选走');
    town.clock.now = new Date('2026-12-31T10:00:00+08:00');
    const none = await (await hers()).go(`${path}?lang=en`);
    expect(none.text).toContain('Days in 2027 cannot be chosen yet');
    expect(none.text).not.toContain('No time is free');
    town.clock.now = before;
  });

  it('is free for as many as declared, and no more, whoever asks at the same moment', async () => {
    const rule = town.law.slots.get('joint-site-visit')!;
    const numbers = [];
    for (let i = 0; i < rule.capacity + 2; i++) numbers.push(await town.file('open-guesthouse', 'typical'));
    // The same person cannot be in two places: each case is asked for by somebody of her own.
    const from = (await times(numbers[0]!)).at(-1)!.from;
    const done = await Promise.all(numbers.map((number, i) => chooseSlot(town.product, first(), number, slot, from, `race-${i}-0000`)));
    expect(done.filter((d) => d.kind === 'done')).toHaveLength(1);
    expect(done.filter((d) => d.kind === 'refused').every((d) => d.because === 'slot-taken')).toBe(true);
  });

  it('is given back when the matter is withdrawn', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    const from = (await times(number))[2]!.from;
    await chooseSlot(town.product, first(), number, slot, from, 'give-back-1');
    const b = await hers();
    await b.send(await b.go(`/track/${number}/withdraw`), '确定撤回', { reason: '' });
    expect((await town.store.taken('joint-site-visit', from, '2026-12-31T00:00:00+08:00')).filter((t) => Date.parse(t.at) === Date.parse(from))).toEqual([]);
  });
});

describe('handing over', () => {
  it('one choice for the basket, another for one result; posted with its number, collected where she said', async () => {
    const number = await town.file('open-guesthouse', 'typical');
    const b = await hers();
    const page = await b.go(`/track/${number}/delivery`);
    const missing = await b.send(page, '就这样', { all: 'post', address: '' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('请写收件人、电话和地址');
    const done = await b.send(missing, '就这样', { all: 'post', name: '邓示例', phone: '16900000004', address: '示例村 1 号', 'each-food-licence': 'counter', place: 'zhuting-station' });
    expect(done.text).toContain('已经记下');
    const { checkout } = await stateOf(number);
    expect(checkout.delivery['business-licence-individual']).toEqual({ step: 'business-licence-individual', by: 'post' });
    expect(checkout.delivery['food-licence']).toEqual({ step: 'food-licence', by: 'counter', place: 'zhuting-station' });

    await desk(number, 'business-licence-individual', { action: 'accept' });
    await desk(number, 'business-licence-individual', { action: 'grant', values: { 'business.creditCode': '92430212YJYJ90021B' }, evidence: [{ evidence: 'business-licence', number: '示例-1' }] });
    expect((await stateOf(number)).steps.get('business-licence-individual')!.status).toBe('granted');
    await desk(number, 'business-licence-individual', { action: 'deliver', by: 'post', post: 'SAMPLE123CN' });
    expect((await b.go(`/track/${number}`)).text).toContain('单号 SAMPLE123CN');

    await desk(number, 'food-licence', { action: 'accept' });
    await desk(number, 'food-licence', { action: 'visit', officers: ['示例甲', '示例乙'], findings: '与申报一致（示例）', passed: true });
    await desk(number, 'food-licence', { action: 'grant', values: {}, evidence: [{ evidence: 'food-licence', number: '示例-2' }] });
    await desk(number, 'food-licence', { action: 'ready', place: 'zhuting-station' });
    const mine = await b.go('/mine');
    expect(mine.text).toContain('去领取');
    expect(mine.text).toMatch(/食品经营许可证 示例-2 2026年11月23日 2031年11月22日 有效/);
    expect((await b.go(`/track/${number}`)).text).toContain('已经做好，可以到朱亭镇便民服务站（示例）领取');
    await desk(number, 'food-licence', { action: 'deliver', by: 'counter', place: 'zhuting-station' });
    expect((await b.go(`/track/${number}`)).text).toContain('在朱亭镇便民服务站（示例）领取');
  });
});

it('everything of hers lies on three shelves, the empty ones say so', async () => {
  const stranger = await town.browser('zhou-lan');
  expect((await stranger.go('/mine')).text).toContain('还没有办件');
  const mine = await (await hers()).go('/mine');
  for (const shelf of ['等我办的', '在路上', '办好的', '我的证照']) expect(mine.text).toContain(shelf);
  expect(mine.text).toContain('投诉或反映');
});
