/** Acts on a step over HTTP, without JavaScript: what each brings about, that it happens once, and what hostile posts get. */
import { describe, expect, test } from 'vitest';
import { openCase } from '../../app/open-case';
import { browserOf, stampOf, shownIn } from './testing/browser';
import { birthDesk } from './testing/office';

const { town, hospital, police, state, statuses, born, certificate } = await birthDesk();
const hukou = (number: string) => `/desk/${number}/hukou-with-mother`;

async function issueCertificate(number: string): Promise<void> {
  expect((await hospital.press(certificate(number), 'accept')).status).toBe(303);
  expect((await hospital.fill(`${certificate(number)}/grant`, { 'evidence-0': 'U430000001' })).status).toBe(303);
}

describe('accept, grant, and what follows', () => {
  test('a birth: the certificate releases the household registration with its number, whose number releases the rest', async () => {
    const number = await born();
    await issueCertificate(number);
    expect(await statuses(number)).toMatchObject({ 'birth-certificate': 'delivered', 'hukou-with-mother': 'received', 'vaccination-record': 'received', 'medical-insurance': 'waiting' });
    const step = await police.get(hukou(number));
    expect(step.text).toContain('由“出生医学证明（首次签发）”发出，编号 U430000001');
    const done = await police.press(hukou(number), 'accept');
    expect(done.headers.get('location')).toBe(`${hukou(number)}?done=done`);
    expect((await police.get(done.headers.get('location')!)).text).toContain('已受理，办理期限从明天起算');

    const form = await police.get(`${hukou(number)}/grant`);
    expect(form.text).toMatch(/随之收到结果、开始计时：[^。]*城乡居民基本医疗保险参保登记/);
    expect((await police.fill(`${hukou(number)}/grant`, { 'concept-0': '43020020241220004x', 'evidence-0': '户 1' })).text).toContain('校验位不对');
    expect((await police.fill(`${hukou(number)}/grant`, { 'concept-0': '430200199005120004', 'evidence-0': '户 1' })).text).toContain('出生日期与申请的不一致');
    expect((await police.fill(`${hukou(number)}/grant`, { 'concept-0': '43020020241220004９', 'evidence-0': '户 1' })).status).toBe(303);
    expect((await state(number)).steps.get('hukou-with-mother')).toMatchObject({ status: 'granted', values: { 'child.idNumber': '430200202412200049' } });
    expect(await statuses(number)).toMatchObject({ 'medical-insurance': 'received' });

    const insurance = await (await browserOf(town, await town.clerk('medical-insurance'))).get(`/desk/${number}/medical-insurance`);
    expect(insurance.text).toContain('430200202412200049');
    expect(insurance.text).toContain('由“申报出生登记”得出');
    expect((await police.get('/desk?state=deliver')).text).toContain(number);
    expect((await police.press(hukou(number), 'deliver')).status).toBe(303);
    expect((await statuses(number))['hukou-with-mother']).toBe('delivered');
  });
  test('a step whose later part lacks an output waits with its clock paused, says so, and goes on by itself', async () => {
    const number = await born();
    await issueCertificate(number);
    const cards = await browserOf(town, await town.clerk('human-resources'));
    const card = `/desk/${number}/social-security-card`;
    expect((await cards.get(card)).text).toContain('公民身份号码，由“申报出生登记”给出');
    await cards.press(card, 'accept');
    expect((await cards.get(card)).text).not.toContain('填写结果并发出');
    await cards.press(card, 'wait');
    expect((await cards.get(card)).text).toContain('计时已暂停；结果一到自动恢复');
    expect((await cards.get('/desk?state=paused')).text).toContain(number);
    await police.press(hukou(number), 'accept');
    expect((await police.fill(`${hukou(number)}/grant`, { 'concept-0': '430200202412200049', 'evidence-0': '户 1' })).status).toBe(303);
    expect((await state(number)).steps.get('social-security-card')).toMatchObject({ status: 'under-review', pauses: [{ to: '2026-11-23T09:30:00+08:00' }] });
  });
  test('sample numbers come by a link and are valid', async () => {
    const number = await born();
    await issueCertificate(number);
    await police.press(hukou(number), 'accept');
    const { html } = await police.get(`${hukou(number)}/grant?sample=yes`);
    const fields = { ...stampOf(html, 'grant'), 'concept-0': shownIn(html, 'concept-0'), 'evidence-0': shownIn(html, 'evidence-0') };
    expect(fields['concept-0']).toMatch(/^43020020241220\d{3}[\dX]$/);
    expect((await police.post(`${hukou(number)}/grant`, fields)).status).toBe(303);
  });
  test('a refusal tells beforehand what ends with it; then dependants are moot and independents go on', async () => {
    const number = await born();
    await issueCertificate(number);
    await police.press(hukou(number), 'accept');
    const form = await police.get(`${hukou(number)}/refuse`);
    expect(form.text).toMatch(/随之终止，不再办：[^。]*社会保障卡申领/);
    expect(form.text).toMatch(/照常办理，不受影响：[^。]*预防接种证/);
    const unsaid = await police.fill(`${hukou(number)}/refuse`, {});
    expect(unsaid.status).toBe(422);
    expect(unsaid.html).toContain('<title>错误：');
    for (const wrong of ['请写明理由', '请先看过后果']) expect(unsaid.text).toContain(wrong);
    expect((await statuses(number))['hukou-with-mother']).toBe('accepted');
    expect((await police.fill(`${hukou(number)}/refuse`, { 'reason-0': '不符合落户条件', 'reason-1': '材料不实', understood: 'yes' })).status).toBe(303);
    expect(await statuses(number)).toMatchObject({ 'hukou-with-mother': 'refused', 'medical-insurance': 'moot', 'social-security-card': 'moot', 'vaccination-record': 'received' });
    expect((await state(number)).steps.get('hukou-with-mother')!.reasons).toEqual(['不符合落户条件', '材料不实']);
  });
  test('not accepted, with the right authority named', async () => {
    const number = await born();
    const done = await hospital.fill(`${certificate(number)}/not-accept`, { reason: '不在本机构出生', 'right-authority': 'health', understood: 'yes' });
    expect(done.status).toBe(303);
    expect((await state(number)).outcome).toBe('refused');
    expect((await hospital.get(done.headers.get('location')!)).text).toContain('不予受理决定已作出');
  });
  test('everything that is missing goes out in one notice', async () => {
    const number = await born();
    const form = await hospital.get(`${certificate(number)}/supplement`);
    expect(form.text).toContain('法律要求一次告知');
    expect((await hospital.fill(`${certificate(number)}/supplement`, {})).text).toContain('请至少勾选一处');
    expect((await hospital.fill(`${certificate(number)}/supplement`, { 'document-0': 'yes' })).text).toContain('请写明“母亲的居民身份证”要补什么');
    expect(
      (await hospital.fill(`${certificate(number)}/supplement`, { 'document-0': 'yes', 'document-0-says': '照片模糊', 'fact-0-says': '与登记表不一致', 'other-1': '请带孩子出院记录' })).status,
    ).toBe(303);
    expect((await state(number)).steps.get('birth-certificate')).toMatchObject({
      status: 'supplement-requested',
      defects: [
        { about: 'id-card@mother', says: '照片模糊' },
        { about: 'child.name', says: '与登记表不一致' },
        { about: 'other', says: '请带孩子出院记录' },
      ],
    });
    expect((await hospital.get('/desk?state=supplement')).text).toContain(number);
  });
  test('a fault says it without writing; what was not handed in is not passed over unseen', async () => {
    const number = await town.file('open-business', 'smallest');
    const market = await browserOf(town, await town.clerk('market-regulation'));
    const page = `/desk/${number}/business-licence-individual/supplement`;
    const form = (await market.get(`${page}?tick=business.name`)).html;
    const ticked = /id="(fact-\d+)"[^>]*checked/.exec(form)![1]!;
    const missing = /id="(document-\d+)"/.exec(form.split('defect-pick').find((x) => x.includes('没有交</span>'))!)![1]!;
    // Something handed in is unreadable; of what was not handed in nothing was said.
    const left = await market.fill(page, { 'document-0-fault': 'unclear' });
    expect([left.status, left.text.includes('还没有交、也没有勾的：')]).toEqual([422, true]);
    const said = { 'document-0-fault': 'unclear', [missing]: 'yes', [`${missing}-fault`]: 'missing', [`${ticked}-fault`]: 'unlike-document', [`${ticked}-says`]: '租约上写的是另一个名字' };
    expect((await market.fill(page, said)).status).toBe(303);
    expect((await state(number)).steps.get('business-licence-individual')!.defects.map((d) => d.says)).toEqual([
      '看不清，请重新拍照或者扫描',
      '没有交，请补交',
      '和材料不一致，请核对更正：租约上写的是另一个名字',
    ]);
  });
  test('after five silent working days only acceptance is left, from the day of receipt', async () => {
    const number = await born();
    const stamp = await hospital.stamp(`${certificate(number)}/supplement`, 'supplement');
    town.clock.now = new Date('2026-12-01T09:00:00+08:00');
    const later = await browserOf(town, await town.clerk('maternity-hospital'));
    const late = await later.post(`${certificate(number)}/supplement`, { ...stamp, 'other-0': '缺' });
    expect([late.status, (await statuses(number))['birth-certificate']]).toEqual([409, 'received']);
    expect((await later.get(certificate(number))).text).toContain('自收到之日起就算受理');
    await later.press(certificate(number), 'accept');
    expect((await state(number)).steps.get('birth-certificate')!.acceptedAt).toBe('2026-11-23T09:30:00+08:00');
  });
});

