/** The law's own numbers, on the State Council's calendar: one row per period, with the article it comes from. */
import { describe, expect, test } from 'vitest';
import { due } from '../../calendar';
import { sampleCalendar } from '../../calendar/sample-years';
import type { Actor, FiledStep } from '../event';
import { apply, fold } from '../fold';
import type { CaseState } from '../state';
import { applicant, filed, officer, play as played, recordedFrom, submitted } from '../testing/made-up';
import * as of from '.';

const clocks: of.Clocks = {
  due: (length, from, pauses) => {
    const found = due(sampleCalendar, { ...length, from, pauses });
    return found.due === null ? { due: null, pending: found.pending } : { due: found.due };
  },
};
const at = (day: string, hour = '10:00') => `${day}T${hour}:00+08:00`;
const closing = (day: string) => `${day}T17:00:00+08:00`;
const other: Actor = { id: 'o-2', name: '凌若水', capacity: 'officer', authority: 'a' };

function opened(day: string, ...steps: (Partial<FiledStep> & { id: string; first?: string[]; afterwards?: string[] })[]): CaseState {
  const filedSteps = steps.map(({ first, afterwards, ...more }) => ({ ...filed({ id: more.id, ...(first && { first }), ...(afterwards && { afterwards }) }), ...more }));
  const state = fold(recordedFrom(0, [submitted(filedSteps)], at(day), applicant))!;
  return played(state, of.receive({ state, at: at(day), actor: officer, clocks }), at(day));
}
const on = (state: CaseState, when: string, actor = officer): of.Handling => ({ state, at: when.includes('T') ? when : at(when), actor, clocks });
function done(state: CaseState, when: string, command: (h: of.Handling) => of.Outcome, actor = officer): CaseState {
  const h = on(state, when, actor);
  const outcome = command(h);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return recordedFrom(state.version, outcome.events, h.at, actor).reduce(applyTo, state);
}
const applyTo = (s: CaseState, e: ReturnType<typeof recordedFrom>[number]): CaseState => apply(s, e)!;
const a = (s: CaseState) => s.steps.get('a')!;
const paper = [{ evidence: 'paper-a', number: '№ 1' }];
const time = (state: CaseState, when: string): CaseState =>
  recordedFrom(
    state.version,
    of.passTime(on(state, when), () => 'head'),
    at(when),
    officer,
  ).reduce(applyTo, state);

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
});

