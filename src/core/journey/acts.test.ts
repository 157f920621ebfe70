/** Moments: when something must be done later, who appears together, and where a walk leads. */
import { describe, expect, test } from 'vitest';
import { journey, planned, service } from '../testing/invented';

describe('answering later', () => {
  const register = service('register', 'outputs: {concepts: [business.activity]}');
  const waits = (id: string, needs: string, reads = 'business.activity = "restaurant"') => service(id, `applies: [{when: '${reads}'}]\nneeds: [${needs}]`);
  const acts = (files: { [path: string]: string }) => planned(files).numbers.acts.after;

  test('is one act for all that one grant lets ask, however many services ask it', () => {
    expect(acts({ ...register, ...waits('food', 'business.seats') })).toBe(2);
    expect(acts({ ...register, ...waits('food', 'business.seats, business.name'), ...waits('sign', 'business.seats') })).toBe(2);
  });
  test('is one act for each grant after which more is asked', () => {
    const area = service('measure', 'outputs: {concepts: [premises.area]}');
    const both = { ...register, ...area, ...waits('food', 'business.seats'), ...waits('fire', 'premises.unitCode', 'premises.area > 50') };
    expect(acts(both)).toBe(3);
    // What both ask is asked after the first of the two.
    expect(acts({ ...register, ...area, ...waits('food', 'business.seats'), ...waits('fire', 'business.seats', 'premises.area > 50') })).toBe(2);
  });
  test('is no act when the later service asks nothing more', () => {
    expect(acts({ ...register, ...waits('food', '') })).toBe(1);
    expect(acts({ ...register, ...waits('food', 'business.name'), ...service('other', 'needs: [business.name]') })).toBe(1);
  });
});

describe('several persons', () => {
  test('appearing together are one act: the rows of a list, and both uses of a service', () => {
    const files = {
      ...service('pledge', 'subjects: {holder: person}\nacts: [{kind: appear, id: oath}]\nfiling: {counter: police-counter, online: true}'),
      ...journey('  - {use: pledge, as: staff, with: {holder: employee}, per: employee}'),
    };
    expect(planned(files, { employee: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] }).numbers).toMatchObject({ acts: { before: { oneAfterAnother: 2 }, after: 2 }, visits: { after: 1 } });
  });
  test('of two uses with one joins are one act for the same person only', () => {
    const pledge = (subject: string) =>
      service('pledge', `subjects: {holder: person}\nacts: [{kind: appear, id: oath, joins: oath, subject: ${subject}}]\nfiling: {counter: police-counter, online: true}`);
    const twice = journey('  - {use: pledge, as: of-mother, with: {holder: mother}}\n  - {use: pledge, as: of-father, with: {holder: father}}');
    expect(planned({ ...pledge('holder'), ...twice }).numbers.acts.after).toBe(3);
    expect(planned({ ...service('a', 'acts: [{kind: appear, id: x, joins: j}]'), ...service('b', 'acts: [{kind: appear, id: y, joins: j}]') }).numbers.acts).toMatchObject({
      before: { oneAfterAnother: 4 },
      after: 2 + 0,
    });
  });
});

test('what one service lets do in one appearance is one act alone as well', () => {
  const twice = service('a', 'acts: [{kind: appear, id: x, joins: j}, {kind: appear, id: y, joins: j}]\nfiling: {counter: police-counter, online: true}');
  expect(planned(twice).numbers.acts).toMatchObject({ before: { oneAfterAnother: 2, allAtOnce: 2 }, after: 2 });
});

test('obtaining, signing and paying are acts and no visits', () => {
  const { acts, visits } = planned(service('a', 'acts: [{kind: obtain, id: x}, {kind: sign, id: y}]\nfee: 100\nfiling: {counter: police-counter, online: true}')).numbers;
  expect([acts.after, visits.after, visits.before.oneAfterAnother]).toEqual([4, 0, 0]);
});

test('alone, a service is filed and collected as its guide says, whatever it offers now', () => {
  const of = (alone: string) => planned(service('a', `filing: {counter: police-counter, online: true}\ndelivery: [electronic]\noutputs: {evidence: [food-licence]}\n${alone}`)).numbers;
  expect(of('alone: {filing: counter, delivery: [counter], source: guide}')).toMatchObject({ acts: { before: { oneAfterAnother: 2 }, after: 1 }, visits: { before: { oneAfterAnother: 2 } } });
  expect(of('alone: {filing: online, delivery: [electronic], source: guide}')).toMatchObject({ acts: { before: { oneAfterAnother: 1 } }, visits: { before: { oneAfterAnother: 0 } } });
  expect(of('')).toMatchObject({ acts: { before: { oneAfterAnother: 1 } }, visits: { before: { oneAfterAnother: 0 } } });
});
