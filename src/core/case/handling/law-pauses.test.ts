/** The law's own numbers, on the State Council's calendar, where the clock stops: special procedures and hearings. */
import { describe, expect, test } from 'vitest';
import { calendar, due } from '../../calendar';
import { sampleCity, year2021 } from '../../calendar/sample-years';
import type { CaseEvent } from '../event';
import { apply } from '../fold';
import type { CaseState } from '../state';
import { applicant, officer } from '../testing/made-up';
import { at, closing, other, opened, on, done, a, paper, time } from '../testing/under-law';
import * as of from '.';

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

describe('a date in a year whose calendar is not published', () => {
  const all = calendar([year2021, { year: 2022, off: ['2022-01-01/2022-01-03', '2022-01-31/2022-02-06'], work: ['2022-01-29', '2022-01-30'] }], sampleCity);
  const published: of.Clocks = {
    due: (length, from, pauses) => {
      const found = due(all, { ...length, from, pauses });
      return found.due === null ? found : { due: found.due };
    },
  };
  const anew = (state: CaseState, day: string, clocks?: of.Clocks) => of.datedAnew({ ...on(state, day), ...(clocks && { clocks }) });
  const withDates = (state: CaseState, events: readonly CaseEvent[]) => events.reduce<CaseState>((s, event) => apply(s, { n: s.version + 1, at: at('2021-12-29'), actor: officer, event })!, state);

  test('waits, and once it is published is counted as it would have been from the first', () => {
    const early = opened('2021-12-15', { id: 'a' }, { id: 'b' });
    const state = done(early, '2021-12-15', (h) => of.accept(h, 'a'));
    expect(a(state)).toMatchObject({ due: null, pending: 'calendar-2022' });
    expect(anew(state, '2021-12-29')).toEqual([]);
    const known = withDates(state, anew(state, '2021-12-29', published));
    const fromTheFirst = done(early, '2021-12-15', (h) => of.accept({ ...h, clocks: published }, 'a'));
    expect(a(known)).toMatchObject({ status: 'accepted', due: closing('2022-01-13'), pending: null });
    expect(a(known).due).toBe(a(fromTheFirst).due);
    expect(known.joint).toEqual(fromTheFirst.joint);
    expect(anew(known, '2021-12-30', published)).toEqual([]);
  });

  test('of a step that is only received counts from its receipt, so that silence can accept it', () => {
    const state = opened('2021-12-30', { id: 'a' });
    expect(a(state)).toMatchObject({ status: 'received', due: null, pending: 'calendar-2022' });
    const [dated] = anew(state, '2022-01-04', published);
    expect(dated).toMatchObject({ type: 'dated', step: 'a', due: closing('2022-01-07') });
  });
});
