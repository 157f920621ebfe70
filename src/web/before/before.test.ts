import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillingIn } from '../../core/journey';
import { openTown, type Town } from '../testing/town';
import { beforeFor } from './figures';
import { verdictOf, walk } from './walk';

let town: Town;
beforeAll(async () => {
  town = await openTown({ connected: ['population'] });
}, 60_000);
afterAll(() => town.close());

const guesthouse = { journey: 'open-guesthouse' };
const see = (answers: Parameters<typeof walk>[2]['answers'], passed: string[] = []) => walk(town.law, guesthouse, { answers, passed }, '2026-11-23');

describe('the eligibility check', () => {
  test('asks only what decides, and what decides nothing any more is not asked', () => {
    const asked: string[] = [];
    let answers = {};
    for (let now = see(answers); now.next; now = see(answers)) {
      expect(now.prepared.steps.some((s) => now.situation.states.get(s.id)!.open.some((o) => o.state.askable.includes(now.next!)))).toBe(true);
      asked.push(now.next);
      answers = { ...answers, [now.next]: now.next === 'business.activity' ? 'guesthouse' : now.next === 'applicant.foodBarred' ? false : 48 };
    }
    expect(asked).toContain('premises.area');
    expect(asked).not.toContain('applicant.phone');
    expect(asked).not.toContain('business.name');
  });

  test('ends in can, cannot, a clerk decides, or what was skipped', () => {
    const clean = { 'premises.area': 48, 'premises.investment': 2_000_000, 'business.activity': 'guesthouse' };
    expect(verdictOf(see({ ...clean, 'applicant.foodBarred': false })).cannot).toEqual([]);
    expect(verdictOf(see({ ...clean, 'applicant.foodBarred': true })).cannot).toEqual(['food-licence']);
    expect(verdictOf(see({ ...clean, 'applicant.foodBarred': { declined: true } })).clerk).toEqual(['food-licence']);
    expect(verdictOf(see(clean, ['applicant.foodBarred'])).open).toEqual(['food-licence']);
  });

  test('from the first question to the reason with its source, without an account, and nothing in any address', async () => {
    const nobody = await town.browser();
    let page = await nobody.go('/eligibility?journey=open-guesthouse');
    for (let i = 0; i < 10 && page.forms.some((f) => f.fields.some((x) => x.name === 'on')); i++) {
      const form = page.forms.find((f) => f.fields.some((x) => x.name === 'on'))!;
      const on = form.fields.find((x) => x.name === 'on')!.value;
      page = await nobody.send(page, '下一题', { [on]: on === 'applicant.foodBarred' ? 'true' : on === 'business.activity' ? 'guesthouse' : '48' });
      expect(page.url).toBe('/eligibility');
      expect(page.status).toBe(200);
    }
    expect(page.text).toMatch(/可以办 \d+ 项；另有 1 项办不了/);
    expect(page.text).toContain('食品经营许可');
    expect(page.html).toContain('/sources/food-safety-law-135');
    expect(page.text).toContain('48 平方米');
    expect(await town.store.draftsOf('')).toEqual([]);
    const again = await nobody.send(page, '改');
    expect(again.forms.some((f) => f.fields.some((x) => x.name === 'on'))).toBe(true);
  });

  test('a wrong answer is told at the top and at the field, and keeps what was said', async () => {
    const nobody = await town.browser();
    let page = await nobody.go('/eligibility?journey=open-guesthouse');
    const on = page.forms.flatMap((f) => f.fields).find((x) => x.name === 'on')!.value;
    page = await nobody.send(page, '下一题', { [on]: '很大' });
    expect(page.status).toBe(422);
    expect(page.html).toContain(`href="#${on}"`);
    expect(page.html).toContain('value="很大"');
  });

  test.each([
    {},
    { journey: 'nothing' },
    { journey: 'newborn', 'said.premises.area': '{"a":1}', 'said.__proto__': '1', 'said.newborn': 'x', on: 'constructor' },
  ])('%j is refused or read as far as it makes sense', async (fields) => {
    const response = await town.app.request('/eligibility', { method: 'POST', body: new URLSearchParams(fields as Record<string, string>) });
    expect(response.status).toBe('said.newborn' in fields ? 200 : 404);
    if (response.status === 200) expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('somebody signed in takes the answers along', async () => {
    const her = await town.browser('deng-haiyan');
    const page = await her.post(
      '/eligibility/start',
      Object.entries({ journey: 'open-guesthouse', 'said.premises.area': '48' }).reduce((d, [k, x]) => {
        d.append(k, x);
        return d;
      }, new FormData()),
    );
    expect(page.url).toMatch(/^\/apply\//);
    const drafts = await town.store.draftsOf(town.person('deng-haiyan').id);
    expect(drafts.map((d) => (d.body as { answers: object }).answers)).toEqual([{ 'premises.area': 48 }]);
  });
});

describe('figures before starting', () => {
  const visit = () => ({ law: town.law, product: town.product, today: '2026-11-23' }) as Parameters<typeof beforeFor>[0];
  test('minutes are those of the plan, the path adds up to its days, and the date follows', () => {
    const before = beforeFor(visit(), { journey: 'newborn' })!;
    expect(before.filling).toEqual(fillingIn(before.compiled.situation.prepared, before.compiled.plan));
    const sum = before.path.reduce((n, x) => n + x.days, 0);
    expect(Math.abs(sum - (before.days.count as number))).toBeLessThan(0.1 * before.path.length + 0.1);
    expect(before.due).toMatch(/^2026-12/);
  });
  test('services nothing is known about count as needed, and it is said', () => {
    const before = beforeFor(visit(), { services: ['food-licence', 'shop-sign-permit'] })!;
    expect(before.most).toBe(true);
    expect(before.due).toBeNull();
    expect(before.filling.attachments).toBe(before.plan.documents.pieces.length);
  });
  test('the list has every document and fact of the plan', async () => {
    const page = await (await town.browser()).go('/prepare?journey=newborn');
    const before = beforeFor(visit(), { journey: 'newborn' })!;
    expect(page.text).toContain('要带的材料');
    expect(page.html.match(/<li>/g)!.length).toBeGreaterThanOrEqual(before.plan.documents.pieces.length + before.plan.questions.length);
  });
});
