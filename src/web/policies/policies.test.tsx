/** Policies in a browser without JavaScript: what fits, why, what is missing; nothing is kept; a firm's own registration, and nobody else's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browse } from '../apply/testing/browse';
import { openTown, type Town } from '../testing/town';
import { webApp } from '../server';

let town: Town;
beforeAll(async () => {
  town = await openTown({ connected: ['population', 'enterprise'] });
});
afterAll(() => town.close());

const part = (text: string, from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from) + from.length));

describe('without signing in', () => {
  it('asks first, then sorts by what was said', async () => {
    const b = browse(webApp(town.product), '');
    const empty = await b.go('/policies');
    expect(part(empty.text, '能享受 ', '再回答几题就知道')).toContain('还没有');
    const page = await b.send(empty, '看看能享受哪些', { 'business.form': 'company', 'business.employees': '8', 'business.yearProfit': '300000', 'business.assets': '1,000,000' });
    expect(page.status).toBe(200);
    const fits = part(page.text, '能享受 ', '再回答几题就知道');
    expect(fits).toContain('小型微利企业所得税优惠');
    expect(fits).toContain('六税两费减半');
    expect(fits).toContain('不用申请');
    expect(part(page.text, '再回答几题就知道', '关于您的企业')).toContain('还要知道：企业的失业保险缴费月数、企业的去年辞退人数'.replaceAll('企业', town.law.subjects.get('business')!.label!.zh));
    // What was typed still stands, and is in no address.
    expect(page.url).toBe('/policies');
    expect(page.forms.flatMap((f) => f.fields).find((f) => f.name === 'business.employees')!.value).toBe('8');
  });

  it('tells which condition fails', async () => {
    const b = browse(webApp(town.product), '');
    const page = await b.send(await b.go('/policies'), '看看能享受哪些', { 'business.form': 'company', 'business.employees': '301' });
    expect(part(page.text, '目前不符合', '关于您的企业')).toMatch(/不符合：\s*员工不超过三百人/);
  });

  it('a slip is told at its field', async () => {
    const b = browse(webApp(town.product), '');
    const page = await b.send(await b.go('/policies'), '看看能享受哪些', { 'business.employees': 'many' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#business.employees"');
  });

  it('what fits goes into the list', async () => {
    const b = browse(webApp(town.product), '');
    const page = await b.send(await b.go('/policies'), '看看能享受哪些', { 'business.employees': '8', 'business.dismissed': '0', 'business.insuredMonths': '12' });
    const add = page.forms.find((f) => f.action === '/basket' && f.fields.some((x) => x.value === 'jobs-kept-refund'))!;
    expect(add.buttons[0]!.text).toContain('加入清单');
  });
});

describe('signed in', () => {
  it('fetches the registration of her own firm, and the reading is logged', async () => {
    const b = await town.browser('tang-zhiqiang');
    const chosen = await b.send(await b.go('/policies'), '带出执照信息', { business: ownFirm(await b.go('/policies')) });
    expect(chosen.text).toContain('株洲渌水土菜馆有限公司');
    expect(chosen.forms.flatMap((f) => f.fields).some((f) => f.name === 'business.form' || f.name.startsWith('business.founded'))).toBe(false);
    expect((await town.store.accesses(ownFirm(await b.go('/policies')), 5))[0]).toMatchObject({ register: 'enterprise', purpose: 'policies', result: 'found' });
  });

  it('nobody reads another firm', async () => {
    const owner = await town.browser('tang-zhiqiang');
    const code = ownFirm(await owner.go('/policies'));
    const b = await town.browser('liu-xiaoman');
    const { go } = b;
    const page = await go('/policies', { method: 'POST', body: new URLSearchParams({ business: code }) });
    expect(page.text).toContain('没有查到您代表这家企业');
    expect(page.text).not.toContain('土菜馆');
  });
});

const ownFirm = (page: { forms: { fields: { name: string; options: string[] }[] }[] }) =>
  page.forms
    .flatMap((f) => f.fields)
    .find((f) => f.name === 'business')!
    .options.find((o) => o !== '')!;
