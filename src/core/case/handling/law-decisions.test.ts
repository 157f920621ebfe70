/** The law's own numbers, on the State Council's calendar, from the decision on: renewals, overruns, transfers, changed facts, what residents say. */
import { describe, expect, test } from 'vitest';
import { applicant, filed } from '../testing/made-up';
import { closing, other, opened, on, done, a, paper, time } from '../testing/under-law';
import * as of from '.';

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
