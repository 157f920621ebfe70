/** Rights for a company hold on every route; branches are read from a file, asked once for all, and filed one by one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterprises } from '../../adapters/registers/reference/enterprises';
import { rights, type Right } from '../../app/ports/entrust-store';
import { scenarioInput } from '../../core/journey';
import { recordedActor } from '../apply/testing/record';
import { interview } from '../apply/testing/interview';
import { form, openTown, typesOf, type Town } from '../testing/town';

const company = enterprises.find((e) => e.representative === 'chen-zhiyuan')!;
const code = company.creditCode;
const colleague = 'zhou-lan';

let town: Town;
beforeAll(async () => {
  town = await openTown({ connected: ['population', 'enterprise'] });
}, 60_000);
afterAll(() => town.close());

const withList = (cookie: string, list: string) => `${cookie}; yj-list=${list}`;
const send = (path: string, cookie: string, fields?: Record<string, string | File>, multipart = false) =>
  town.app.request(path, { headers: { cookie }, ...(fields && { method: 'POST', body: multipart ? form(fields) : new URLSearchParams(fields as Record<string, string>) }) });

async function give(may: string): Promise<string> {
  const boss = await town.browser('chen-zhiyuan');
  const made = await (await send(`/companies/${code}/people`, boss.cookie, { may, days: '7' })).text();
  return /value="http:\/\/[^"/]+(\/continue\/[\w-]{32})"/.exec(made)![1]!;
}
async function take(link: string, who: string): Promise<void> {
  const pass = (await town.app.request(link)).headers.get('set-cookie')!.split(';')[0]!;
  expect((await send('/continue', `${(await town.browser(who)).cookie}; ${pass}`, {})).headers.get('location')).toBe(`/companies/${code}`);
}
async function takeAllBack(): Promise<void> {
  for (const e of await town.store.entrustmentsAbout('company', code)) if (e.may !== 'represent') await town.store.revokeEntrustment(e.id, town.clock.now.toISOString());
}
async function companyDraft(journey = 'open-guesthouse'): Promise<string> {
  const boss = await town.browser('chen-zhiyuan');
  return /\/apply\/([\w-]{16})/.exec((await send(`/companies/${code}/apply`, boss.cookie, { journey })).headers.get('location')!)![1]!;
}
const guesthouse = () => scenarioInput(town.law, 'open-guesthouse', 'typical', new Set())!.answers;

describe('who may act for a company', () => {
  test('the legal representative is who the register says; nobody else sees the company', async () => {
    expect((await (await town.browser('chen-zhiyuan')).go('/companies')).text).toContain(company.name);
    expect((await (await town.browser(colleague)).go('/companies')).text).toContain('没有查到');
    expect((await (await town.browser(colleague)).go(`/companies/${code}`)).status).toBe(404);
  });

  test('a case filed for it names the company and whoever filed it', async () => {
    const id = await companyDraft();
    await take(await give('submit'), colleague);
    const her = await town.browser(colleague);
    const { check } = await interview(her, await her.go(`/apply/${id}`), guesthouse(), typesOf(town, 'open-guesthouse'), { registers: 'decline' });
    const number = /\/track\/([^?]+)/.exec((await her.send(check, '提交申请')).url)![1]!;
    const { actor, applicant } = await recordedActor(town, number);
    expect(applicant).toMatchObject({ id: `org:${code}`, name: company.name, kind: 'organisation' });
    expect(actor).toMatchObject({ id: town.person(colleague).id, capacity: 'agent', behalf: { id: `org:${code}` } });
    expect((await (await town.browser('chen-zhiyuan')).go(`/track/${number}`)).status).toBe(200);
    await takeAllBack();
    expect((await her.go(`/track/${number}`)).text).not.toContain(company.name);
    // Who may only look is offered nothing that would be refused.
    await take(await give('view'), colleague);
    const seen = await her.go(`/track/${number}`);
    expect(seen.text).toContain('您只能看这份申请');
    expect(seen.forms.filter((f) => f.action.startsWith('/track')).map((f) => f.action)).toEqual([]);
    for (const part of ['change', 'withdraw', 'times', 'delivery']) expect(seen.html).not.toContain(`/track/${number}/${part}`);
    await takeAllBack();
  });
});

describe('every route under every right', () => {
  /** Everything that leads to an application, a case or the company itself, as the product serves it. */
  const routes = () => [
    ...new Map(town.app.routes.filter((r) => /^\/(apply\/:draft|track\/:number|companies\/:code)/.test(r.path) && r.method !== 'ALL').map((r) => [`${r.method} ${r.path}`, r])).values(),
  ];

  /** The least right a route asks for; null where having none is the same as having all. */
  function needs(method: string, path: string): Right {
    if (path.startsWith('/companies')) return path.endsWith('/people') ? 'represent' : path.endsWith('/submit') ? 'submit' : method === 'GET' && !/branches(\.csv)?$/.test(path) ? 'view' : 'prepare';
    if (path.startsWith('/track')) return method === 'GET' && !path.endsWith('/change') ? 'view' : 'submit';
    if (method !== 'GET') return path.endsWith('/submit') ? 'submit' : 'prepare';
    return /\/(overview|check)$/.test(path) ? 'view' : 'prepare';
  }

  test('opens what the right allows, refuses the rest, and a refusal changes nothing', { timeout: 120_000 }, async () => {
    const boss = await town.browser('chen-zhiyuan');
    const filing = await companyDraft();
    const { check } = await interview(boss, await boss.go(`/apply/${filing}`), guesthouse(), typesOf(town, 'open-guesthouse'), { registers: 'decline' });
    const number = /\/track\/([^?]+)/.exec((await boss.send(check, '提交申请')).url)![1]!;
    const draft = await companyDraft('open-restaurant');
    const all = routes();
    expect(all.length).toBeGreaterThan(20);
    const cookie = (await town.browser(colleague)).cookie;
    const asItStands = async () =>
      JSON.stringify([
        await town.store.draft(draft),
        ((await town.store.caseByNumber(number.replaceAll('-', ''))) ?? (await town.store.caseByNumber(number)))?.case,
        await town.store.draftsOf(`org:${code}`),
      ]);

    for (const has of [null, ...rights.filter((r) => r !== 'represent')] as (Right | null)[]) {
      await takeAllBack();
      if (has) await take(await give(has), colleague);
      const was = await asItStands();
      for (const { method, path } of all) {
        const allowed = has !== null && rights.indexOf(has) >= rights.indexOf(needs(method, path));
        if (allowed && method !== 'GET') continue;
        const at = path
          .replace(':draft', draft)
          .replace(':number', number)
          .replace(':code', code)
          .replace(':concept', 'premises.area')
          .replace(':batch', 'none')
          .replace(/:\w+\??/g, 'x');
        const response = await send(at, withList(cookie, 'food-licence'), method === 'GET' ? undefined : { version: '1', key: 'k', do: 'read', reason: 'x', says: 'x' });
        // A stream of changes does not end by itself.
        const streams = response.headers.get('content-type')?.startsWith('text/event-stream');
        const text = streams ? '' : await response.text();
        if (streams) await response.body?.cancel();
        const where = `${has ?? 'nothing'}: ${method} ${path} → ${response.status}`;
        expect(response.status, where).toBeLessThan(500);
        if (has === null) {
          expect(text, where).not.toContain(company.name);
          expect(streams, where).not.toBe(true);
          expect([302, 303, 400, 403, 404, 409, 422], where).toContain(response.status);
        } else if (!allowed) {
          expect([303, 400, 403, 404, 409, 422], where).toContain(response.status);
        }
      }
      expect(await asItStands(), `${has ?? 'nothing'} changed something`).toBe(was);
    }
  });
});

