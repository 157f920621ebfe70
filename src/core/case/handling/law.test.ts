/** The law's own numbers, on the State Council's calendar, from receipt to visit: one row per period, with the article it comes from. */
import { describe, expect, test } from 'vitest';
import { filed } from '../testing/made-up';
import { at, closing, opened, on, done, a, paper, time } from '../testing/under-law';
import * as of from '.';

describe('periods', () => {
  test.each([
    ['§32 five working days to ask for more', '2021-10-28', 'received', '2021-11-04'],
    ['§32 over the Spring Festival of 2026', '2026-02-10', 'received', '2026-02-24'],
  ])('%s: received %s', (_, day, status, until) => {
    expect(a(opened(day, { id: 'a' }))).toMatchObject({ status, due: closing(until) });
  });
  test.each([
    ['§42 twenty working days', '2021-09-28', { wd: 20 }, '2021-11-01'],
    ['§42 twenty over the Spring Festival', '2026-02-10', { wd: 20 }, '2026-03-16'],
    ['a statutory period in calendar days is not moved off holidays', '2021-09-28', { days: 7 }, '2021-10-05'],
    ['no period declared anywhere: twenty working days', '2021-09-28', null, '2021-11-01'],
  ])('%s', (_, day, statutory, until) => {
    const state = done(opened(day, { id: 'a', clock: { statutory, promised: null } }), day, (h) => of.accept(h, 'a'));
    expect(a(state).due).toBe(closing(until));
  });
  test('§42 ten more, once, approved by the head of the authority, and only while the period runs', () => {
    const state = done(opened('2021-09-28', { id: 'a' }), '2021-09-28', (h) => of.accept(h, 'a'));
    const head = { name: '主任（示例）', level: 'authority-head' as const };
    const extended = done(state, '2021-10-20', (h) => of.extend(h, 'a', { reason: '须专家论证', approvedBy: head }));
    expect(a(extended).due).toBe(closing('2021-11-15'));
    expect(a(extended).promised).toBe(a(state).promised);
    expect(of.extend(on(extended, '2021-10-21'), 'a', { reason: '再延', approvedBy: head })).toEqual({ refused: 'already-extended' });
    expect(of.extend(on(state, '2021-10-20'), 'a', { reason: '须论证', approvedBy: { name: '区长（示例）', level: 'government-head' } })).toEqual({ refused: 'not-approved' });
    expect(of.extend(on(state, '2021-10-20'), 'a', { reason: ' ', approvedBy: head })).toEqual({ refused: 'reasons-missing' });
    expect(of.extend(on(state, '2021-11-02'), 'a', { reason: '迟了', approvedBy: head })).toEqual({ refused: 'too-late' });
  });
  test('§42 ¶2 jointly forty-five from the first acceptance, fifteen more by the head of government', () => {
    let state = opened('2021-09-28', { id: 'a' }, { id: 'b' });
    expect(state.joint).toBeNull();
    state = done(state, '2021-09-28', (h) => of.accept(h, 'a'));
    expect(state.joint).toEqual({ from: at('2021-09-28'), due: closing('2021-12-06'), extended: false });
    state = done(state, '2021-09-30', (h) => of.accept(h, 'b'));
    expect(state.joint!.due).toBe(closing('2021-12-06'));
    const longer = done(state, '2021-10-20', (h) => of.extendJoint(h, { reason: '涉及面广', approvedBy: { name: '区长（示例）', level: 'government-head' } }));
    expect(longer.joint).toMatchObject({ due: closing('2021-12-27'), extended: true });
    expect(of.extendJoint(on(state, '2021-10-20'), { reason: 'x', approvedBy: { name: '局长（示例）', level: 'authority-head' } })).toEqual({ refused: 'not-approved' });
    expect(of.extendJoint(on(opened('2021-09-28', { id: 'a' }), '2021-10-20'), { reason: 'x', approvedBy: { name: '区长', level: 'government-head' } })).toEqual({ refused: 'no-joint-period' });
  });
  test('§44 ten working days to deliver what is not electronic', () => {
    const state = done(opened('2021-09-28', { id: 'a', delivery: ['post'] }), '2021-09-28', (h) => of.accept(h, 'a'));
    const granted = done(state, '2021-10-11', (h) => of.grant(h, 'a', { values: {}, evidence: paper }));
    expect(a(granted)).toMatchObject({ status: 'granted', due: closing('2021-10-25') });
    expect(of.deliver(on(granted, '2021-10-12'), 'a', 'post')).toEqual({ refused: 'reasons-missing' });
    expect(a(done(granted, '2021-10-12', (h) => of.deliver(h, 'a', 'post', 'EMS 示例 1')))).toMatchObject({ status: 'delivered', due: null });
    expect(a(time(granted, '2021-10-26')).escalations).toEqual([{ at: at('2021-10-26'), clock: 'delivery', to: 'head' }]);
  });
});

