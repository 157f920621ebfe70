/** Whatever a plan says can be asked back: each answer rests on lines of the catalogue. */
import { describe, expect, test } from 'vitest';
import { compiled, day, service } from '../testing/invented';
import { shippedLaw } from '../testing/shipped-city';
import { compileLaw } from './compile';
import { explain } from './explain';
import { scenarioInput } from './scenario';

const licence = service('licence', 'needs: [business.name]\noutputs: {concepts: [business.creditCode], evidence: [business-licence]}\nstages: [{id: register, h: 4}]');
const permit = service(
  'permit',
  `applies: [{when: 'premises.area > 50', source: guide}]\nneeds: [business.creditCode, applicant.name]\nevidence: [{id: e, anyOf: [[lease], [title-deed, articles]], source: guide-a}, {id: r, anyOf: [[business-licence]]}]\nstages: [{id: accept, h: 1}, {id: decide, h: 3}]`,
);
const files = { ...licence, ...permit };
const at = (area: number) => compiled(files, { 'premises.area': area }, { registers: new Set(['population']) });

test('a service: the condition, the facts it read, and its source', () => {
  expect(explain(at(10), { service: 'permit' })).toMatchObject({
    answer: 'out',
    reasons: [{ kind: 'condition', rule: 'premises.area > 50', facts: { 'premises.area': 10 }, source: 'guide', file: 'services/permit.yaml' }],
  });
  expect(explain(compiled(files), { service: 'permit' })).toMatchObject({ answer: 'undecided', reasons: [{ kind: 'condition', facts: {} }] });
  expect(explain(at(10), { service: 'nothing' })).toBeNull();
});

describe('a question', () => {
  test('is asked because a condition reads it, or a service lists it', () => {
    expect(explain(at(60), { question: 'premises.area' })).toMatchObject({ answer: 'asked', reasons: [{ kind: 'condition', step: 'permit' }] });
    expect(explain(at(60), { question: 'business.name' })).toMatchObject({ answer: 'asked', reasons: [{ kind: 'listed', step: 'licence', file: 'services/licence.yaml' }] });
  });
  test('is not asked because a step or a register gives it, or the service that wants it is out', () => {
    expect(explain(at(60), { question: 'business.creditCode' })).toMatchObject({ answer: 'not-asked', reasons: [{ kind: 'supplied', from: 'step', by: 'licence' }, { kind: 'listed' }] });
    expect(explain(at(60), { question: 'applicant.name' })).toMatchObject({ answer: 'not-asked', reasons: [{ kind: 'supplied', from: 'register', by: 'population' }, { kind: 'listed' }] });
    expect(explain(at(10), { question: 'business.capital' })).toEqual({ answer: 'not-asked', reasons: [] });
    expect(explain(at(10), { question: 'business.nothing' })).toBeNull();
  });
});

describe('a document', () => {
  test('is brought because a line lists it; the other way would cost more', () => {
    expect(explain(at(60), { document: 'lease@premises' })).toMatchObject({
      answer: 'brought',
      reasons: [
        { kind: 'listed', step: 'permit', source: 'guide-a' },
        { kind: 'alternative', instead: ['title-deed', 'articles'], copies: 2 },
      ],
    });
  });
  test('is not brought because an earlier step gives it, or another list was taken', () => {
    expect(explain(at(60), { document: 'business-licence' })).toMatchObject({ answer: 'supplied', reasons: [{ kind: 'supplied', from: 'step', by: 'licence' }, { kind: 'listed' }] });
    expect(explain(at(60), { document: 'articles' })).toMatchObject({ answer: 'not-wanted', reasons: [{ kind: 'listed' }, { kind: 'alternative', instead: ['lease'], copies: 0 }] });
  });
});

test('a date: stage by stage from the day of filing', () => {
  expect(explain(at(60), { date: 'permit' })).toMatchObject({
    answer: 8,
    reasons: [
      { kind: 'stage', step: 'licence', stage: 'register', start: 0, finish: 4, after: 'filing' },
      { kind: 'stage', step: 'permit', stage: 'accept', start: 4, after: { step: 'licence', stage: 'register' } },
      { kind: 'stage', step: 'permit', stage: 'decide', start: 5, finish: 8, after: 'stage before' },
    ],
  });
});

test('everything the shipped plans say has its reasons', () => {
  const law = shippedLaw(day);
  const registers = new Set([...law.registers.values()].filter((r) => r.connected).map((r) => r.id));
  for (const journey of law.journeys.keys()) {
    const input = scenarioInput(law, journey, 'typical', registers)!;
    const c = compileLaw(law, { journey }, input.answers, input.known, day);
    for (const s of c.plan.services) expect(explain(c, { service: s.id })!.answer).toBe(s.state);
    for (const p of c.plan.documents.pieces)
      expect(explain(c, { document: `${p.evidence}@${p.subject}` }), `${journey} ${p.evidence}`).toMatchObject({
        answer: 'brought',
        reasons: expect.arrayContaining([expect.objectContaining({ kind: 'listed' })]),
      });
    for (const p of c.plan.documents.supplied) expect(explain(c, { document: `${p.evidence}@${p.subject}` })!.answer).toMatch(/supplied|brought/);
    for (const s of c.plan.steps) {
      const { answer, reasons } = explain(c, { date: s.id })!;
      expect(answer).toBe(s.stages.at(-1)!.finish);
      expect(reasons[0], `${journey} ${s.id}`).toMatchObject({ kind: 'stage', start: 0 });
    }
    for (const q of c.plan.questions) {
      const { answer, reasons } = explain(c, { question: q.concept })!;
      expect([answer, reasons.length > 0], `${journey} ${q.concept}`).toEqual(['asked', true]);
    }
  }
}, 30_000);