describe('§45 procedures that stop the clock, with the time told in writing', () => {
  const accepted = () => done(opened('2021-10-11', { id: 'a' }), '2021-10-11', (h) => of.accept(h, 'a'));
  const pausing = (until: string) => (h: of.Handling) => of.pause(h, 'a', { procedure: 'testing', reason: '水质检测', until });
  test.each(['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expert-review'] as const)('%s stops it', (procedure) => {
    expect(a(done(accepted(), '2021-10-12', (h) => of.pause(h, 'a', { procedure, reason: 'r', until: at('2021-10-20') })))).toMatchObject({ status: 'paused', due: null });
  });
  test('nothing else does, and never without the time told', () => {
    expect(of.pause(on(accepted(), '2021-10-12'), 'a', { procedure: 'awaiting-output', reason: 'r', until: at('2021-10-20') })).toEqual({ refused: 'no-such-procedure' });
    expect(of.pause(on(accepted(), '2021-10-12'), 'a', { procedure: 'testing', reason: 'r', until: '' })).toEqual({ refused: 'time-not-told' });
    expect(of.pause(on(accepted(), '2021-10-12'), 'a', { procedure: 'testing', reason: 'r', until: at('2021-10-11') })).toEqual({ refused: 'time-not-told' });
  });
  test('every day it touches does not count', () => {
    // 20 working days from 11 October end on 8 November; 12–14 October fall away.
    expect(a(accepted()).due).toBe(closing('2021-11-08'));
    const paused = done(accepted(), '2021-10-12', pausing(at('2021-10-20')));
    expect(a(done(paused, '2021-10-14', (h) => of.resume(h, 'a'))).due).toBe(closing('2021-11-11'));
  });
  test('the time told is the time that does not count: the clock runs again when it ends, whenever the sweep comes', () => {
    const paused = done(accepted(), '2021-10-12', pausing(at('2021-10-14')));
    const early = time(paused, '2021-10-15');
    expect(a(early)).toMatchObject({ status: 'under-review', due: closing('2021-11-11') });
    expect(a(time(paused, '2021-10-29')).due).toBe(closing('2021-11-11'));
  });
  test('splitting a pause changes nothing', () => {
    const once = done(done(accepted(), '2021-10-12', pausing(at('2021-10-30'))), '2021-10-20', (h) => of.resume(h, 'a'));
    const half = done(done(accepted(), '2021-10-12', pausing(at('2021-10-30'))), '2021-10-15', (h) => of.resume(h, 'a'));
    const twice = done(done(half, '2021-10-15', pausing(at('2021-10-30'))), '2021-10-20', (h) => of.resume(h, 'a'));
    expect(a(twice).due).toBe(a(once).due);
  });
  test('the joint period stands still with it, and not while a step waits for another', () => {
    let state = opened('2021-09-28', { id: 'a' }, { id: 'b', afterwards: ['a'] });
    for (const id of ['a', 'b']) state = done(state, '2021-09-28', (h) => of.accept(h, id));
    const waiting = done(state, '2021-10-08', (h) => of.waitForInputs(h, 'b'));
    const released = done(waiting, '2021-10-20', (h) => of.grant(h, 'a', { values: {}, evidence: paper }));
    expect([released.joint!.due, released.steps.get('b')!.due]).toEqual([closing('2021-12-06'), closing('2021-11-15')]);
    const tested = done(done(state, '2021-10-11', pausing(at('2021-10-20'))), '2021-10-13', (h) => of.resume(h, 'a'));
    expect(tested.joint!.due).toBe(closing('2021-12-09'));
  });
});

describe('§46–48 hearing', () => {
  const accepted = () => done(opened('2021-10-11', { id: 'a' }), '2021-10-11', (h) => of.accept(h, 'a'));
  const offered = () => done(accepted(), '2021-10-12', (h) => of.offerHearing(h, 'a'));
  test('asked for within five working days, held within twenty, told seven days ahead, by somebody who does not review', () => {
    expect(a(offered()).hearing!.askBy).toBe(closing('2021-10-19'));
    expect(of.askHearing(on(offered(), '2021-10-20', applicant), 'a')).toEqual({ refused: 'too-late' });
    const asked = done(offered(), '2021-10-15', (h) => of.askHearing(h, 'a'), applicant);
    expect(a(asked)).toMatchObject({ status: 'paused', hearing: { holdBy: closing('2021-11-12') } });
    const convene = (session: string, presiding: string) => (h: of.Handling) => of.conveneHearing(h, 'a', { session, place: '大厅三楼', presiding });
    expect(convene(at('2021-10-20'), '凌若水')(on(asked, '2021-10-18'))).toEqual({ refused: 'too-early' });
    expect(convene(at('2021-11-15'), '凌若水')(on(asked, '2021-10-18'))).toEqual({ refused: 'too-late' });
    expect(convene(at('2021-10-27'), officer.name)(on(asked, '2021-10-18'))).toEqual({ refused: 'same-officer' });
    const convened = done(asked, '2021-10-18', convene(at('2021-10-27'), other.name));
    expect(of.holdHearing(on(convened, '2021-10-26'), 'a', '笔录')).toEqual({ refused: 'too-early' });
    const held = done(convened, '2021-10-27T16:00:00+08:00', (h) => of.holdHearing(h, 'a', '笔录'));
    // 15–27 October do not count: nine working days.
    expect(a(held)).toMatchObject({ status: 'under-review', due: closing('2021-11-19') });
  });
  test('no decision while the right to be heard is open', () => {
    expect(of.refuse(on(offered(), '2021-10-13'), 'a', ['不合条件'])).toEqual({ refused: 'hearing-outstanding' });
    expect(of.refuse(on(offered(), '2021-10-20'), 'a', ['不合条件'])).toHaveProperty('events');
  });
});