describe('nothing happens twice', () => {
  test('the same form twice counts once and says so', async () => {
    const number = await born();
    await hospital.press(certificate(number), 'accept');
    const stamp = await hospital.stamp(`${certificate(number)}/grant`, 'grant');
    const fields = { ...stamp, 'evidence-0': 'U1' };
    const [one, two] = await Promise.all([hospital.post(`${certificate(number)}/grant`, fields), hospital.post(`${certificate(number)}/grant`, fields)]);
    expect([one.status, two.status]).toEqual([303, 303]);
    const again = await hospital.post(`${certificate(number)}/grant`, { ...fields, 'evidence-0': 'U2' });
    expect(again.headers.get('location')).toBe(`${certificate(number)}?done=repeated`);
    expect((await hospital.get(again.headers.get('location')!)).text).toContain('只算一次');
    const open = await openCase(town.product, number);
    expect(open!.events.filter((e) => e.event.type === 'granted')).toHaveLength(1);
    expect(open!.state.steps.get('birth-certificate')!.evidence).toEqual([{ evidence: 'birth-certificate', number: 'U1' }]);
  });
  test('a form from before the step moved changes nothing', async () => {
    const number = await born();
    const stale = await hospital.stamp(certificate(number), 'accept');
    await hospital.fill(`${certificate(number)}/supplement`, { 'other-0': '缺出院记录' });
    const late = await hospital.post(`${certificate(number)}/accept`, stale);
    expect(late.status).toBe(409);
    expect(late.text).toContain('没有改动任何内容');
    expect((await statuses(number))['birth-certificate']).toBe('supplement-requested');
    // A decision's page is not offered any more.
    expect((await hospital.get(`${certificate(number)}/grant`)).status).toBe(303);
  });
});

