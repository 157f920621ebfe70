/** The one screen over HTTP, without JavaScript: the list beside the step, the next one after deciding, colleagues, the viewer, and registers side by side. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTown, type Town } from '../testing/town';
import { type Browser, browserOf } from './testing/browser';

let town: Town;
let clerk: Browser;
let lead: Browser;
beforeAll(async () => {
  town = await openTown({ connected: ['population'] });
  clerk = await browserOf(town, await town.clerk('maternity-hospital'));
  lead = await browserOf(town, await town.as(`${town.clerkOf('maternity-hospital').id}:lead`));
});
afterAll(() => town.close());

const born = (answers: { [concept: string]: unknown } = {}) => town.file('newborn', 'smallest', { answers });
const certificate = (number: string) => `/desk/${number}/birth-certificate`;
const location = async (r: Promise<{ headers: Headers }>) => (await r).headers.get('location')!;

describe('the list beside the step', () => {
  test('is the queue she came from, on the step and on the pages of its acts', async () => {
    const number = await born();
    for (const path of ['', '/supplement', '/not-accept']) {
      const { html } = await clerk.get(`${certificate(number)}${path}?state=new&service=birth-certificate`);
      expect(html, path).toContain(`href="${certificate(number)}?state=new&amp;service=birth-certificate" aria-current="page"`);
    }
    const elsewhere = await clerk.get(`${certificate(number)}?state=paused`);
    expect(elsewhere.text).toContain('这个状态下没有待办');
  });

  test('keeps its place through an act: the next opens once the step has left the list, and says what was recorded', async () => {
    const [first, second] = [await born(), await born()];
    // Among all there is to do an accepted step is still hers.
    const stays = await location(clerk.press(certificate(first), 'accept'));
    expect(stays).toBe(`${certificate(first)}?done=done`);
    const page = await clerk.get(`${certificate(second)}?state=new`);
    const form = page.html.split('<form').find((f) => f.includes('/accept?state=new"'))!;
    const fields = Object.fromEntries([...form.matchAll(/name="(key|seen)" value="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]));
    const onwards = await location(clerk.post(`${certificate(second)}/accept?state=new`, fields));
    expect(onwards).toMatch(/^\/desk\/[^/]+\/birth-certificate\?state=new&decided=/);
    expect(onwards).not.toContain(`${certificate(second)}?`);
    const next = await clerk.get(onwards);
    for (const shown of ['已经记下，这是下一件', '刘小满（示例））：已受理', '回去看刚才那一件']) expect(next.text).toContain(shown);
    expect((await clerk.get(`${certificate(first)}?decided=nonsense/%00`)).status).toBe(200);
  });

  test('a transfer leads to the next too, as the step is not hers any more', async () => {
    const number = await born();
    const to = await location(clerk.fill(`${certificate(number)}/transfer`, { to: 'health', reason: '不归本部门管' }));
    expect(to).toMatch(/decided=/);
    expect((await clerk.get(to)).status).toBe(200);
    expect((await clerk.get(certificate(number))).status).toBe(404);
  });
});

test('colleagues who have the step open too are named, until they leave or fall silent', async () => {
  const number = await born();
  const says = '也打开着这一环节';
  expect((await clerk.get(certificate(number))).text).not.toContain(says);
  expect((await lead.get(certificate(number))).text).toContain(`助产机构工作人员（示例）${says}`);
  expect((await clerk.post(`${certificate(number)}/here`, {})).html).toContain(`助产机构组长（示例）${says}`);
  await lead.post(`${certificate(number)}/here?left=yes`, {});
  expect((await clerk.post(`${certificate(number)}/here`, {})).html).toBe('');
  const now = town.clock.now;
  town.clock.now = new Date(now.getTime() + 100_000);
  expect((await lead.get(certificate(number))).text).not.toContain(says);
  town.clock.now = now;
  const police = await browserOf(town, await town.clerk('public-security'));
  expect((await police.post(`${certificate(number)}/here`, {})).status).toBe(404);
});

test('a picture is enlarged and turned by its address alone', async () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);
  const number = await town.file('newborn', 'smallest', { upload: { name: 'a.png', bytes: png } });
  const view = /href="(\/desk\/[^"]+\/view\/[0-9a-f]{64})"/.exec((await clerk.get(certificate(number))).html)![1]!;
  const page = await clerk.get(`${view}?turn=270&zoom=3`);
  expect(page.html).toMatch(/class="turn-270 zoom-3" src="\/desk\/[^"]+\/files\/[0-9a-f]{64}"/);
  // One turn further and one size larger, as links.
  expect(page.html).toContain(`href="${view}?zoom=3" data-key="]"`);
  expect(page.html).toContain(`href="${view}?zoom=4&amp;turn=270" data-key="+"`);
  expect((await clerk.get(`${view}?turn=45&zoom=%00`)).html).toContain('class="turn-0 zoom-0"');
  expect((await clerk.get(`${certificate(number)}/view/${'0'.repeat(64)}`)).status).toBe(404);
});

describe('side by side with registers', () => {
  const chen = () => town.person('chen-zhiyuan').gives;
  test('differences first, with source and day; the asking is on record for the person asked about', async () => {
    const number = await born({ 'mother.idNumber': chen().idNumber, 'mother.name': '陈志元', 'father.idNumber': town.person('liu-xiaoman').gives.idNumber, 'father.name': '刘小满（示例）' });
    town.registers.asked.length = 0;
    const page = await clerk.post(`${certificate(number)}/compare`, {});
    expect(page.text).toContain('有 1 项不一致');
    expect(page.text).toMatch(/母亲 · 姓名 陈志元 申请人填写 +陈致远（示例） 人口库，截至 \d{4}-\d\d-\d\d +≠ 不一致/);
    expect(page.text).toMatch(/父亲 · 姓名 .* ＝ 一致/);
    // One question per person, and only what the step may see.
    expect(town.registers.asked).toEqual(['population:name', 'population:name']);
    const seen = await town.store.accesses(chen().idNumber!, 5);
    expect(seen[0]).toMatchObject({ capacity: 'officer', register: 'population', purpose: 'birth-certificate', caseNumber: number, result: 'found' });
    const supplement = /href="([^"]+supplement\?tick=[^"]+)"/.exec(page.html)![1]!;
    expect(supplement).toContain('tick=mother.name');
  });
  test('a register that does not answer is said to, and hides nothing', async () => {
    const number = await born();
    town.registers.answer = { state: 'unavailable' };
    const page = await clerk.post(`${certificate(number)}/compare`, {});
    town.registers.answer = null;
    expect(page.text).toContain('登记库没有答复');
    expect((await clerk.get(`${certificate(number)}/compare`)).headers.get('location')).toBe(certificate(number));
  });
});