describe('decisions', () => {
  test('where a second person is asked for, nobody decides alone', () => {
    const accepted = done(opened('2021-10-11', { id: 'a', approval: 'second-person' }), '2021-10-11', (h) => of.accept(h, 'a'));
    const granting = (h: of.Handling) => of.grant(h, 'a', { values: {}, evidence: paper });
    expect(granting(on(accepted, '2021-10-12'))).toEqual({ refused: 'second-person' });
    const proposed = done(accepted, '2021-10-12', (h) => of.propose(h, 'a', 'grant', '条件齐备'));
    expect(granting(on(proposed, '2021-10-12'))).toEqual({ refused: 'second-person' });
    expect(of.refuse(on(proposed, '2021-10-12', other), 'a', ['x'])).toEqual({ refused: 'second-person' });
    expect(of.returnProposal(on(proposed, '2021-10-12'), 'a', 'x')).toEqual({ refused: 'second-person' });
    expect(a(done(proposed, '2021-10-12', (h) => of.returnProposal(h, 'a', '请再核一次'), other)).proposal).toBeNull();
    expect(a(done(proposed, '2021-10-12', granting, other)).status).toBe('delivered');
  });
  test('§50 a renewal nobody decided by expiry counts as renewed', () => {
    const renews = { evidence: 'paper-a', number: '№ 老证', expires: '2021-10-31' };
    const state = done(opened('2021-09-28', { id: 'a', renews }), '2021-09-28', (h) => of.accept(h, 'a'));
    expect(of.deemRenewed(on(state, '2021-10-31'), 'a')).toEqual({ refused: 'too-early' });
    const renewed = time(state, '2021-11-01');
    expect(a(renewed)).toMatchObject({ status: 'delivered', deemedRenewed: true, evidence: [{ evidence: 'paper-a', number: '№ 老证' }] });
    expect(renewed.outcome).toBe('granted');
  });
  test('an overrun is told upwards once, blocks nobody else, and the decision still comes', () => {
    let state = opened('2021-09-28', { id: 'a' }, { id: 'b', first: ['a'] }, { id: 'free' });
    for (const id of ['a', 'free']) state = done(state, '2021-09-28', (h) => of.accept(h, id));
    const late = time(state, '2021-11-02');
    expect(a(late).escalations.map((e) => e.clock)).toEqual(['statutory', 'promised']);
    expect(of.passTime(on(late, '2021-11-03'), () => 'head')).toEqual([]);
    expect(late.steps.get('b')!.status).toBe('waiting');
    expect(done(late, '2021-11-03', (h) => of.grant(h, 'free', { values: {}, evidence: [{ evidence: 'paper-free', number: '1' }] })).steps.get('free')!.status).toBe('delivered');
    expect(done(late, '2021-11-04', (h) => of.grant(h, 'a', { values: {}, evidence: paper })).steps.get('b')!.status).toBe('received');
  });
  test('a transfer keeps the clock', () => {
    const accepted = done(opened('2021-10-11', { id: 'a' }), '2021-10-11', (h) => of.accept(h, 'a'));
    expect(a(done(accepted, '2021-10-12', (h) => of.transfer(h, 'a', 'b', '职能调整')))).toMatchObject({ authority: 'b', due: a(accepted).due, status: 'accepted' });
  });
});

