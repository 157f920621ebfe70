/** Every command in every state, and what follows from a decision for the other steps. */
import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../event';
import { accept, deliver, grant, type Handling, notAccept, type Outcome, refuse, requestSupplement, startReview, supplement, waitForInputs, withdraw } from '.';
import type { StepStatus } from '../state';
import { done, handling, later, opened, paper, play, start, statusesOf } from '../testing/made-up';

const accepting = (id: string) => (h: Handling) => accept(h, id);
const granting =
  (id: string, values = {}) =>
  (h: Handling) =>
    grant(h, id, { values, evidence: paper(id) });
const refusing = (id: string) => (h: Handling) => refuse(h, id, ['面积不够']);

describe('each command in each state', () => {
  const commands: { [name: string]: (h: Handling) => Outcome } = {
    accept: accepting('a'),
    startReview: (h) => startReview(h, 'a'),
    requestSupplement: (h) => requestSupplement(h, 'a', [{ about: 'lease', says: '第三页看不清' }]),
    supplement: (h) => supplement(h, 'a', { answers: {}, documents: [] }),
    notAccept: (h) => notAccept(h, 'a', '不归本局管'),
    waitForInputs: (h) => waitForInputs(h, 'a'),
    grant: granting('a'),
    refuse: refusing('a'),
    deliver: (h) => deliver(h, 'a', 'counter'),
  };
  /** Which command goes in which state; the step still misses the output of another. */
  const goes: { [status in StepStatus]?: string[] } = {
    received: ['accept', 'requestSupplement', 'notAccept'],
    supplemented: ['accept', 'requestSupplement', 'notAccept'],
    'supplement-requested': ['supplement'],
    accepted: ['startReview', 'waitForInputs', 'refuse'],
    'under-review': ['waitForInputs', 'refuse'],
    granted: ['deliver'],
  };
  const made: { [status in StepStatus]: CaseEvent[] } = {
    depends: [{ type: 'decided-later', step: 'a', state: 'in', because: 'b' }],
    waiting: [{ type: 'decided-later', step: 'a', state: 'in', because: 'b' }],
    received: [],
    'supplement-requested': [{ type: 'supplement-requested', step: 'a', defects: [{ about: 'x', says: 'y' }], due: null }],
    supplemented: [{ type: 'supplemented', step: 'a', answers: {}, documents: [], due: null }],
    accepted: [{ type: 'accepted', step: 'a', deemed: false, due: null, promised: null }],
    'under-review': [{ type: 'review-started', step: 'a' }],
    paused: [{ type: 'paused', step: 'a', procedure: 'awaiting-output', reason: 'paper-b', waitsFor: 'b', until: null }],
    granted: [{ type: 'granted', step: 'a', values: {}, evidence: [] }],
    delivered: [{ type: 'delivered', step: 'a', by: 'post' }],
    'not-accepted': [{ type: 'not-accepted', step: 'a', reason: 'r' }],
    refused: [{ type: 'refused', step: 'a', reasons: ['r'] }],
    moot: [{ type: 'made-moot', step: 'a', because: 'b', reason: 'paper-b' }],
    'not-needed': [{ type: 'decided-later', step: 'a', state: 'out', because: 'b' }],
    withdrawn: [{ type: 'step-withdrawn', step: 'a', reason: 'r' }],
    lapsed: [{ type: 'lapsed', step: 'a', reason: 'r' }],
    revoked: [{ type: 'revoked', step: 'a', reason: 'r' }],
  };
  const rows = (Object.keys(made) as StepStatus[]).filter((s) => s !== 'depends').flatMap((status) => Object.keys(commands).map((name) => [name, status] as const));

  test.each(rows)('%s when %s', (name, status) => {
    const state = play(opened({ id: 'b' }, { id: 'a', afterwards: ['b'] }), made[status]);
    expect(state.steps.get('a')!.status).toBe(status);
    const outcome = commands[name]!(handling(state));
    expect('events' in outcome).toBe(goes[status]?.includes(name) ?? false);
  });
  test.each(Object.keys(commands))('%s on a step that is not there, and in a closed case', (name) => {
    const elsewhere = play(opened({ id: 'b' }), []);
    expect(commands[name]!(handling(elsewhere))).toEqual({ refused: 'no-such-step' });
    const closed = play(opened({ id: 'a' }), [{ type: 'closed', outcome: 'refused' }]);
    expect(commands[name]!(handling(closed))).toEqual({ refused: name === 'deliver' ? 'wrong-state' : 'closed' });
  });
});