describe('many branches from one file', () => {
  const upload = async (text: string | Uint8Array, more: Record<string, string> = {}, basket: Record<string, string> = { service: 'shop-sign-permit' }) => {
    const boss = await town.browser('chen-zhiyuan');
    const file = new File([text as BlobPart], 'b.csv', { type: 'text/csv' });
    return send(`/companies/${code}/branches`, withList(boss.cookie, 'shop-sign-permit'), { ...basket, ...('csv' in more ? more : { file, ...more }) }, true);
  };

  test('every error has its row and column, and nothing is begun', async () => {
    const before = (await town.store.draftsOf(`org:${code}`)).length;
    const response = await upload('门店,经营场所的招牌面积,没有这列\n东店,3,x\n');
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('第 1 行 C 列');
    const rows = await (await upload('门店,premises.signArea\n东店,很大\n,3\n东店,4\n')).text();
    for (const where of ['第 2 行 B 列', '第 3 行 A 列', '第 4 行 A 列']) expect(rows).toContain(where);
    expect((await upload(new Uint8Array([0xff, 0xfe, 0xff, 0x00, 0xff]))).status).toBe(422);
    expect((await town.store.draftsOf(`org:${code}`)).length).toBe(before);
  });

  test('the template names the columns, and a file as Chinese offices save it is read', async () => {
    const boss = await town.browser('chen-zhiyuan');
    const template = await (await send(`/companies/${code}/branches.csv`, withList(boss.cookie, 'shop-sign-permit'))).text();
    expect(template).toContain('门店,');
    // 门店,premises.signArea CR LF 东店,3 in GBK
    const gbk = new Uint8Array([0xc3, 0xc5, 0xb5, 0xea, ...new TextEncoder().encode(',premises.signArea\r\n'), 0xb6, 0xab, 0xb5, 0xea, ...new TextEncoder().encode(',3\r\n')]);
    expect(await (await upload(gbk)).text()).toContain('东店');
  });

  test('what all share is asked once, and each branch is its own case', { timeout: 120_000 }, async () => {
    const boss = await town.browser('chen-zhiyuan');
    const csv = '门店,premises.signArea,premises.address\n东店,3,渌口区示例村 1 号\n西店,4,渌口区示例村 2 号\n';
    const started = await upload('', { csv, do: 'start' }, { journey: 'open-guesthouse' });
    const here = started.headers.get('location')!;
    expect(here).toMatch(new RegExp(`^/companies/${code}/branches/`));
    let page = await boss.go(here);
    expect(page.text).toContain('2 家：已提交 0');
    const types = typesOf(town, 'open-guesthouse');
    const lead = await interview(boss, await boss.send(page, '答相同的部分'), guesthouse(), types, { registers: 'decline' });
    const asked = (pages: typeof lead.seen) => [
      ...new Set(
        pages.filter((p) => p.url.includes('/q/')).flatMap((p) => p.forms.flatMap((f) => f.fields.map((x) => x.name.replace(/(~|-year|-month|-day)$/, '')).filter((name) => name.includes('.')))),
      ),
    ];
    expect(asked(lead.seen).some((name) => !name.startsWith('premises.'))).toBe(true);
    page = await boss.go(here);
    const second = [...page.html.matchAll(/name="open" value="([\w-]{16})"/g)].at(-1)![1]!;
    const own = await interview(boss, await boss.post(here, form({ open: second })), guesthouse(), types, { registers: 'decline' });
    // What the first answered is not asked again; what is of the place is.
    expect(asked(own.seen)).toContain('premises.area');
    expect(asked(own.seen).filter((name) => !name.startsWith('premises.'))).toEqual([]);
    page = await boss.go(here);
    expect(page.text).toContain('可以提交 2');
    const done = await boss.post(`${here}/submit`, form({}));
    expect(done.text).toContain('已提交 2 家');
    expect((await boss.post(`${here}/submit`, form({}))).text).toContain('2 家：已提交 2');
    const cases = (await town.store.casesOf(`org:${code}`, { limit: 10 })).slice(0, 2);
    const answers = await Promise.all(cases.map(async (x) => (await town.store.events(x.caseId))[0]!.event as unknown as { answers: Record<string, unknown> }));
    expect(answers.map((e) => e.answers['premises.signArea']).sort()).toEqual([3, 4]);
  });
});