describe('§32 receipt', () => {
  test('a slip is put right on the spot and no notice is used up', () => {
    const state = done(opened('2021-09-28', { id: 'a' }), '2021-09-28', (h) => of.correct(h, 'a', { answers: { 'x.name': '欧阳' }, documents: [], says: '姓名写错一字' }));
    expect(state.answers['x.name']).toBe('欧阳');
    expect(a(state)).toMatchObject({ status: 'received', supplements: 0, due: closing('2021-10-11') });
  });
  test('a second notice may cite only what the first asked for and what the answer brought', () => {
    const asked = done(opened('2021-09-28', { id: 'a' }), '2021-09-29', (h) => of.requestSupplement(h, 'a', [{ about: 'lease@premises', says: '缺第三页' }]));
    expect(a(asked).respondBy).toBe(closing('2021-11-16'));
    const lease = { evidence: 'lease', subject: 'premises', form: 'paper' as const, copies: 1 };
    const again = done(asked, '2021-10-11', (h) => of.supplement(h, 'a', { answers: {}, documents: [lease] }));
    expect(of.requestSupplement(on(again, '2021-10-12'), 'a', [{ about: 'plan', says: '平面图比例不对' }])).toEqual({ refused: 'no-new-grounds' });
    expect(of.requestSupplement(on(again, '2021-10-12'), 'a', [{ about: 'lease@premises', says: '这一页没有签字' }])).toHaveProperty('events');
  });
  test('silence accepts from the day of receipt, whoever looks first', () => {
    const state = opened('2021-10-28', { id: 'a' });
    expect(of.passTime(on(state, '2021-11-04'), () => 'head')).toEqual([]);
    expect(a(time(state, '2021-11-05'))).toMatchObject({ status: 'accepted', acceptedAt: at('2021-10-28') });
  });
  test('what is not added in time lapses, and a case of nothing else is closed as lapsed', () => {
    const asked = done(opened('2021-09-28', { id: 'a' }), '2021-09-29', (h) => of.requestSupplement(h, 'a', [{ about: 'lease', says: '缺' }]));
    expect(of.lapse(on(asked, '2021-11-16'), 'a', '逾期未补正')).toEqual({ refused: 'too-early' });
    const lapsed = time(asked, '2021-11-17');
    expect([a(lapsed).status, lapsed.status, lapsed.outcome]).toEqual(['lapsed', 'closed', 'lapsed']);
  });
  test('the wrong authority names the right one', () => {
    const state = done(opened('2021-09-28', { id: 'a' }), '2021-09-28', (h) => of.notAccept(h, 'a', '不归本局管', '区教育局'));
    expect(a(state)).toMatchObject({ status: 'not-accepted', reasons: ['不归本局管'] });
  });
});

