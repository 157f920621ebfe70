/** Where a concept or a document comes from: a step of the basket, the person's answer, a register, an earlier case, and only then a question. */
import { describe, expect, test } from 'vitest';
import { asked, compiled, journey, planned, service, states } from '../testing/invented';

const licence = service('licence', 'needs: [business.name]\noutputs: {concepts: [business.creditCode], evidence: [business-licence]}');
const permit = service('permit', 'needs: [business.creditCode, applicant.idNumber, applicant.name]\nevidence: [{id: registration, anyOf: [[business-licence]]}]');
const both = { ...licence, ...permit };
const population = new Set(['population']);

describe('the order of supply', () => {
  test('a step of the basket comes before everything', () => {
    const plan = planned(both, { 'business.creditCode': '92430212MA00000077' }, { registers: population, values: { 'business.creditCode': 'from a register' } });
    expect(asked(plan)).toEqual(['business.name', 'applicant.idNumber']);
    expect(plan.steps[1]!.after).toContainEqual({ step: 'licence', stage: 'decide', because: 'business.creditCode' });
    expect(plan.documents.supplied).toContainEqual({ evidence: 'business-licence', subject: 'business', neededBy: ['permit'], from: { step: 'licence' } });
  });
  test('the edge stays whatever registers are connected', () => {
    const edges = (registers: string[]) => planned(both, {}, { registers: new Set(registers) }).steps[1]!.after.map((e) => e.because);
    expect(edges([])).toEqual(['business.creditCode', 'business-licence']);
    expect(edges(['population', 'real-estate'])).toEqual(edges([]));
  });
  test('the person’s answer comes before a register', () => {
    const { plan, situation } = compiled(permit, { 'applicant.name': '她自己写的' }, { registers: population, values: { 'applicant.name': '登记的' } });
    expect(situation.value('applicant.name')).toBe('她自己写的');
    expect(asked(plan)).toContain('applicant.name');
  });
  test('a register comes before a question, and asks for its key', () => {
    expect(asked(planned(permit, {}, { registers: population }))).toEqual(['business.creditCode', 'applicant.idNumber']);
    expect(asked(planned(permit))).toEqual(['business.creditCode', 'applicant.idNumber', 'applicant.name']);
  });
  test('an earlier case comes before a question', () => expect(asked(planned(permit, {}, { values: { 'applicant.name': '王' } }))).not.toContain('applicant.name'));
  test('what a register did not give is asked', () => expect(asked(planned(permit, {}, { registers: population, unavailable: new Set(['applicant.name']) }))).toContain('applicant.name'));
  test('a register without its key gives nothing: no number, or "I don’t know"', () => {
    expect(asked(planned(permit, { 'applicant.idNumber': null }, { registers: population }))).toContain('applicant.name');
    expect(asked(planned(permit, { 'applicant.idNumber': { declined: true } }, { registers: population }))).toContain('applicant.name');
  });
  test('what the sign-in gives is not asked', () => expect(asked(planned(permit, {}, { signIn: { 'applicant.idNumber': '430200199005120004' } }))).not.toContain('applicant.idNumber'));
});

describe('documents', () => {
  const identity = service('identity', 'evidence: [{id: who, anyOf: [[id-copy]]}]');
  test('a register that holds a document stands in for it, and asks for its key', () => {
    const plan = planned(identity, {}, { registers: population });
    expect(plan.documents.pieces).toEqual([]);
    expect(plan.documents.supplied).toEqual([{ evidence: 'id-copy', subject: 'applicant', neededBy: ['identity'], from: { register: 'population' } }]);
    expect(asked(plan)).toEqual(['applicant.idNumber']);
  });
  test('a register comes before what is on file, and what is on file before a copy', () => {
    const onFile = new Set(['id-copy@applicant']);
    expect(planned(identity, {}, { registers: population, onFile }).documents.supplied[0]!.from).toEqual({ register: 'population' });
    expect(planned(identity, {}, { onFile }).documents.supplied[0]!.from).toEqual({ file: true });
    expect(planned(identity).documents.pieces).toHaveLength(1);
  });
  test('a document another step gives needs no register’s key', () => {
    const files = {
      ...service('give', 'outputs: {evidence: [{id: id-copy, of: applicant}]}'),
      ...identity,
    };
    expect(asked(planned(files, {}, { registers: population }))).toEqual([]);
  });
});

