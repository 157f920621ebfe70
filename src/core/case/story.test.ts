/** What a step's events tell of it, on clocks of 24-hour days. */
import { expect, test } from 'vitest';
import type { CaseEvent, Recorded } from './event';
import { apply, fold, foldTelling } from './fold';
import type { CaseState } from './state';
import { type Story, stories } from './story';
import { applicant, filed, later, officer, start, submitted } from './testing/made-up';

const hour = 3_600_000;
const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / hour;
const time = { hours: between, workdays: (from: string, to: string) => Math.floor(between(from, to) / 24) };
const capacity = (c: 'self' | 'helper' | 'counter-clerk') => ({ ...applicant, capacity: c });

/** Events on days after filing. */
function story(happened: [number, CaseEvent][], by: 'self' | 'helper' | 'counter-clerk' = 'self'): Story | undefined {
  const all: [number, CaseEvent][] = [[0, submitted([filed({ id: 'a' })])], [0, { type: 'received', step: 'a', due: later(5), promised: null }], ...happened];
  const recorded = all.map(([days, event], i): Recorded => ({ n: i + 1, at: days === 0 ? start : later(days), actor: i === 0 ? capacity(by) : officer, event }));
  const { state, told } = stories(recorded, time);
  expect(state).toEqual(fold(recorded));
  return told.get('a');
}
const accepted: [number, CaseEvent] = [1, { type: 'accepted', step: 'a', deemed: false, due: later(21), promised: null }];
const granted = (day: number): [number, CaseEvent] => [day, { type: 'granted', step: 'a', values: {}, evidence: [] }];
const paused = (day: number, procedure: 'testing' | 'awaiting-output' = 'testing'): [number, CaseEvent] => [day, { type: 'paused', step: 'a', procedure, reason: 'r', until: null }];
const asked = (day: number): [number, CaseEvent] => [day, { type: 'supplement-requested', step: 'a', defects: [{ about: 'x', says: 'y' }], due: null }];
const added = (day: number): [number, CaseEvent] => [day, { type: 'supplemented', step: 'a', answers: {}, documents: [], due: later(day + 5) }];

test('a step in its ordinary course has nothing to tell until it is over', () => {
  expect(story([accepted])).toBeUndefined();
  expect(story([accepted, granted(9)])).toMatchObject({ endedAt: later(9), outcome: 'granted', days: 9, inTime: true, supplements: 0, pauses: 0, latePause: false, lateReturn: false });
});
test('late is late, and a delivery afterwards changes neither end nor days', () => {
  expect(story([accepted, granted(22), [30, { type: 'delivered', step: 'a', by: 'post' }]])).toMatchObject({ endedAt: later(22), days: 22, inTime: false, outcome: 'granted' });
});
test.each([
  [18, false],
  [19.5, true],
  [21.5, false],
])('a pause on day %s of a period from day 1 to 21: in its last tenth %s', (day, late) => {
  expect(story([accepted, paused(day)])).toMatchObject({ latePause: late, pauses: 1, endedAt: null });
});
test('waiting for another step is no pause of the authority', () => {
  expect(story([accepted, paused(20, 'awaiting-output'), granted(21)])).toMatchObject({ pauses: 0, latePause: false });
});
test('a return in the last tenth, and a second one', () => {
  expect(story([asked(4)])).toMatchObject({ lateReturn: false, supplements: 1 });
  expect(story([asked(4.8)])).toMatchObject({ lateReturn: true, supplements: 1 });
  expect(story([asked(1), added(2), asked(3)])).toMatchObject({ lateReturn: false, supplements: 2 });
  expect(story([asked(1), added(2), asked(6.9)])).toMatchObject({ lateReturn: true });
  expect(story([[4.9, { type: 'not-accepted', step: 'a', reason: 'r' }]])).toMatchObject({ lateReturn: true, outcome: 'not-accepted' });
});
test('the channel is who filed', () => {
  expect([story([asked(1)])!.channel, story([asked(1)], 'helper')!.channel, story([asked(1)], 'counter-clerk')!.channel]).toEqual(['self', 'helper', 'hall']);
});
test('a fold tells every step an event made another, and no other', () => {
  const happened: CaseEvent[] = [
    submitted([filed({ id: 'a' }), filed({ id: 'b' })]),
    { type: 'received', step: 'a', due: later(5), promised: null },
    { type: 'received', step: 'nobody', due: later(5), promised: null },
    { type: 'facts-changed', answers: {}, provenance: {}, documents: [], added: [filed({ id: 'c' })], changed: [], ended: [{ step: 'b', reason: 'r' }], told: [] },
    { type: 'rated', grade: 5 },
    { type: 'withdrawn', reason: 'r' },
  ];
  const recorded = happened.map((event, i): Recorded => ({ n: i + 1, at: later(i), actor: officer, event }));
  const told: string[] = [];
  foldTelling(recorded, (state, id, was) => told.push(`${state.version} ${was?.status ?? '-'} ${id} ${state.steps.get(id)!.status}`));
  const plainly: string[] = [];
  let state: CaseState | null = null;
  for (const e of recorded) {
    const before: CaseState | null = state;
    state = apply(state, e);
    for (const [id, s] of state!.steps) if (before?.steps.get(id) !== s) plainly.push(`${e.n} ${before?.steps.get(id)?.status ?? '-'} ${id} ${s.status}`);
  }
  expect(told).toEqual(plainly);
  expect(told).toContain('4 - c waiting');
});
