/** What holds for every case, whatever happens to it. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseEvent, Recorded } from './event';
import { fold } from './fold';
import { type CaseState, finalStatuses, onDesk, type StepState } from './state';
import { nextTurn, passTime, accept, pause, resume, whoseMove } from './handling';
import { life, lived, steps } from './testing/lives';
import { done, filed, handling, later, officer, opened, play, start, submitted } from './testing/made-up';

const isGranted = (s: StepState | undefined) => s?.status === 'granted' || s?.status === 'delivered';
const isFailed = (s: StepState | undefined) => s !== undefined && finalStatuses.has(s.status) && !isGranted(s);

/** Every step after every deed of every life. */
const always = (holds: (state: CaseState) => void) =>
  fc.assert(
    fc.property(steps, life, (of, deeds) => {
      for (const { state } of lived(of, deeds)) holds(state);
    }),
    { numRuns: 400 },
  );

test('a fold of any events never throws', () => {
  const step = fc.constantFrom('a', 'b', 'nowhere', '__proto__');
  const at = fc.constantFrom(start, '2026-03-05T09:00:00Z');
  const due = fc.option(at, { nil: null });
  const text = fc.string({ maxLength: 5 });
  const values = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)), { maxKeys: 2 });
  const documents = fc.array(fc.record({ evidence: text, subject: text, form: fc.constantFrom('paper' as const, 'file' as const), copies: fc.nat(2) }), { maxLength: 2 });
  const event: fc.Arbitrary<CaseEvent> = fc.oneof(
    fc.constant(submitted([filed({ id: 'a' }), filed({ id: 'b', first: ['a'] })])),
    fc.record({ type: fc.constant('received' as const), step, due, promised: due }),
    fc.record({ type: fc.constant('released' as const), step, by: step, values, evidence: fc.array(text, { maxLength: 2 }), due, promised: due }),
    fc.record({ type: fc.constant('supplement-requested' as const), step, defects: fc.array(fc.record({ about: text, says: text }), { maxLength: 2 }), due }),
    fc.record({ type: fc.constant('supplemented' as const), step, answers: values, documents, due }),
    fc.record({ type: fc.constant('accepted' as const), step, deemed: fc.boolean(), due, promised: due }),
    fc.record({ type: fc.constant('not-accepted' as const), step, reason: text }),
    fc.record({ type: fc.constant('review-started' as const), step }),
    fc.record({ type: fc.constant('paused' as const), step, procedure: text, reason: text, until: due }),
    fc.record({ type: fc.constant('resumed' as const), step, due, promised: due }),
    fc.record({ type: fc.constant('granted' as const), step, values, evidence: fc.array(fc.record({ evidence: text, number: text }), { maxLength: 2 }) }),
    fc.record({ type: fc.constant('refused' as const), step, reasons: fc.array(text, { maxLength: 2 }) }),
    fc.record({ type: fc.constant('delivered' as const), step, by: text }),
    fc.record({ type: fc.constant('made-moot' as const), step, because: step, reason: text }),
    fc.record({ type: fc.constant('decided-later' as const), step, state: fc.constantFrom('in' as const, 'out' as const, 'barred' as const, 'excluded' as const), because: step }),
    fc.record({ type: fc.constant('step-withdrawn' as const), step, reason: text }),
    fc.record({ type: fc.constant('withdrawn' as const), reason: text }),
    fc.record({ type: fc.constant('correction-requested' as const), register: text, concept: text }),
    fc.record({ type: fc.constant('closed' as const), outcome: fc.constantFrom('granted' as const, 'lapsed' as const) }),
    fc.record({ type: fc.constant('rated' as const), grade: fc.constantFrom(1 as const, 5 as const) }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(event, at), { maxLength: 30 }), (all) => {
      const events = all.map(([e, when], i): Recorded => ({ n: i + 1, at: when, actor: officer, event: e }));
      const state = fold(events);
      const first = all.findIndex(([e]) => e.type === 'submitted');
      expect(state === null).toBe(first < 0);
      if (state) expect([state.version, [...state.steps.keys()]]).toEqual([events.length, ['a', 'b']]);
    }),
    { numRuns: 1000 },
  );
});

test('whatever is open is somebody’s move: the authority’s, the applicant’s, or that of a step that is itself open', () =>
  always((state) => {
    const at = (id: string) => state.steps.get(id);
    const isOpen = (s: StepState | undefined) => s !== undefined && !finalStatuses.has(s.status);
    for (const s of state.steps.values()) {
      switch (s.status) {
        case 'waiting':
          expect(s.filed.waitsFor.some((w) => isOpen(at(w)))).toBe(true);
          expect(s.filed.waitsFor.some((w) => isFailed(at(w)))).toBe(false);
          break;
        case 'paused':
          if (s.pauses.at(-1)!.procedure === 'awaiting-output') expect(s.filed.inputs.some((i) => isOpen(at(i.step)))).toBe(true);
          else expect(s.pauses.at(-1)!.until).not.toBeNull();
          break;
        case 'depends':
          expect([...state.steps.values()].some((x) => onDesk.has(x.status))).toBe(true);
          break;
        default:
          // On the desk of its authority, with the applicant, or final.
          break;
      }
    }
  }));