test('a register keyed by something the basket creates supplies nothing', () => {
  const files = {
    'concepts/enterprise.yaml': 'entity: organisation\ndata:\n  - {id: address, type: address, label: {zh: 住所, en: Seat}, suppliedBy: [{register: real-estate, key: creditCode}]}\n',
    ...service('b-seat', 'needs: [business.creditCode, business.address]'),
  };
  expect(asked(planned(files, {}, { registers: new Set(['real-estate']) }))).toEqual(['business.creditCode']);
  expect(asked(planned({ ...licence, ...files }, {}, { registers: new Set(['real-estate']) }))).toEqual(['business.name', 'business.address']);
});

test('a register keyed by what another register gives asks for the first key', () => {
  const files = {
    'concepts/chain.yaml':
      'entity: organisation\ndata:\n  - {id: unit, type: text, label: {zh: 单元, en: Unit}, suppliedBy: [{register: real-estate, key: creditCode}]}\n  - {id: built, type: number, label: {zh: 年份, en: Year}, suppliedBy: [{register: population, key: unit}]}\n',
    ...service('s', `needs: [business.built]`),
  };
  const known = { registers: new Set(['real-estate', 'population']) };
  expect(asked(planned(files, {}, known))).toEqual(['business.creditCode']);
  const deciding = { ...files, ...service('s', `applies: [{when: 'business.built > 1990'}]`) };
  expect(planned(deciding, {}, known).questions.map((q) => [q.concept, q.kind])).toEqual([['business.creditCode', 'deciding']]);
  // It has its key and has not answered: the person is asked after all.
  expect(asked(planned(deciding, { 'business.creditCode': '92430212MA00000077' }, known))).toEqual(['business.creditCode', 'business.built']);
});

test('what is always asked no register answers, and what is to be confirmed is shown', () => {
  const files = (reuse: string) => ({
    'concepts/more.yaml': `entity: person\ndata:\n  - {id: street, type: address, label: {zh: 街, en: Street}, suppliedBy: [{register: population, key: idNumber}], reuse: ${reuse}}\n`,
    ...service('s', 'needs: [applicant.street]'),
  });
  const of = (reuse: string) => planned(files(reuse), {}, { registers: population, values: { 'applicant.street': '一街' } }).questions.map((q) => [q.concept, q.mode]);
  expect(of('free')).toEqual([['applicant.idNumber', 'ask']]);
  expect(of('confirm')).toEqual(
    [
      ['applicant.idNumber', 'ask'],
      ['applicant.street', 'confirm'],
    ].sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
  );
  expect(of('always-ask')).toEqual([['applicant.street', 'ask']]);
});

describe('a service that another decides', () => {
  const files = {
    ...service('register', `needs: [business.name]\noutputs: {concepts: [business.activity]}`),
    ...service('food', `applies: [{when: 'business.activity = "restaurant"'}]\nneeds: [business.seats]\nstages: [{id: decide, h: 7}]`),
  };
  test('waits as later, and nobody is asked what the step will say', () => {
    const plan = planned(files);
    expect(plan.services[1]).toMatchObject({ state: 'later', decidedBy: 'register', undecidedBy: ['business.activity'] });
    expect(plan.questions.map((q) => [q.concept, q.when])).toEqual([
      ['business.name', 'now'],
      ['business.seats', 'later'],
    ]);
    expect(plan.numbers.acts.after).toBe(2);
    expect(plan.steps[1]!.stages[0]!.start).toBe(7);
  });
  test('is in or out once it is granted', () => {
    expect(states(planned(files, {}, { outputs: { 'business.activity': 'restaurant' } }))).toMatchObject({ food: 'in' });
    expect(states(planned(files, {}, { outputs: { 'business.activity': 'office' } }))).toMatchObject({ food: 'out' });
  });
  test('an answer of the person does not override the step', () => expect(states(planned(files, { 'business.activity': 'office' }))).toMatchObject({ food: 'later' }));
  test('is asked for when the step that would tell is out', () => {
    const alone = { ...files, ...service('register', `applies: [{when: 'not business.barred'}]\noutputs: {concepts: [business.activity]}`) };
    expect(planned(alone, { 'business.barred': true }).services[1]).toMatchObject({ state: 'undecided', undecidedBy: ['business.activity'] });
    expect(planned(alone).services.map((s) => s.state)).toEqual(['undecided', 'undecided']);
    expect(asked(planned(alone))).toEqual(['business.barred']);
  });
});

