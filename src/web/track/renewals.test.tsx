/** Renewals across branches: what the case of a restaurant gave runs out, is renewed together, and no stranger sees it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, type DeskCommand } from '../../app/act';
import { renewalsDue } from '../../app/renewals';
import type { Clerk } from '../../app/ports/identity';
import { scenarioInput } from '../../core/journey';
import { interview } from '../apply/testing/interview';
import { webApp } from '../server';
import { form, openTown, typesOf, type Town } from '../testing/town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

let n = 0;
async function desk(number: string, step: string, command: DeskCommand): Promise<void> {
  const authority = (await town.store.caseByNumber(number))!.steps.find((s) => s.step === step)!.authority;
  const clerk: Clerk = { kind: 'clerk', id: `clerk-${authority}`, name: '示例人员', authority, division: town.law.city.home, sample: true };
  expect(await act(town.product, clerk, number, step, `renew-${++n}-abcdefgh`, command), `${command.action} ${step}`).toMatchObject({ kind: 'done' });
}
const grant = async (number: string, step: string, values: { [concept: string]: unknown } = {}) => {
  await desk(number, step, { action: 'accept' });
  // Where officers come to see, nothing is granted before they have been.
  if (town.law.services.get(step)!.acts?.some((a) => a.kind === 'attend')) await desk(number, step, { action: 'visit', officers: ['示例甲', '示例乙'], findings: '与申报一致（示例）', passed: true });
  await desk(number, step, { action: 'grant', values, evidence: (town.law.services.get(step)!.outputs?.evidence ?? []).map((e) => ({ evidence: e.id, number: `${e.id}-0001` })) });
};

it('a village shop: filed, granted, listed until it runs out, renewed from the list', { timeout: 60_000 }, async () => {
  const b = await town.browser('deng-haiyan');
  const { answers } = scenarioInput(town.law, 'open-restaurant', 'smallest', new Set())!;
  const { check } = await interview(b, await b.post('/apply', form({ journey: 'open-restaurant' })), answers, typesOf(town, 'open-restaurant'));
  const tracked = await b.send(check, '提交申请');
  const number = /\/track\/([^?]+)/.exec(tracked.url)![1]!;
  await grant(number, 'business-licence-individual', { 'business.creditCode': '92430212YJYJ90021B' });
  await grant(number, 'staff-health-check');
  await grant(number, 'small-eatery-licence');
  const mine = await b.go('/mine');
  expect(mine.text).toContain('证照什么时候到期');
  expect(mine.text).toContain('食品小经营（小餐饮）许可证 2031年11月22日');
  expect(mine.text).toContain('还早');
  expect(mine.text).not.toContain('一起延续 ');
  const back = town.clock.now;
  town.clock.now = new Date('2031-10-01T09:30:00+08:00');
  const later = await (await town.browser('deng-haiyan')).go('/mine');
  expect(later.text).toContain('可以办了');
  const renew = later.forms.find((f) => f.action === `/track/${number}/again`)!;
  expect(renew.fields.map((f) => [f.name, f.value])).toEqual([['service', 'small-eatery-renewal']]);
  const begun = await (await town.browser('deng-haiyan')).post(renew.action, form({ service: 'small-eatery-renewal' }));
  expect(begun.url).toMatch(/^\/apply\/[\w-]{16}\/overview/);
  const draft = await town.store.draft(begun.url.split('/')[2]!);
  expect(draft!.body).toMatchObject({ basket: { services: ['small-eatery-renewal'] }, answers: { 'business.name': answers['business.name'], 'business.creditCode': '92430212YJYJ90021B' } });
  town.clock.now = back;
  const stranger = { kind: 'person', id: 'nobody', name: '', gives: {}, assurance: 2, sample: true } as const;
  expect(await renewalsDue(town.product, stranger)).toEqual([]);
});

it('what is renewed together goes into the list together', async () => {
  const body = new URLSearchParams([
    ['add', 'food-licence-renewal'],
    ['add', 'tobacco-licence-renewal'],
    ['add', 'no-such-service'],
  ]);
  const response = await webApp(town.product).request('/basket', { method: 'POST', body });
  expect([response.status, response.headers.get('set-cookie')]).toEqual([303, expect.stringContaining('yj-list=food-licence-renewal~tobacco-licence-renewal;')]);
});