describe('facts that change after filing', () => {
  test('steps are added, filed anew and ended; who reads a changed fact receives it anew; the rest goes on', () => {
    let state = opened('2021-09-28', { id: 'a' }, { id: 'b' }, { id: 'c', first: ['a'] });
    for (const id of ['a', 'b']) state = done(state, '2021-09-28', (h) => of.accept(h, id));
    const change = {
      answers: { 'premises.area': 60 },
      provenance: {},
      documents: [],
      added: [filed({ id: 'd' })],
      changed: [filed({ id: 'a' })],
      ended: [{ step: 'c', reason: '面积变了，不再需要' }],
      told: ['a', 'b'],
    };
    const after = done(state, '2021-10-11', (h) => of.changeFacts(h, change), applicant);
    expect(Object.fromEntries([...after.steps].map(([id, s]) => [id, s.status]))).toEqual({ a: 'received', b: 'accepted', c: 'not-needed', d: 'received' });
    expect([after.answers['premises.area'], a(after).due, after.steps.get('b')!.due]).toEqual([60, closing('2021-10-18'), state.steps.get('b')!.due]);
  });
  test('what failed is filed again alone, with everything said and granted', () => {
    let state = opened('2021-09-28', { id: 'a' }, { id: 'b' }, { id: 'c', first: ['a'] });
    for (const id of ['a', 'b']) state = done(state, '2021-09-28', (h) => of.accept(h, id));
    state = done(state, '2021-09-29', (h) => of.refuse(h, 'a', ['x']));
    state = done(state, '2021-09-29', (h) => of.grant(h, 'b', { values: { 'x.y': 1 }, evidence: [{ evidence: 'paper-b', number: '2' }] }));
    const again = of.refiling(state);
    expect([state.outcome, again.steps.map((s) => s.filed.id), again.outputs, again.evidence]).toEqual(['partly-granted', ['a', 'c'], { 'x.y': 1 }, [{ evidence: 'paper-b', number: '2' }]]);
  });
});

describe('办不成事 and 好差评', () => {
  test('a ticket has a date and an answer', () => {
    const opens = done(opened('2021-09-28', { id: 'a' }), '2021-09-28', (h) => of.openTicket(h, 't1', '窗口说办不了', 'a'), applicant);
    expect(opens.tickets).toMatchObject([{ ticket: 't1', step: 'a', due: closing('2021-10-11') }]);
    const answered = done(opens, '2021-09-29', (h) => of.answerTicket(h, 't1', '已联系公安户籍窗口，明天可办', true));
    expect(answered.tickets[0]).toMatchObject({ due: null, answers: [{ solved: true }] });
    expect(of.answerTicket(on(opens, '2021-09-29'), 't2', 'x', true)).toEqual({ refused: 'no-such-ticket' });
  });
  test('each matter is rated once, low grades are answered in their times, and nothing is deleted', () => {
    let state = opened('2021-09-28', { id: 'a' }, { id: 'b' });
    expect(of.rate(on(state, '2021-09-28', applicant), { grade: 5 })).toEqual({ refused: 'not-closed' });
    state = done(state, '2021-09-28', (h) => of.notAccept(h, 'a', '不归本局管'));
    const rated = done(state, '2021-09-28', (h) => of.rate(h, { grade: 2, words: '跑了两次', step: 'a' }), applicant);
    expect(rated.ratings).toMatchObject([{ grade: 2, step: 'a', contactBy: closing('2021-09-29'), mendBy: closing('2021-10-11') }]);
    expect(of.rate(on(rated, '2021-09-29', applicant), { grade: 5, step: 'a' })).toEqual({ refused: 'already-rated' });
    const { rating } = rated.ratings[0]!;
    const answered = done(rated, '2021-09-29', (h) => of.answerRating(h, rating, '已致歉并改正', true));
    const reviewed = done(answered, '2021-09-30', (h) => of.reviewRating(h, rating, false, '评错了单位'));
    expect(reviewed.ratings[0]).toMatchObject({ grade: 2, words: '跑了两次', counts: false, contactBy: null, mendBy: null });
  });
});
