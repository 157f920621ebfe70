/**
 * Every shipped journey, every step refused in turn, and every deciding fact changed after filing: the case ends in a stated state, every
 * open step has a next actor and a date on the way, what failed can be filed again alone, and nothing is asked or handed in twice.
 */
import { describe, expect, test } from 'vitest';
import { calendar } from '../core/calendar';
import * as procedure from '../core/case';
import { type Actor, apply, type CaseState, fold, isFinal, recorded, type Values } from '../core/case';
import { codesOf } from '../core/catalogue';
import { compileLaw, nothingKnown, prepare, scenarioInput, type Basket, type Compiled, type KnownFacts } from '../core/journey';
import { shippedLaw } from '../core/testing/shipped-city';
import { changeBetween, onFile, outputsOf } from './again';
import { clocksOf } from './clocks';
import { filedSteps } from './filing';

const day = '2026-01-15';
const at = `${day}T10:00:00+08:00`;
const law = shippedLaw(day);
const clocks = clocksOf(calendar(law.calendar, law.city));
const officer: Actor = { id: 'o-1', name: '示例甲', capacity: 'officer' };
const second: Actor = { id: 'o-2', name: '示例乙', capacity: 'officer' };
const person: Actor = { id: 'p-1', name: '示例人', capacity: 'self' };

type Filed = { basket: Basket; compiled: Compiled; answers: Values; state: CaseState };

function filed(journey: string, scenario: string): Filed {
  const { answers } = scenarioInput(law, journey, scenario, new Set())!;
  const basket = { journey };
  const compiled = compileLaw(law, basket, answers, nothingKnown, day);
  const documents = compiled.plan.documents.pieces.map((p) => ({ evidence: p.evidence, subject: p.subject, form: 'paper' as const, copies: p.copies }));
  const first = fold(
    recorded(
      [
        {
          type: 'submitted',
          number: '430212-0000-0000-00000-0',
          division: '430212',
          journey,
          basket: [journey],
          catalogue: 'x',
          lawOf: day,
          applicant: { id: 'p-1', name: '示例人', kind: 'person' },
          answers,
          provenance: {},
          documents,
          steps: filedSteps(compiled),
        },
      ],
      0,
      at,
      person,
    ),
  )!;
  return { basket, compiled, answers, state: play(first, procedure.receive({ state: first, at, actor: person, clocks })) };
}

const play = (state: CaseState, events: readonly procedure.CaseEvent[], actor = officer): CaseState => recorded(events, state.version, at, actor).reduce((s, e) => apply(s, e)!, state);

/** Carries the case to its end, refusing one step. */
function worked(start: CaseState, refused: string | null): CaseState {
  let state = start;
  const go = (f: (h: procedure.Handling) => procedure.Outcome, actor = officer): boolean => {
    const outcome = f({ state, at, actor, clocks });
    if ('refused' in outcome) return false;
    state = play(state, outcome.events, actor);
    return true;
  };
  for (let round = 0; round < 40 && state.status === 'submitted'; round++) {
    let moved = false;
    for (const s of state.steps.values()) if (!isFinal(s)) expect(procedure.whoseMove(state, s), `${s.filed.id} ${s.status}`).not.toBeNull();
    for (const id of state.steps.keys()) {
      moved = go((h) => procedure.accept(h, id)) || moved;
      const s = state.steps.get(id)!;
      if (!['accepted', 'under-review'].includes(s.status)) continue;
      if (s.filed.approval) go((h) => procedure.propose(h, id, id === refused ? 'refuse' : 'grant', '意见'));
      const decider = s.filed.approval ? second : officer;
      if (id === refused) {
        moved = go((h) => procedure.refuse(h, id, ['不符合条件']), decider) || moved;
        continue;
      }
      go((h) => procedure.recordVisit(h, id, { officers: ['甲', '乙'], findings: '合格', passed: true }));
      const { outputs } = s.filed;
      const values = Object.fromEntries(outputs.concepts.map((c) => [c, 'x']));
      moved = go((h) => procedure.grant(h, id, { values, evidence: outputs.evidence.map((evidence) => ({ evidence, number: '1' })) }), decider) || moved;
      if (state.steps.get(id)!.status === 'accepted') moved = go((h) => procedure.waitForInputs(h, id)) || moved;
    }
    if (!moved) break;
  }
  return state;
}

