/** Reading registers: nothing without a yes, every value looked at, and no answer of a register that stops anybody. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterAnswer } from '../../app/ports/registers';
import type { DraftBody } from '../../app/draft';
import { scenarioInput } from '../../core/journey';
import type { Browser, Page } from './testing/browse';
import { filled, interview } from './testing/interview';
import { form, openTown, typesOf, type Town } from '../testing/town';

let town: Town;
beforeAll(async () => {
  town = await openTown({ connected: ['population'] });
});
afterAll(() => town.close());
beforeEach(() => {
  town.registers.answer = null;
  town.registers.asked.length = 0;
});

const bodyOf = async (page: Page) => (await town.store.draft(/\/apply\/([\w-]{16})/.exec(page.url)![1]!))!.body as DraftBody;
const answersOf = () => ({ ...scenarioInput(town.law, 'newborn', 'typical', new Set())!.answers });
const begin = (b: Browser) => b.post('/apply', form({ journey: 'newborn', again: 'yes' }));
/** Up to the page that says which register would be read. */
async function upToRegisters(b: Browser, mother?: string): Promise<Page> {
  const types = typesOf(town, 'newborn');
  let page = await begin(b);
  for (let i = 0; i < 20 && !page.url.includes('/registers'); i++) {
    const pick = page.forms.find((f) => f.buttons.some((x) => x.name === 'pick' && x.text.includes('我本人')));
    page =
      pick && page.url.includes('mother.idNumber') && !mother
        ? await b.send(page, '我本人')
        : await b.send(page, '继续', filled(page, { ...answersOf(), ...(mother && { 'mother.idNumber': mother }) }, types));
  }
  return page;
}