describe('hostile posts', () => {
  const secret = '430200198001010017';
  test('end in 4xx and echo nothing', async () => {
    const number = await born();
    const stamp = await hospital.stamp(certificate(number), 'accept');
    const path = `${certificate(number)}/refuse`;
    const bodies: [string, { [header: string]: string }?][] = [
      [''],
      [`key=${secret}`],
      [`key=${'x'.repeat(5000)}&seen=1`],
      [`key=${stamp.key}&seen=-1`],
      [`key=${stamp.key}&seen=999999&__proto__=${secret}`],
      [`{"key":"${secret}"}`, { 'content-type': 'application/json' }],
      [`--x\r\n${secret}`, { 'content-type': 'multipart/form-data; boundary=y' }],
      [secret, { 'content-type': 'multipart/form-data' }],
      [`--y\r\nContent-Disposition: form-data; name="key"; filename="a"\r\n\r\n${secret}\r\n--y--`, { 'content-type': 'multipart/form-data; boundary=y' }],
      ['a=1&'.repeat(2000)],
    ];
    for (const action of ['accept', 'refuse', 'grant', 'supplement', 'not-accept', 'wait', 'deliver', 'claim'])
      for (const [body, more] of bodies) {
        const r = await hospital.post(`${certificate(number)}/${action}`, body, more);
        expect(r.status, `${action} ${body.slice(0, 40)}`).toBeGreaterThanOrEqual(400);
        expect(r.status, `${action} ${body.slice(0, 40)}`).toBeLessThan(500);
        expect(r.html).not.toContain(secret);
      }
    expect((await hospital.post(path, { ...stamp }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await statuses(number))['birth-certificate']).toBe('received');
  });
  test('what cannot be kept is told by the field', async () => {
    const number = await born();
    await hospital.press(certificate(number), 'accept');
    for (const reason of ['坏\u0000字', '反\u202E向', '长'.repeat(1001)]) {
      const r = await hospital.fill(`${certificate(number)}/refuse`, { 'reason-0': reason, understood: 'yes' });
      expect(r.status).toBe(422);
    }
    for (const value of ['\u0000', 'x'.repeat(101), ' ']) expect((await hospital.fill(`${certificate(number)}/grant`, { 'evidence-0': value })).status, value).toBe(422);
  });
  test('wild addresses are 404', async () => {
    for (const path of ['/desk/x/y', '/desk/%00/%00', '/desk/%E0%A4%A/x', '/desk/430212-0000-0000-00000-0/__proto__', `/desk/${'9'.repeat(3000)}/x`]) {
      const { status } = await hospital.get(path);
      expect([400, 404], path).toContain(status);
    }
  });
});
