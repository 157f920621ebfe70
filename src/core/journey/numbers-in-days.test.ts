/** Days, the pair the press prints, the floor, illustrative marks and ranges, line by line of contracts.md. */
import { describe, expect, test } from 'vitest';
import { a, b, four } from '../testing/counted';
import { journey, planned, service } from '../testing/invented';

describe('days', () => {
  test('whole services in order before, stages side by side after; the authority’s own time is never shortened', () => {
    const files = {
      ...a('stages: [{id: x, h: 4}]\noutputs: {concepts: [business.creditCode]}'),
      ...b('needs: [{concept: business.creditCode, by: decide}]\nstages: [{id: accept, wd: 2}, {id: decide, h: 3}]'),
    };
    expect(four(planned(files).numbers.days)).toEqual([3, 3, 2.5, 2.5]);
    expect(planned(files).steps[1]!.stages).toEqual([
      { id: 'accept', start: 0, finish: 14, slack: 0 },
      { id: 'decide', start: 14, finish: 17, slack: 0 },
    ]);
  });
  test('independent services: the sum one after another, the longest all at once', () =>
    expect(four(planned({ ...a('stages: [{id: x, wd: 3}]'), ...b('stages: [{id: x, wd: 5}]') }).numbers.days)).toEqual([8, 5, 5, 5]));
  test('units: hours, calendar days × 5/7, months and next-month of 22 days; rounded up once to a tenth', () => {
    const of = (stage: string) => planned(a(`stages: [{id: x, ${stage}}]`)).numbers.days.after;
    expect([
      of('h: 1'),
      of('h: 7'),
      of('days: 7'),
      of('days: 8'),
      of('days: 30, kind: public-notice'),
      of('months: 1'),
      of('next-month: 1'),
      of('wd: 2, kind: external'),
      of('wd: 2, kind: applicant'),
    ]).toEqual([0.2, 1, 5, 6, 22, 22, 22, 2, 2]);
  });
  test('stages that join start together at the latest of their starts', () => {
    const files = { ...a('stages: [{id: x, wd: 1}, {id: visit, wd: 1, joins: v}]'), ...b('stages: [{id: x, wd: 3}, {id: visit, h: 2, joins: v}]') };
    const { steps, numbers } = planned(files);
    expect(steps.map((s) => s.stages[1]!.start)).toEqual([21, 21]);
    expect(steps.map((s) => s.joined)).toEqual([['v'], ['v']]);
    expect(numbers.days.after).toBe(4);
  });
  test('a gate waits for the granting stage of the service it names', () => {
    const files = {
      ...a('stages: [{id: x, wd: 1}, {id: y, wd: 1, grants: true}, {id: z, wd: 5}]'),
      ...b('stages: [{id: x, wd: 1, after: [a.granted]}]'),
      ...service('c', 'stages: [{id: x, wd: 1, after: [a.delivered]}]'),
    };
    expect(planned(files).steps.map((s) => s.stages[0]!.start)).toEqual([0, 14, 49]);
  });
  test('an output exists at the stage it says, or at the last', () => {
    const files = (from: string) => ({ ...a(`stages: [{id: x, wd: 1}, {id: y, wd: 4}]\noutputs: {concepts: [{concept: business.creditCode${from}}]}`), ...b('needs: [business.creditCode]') });
    expect(planned(files('')).steps[1]!.stages[0]!.start).toBe(35);
    expect(planned(files(', from: x')).steps[1]!.stages[0]!.start).toBe(7);
  });
});