describe('with the population register', () => {
  it('says what, for whom, why and on what basis before it reads anything', async () => {
    const b = await town.browser('liu-xiaoman');
    const page = await upToRegisters(b);
    expect(town.registers.asked).toEqual([]);
    for (const words of ['人口库', '母亲', '姓名', '居民身份证', '出生医学证明', '依据', '政务数据共享条例']) expect(page.text).toContain(words);
    expect(page.html).not.toContain(town.person('liu-xiaoman').gives.idNumber);
  });
  it('offers herself and her family by name, without a number on the page', async () => {
    const b = await town.browser('liu-xiaoman');
    let page = await begin(b);
    const types = typesOf(town, 'newborn');
    for (let i = 0; i < 20 && !page.url.includes('mother.idNumber'); i++) page = await b.send(page, '继续', filled(page, answersOf(), types));
    expect(page.text).toMatch(/配偶 陈致远/);
    const next = await b.send(page, '配偶');
    expect((await bodyOf(next)).answers['mother.idNumber']).toBe(town.person('chen-zhiyuan').gives.idNumber);
    expect(page.html).not.toContain(town.person('chen-zhiyuan').gives.idNumber);
  });
  it('takes what she lets stand, asks what she refuses, reports what is wrong', async () => {
    const b = await town.browser('liu-xiaoman');
    const preview = await b.send(await upToRegisters(b), /^读取/);
    expect(preview.text).toContain('刘小满');
    const values = { 'take.mother.name': 'wrong' };
    const next = await b.send(preview, '按我选的用', values);
    const types = typesOf(town, 'newborn');
    let page = next;
    for (let i = 0; i < 20 && !page.html.includes('id="mother.name"'); i++)
      page = page.url.includes('/registers') ? await b.send(page, /不读|都不用/) : await b.send(page, '继续', filled(page, answersOf(), types));
    expect(page.text).toContain('公安机关核对更正');
    expect((await town.store.corrections('population', 10)).map((c) => c.concept)).toContain('mother.name');
    const mine = await b.go('/mine');
    expect(mine.text).toContain('人口库里的母亲的姓名');
    expect(mine.text).toContain('读到');
  });
  it('reads nothing when she will not have it, and never asks again', async () => {
    const b = await town.browser('liu-xiaoman');
    const { check, seen } = await interview(b, await begin(b), answersOf(), typesOf(town, 'newborn'), { registers: 'decline' });
    expect(town.registers.asked).toEqual([]);
    expect(seen.filter((p) => p.url.includes('/registers')).length).toBeLessThanOrEqual(2);
    expect((await b.send(check, '提交申请')).url).toMatch(/^\/track\//);
  });
  it('files what only a later answer made necessary: the register is offered once more for it', async () => {
    const b = await town.browser('liu-xiaoman');
    const own = { ...answersOf(), 'mother.idNumber': town.person('liu-xiaoman').gives.idNumber!, 'father.idNumber': town.person('chen-zhiyuan').gives.idNumber! };
    const { check } = await interview(b, await begin(b), own, typesOf(town, 'newborn'));
    expect(check.text).toMatch(/户籍所在地\s*渌口区\s*来自人口库/);
    const tracked = await b.send(check, '提交申请');
    const found = await town.store.caseByNumber(/\/track\/([^?]+)/.exec(tracked.url)![1]!);
    const [first] = await town.store.events(found!.case.caseId);
    const filed = first!.event as { answers: Record<string, unknown>; provenance: Record<string, { from: string }> };
    expect(filed.answers['mother.household.division']).toBe('430212');
    expect(filed.provenance['mother.household.division']).toMatchObject({ from: 'register', register: 'population' });
    expect(filed.provenance['mother.idNumber']).toEqual({ from: 'applicant' });
  });
  it('does not open a stranger’s record by a number that was typed', async () => {
    const b = await town.browser('zhou-lan');
    const page = await b.send(await upToRegisters(b, town.person('liu-xiaoman').gives.idNumber), /^读取/);
    expect(page.text).not.toContain('刘小满');
    expect(page.text).toContain('没有证明您可以读别人的记录');
    expect(town.registers.asked).toEqual([]);
    expect((await b.go(page.url.replace(/\/registers.*/, ''))).url).toContain('/q/');
  });
  it('can be looked at again and taken back', async () => {
    const b = await town.browser('liu-xiaoman');
    const own = { ...answersOf(), 'mother.idNumber': town.person('liu-xiaoman').gives.idNumber!, 'father.idNumber': town.person('chen-zhiyuan').gives.idNumber! };
    const { check } = await interview(b, await begin(b), own, typesOf(town, 'newborn'));
    const review = await b.go(check.url.replace('/check', '/registers?review=1'));
    const next = await b.send(review, '按我选的用', { 'take.mother.name': 'refuse' });
    expect(next.url).toContain('/q/mother.name');
  });
});

describe.each<[RegisterAnswer, string]>([
  [{ state: 'none' }, '没有记录'],
  [{ state: 'no-match' }, '对不上'],
  [{ state: 'multiple' }, '不止一条'],
  [{ state: 'later', notBefore: '2026-11-24T09:00:00+08:00' }, '不用等'],
  [{ state: 'denied', reason: 'secret reason of the register' }, '没有同意'],
  [{ state: 'unavailable' }, '没有回应'],
])('a register that answers %o', (answer, words) => {
  it('says so in one sentence and asks instead', async () => {
    town.registers.answer = answer;
    const b = await town.browser('liu-xiaoman');
    const page = await b.send(await upToRegisters(b), /^读取/);
    expect(page.status).toBe(200);
    expect(page.text).toContain(words);
    expect(page.text).toContain('改问您');
    expect(page.text).not.toContain('secret');
    const { check } = await interview(
      b,
      await b.go(page.url.replace(/\/registers.*/, '')),
      { ...answersOf(), 'father.idNumber': town.person('chen-zhiyuan').gives.idNumber! },
      typesOf(town, 'newborn'),
    );
    expect(check.text).toContain('阿依古丽·艾力');
  });
});
