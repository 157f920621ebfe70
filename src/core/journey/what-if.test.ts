/** A change of the catalogue is compiled, not estimated: each kind moves the numbers it should and no others. */
import { describe, expect, test } from 'vitest';
import { day, journey, planned, service } from '../testing/invented';
import { shippedLaw } from '../testing/shipped-city';
import { cityWith } from '../testing/small-city';
import { difference, distance } from './difference';
import { forbidden, whatIf, type Change, type Outcome } from './what-if';

const scenarios = 'scenarios:\n  typical: {answers: {}}\n';
const numbersOf = (files: { [path: string]: string }, change: Change, connected: string[] = []) => {
  const outcomes = whatIf(cityWith(files, day), day, new Set(connected), change);
  if ('unknown' in outcomes) return outcomes;
  return outcomes.map(({ before, after: then }) => ['acts', 'documents', 'fields', 'days'].flatMap((k) => [before[k as 'acts'].after, then[k as 'acts'].after]));
};

describe('one register more', () => {
  const files = { ...service('a', 'needs: [applicant.name, applicant.idNumber]\nevidence: [{id: e, anyOf: [[id-copy]]}]'), ...journey('  - a', scenarios) };
  test('is compared without and with, whether connected today or not', () => {
    expect(numbersOf(files, { register: 'population' })).toEqual([[1, 1, 1, 0, 2, 1, 1, 1]]);
    expect(numbersOf(files, { register: 'population' }, ['population'])).toEqual([[1, 1, 1, 0, 2, 1, 1, 1]]);
  });
  test('that holds nothing anybody asks changes nothing', () => expect(numbersOf(files, { register: 'real-estate' })).toEqual([[1, 1, 1, 1, 2, 2, 1, 1]]));
});

describe('one document less', () => {
  test('is asked of nobody; a list that wanted only it is met', () => {
    const files = { ...service('a', 'evidence: [{id: e, anyOf: [[lease, articles]]}, {id: f, anyOf: [[kitchen-plan], [lease]]}]'), ...journey('  - a', scenarios) };
    expect(numbersOf(files, { dropEvidence: 'lease' })).toEqual([[1, 1, 2, 1, 0, 0, 1, 1]]);
  });
  test('says where law forbids it', () => {
    const law = cityWith(service('a', 'evidence: [{id: e, anyOf: [[lease]], irreducible: {source: guide}}]'), day);
    expect(forbidden(law, { dropEvidence: 'lease' })).toEqual([{ service: 'a', source: 'guide' }]);
    expect(forbidden(law, { dropEvidence: 'articles' })).toEqual([]);
  });
});

describe('two appearances made one', () => {
  const act = (more: string) => `acts: [{kind: appear, id: x, stage: x${more}}]\nstages: [{id: x, wd: 1}]`;
  const files = {
    ...service('a', `filing: {counter: food-counter, online: true}\n${act('')}`),
    ...service('b', `filing: {counter: police-counter, online: true}\n${act(', subject: business')}`),
    ...journey('  - a\n  - b', scenarios),
  };
  test('are one act at one counter', () => {
    const [outcome] = whatIf(cityWith(files, day), day, new Set(), { mergeActs: ['a.x', 'b.x'] }) as Outcome[];
    expect([outcome!.before.acts.after, outcome!.after.acts.after, outcome!.before.counters.after, outcome!.after.counters.after]).toEqual([3, 2, 2, 1]);
  });
  test('must be two of one kind that are there', () => {
    expect(numbersOf(files, { mergeActs: ['a.x', 'c.x'] })).toEqual({ unknown: 'c.x', kind: 'act', there: ['b.x'] });
    expect(numbersOf(files, { mergeActs: ['a.x', 'a.x'] })).toMatchObject({ unknown: 'a.x' });
    const attends = { ...files, ...service('b', 'acts: [{kind: attend, id: x}]') };
    expect(numbersOf(attends, { mergeActs: ['a.x', 'b.x'] })).toMatchObject({ unknown: 'b.x' });
  });
  test('join all that joined either before', () => {
    const joining = (id: string, joins: string) => service(id, `filing: {counter: food-counter, online: true}\n${act(joins)}`);
    const three = { ...joining('a', ', joins: j'), ...joining('b', ', joins: j'), ...joining('c', ', joins: k'), ...journey('  - a\n  - b\n  - c', scenarios) };
    expect(numbersOf(three, { mergeActs: ['a.x', 'c.x'] })).toEqual([[3, 2, 0, 0, 0, 0, 1, 1]]);
  });
});

test('every shipped scenario is told, the largest change first', { timeout: 60_000 }, () => {
  const law = shippedLaw(day);
  const outcomes = whatIf(law, day, new Set(['population']), { register: 'population' }) as Outcome[];
  expect(outcomes).toHaveLength([...law.journeys.values()].reduce((n, j) => n + Object.keys(j.scenarios).length, 0));
  const far = outcomes.map((o) => distance(o.before, o.after));
  expect(far).toEqual(far.toSorted((a, b) => b - a));
  expect(far[0]).toBeGreaterThan(0);
});

test('taking a service out says what is no longer asked, and what falls away', () => {
  const files = {
    ...service('a', 'needs: [business.name, business.seats]\nevidence: [{id: e, anyOf: [[lease]]}]'),
    ...service('b', 'needs: [business.name, business.capital]\nevidence: [{id: e, anyOf: [[lease], [title-deed]]}, {id: f, anyOf: [[articles]]}]'),
  };
  const { 'services/b.yaml': _, ...without } = files;
  const gone = difference(planned(files), planned(without));
  expect(gone.questions).toEqual({ added: [], removed: [expect.objectContaining({ concept: 'business.capital' })] });
  expect(gone.documents.removed.map((p) => p.evidence)).toEqual(['articles']);
  expect(gone.steps.removed.map((s) => s.id)).toEqual(['b']);
  expect(gone.numbers.fields).toEqual({ from: 3, to: 2 });
  const back = difference(planned(without), planned(files));
  expect(back.questions.added).toEqual(gone.questions.removed);
});