test('an output under a condition supplies only while the condition may hold', () => {
  const files = {
    ...service('a', `outputs: {concepts: [{concept: business.creditCode, when: 'not business.barred'}]}`),
    ...service('b', 'needs: [business.creditCode]'),
  };
  expect(asked(planned(files, { 'business.barred': true }))).toContain('business.creditCode');
  expect(asked(planned(files, { 'business.barred': false }))).toEqual(['business.barred']);
});

describe('"I don’t know"', () => {
  const files = service('s', `applies: [{when: 'business.activity = "restaurant"'}]\nneeds: [{concept: business.seats, when: 'premises.area > 50'}]`);
  test('is not asked again, counts as in, and a clerk decides', () => {
    const plan = planned(files, { 'business.activity': { declined: true }, 'premises.area': { declined: true } });
    expect(plan.services[0]).toMatchObject({ state: 'in', clerkDecides: ['business.activity', 'premises.area'] });
    expect(asked(plan)).toEqual(['business.activity', 'premises.area', 'business.seats']);
  });
  test('leaves open what another answer can still decide', () => {
    const or = service('s', `applies: [{when: 'business.barred or premises.area > 50'}]`);
    const open = planned(or, { 'premises.area': { declined: true } });
    expect(open.services[0]).toMatchObject({ state: 'undecided', undecidedBy: ['business.barred'] });
    expect(planned(or, { 'premises.area': { declined: true }, 'business.barred': true }).services[0]!.state).toBe('in');
    expect(planned(or, { 'premises.area': { declined: true }, 'business.barred': false }).services[0]).toMatchObject({ state: 'in', clerkDecides: ['premises.area'] });
  });
});

test('null is known not to exist', () => {
  const files = service('s', `needs: [applicant.idNumber, {concept: applicant.name, when: 'applicant.idNumber = absent'}]`);
  expect(asked(planned(files, { 'applicant.idNumber': null }))).toEqual(['applicant.idNumber', 'applicant.name']);
  expect(asked(planned(files, { 'applicant.idNumber': '430200199005120004' }))).toEqual(['applicant.idNumber']);
});

describe('choices', () => {
  const files = {
    ...service('a'),
    ...service('b'),
    ...service('c'),
    ...journey('  - {use: a, optional: {ask: {zh: 要？, en: Want it?}, default: true}}\n  - {oneOf: [{use: b}, {use: c, as: other-way}], ask: {zh: 哪种？, en: Which?}, default: b}'),
  };
  test('an optional service and a way to be chosen are deciding concepts', () => {
    const plan = planned(files);
    expect(plan.questions.map((q) => [q.concept, q.kind])).toEqual([
      ['choice.a', 'deciding'],
      ['choice.b', 'deciding'],
    ]);
    expect(states(plan)).toEqual({ a: 'undecided', b: 'undecided', 'other-way': 'undecided' });
  });
  test('decide what is in', () => {
    expect(states(planned(files, { 'choice.a': false, 'choice.b': 'other-way' }))).toEqual({ a: 'out', b: 'out', 'other-way': 'in' });
    expect(states(planned(files, { 'choice.a': true, 'choice.b': 'b' }))).toEqual({ a: 'in', b: 'in', 'other-way': 'out' });
  });
  test('count as fields after, and not before', () =>
    expect(planned(files, { 'choice.a': true, 'choice.b': 'b' }).numbers.fields).toMatchObject({ before: { oneAfterAnother: 0 }, joined: 2, after: 2 }));
});

test('out, barred, excluded: tested in this order', () => {
  const files = service('s', `applies: [{when: 'business.seats > 1'}]\neligible: [{when: 'not business.barred'}]\nexcludes: [{id: x, when: 'premises.area > 9'}]`);
  const state = (seats: number, barred: boolean, area: number) => planned(files, { 'business.seats': seats, 'business.barred': barred, 'premises.area': area }).services[0]!.state;
  expect([state(0, true, 10), state(2, true, 10), state(2, false, 10), state(2, false, 1)]).toEqual(['out', 'barred', 'excluded', 'in']);
  expect(planned(files, { 'business.barred': true }).services[0]).toMatchObject({ state: 'undecided', undecidedBy: ['business.seats'] });
  expect(planned(files, { 'business.seats': 0 }).services[0]!.state).toBe('out');
});
