/** Before and after use one clock: what is left out, waited for or typed again before, and that the plan is never slower than the services alone. */
import { describe, expect, test } from 'vitest';
import { planned, service } from '../testing/invented';

const days = (files: { [path: string]: string }) => {
  const { before, joined, after } = planned(files).numbers.days;
  return [before.oneAfterAnother, before.allAtOnce, joined, after];
};

test('services that are out in the plan are out before too', () => {
  const files = { ...service('a', 'needs: [business.name]'), ...service('b', `applies: [{when: 'business.barred'}]\nneeds: [business.seats]\nevidence: [{id: e, anyOf: [[lease]]}]`) };
  const { acts, documents, days } = planned(files, { 'business.barred': false }).numbers;
  expect([acts, documents, days].map((n) => n.before.oneAfterAnother)).toEqual([1, 0, 1]);
});

test('an earlier service’s paper counts again where the later one lists it, and its number is typed again', () => {
  const files = {
    ...service('licence', 'outputs: {concepts: [business.creditCode], evidence: [business-licence]}'),
    ...service('bank', 'needs: [business.creditCode]\nevidence: [{id: e, anyOf: [[business-licence]]}]'),
    ...service('tax', 'needs: [business.creditCode]'),
  };
  const { documents, fields } = planned(files).numbers;
  expect([documents.before.oneAfterAnother, documents.joined, documents.after]).toEqual([1, 0, 0]);
  expect([fields.before.oneAfterAnother, fields.joined, fields.after]).toEqual([2, 0, 0]);
});

describe('the order of whole services', () => {
  test('follows what a condition reads, as the plan does', () => {
    const files = {
      ...service('measure', 'stages: [{id: x, wd: 3}]\noutputs: {concepts: [premises.area]}'),
      ...service('fire', `applies: [{when: 'premises.area > 50'}]\nstages: [{id: x, wd: 2}]`),
    };
    expect(days(files)).toEqual([5, 5, 5, 5]);
  });
  test('follows a gate', () => {
    const files = { ...service('a', 'stages: [{id: x, wd: 3}]'), ...service('b', 'stages: [{id: x, wd: 1}, {id: y, wd: 1, after: [a.granted]}]') };
    expect(days(files)).toEqual([5, 5, 4, 4]);
  });
});

describe('what an authority starts by itself', () => {
  const check = service('check', 'initiator: authority\nneeds: [business.name]\nstages: [{id: x, wd: 4}]\noutputs: {concepts: [business.creditCode]}');
  test('is no time of the applicant’s, before and after', () => expect(days({ ...service('a'), ...check })).toEqual([1, 1, 1, 1]));
  test('is waited for before as after, where an application needs its result', () => expect(days({ ...service('a', 'needs: [business.creditCode]'), ...check })).toEqual([5, 5, 5, 5]));
});

test('a register shortens nobody’s own time', () => {
  const files = service('a', 'needs: [applicant.name]\nevidence: [{id: e, anyOf: [[id-copy]]}]\nstages: [{id: x, wd: 3}, {id: y, wd: 2, kind: applicant}, {id: z, days: 7, kind: external}]');
  const { days } = planned(files, {}, { registers: new Set(['population']) }).numbers;
  expect([days.before.oneAfterAnother, days.before.allAtOnce, days.joined, days.after]).toEqual([10, 10, 10, 10]);
});

describe('an illustrative line', () => {
  const marks = (lines: string) => planned(service('a', lines)).numbers;
  test('of a clock marks the published pair', () => {
    expect(marks('clock: {statutory: {wd: 20}, promised: {wd: 5}, illustrative: true}').daysAsPublished.illustrative).toBe(true);
    expect(marks('clock: {statutory: {wd: 20}, promised: {wd: 5}}').daysAsPublished.illustrative).toBe(false);
  });
  test('that counts nowhere marks nothing', () => {
    const form = { 'evidence/form.yaml': 'id: form\nentity: person\nkind: form\nfrom: applicant\nlabel: {zh: 表, en: Form}\n' };
    const { documents } = planned({ ...form, ...service('a', 'evidence: [{id: e, anyOf: [[form]], illustrative: true}]') }).numbers;
    expect(documents).toMatchObject({ before: { oneAfterAnother: 0 }, illustrative: false });
  });
});

test('what the sign-in gives is no field, a register’s key typed is one, what is to be confirmed is one', () => {
  const files = {
    'concepts/more.yaml': 'entity: person\ndata:\n  - {id: street, type: address, label: {zh: 街, en: Street}, suppliedBy: [{register: population, key: idNumber}], reuse: confirm}\n',
    ...service('a', 'needs: [applicant.name, applicant.street]'),
  };
  const known = { registers: new Set(['population']) };
  const fields = (signIn: { [c: string]: string }) => planned(files, {}, { ...known, signIn }).numbers.fields;
  expect(fields({})).toMatchObject({ before: { oneAfterAnother: 2 }, joined: 2, after: 2 });
  expect(fields({ 'applicant.idNumber': '430200199005120004' })).toMatchObject({ after: 1 });
});