describe('容缺 and 告知承诺', () => {
  const deferrable = [{ evidence: 'health', subject: 'employee', within: { wd: 20 } }];
  const piece = { evidence: 'health', subject: 'employee' };
  test('what may follow later is named, is owed by the promised day at the latest, and no result is issued before', () => {
    const state = opened('2021-09-28', { id: 'a', deferrable });
    expect(of.accept(on(state, '2021-09-28'), 'a', [{ evidence: 'lease', subject: 'premises' }])).toEqual({ refused: 'not-deferrable' });
    const accepted = done(state, '2021-09-28', (h) => of.accept(h, 'a', [piece]));
    expect(a(accepted).deferred).toEqual([{ ...piece, due: a(accepted).promised }]);
    expect(a(accepted).due).toBe(closing('2021-11-01'));
    expect(of.grant(on(accepted, '2021-10-11'), 'a', { values: {}, evidence: paper })).toEqual({ refused: 'deferred-outstanding' });
    const supplied = done(accepted, '2021-10-11', (h) => of.supplyDeferred(h, 'a', [{ ...piece, form: 'paper', copies: 1 }]));
    expect(a(supplied).deferred).toEqual([]);
    expect(a(done(supplied, '2021-10-11', (h) => of.grant(h, 'a', { values: {}, evidence: paper }))).status).toBe('delivered');
  });
  test('a deferred piece that never came may end the step, not before its day', () => {
    const accepted = done(opened('2021-09-28', { id: 'a', deferrable }), '2021-09-28', (h) => of.accept(h, 'a', [piece]));
    expect(of.lapse(on(accepted, '2021-10-15'), 'a', '承诺补交的材料没有交')).toEqual({ refused: 'too-early' });
    expect(a(done(accepted, '2021-10-30', (h) => of.lapse(h, 'a', '承诺补交的材料没有交'))).status).toBe('lapsed');
  });
  test('a broken promise is found, the grant taken back, and its holder barred from promising', () => {
    const promised = [{ evidence: 'fire-promise', subject: 'business' }];
    const accepted = done(opened('2021-09-28', { id: 'a', promised }), '2021-09-28', (h) => of.accept(h, 'a'));
    const granted = done(accepted, '2021-09-28', (h) => of.grant(h, 'a', { values: {}, evidence: paper }));
    expect(granted.status).toBe('closed');
    expect(of.revoke(on(granted, '2021-10-11'), 'a', '承诺不实', null)).toEqual({ refused: 'no-promise' });
    const checked = done(granted, '2021-10-11', (h) => of.checkPromise(h, 'a', promised[0]!, false, '没有第二出口'));
    const revoked = done(checked, '2021-10-12', (h) => of.revoke(h, 'a', '承诺不实', null));
    expect([a(revoked).status, revoked.status]).toEqual(['revoked', 'closed']);
    expect(of.checkPromise(on(granted, '2021-10-11'), 'a', { evidence: 'lease', subject: 'x' }, true, 'x')).toEqual({ refused: 'no-promise' });
  });
});

describe('§34 visits', () => {
  const visit = { act: 'inspection', joins: 'joint-visit' };
  test('two officers at least; no grant before the visit', () => {
    const accepted = done(opened('2021-09-28', { id: 'a', visit: { act: 'inspection', joins: null } }), '2021-09-28', (h) => of.accept(h, 'a'));
    expect(of.grant(on(accepted, '2021-09-29'), 'a', { values: {}, evidence: paper })).toEqual({ refused: 'visit-outstanding' });
    expect(of.recordVisit(on(accepted, '2021-09-29'), 'a', { officers: ['易家俭', ' 易家俭'], findings: '合格', passed: true })).toEqual({ refused: 'two-officers' });
    const visited = done(accepted, '2021-09-29', (h) => of.recordVisit(h, 'a', { officers: ['易家俭', '凌若水'], findings: '合格', passed: true }));
    expect(a(done(visited, '2021-09-30', (h) => of.grant(h, 'a', { values: {}, evidence: paper }))).status).toBe('delivered');
  });
  test('one appointment serves every step that joins it', () => {
    const state = opened('2021-09-28', { id: 'a', visit }, { id: 'b', visit }, { id: 'c' });
    const arranged = done(state, '2021-09-28', (h) => of.arrangeVisit(h, 'a', at('2021-09-30', '09:30')));
    expect([...arranged.steps.values()].map((s) => s.visits.map((v) => v.slot))).toEqual([[at('2021-09-30', '09:30')], [at('2021-09-30', '09:30')], []]);
    const moved = done(arranged, '2021-09-29', (h) => of.arrangeVisit(h, 'b', at('2021-10-08', '09:30')));
    expect(a(moved).visits).toHaveLength(1);
    expect(of.arrangeVisit(on(state, '2021-09-28'), 'a', at('2021-09-27'))).toEqual({ refused: 'too-late' });
  });
  test('a step that comes later goes along on the day that is set; one whose day has passed does not', () => {
    const slot = at('2021-09-30', '09:30');
    const arranged = done(opened('2021-09-28', { id: 'a', visit }), '2021-09-28', (h) => of.arrangeVisit(h, 'a', slot));
    const added = { answers: {}, provenance: {}, documents: [], added: [{ ...filed({ id: 'b' }), visit }], changed: [], ended: [], told: [] };
    const joined = done(arranged, '2021-09-29', (h) => of.changeFacts(h, added));
    expect(joined.steps.get('b')!.visits).toEqual([expect.objectContaining({ slot, findings: null })]);
    const late = done(arranged, '2021-10-11', (h) => of.changeFacts(h, added));
    expect(late.steps.get('b')!.visits).toEqual([]);
  });
});