describe('what a command demands', () => {
  test('a supplement notice names at least one defect, each in words', () => {
    const state = opened({ id: 'a' });
    expect(requestSupplement(handling(state), 'a', [])).toEqual({ refused: 'no-defects' });
    expect(requestSupplement(handling(state), 'a', [{ about: 'x', says: ' ' }])).toEqual({ refused: 'no-defects' });
  });
  test('a decision against the applicant has reasons', () => {
    const state = opened({ id: 'a' });
    expect(notAccept(handling(state), 'a', '  ')).toEqual({ refused: 'reasons-missing' });
    expect(refuse(handling(done(state, accepting('a'))), 'a', ['', ' '])).toEqual({ refused: 'reasons-missing' });
  });
  test('a grant states every output, and has every input', () => {
    const state = done(opened({ id: 'a', gives: ['child.idNumber'] }, { id: 'b', afterwards: ['a'] }), accepting('a'));
    expect(grant(handling(state), 'a', { values: {}, evidence: paper('a') })).toEqual({ refused: 'outputs-missing' });
    expect(grant(handling(state), 'a', { values: { 'child.idNumber': 'x' }, evidence: [] })).toEqual({ refused: 'outputs-missing' });
    expect(grant(handling(done(state, accepting('b'))), 'b', { values: {}, evidence: paper('b') })).toEqual({ refused: 'inputs-missing' });
  });
});

describe('the time for acceptance (行政许可法 §32)', () => {
  const silent = later(6);
  test('after five days of silence the step counts as accepted from the day of receipt', () => {
    const accepted = done(opened({ id: 'a' }), accepting('a'), silent).steps.get('a')!;
    expect(accepted).toMatchObject({ status: 'accepted', acceptedAt: start, due: later(20), promised: later(10) });
  });
  test('and nothing more can be asked for, nor acceptance be denied', () => {
    const state = opened({ id: 'a' });
    expect(requestSupplement(handling(state, silent), 'a', [{ about: 'x', says: 'y' }])).toEqual({ refused: 'too-late' });
    expect(notAccept(handling(state, silent), 'a', 'r')).toEqual({ refused: 'too-late' });
  });
  test('a supplement starts it anew', () => {
    const asked = done(opened({ id: 'a' }), (h) => requestSupplement(h, 'a', [{ about: 'x', says: 'y' }]), later(4));
    const again = done(asked, (h) => supplement(h, 'a', { answers: {}, documents: [] }), later(30));
    expect(again.steps.get('a')!.due).toBe(later(35));
    expect(done(again, accepting('a'), later(34)).steps.get('a')!.acceptedAt).toBe(later(34));
    expect(done(again, accepting('a'), later(36)).steps.get('a')!.acceptedAt).toBe(later(30));
  });
});

