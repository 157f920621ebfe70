/** A person reads her messages, chooses how she is told; a lead sees what got stuck; the demonstration shows what it "sent". */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { round } from '../../app/jobs/run';
import { topics, worksOf } from '../../app/jobs/works';
import type { Browser } from '../apply/testing/browse';
import { openTown, form, type Town } from '../testing/town';

let town: Town;
let her: Browser;
let number = '';
beforeAll(async () => {
  town = await openTown();
  const first = town.product.identity.samples().find((p) => p.kind === 'person')!;
  her = await town.browser(first.id);
  number = await town.file('newborn', 'typical');
  await settle();
});
afterAll(() => town.close());

async function settle(): Promise<void> {
  const { notice, send } = worksOf(town.product, { anchor: async () => null, partitionsAhead: async () => [] });
  const running = { works: { notice: notice!, send: send! }, topics, store: town.product.store, now: town.product.now, chance: () => 0, alarm: () => {} };
  while ((await round(running)) > 0);
}

it('every page counts what she has not seen; looking at the list is seeing it', async () => {
  expect((await her.go('/mine')).html).toContain('1 条未读');
  const list = await her.go('/messages');
  expect(list.text).toContain('新生儿出生一件事已收件，可凭编号随时查询。');
  expect(list.html).toContain(`href="/track/${number}"`);
  expect(list.html).toContain('class="fresh"');
  const again = await her.go('/messages');
  expect(again.html).not.toContain('class="fresh"');
  expect(again.html).not.toContain('条未读');
  expect((await her.go('/messages?lang=en')).text).toContain('A child is born: we have it. Follow it by its number.');
  await her.go('/messages?lang=zh');
});

it('the page of a case says when she was told, and how; somebody else sees no messages', async () => {
  const page = await her.go(`/track/${number}`);
  expect(page.text).toMatch(/通知过您 1 次.*已收件.*短信已发/s);
  const other = await town.browser('luo-chunmei');
  expect((await other.go('/messages')).text).not.toContain(number);
  expect((await (await town.browser()).go('/messages')).url).toContain('/sign-in');
});

it('she chooses the ways; an address counts when its code came back', async () => {
  const wrong = await her.post('/settings/told', form({ language: 'zh', sms: 'yes', email: 'yes', address: 'nobody' }));
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('邮箱地址不对')]);
  const sent = await her.post('/settings/told', form({ language: 'zh', email: 'yes', address: 'her@example.org' }));
  expect(sent.text).toContain('验证码已发到 her@example.org');
  const code = /您的验证码是(\d{6})/.exec((await her.go('/sample-messages')).text)![1]!;
  const guess = await her.post('/settings/told/code', form({ code: code === '000000' ? '000001' : '000000' }));
  expect([guess.status, guess.text]).toEqual([422, expect.stringContaining('验证码不对')]);
  expect((await her.post('/settings/told/code', form({ code }))).text).toContain('邮箱已确认');
  const now = await her.go('/settings/told');
  expect(now.html).toMatch(/id="email"[^>]*checked/);
  expect(now.html).not.toMatch(/id="sms"[^>]*checked/);
});

it('the demonstration shows what would have gone out, and that nothing did', async () => {
  const page = await her.go('/sample-messages');
  expect(page.text).toContain('没有真的发出');
  expect(page.text).toContain(`【株洲一件】办件${number}已收件`);
});

it('a lead tries stuck work again or gives it up; nobody else sees it', async () => {
  const { store } = town;
  const stick = async (key: string) => {
    await store.addJobs([{ kind: 'send', key, body: { key: 'nothing', channel: 'sms' }, at: '2026-01-01T00:00:00Z' }]);
    const [job] = await store.takeJobs(['send'], '2026-01-01T00:00:00Z', 60, 1);
    await store.jobDead(job!, '2026-11-23T01:00:00Z', 'busy');
  };
  const lead = await town.browser('sample:clerk:health:430212:lead');
  await stick('a');
  await stick('b');
  const page = await lead.go('/desk/stuck');
  expect(page.text).toMatch(/发短信或邮件.*busy/s);
  const [b, a] = (await store.deadJobs(9)).map((d) => d.id) as [string, string];
  expect((await lead.post('/desk/stuck', form({ do: 'retry', id: a }))).text).toContain('已安排再试');
  expect((await lead.post('/desk/stuck', form({ do: 'drop', id: b }))).text).toContain('已放弃');
  expect((await lead.post('/desk/stuck', form({ do: 'drop', id: b }))).text).toContain('已经有人处理过了');
  expect((await lead.go('/desk/stuck')).text).toContain('没有卡住的工作');
  const clerk = await town.browser('sample:clerk:health:430212');
  expect((await clerk.go('/desk/stuck')).status).toBe(403);
  expect((await clerk.post('/desk/stuck', form({ do: 'retry-all' }))).status).toBe(403);
});