/** A rating given for one matter of an open case leaves it open. */
const ended = (state: CaseState) => [...state.steps.values()].every((s) => finalStatuses.has(s.status));

test('a case is closed exactly when every step is final', () => always((state) => expect(state.status !== 'submitted').toBe(ended(state))));

test('the outcome says what became of the steps', () =>
  always((state) => {
    if (state.status === 'submitted') return expect(state.outcome).toBeNull();
    // A grant taken back later does not change what the case came to.
    if ([...state.steps.values()].some((s) => s.status === 'revoked')) return;
    const counted = [...state.steps.values()].filter((s) => s.status !== 'not-needed');
    const granted = counted.filter(isGranted).length;
    expect(state.outcome === 'granted').toBe(granted === counted.length);
    expect(state.outcome === 'partly-granted').toBe(granted > 0 && granted < counted.length);
  }));

test('only what loses a supplier becomes moot, and all of it does', () =>
  always((state) => {
    for (const s of state.steps.values()) {
      const suppliers = [...s.filed.inputs.map((i) => i.step), ...(s.filed.decidedBy ? [s.filed.decidedBy] : [])];
      if (s.status === 'moot') {
        expect(suppliers).toContain(s.because);
        expect(isFailed(state.steps.get(s.because!))).toBe(true);
      } else if (!finalStatuses.has(s.status)) expect(s.filed.inputs.filter((i) => isFailed(state.steps.get(i.step)))).toEqual([]);
    }
  }));

test('a final step stays as it is, but for its delivery, and a grant taken back', () =>
  fc.assert(
    fc.property(steps, life, (of, deeds) => {
      const ended = new Map<string, string>();
      for (const { state } of lived(of, deeds))
        for (const [id, s] of state.steps) {
          const before = ended.get(id);
          if (before !== undefined && before !== s.status && id !== 'new') expect(['granted delivered', 'granted revoked', 'delivered revoked']).toContain(`${before} ${s.status}`);
          if (finalStatuses.has(s.status)) ended.set(id, s.status);
        }
    }),
    { numRuns: 400 },
  ));

test('what is granted had all its inputs, unless silence granted it or an input was taken back since', () =>
  always((state) => {
    const came = (s: StepState | undefined) => isGranted(s) || s?.status === 'revoked';
    for (const s of state.steps.values()) if (isGranted(s) && !s.deemedRenewed) expect(s.filed.inputs.every((i) => came(state.steps.get(i.step)))).toBe(true);
  }));

test('every step that is not over has a next actor and a date', () =>
  always((state) => {
    for (const s of state.steps.values()) {
      if (finalStatuses.has(s.status)) continue;
      const move = whoseMove(state, s);
      expect(move, s.status).not.toBeNull();
      expect(move!.by ?? move!.pending, s.status).not.toBeNull();
    }
  }));

test('no step is without an authority, and none waits for itself', () =>
  always((state) => {
    for (const s of state.steps.values()) {
      expect(s.authority).not.toBe('');
      expect(whoseMove(state, s)?.step).not.toBe(s.filed.id);
    }
  }));

test('time does what it has to do once: a second sweep finds nothing, and nothing that is due is left behind', () =>
  always((state) => {
    const now = later(300);
    const h = handling(state, now);
    const after = play(
      state,
      passTime(h, () => 'head'),
      now,
    );
    // Silence in an acceptance starts the next clock; each sweep may set off another, but they come to rest.
    let calm = after;
    for (let i = 0; i < 4; i++)
      calm = play(
        calm,
        passTime(handling(calm, now), () => 'head'),
        now,
      );
    expect(passTime(handling(calm, now), () => 'head')).toEqual([]);
    for (const s of calm.steps.values()) {
      const turn = nextTurn({ state: calm }, s);
      if (turn !== null) expect(Date.parse(turn)).toBeGreaterThanOrEqual(Date.parse(now));
    }
  }));

test('a pause never shortens a deadline, and splitting it changes nothing', () => {
  const day = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      const [from, middle, to] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      const plain = done(opened({ id: 'a' }), (h) => accept(h, 'a'));
      const stopped = (s: CaseState, at: number) => done(s, (h) => pause(h, 'a', { procedure: 'testing', reason: 'r', until: later(100) }), later(at));
      const goes = (s: CaseState, at: number) => done(s, (h) => resume(h, 'a'), later(at));
      const once = goes(stopped(plain, from), to);
      const twice = goes(stopped(goes(stopped(plain, from), middle), middle), to);
      const due = (s: CaseState) => s.steps.get('a')!.due!;
      expect(Date.parse(due(once))).toBeGreaterThanOrEqual(Date.parse(due(plain)));
      expect(due(twice)).toBe(due(once));
    }),
  );
});