describe('what follows', () => {
  test('a grant releases who waited for it, with the outputs; the release is the day of receipt', () => {
    const before = done(opened({ id: 'birth', gives: ['child.idNumber'] }, { id: 'card', first: ['birth'] }, { id: 'two', first: ['birth', 'card'] }), accepting('birth'));
    const outcome = granting('birth', { 'child.idNumber': 'x' })(handling(before, later(1)));
    expect(outcome).toMatchObject({ events: [{ type: 'granted' }, { type: 'delivered' }, { type: 'released', step: 'card', by: 'birth', evidence: ['paper-birth'], due: later(6) }] });
    const after = done(before, granting('birth', { 'child.idNumber': 'x' }), later(1));
    expect(statusesOf(after)).toEqual({ birth: 'delivered', card: 'received', two: 'waiting' });
    expect(after.steps.get('card')!.receivedAt).toBe(later(1));
  });
  test('waiting for a later input pauses the clock, and the grant resumes it', () => {
    const both = done(done(opened({ id: 'a' }, { id: 'b', afterwards: ['a'] }), accepting('a')), accepting('b'));
    const paused = done(both, (h) => waitForInputs(h, 'b'), later(2));
    expect(paused.steps.get('b')).toMatchObject({ status: 'paused', due: null });
    const after = done(paused, granting('a'), later(5));
    expect(after.steps.get('b')).toMatchObject({ status: 'under-review', due: later(23), promised: later(13) });
  });
  test('a failed supplier makes its dependants moot, and theirs; independents go on', () => {
    const state = done(opened({ id: 'a' }, { id: 'b', first: ['a'] }, { id: 'c', afterwards: ['b'] }, { id: 'free' }), accepting('a'));
    const after = done(state, refusing('a'));
    expect(statusesOf(after)).toEqual({ a: 'refused', b: 'moot', c: 'moot', free: 'received' });
    expect(after.steps.get('c')).toMatchObject({ because: 'b', reasons: ['paper-b'] });
    expect(after.status).toBe('submitted');
    const closed = done(done(after, accepting('free')), granting('free'));
    expect([closed.status, closed.outcome]).toEqual(['closed', 'partly-granted']);
  });
  test('the outcome is granted, refused, partly granted or withdrawn', () => {
    const one = done(opened({ id: 'a' }), accepting('a'));
    expect(done(one, granting('a')).outcome).toBe('granted');
    expect(done(one, refusing('a')).outcome).toBe('refused');
    expect(done(one, (h) => withdraw(h, '不办了')).outcome).toBe('withdrawn');
    const two = done(done(opened({ id: 'a' }, { id: 'b' }), accepting('a')), granting('a'));
    expect(done(two, (h) => withdraw(h, '不办了')).outcome).toBe('partly-granted');
  });
  test('withdrawing leaves what is already final as it was', () => {
    const state = done(done(opened({ id: 'a' }, { id: 'b', first: ['a'] }, { id: 'c' }), accepting('a')), refusing('a'));
    const after = done(state, (h) => withdraw(h, '不办了'));
    expect(statusesOf(after)).toEqual({ a: 'refused', b: 'moot', c: 'withdrawn' });
    expect(after.steps.get('b')).toMatchObject({ because: 'a', reasons: ['paper-a'] });
  });
});

describe('steps that depend on an output', () => {
  const asked = () => done(opened({ id: 'a' }, { id: 'maybe', decidedBy: 'a' }), accepting('a'));
  const deciding = (state: 'in' | 'out', first?: string[]) => (h: Handling) =>
    grant(h, 'a', { values: {}, evidence: paper('a') }, () => [
      {
        step: 'maybe',
        state,
        ...(first && {
          filed: { ...h.state.steps.get('maybe')!.filed, waitsFor: first, inputs: first.map((step) => ({ step, stage: 's', because: 'p', kind: 'gate' as const })), state: 'in' as const },
        }),
      },
    ]);

  test('out: not needed, and the case may close without it', () => {
    const after = done(asked(), deciding('out'));
    expect([statusesOf(after).maybe, after.outcome]).toEqual(['not-needed', 'granted']);
  });
  test('in, and waiting for nobody: received at once', () => {
    expect(statusesOf(done(asked(), deciding('in', []))).maybe).toBe('received');
    expect(statusesOf(done(asked(), deciding('in', ['a']))).maybe).toBe('received');
  });
  test('in, but what it needs has failed before: moot', () => {
    const state = done(done(done(opened({ id: 'a' }, { id: 'b' }, { id: 'maybe', decidedBy: 'a' }), accepting('b')), refusing('b')), accepting('a'));
    const after = done(state, deciding('in', ['b']));
    expect([statusesOf(after).maybe, after.outcome]).toEqual(['moot', 'partly-granted']);
  });
  test('still open when nobody is left who could decide: its own authority takes it in', () => {
    expect(statusesOf(done(asked(), granting('a'))).maybe).toBe('received');
    const two = done(opened({ id: 'a' }, { id: 'b' }, { id: 'maybe', decidedBy: 'a' }), accepting('a'));
    const after = done(two, granting('a'));
    expect(statusesOf(after).maybe).toBe('depends');
    expect(statusesOf(done(done(after, accepting('b')), refusing('b'))).maybe).toBe('received');
  });
  test('the decider failed: moot', () => expect(statusesOf(done(asked(), refusing('a'))).maybe).toBe('moot'));
});
