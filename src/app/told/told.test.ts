/** From the record to the person: what she is told of, on which ways, when, and never more than she needs. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTown, type Town } from '../../web/testing/town';
import { act, type DeskCommand } from '../act';
import { round, type Running } from '../jobs/run';
import { topics, worksOf } from '../jobs/works';
import { carryOut, openCase } from '../open-case';
import type { Outgoing } from '../ports/gateway';
import type { Clerk, Person } from '../ports/identity';
import type { Product } from '../product';
import { choiceOf, choose, confirmAddress, keepLanguage } from './choice';
import { sampleMessages } from './samples';
import { inside } from './words';

let town: Town;
let running: Running;
let her: Person;
const noon = new Date('2026-11-23T12:00:00+08:00');
beforeAll(async () => {
  town = await openTown();
  her = town.product.identity.samples().find((p): p is Person => p.kind === 'person')!;
  const works = worksOf(town.product, { anchor: async () => null, partitionsAhead: async () => [] });
  running = { works: { notice: works['notice']!, send: works['send']! }, topics, store: town.product.store, now: town.product.now, chance: () => 0, alarm: ({ error }) => expect.fail(String(error)) };
});
afterAll(() => town.close());
beforeEach(() => {
  town.clock.now = noon;
});

const settle = async (r: Running = running) => {
  while ((await round(r)) > 0);
};
let n = 0;
async function desk(number: string, step: string, command: DeskCommand): Promise<void> {
  const { authority } = (await town.store.caseByNumber(number))!.steps.find((s) => s.step === step)!;
  const clerk: Clerk = { kind: 'clerk', id: `clerk-${authority}`, name: '示例人员', authority, division: town.law.city.home, sample: true };
  expect(await act(town.product, clerk, number, step, `told-${++n}-abcdefgh`, command)).toMatchObject({ kind: 'done' });
}
const toldOf = async (number: string, who = her.id) => (await town.store.messagesAbout(number, who, 50)).reverse();
const sentOf = async (number: string) => (await sampleMessages(town.product, 500)).filter((m) => m.text.includes(number));

describe('an applicant', () => {
  it('is told of receipt, of what she must do and of the decision; outside by number alone', async () => {
    const number = await town.file('newborn', 'typical');
    await settle();
    await desk(number, 'birth-certificate', { action: 'request-supplement', defects: [{ about: 'marriage-certificate', says: '照片看不清' }] });
    await settle();
    await settle();
    const told = await toldOf(number);
    expect(told.map((m) => [m.kind, inside(m, 'zh', (d) => d)])).toEqual([
      // Its last day lies in a year without a calendar yet: no date is made up.
      ['received', '新生儿出生一件事已收件，可凭编号随时查询。'],
      ['supplement', '出生医学证明（首次签发）需要您补充材料。'],
    ]);
    expect(told.map((m) => m.sendings.map((s) => [s.channel, s.state]))).toEqual([[['sms', 'sent']], [['sms', 'sent']]]);
    const sent = await sentOf(number);
    expect(sent.map((m) => m.to)).toEqual([her.gives['phone'], her.gives['phone']]);
    for (const m of sent) expect(m.text + m.subject).not.toMatch(new RegExp(`${her.name.slice(0, 2)}|${her.gives['idNumber']}|出生|照片|birth`));
  });

  it('is told at night in the product at once, and on the telephone in the morning', async () => {
    const number = await town.file('newborn', 'smallest');
    town.clock.now = new Date('2026-11-23T23:00:00+08:00');
    await settle();
    expect((await toldOf(number)).map((m) => m.sendings[0]!.state)).toEqual(['waiting']);
    town.clock.now = new Date('2026-11-24T07:59:00+08:00');
    await settle();
    expect(await sentOf(number)).toEqual([]);
    town.clock.now = new Date('2026-11-24T08:00:00+08:00');
    await settle();
    expect(await sentOf(number)).toHaveLength(1);
  });

  it('is told of every act that a helper does in her place, whatever it is', async () => {
    const number = await town.file('newborn', 'smallest');
    const open = (await openCase(town.product, number))!;
    const helper = { id: 'helper-1', name: '帮办员甲', capacity: 'helper' as const };
    await carryOut(town.product, open, helper, 'help-1', () => ({
      events: [
        { type: 'withdrawn', reason: '家里有变化' },
        { type: 'closed', outcome: 'withdrawn' },
      ],
    }));
    await settle();
    const [, act] = await toldOf(number);
    expect(inside(act!, 'zh', String)).toBe('帮办员替您撤回了申请：新生儿出生一件事。不是您同意的，请马上告诉我们。');
    expect(inside(act!, 'en', String)).toMatch(/^A helper withdrew the application for you: /);
    expect(JSON.stringify([act, await sentOf(number)])).not.toMatch(/帮办员甲|helper-1|变化/);
  });

  it('hears nothing outside when she chose so, and hears in her language by letter once her address is confirmed', async () => {
    const product = town.product;
    expect(await choose(product, her, { language: 'en', sms: false, email: true, address: 'not an address' })).toBe('address-wrong');
    expect(await choose(product, her, { language: 'en', sms: false, email: true, address: 'her@example.org' })).toBe('code-sent');
    expect(await choiceOf(product, her.id)).toMatchObject({ email: false, address: null });
    const { text } = (await sampleMessages(product)).find((m) => m.to === 'her@example.org')!;
    const code = /\d{6}/.exec(text)![0];
    expect(await confirmAddress(product, her, String((Number(code) + 1) % 1_000_000).padStart(6, '0'))).toBe('wrong');
    expect(await confirmAddress(product, her, ` ${code.slice(0, 3)} ${code.slice(3)}`)).toBe('confirmed');
    expect(await confirmAddress(product, her, code)).toBe('over');
    const number = await town.file('newborn', 'smallest');
    await settle();
    expect((await sentOf(number)).map((m) => [m.channel, m.to, m.text])).toEqual([['email', 'her@example.org', `[Yijian Zhuzhou] ${number}: we have it. Follow it by its number.`]]);
    await choose(product, her, { language: 'zh', sms: true, email: false, address: '' });
    expect(await choiceOf(product, her.id)).toMatchObject({ language: 'zh', sms: true, email: false, address: null, asked: null });
    await keepLanguage(product, her, 'en');
    expect(await choiceOf(product, her.id)).toMatchObject({ language: 'en', phone: her.gives['phone'] });
    await keepLanguage(product, her, 'zh');
  });

  it('who guesses codes is stopped after five tries', async () => {
    await choose(town.product, her, { language: 'zh', sms: true, email: true, address: 'other@example.org' });
    for (let i = 0; i < 5; i++) expect(await confirmAddress(town.product, her, 'wrong')).toBe('wrong');
    const [{ text }] = (await sampleMessages(town.product)).filter((m) => m.to === 'other@example.org') as unknown as [{ text: string }];
    expect(await confirmAddress(town.product, her, /\d{6}/.exec(text)![0])).toBe('over');
  });
});

describe('a message', () => {
  const withGateway = (give: (m: Outgoing) => Promise<'sent' | { refused: string; again: boolean }>): Running => {
    const product: Product = { ...town.product, gateways: { sms: { give }, email: null } };
    const works = worksOf(product, { anchor: async () => null, partitionsAhead: async () => [] });
    return { ...running, works: { notice: works['notice']!, send: works['send']! }, alarm: () => {} };
  };

  it('that the gateway will never take is marked so and troubles nobody', async () => {
    const number = await town.file('newborn', 'smallest');
    await settle(withGateway(async () => ({ refused: 'no such number', again: false })));
    expect((await toldOf(number))[0]!.sendings).toMatchObject([{ channel: 'sms', state: 'refused' }]);
    expect(await town.store.deadJobs(10)).toEqual([]);
  });

  it('that cannot go out for hours is dead, seen, and goes out when it is tried anew', async () => {
    const number = await town.file('newborn', 'smallest');
    let up = false;
    const r = withGateway(async () => (up ? 'sent' : { refused: 'busy 13800001234', again: true }));
    for (let i = 0; i < 10; i++) {
      await settle(r);
      town.clock.now = new Date(town.clock.now.getTime() + 30_000 * 2 ** i);
    }
    const [dead, ...others] = await town.store.deadJobs(10);
    expect([dead, others]).toMatchObject([{ kind: 'send', attempts: 10, error: 'busy …' }, []]);
    expect((await toldOf(number))[0]!.sendings).toMatchObject([{ state: 'failed' }]);
    up = true;
    await town.store.retryDead(dead!.id, town.clock.now.toISOString());
    await settle(r);
    expect((await toldOf(number))[0]!.sendings).toMatchObject([{ state: 'sent' }]);
  });
});
