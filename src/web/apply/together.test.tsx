/** Two applications of one day joined, and one handed on to a relative: by hand, without JavaScript. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordedActor } from './testing/record';
import { scenarioInput } from '../../core/journey';
import { form, openTown, typesOf, type Town } from '../testing/town';
import { interview } from './testing/interview';

let town: Town;
beforeAll(async () => {
  town = await openTown({ connected: ['population', 'enterprise'] });
}, 60_000);
afterAll(() => town.close());

const bodyOf = async (id: string) => (await town.store.draft(id))!.body as { answers: Record<string, unknown>; basket: object; for?: object };
const idIn = (url: string) => /\/apply\/([\w-]{16})/.exec(url)![1]!;

describe('two applications of one day', () => {
  test('the second offers the first, and joined they keep every answer and ask again what was said differently', async () => {
    const her = await town.browser('deng-haiyan');
    const first = await her.post('/apply', form({ journey: 'open-guesthouse' }));
    const [a, version] = [idIn(first.url), (await town.store.draft(idIn(first.url)))!];
    const said = { 'premises.area': 48, 'business.activity': 'guesthouse', 'applicant.foodBarred': false };
    await town.store.saveDraft({ id: a, owner: version.owner, body: { ...(version.body as object), answers: said } }, version.version, town.clock.now.toISOString());

    const second = await her.post('/apply', form({ service: 'shop-sign-permit' }));
    const b = idIn(second.url);
    expect(second.url).toContain(`join=${a}`);
    expect(second.text).toContain('今天还有一份没交的申请');
    const mine = (await town.store.draft(b))!;
    await town.store.saveDraft(
      { id: b, owner: mine.owner, body: { ...(mine.body as object), answers: { 'premises.area': 60, 'business.signText': '示例' } } },
      mine.version,
      town.clock.now.toISOString(),
    );

    const offer = await her.go(`/apply/${b}/join?with=${a}`);
    expect(offer.text).toMatch(/分开 \d+，并起来 \d+/);
    expect(offer.text).toContain('建筑面积');
    const done = await her.send(offer, '并成一份');
    expect(done.url).toContain(`/apply/${b}/overview`);
    const body = await bodyOf(b);
    expect(body.basket).toEqual({ journey: 'shop-sign-permit~open-guesthouse' });
    expect(body.answers).toMatchObject({ 'business.activity': 'guesthouse', 'applicant.foodBarred': false });
    expect(body.answers).not.toHaveProperty('premises.area');
    expect(await town.store.draft(a)).toBeNull();
    expect((await her.go(`/apply/${b}/join?with=${a}`)).status).toBe(404);
  });

  test("nobody joins another person's, and yesterday's is not offered", async () => {
    const his = await town.browser('chen-zhiyuan');
    const first = await his.post('/apply', form({ service: 'food-licence' }));
    const her = await town.browser('liu-xiaoman');
    const start = await her.post('/apply', form({ journey: 'newborn' }));
    expect((await her.go(`/apply/${idIn(start.url)}/join?with=${idIn(first.url)}`)).status).toBe(404);
    town.clock.now = new Date(town.clock.now.getTime() + 86_400_000);
    expect((await his.post('/apply', form({ journey: 'retirement' }))).url).not.toContain('join=');
    town.clock.now = new Date(town.clock.now.getTime() - 86_400_000);
  });
});

describe('handed on to a relative', () => {
  const handOn = async (who: string, fields: Record<string, string> = {}) => {
    const owner = await town.browser(who);
    const id = idIn((await owner.post('/apply', form({ journey: 'newborn', again: 'yes' }))).url);
    const made = await owner.send(await owner.go(`/apply/${id}/hand-on`), '生成链接', fields);
    const link = /value="http:\/\/[^"/]+(\/continue\/[\w-]{32})"/.exec(made.html)![1]!;
    return { owner, id, made, link };
  };

  test('works once, names both in the record, and the token stands in no address but its own', async () => {
    const { owner, id, made, link } = await handOn('liu-xiaoman');
    expect(made.text).toContain('他会看到什么');
    const response = await town.app.request(link);
    expect([response.status, response.headers.get('location'), response.headers.get('referrer-policy'), response.headers.get('cache-control')]).toEqual([303, '/continue', 'no-referrer', 'no-store']);
    const pass = response.headers.get('set-cookie')!;
    expect(pass).toMatch(/Path=\/continue;.*HttpOnly;.*SameSite=Lax/);

    const open = async (who: string | undefined) => {
      const browser = await town.browser(who);
      return { browser, cookie: [browser.cookie, pass.split(';')[0]].filter(Boolean).join('; ') };
    };
    const nobody = await town.app.request('/continue', { headers: { cookie: (await open(undefined)).cookie } });
    const page = await nobody.text();
    expect(page).toContain('请您接着办');
    expect(page).toContain('href="/sign-in?to=%2Fcontinue"');
    expect(page).not.toContain(link.slice(-32));
    const mother = await open('zhou-lan');
    const late = await open('chen-zhiyuan');
    expect((await town.app.request('/continue', { method: 'POST', headers: { cookie: `${owner.cookie}; ${pass.split(';')[0]}` } })).status).toBe(410);
    const taken = await town.app.request('/continue', { method: 'POST', headers: { cookie: mother.cookie } });
    expect(taken.headers.get('location')).toBe(`/apply/${id}/overview`);
    expect((await town.app.request('/continue', { method: 'POST', headers: { cookie: late.cookie } })).status).toBe(410);
    expect((await late.browser.go(`/apply/${id}/overview`)).status).toBe(404);

    const { answers } = scenarioInput(town.law, 'newborn', 'typical', new Set())!;
    const { check, seen } = await interview(mother.browser, await mother.browser.go(`/apply/${id}`), answers, typesOf(town, 'newborn'), { registers: 'decline' });
    expect(seen.every((p) => p.text.includes('申请人：'))).toBe(true);
    const tracked = await mother.browser.send(check, '提交申请');
    const number = /\/track\/([^?]+)/.exec(tracked.url)![1]!;
    const filed = await recordedActor(town, number);
    expect(filed.actor).toMatchObject({ id: town.person('zhou-lan').id, capacity: 'agent' });
    expect(filed.applicant).toMatchObject({ id: town.person('liu-xiaoman').id, kind: 'person' });
    expect((await owner.go(`/track/${number}`)).status).toBe(200);
  });

  test('taken back it opens nothing, and whoever may only fill in cannot submit', async () => {
    const { owner, id, link } = await handOn('liu-xiaoman', { may: 'prepare' });
    const helper = await town.browser('zhou-lan');
    const cookie = `${helper.cookie}; ${(await town.app.request(link)).headers.get('set-cookie')!.split(';')[0]}`;
    expect((await town.app.request('/continue', { method: 'POST', headers: { cookie } })).status).toBe(303);
    expect((await helper.go(`/apply/${id}/overview`)).text).toContain('您在替');
    expect((await helper.post(`/apply/${id}/submit`, form({ version: '9' }))).status).toBe(403);
    expect((await helper.go(`/apply/${id}/hand-on`)).status).toBe(404);
    await owner.send(await owner.go(`/apply/${id}/hand-on`), '收回');
    expect((await helper.go(`/apply/${id}/overview`)).status).toBe(404);
    expect((await owner.go(`/apply/${id}/hand-on`)).text).toContain('已收回');
  });

  test('is over when its time is', async () => {
    const { link } = await handOn('liu-xiaoman', { days: '1' });
    const cookie = (await town.app.request(link)).headers.get('set-cookie')!.split(';')[0]!;
    expect((await town.app.request('/continue', { headers: { cookie } })).status).toBe(200);
    town.clock.now = new Date(town.clock.now.getTime() + 86_400_000);
    expect((await town.app.request('/continue', { headers: { cookie } })).status).toBe(410);
    town.clock.now = new Date(town.clock.now.getTime() - 86_400_000);
  });
});