const scenarios = [...law.journeys.values()].flatMap((j) =>
  Object.keys(j.scenarios ?? {})
    .filter((s) => s === 'typical' || s === 'largest')
    .map((s) => [j.id, s] as const),
);

describe.each(scenarios)('%s %s', (journey, scenario) => {
  const start = filed(journey, scenario);

  test('every step refused in turn: a stated end, and only what failed is filed again', () => {
    expect(worked(start.state, null)).toMatchObject({ status: 'closed', outcome: 'granted' });
    for (const refused of start.state.steps.keys()) {
      const end = worked(start.state, refused);
      const open = [...end.steps.values()].filter((s) => !isFinal(s)).map((s) => `${s.filed.id} ${s.status}`);
      expect(open, refused).toEqual([]);
      expect(['partly-granted', 'refused', 'granted'], refused).toContain(end.outcome);
      if (!end.steps.get(refused) || end.steps.get(refused)!.status === 'not-needed') continue;
      const again = procedure.refiling(end);
      expect(again.steps.map((s) => s.filed.id)).toContain(refused);
      const papers = onFile(prepare(law, start.basket), end);
      const known: KnownFacts = { ...nothingKnown, outputs: outputsOf(end), onFile: new Set(papers) };
      const { plan } = compileLaw(law, { journey, only: again.steps.map((s) => s.filed.id) }, again.answers, known, day);
      const asked = plan.questions.filter((q) => !(q.concept in again.answers)).map((q) => q.concept);
      expect(asked, `asked again after ${refused}`).toEqual([]);
      const brought = plan.documents.pieces.map((p) => `${p.evidence}@${p.subject}`).filter((p) => papers.includes(p));
      expect(brought, `brought again after ${refused}`).toEqual([]);
    }
  });

  test('every deciding fact changed: the difference is stated, the case still ends, nothing is handed in twice', () => {
    const deciding = start.compiled.plan.questions.filter((q) => q.kind !== 'needed' && q.concept in start.answers).map((q) => q.concept);
    for (const concept of deciding)
      for (const value of otherValues(start, concept)) {
        const answers = { ...start.answers, [concept]: value };
        const papers = onFile(prepare(law, start.basket), start.state);
        const compiled = compileLaw(law, start.basket, answers, { ...nothingKnown, onFile: new Set(papers) }, day);
        const brought = compiled.plan.documents.pieces.map((p) => `${p.evidence}@${p.subject}`).filter((p) => papers.includes(p));
        expect(brought, concept).toEqual([]);
        const change = changeBetween(start.state, filedSteps(compiled), answers, start.state.documents);
        const outcome = procedure.changeFacts({ state: start.state, at, actor: person, clocks }, change);
        expect('refused' in outcome, concept).toBe(false);
        const changed = play(start.state, 'events' in outcome ? outcome.events : [], person);
        const end = changed.status === 'submitted' ? worked(changed, null) : changed;
        expect([...end.steps.values()].filter((s) => !isFinal(s)).map((s) => `${concept}=${String(value)}: ${s.filed.id} ${s.status}`)).toEqual([]);
        expect(end.status).toBe('closed');
      }
  });
});

/** Other answers to a question: the other of two, every other code, numbers on both sides. */
function otherValues({ basket, answers }: Filed, concept: string): Values[string][] {
  const prepared = prepare(law, basket);
  const now = answers[concept]!;
  const datum = prepared.datum(concept)?.datum;
  const codes = prepared.choices.get(concept) ?? (datum ? codesOf(law, datum.type) : null);
  if (codes) return [...codes].filter((c) => c !== now).slice(0, 12);
  if (typeof now === 'boolean' || datum?.type === 'bool') return [!now];
  if (typeof now === 'number') return [0, now * 3 + 1];
  if (datum?.type === 'date') return ['1950-01-01', '2025-12-31'];
  return [];
}