describe('days as published', () => {
  const clocked = (id: string, clock: string, more = '') => service(id, `clock: ${clock}\nstages: [{id: x, h: 1}]\n${more}`);
  test('before: the statutory periods, else the promised, else the stages; after: the path on promised clocks', () => {
    const files = {
      ...clocked('a', '{statutory: {wd: 20}, promised: {wd: 5}}', 'outputs: {concepts: [business.creditCode]}'),
      ...clocked('b', '{promised: {wd: 3}}', 'needs: [business.creditCode]'),
      ...service('c', 'stages: [{id: x, wd: 2}]'),
    };
    expect(planned(files).numbers.daysAsPublished).toEqual({ before: 25, after: 8, illustrative: false });
  });
  test('a sourced joint promise is the after; an illustrative one is not', () => {
    const of = (mark: string) => planned({ ...clocked('a', '{statutory: {wd: 20}, promised: {wd: 5}}'), ...journey('  - a', `jointPromise: {wd: 3, ${mark}}\n`) }).numbers.daysAsPublished;
    expect(of('source: guide')).toEqual({ before: 20, after: 3, illustrative: false });
    expect(of('illustrative: true')).toEqual({ before: 20, after: 5, illustrative: false });
  });
  test('the clock that goes with the conditions counts', () => {
    const files = clocked('a', `{statutory: {wd: 20}, promised: {wd: 10}, alternatives: [{when: 'business.barred', statutory: {wd: 1}, promised: {wd: 1}}]}`);
    expect(planned(files, { 'business.barred': true }).numbers.daysAsPublished).toMatchObject({ before: 1, after: 1 });
    expect(planned(files, { 'business.barred': false }).numbers.daysAsPublished).toMatchObject({ before: 20, after: 10 });
  });
});

describe('the floor', () => {
  const law = ', irreducible: {source: guide}';
  test('is what law forbids to drop, and the one submission', () => {
    const files = a(
      `needs: [{concept: applicant.name${law}}, business.name]\nevidence: [{id: e, anyOf: [[lease]]${law}}, {id: f, anyOf: [[articles]]}]\nacts: [{kind: attend, id: x${law}}, {kind: sign, id: y}]\nstages: [{id: x, wd: 1${law}}, {id: y, wd: 5}]`,
    );
    const n = planned(files).numbers;
    expect([n.acts.floor, n.documents.floor, n.fields.floor, n.days.floor, n.visits.floor]).toEqual([2, 1, 1, 1, 0]);
    expect([n.acts.after, n.documents.after, n.fields.after, n.days.after]).toEqual([3, 2, 2, 6]);
  });
  test('is never above what is reached', () => {
    const files = { ...a(`evidence: [{id: e, anyOf: [[id-copy]]${law}}]`) };
    expect(planned(files, {}, { registers: new Set(['population']) }).numbers.documents).toMatchObject({ after: 0, floor: 0 });
  });
});

describe('a number says when it rests on an illustrative line', () => {
  test.each([
    ['needs: [{concept: applicant.name, illustrative: true}]', ['fields']],
    ['evidence: [{id: e, anyOf: [[lease]], illustrative: true}]', ['documents']],
    ['evidence: [{id: e, anyOf: [[lease]], illustrative: true, necessity: optional}]', []],
    ['stages: [{id: x, h: 1, illustrative: true}]', ['days']],
    ['acts: [{kind: sign, id: x, illustrative: true}]', ['acts']],
    [`applies: [{when: 'not business.barred', illustrative: true}]`, ['fields']],
    ['filing: {counter: food-counter}\nalone: {filing: counter}', ['acts', 'counters', 'visits']],
    ['filing: {counter: food-counter}\nalone: {filing: counter, source: guide}', []],
    ['illustrative: true', ['acts', 'counters', 'days', 'documents', 'fields', 'visits']],
  ])('%s', (lines, wanted) => {
    const { daysAsPublished: _, ...six } = planned(a(lines), { 'business.barred': false }).numbers;
    expect(
      Object.entries(six)
        .filter(([, n]) => n.illustrative)
        .map(([k]) => k)
        .sort(),
    ).toEqual(wanted);
  });
});

test('while a service is undecided every number is a range, and the same answers keep to it', () => {
  const files = { ...a(''), ...b(`applies: [{when: 'premises.area > 50'}]\nneeds: [business.name]\nevidence: [{id: e, anyOf: [[lease]]}]\nfee: 100\nstages: [{id: x, wd: 3}]`) };
  const open = planned(files).numbers;
  expect([open.acts.after, open.documents.after, open.fields.after, open.days.after]).toEqual([
    [1, 2],
    [0, 1],
    [1, 2],
    [1, 3],
  ]);
  for (const area of [10, 100]) {
    const n = planned(files, { 'premises.area': area }).numbers;
    for (const key of ['acts', 'documents', 'fields', 'days'] as const) {
      const [least, most] = open[key].after as [number, number];
      expect(n[key].after as number).toBeGreaterThanOrEqual(least);
      expect(n[key].after as number).toBeLessThanOrEqual(most);
    }
  }
});
