import { expect, test } from 'vitest';
import { day, journey, service } from '../testing/invented';
import { shippedLaw } from '../testing/shipped-city';
import { cityWith } from '../testing/small-city';
import { lintJourneys } from './lint';

const lint = (files: { [path: string]: string }) => lintJourneys(cityWith(files, day), day);
const codes = (files: { [path: string]: string }) => lint(files).errors.map((f) => f.code);

test('a circle of services that can never be in together is none', () => {
  const ring = (a: string, b: string) => ({
    ...service('a', 'needs: [business.foodLicenceNumber]\noutputs: {concepts: [business.creditCode]}'),
    ...service('b', 'needs: [business.creditCode]\noutputs: {concepts: [business.foodLicenceNumber]}'),
    ...journey(`  - {use: a, when: '${a}'}\n  - {use: b, when: '${b}'}`),
  });
  expect(codes(ring('business.seats > 3', 'business.seats <= 3'))).toEqual([]);
  expect(codes(ring('business.seats > 3', 'business.seats <= 4'))).toEqual(['YJ504']);
});

test('a circle behind two services that never meet is still found', () => {
  const files = {
    ...service('a', 'needs: [business.foodLicenceNumber]\noutputs: {concepts: [business.creditCode]}'),
    ...service('b', `applies: [{when: 'business.seats > 3'}]\nneeds: [business.creditCode]\noutputs: {concepts: [business.foodLicenceNumber]}`),
    ...service('c', 'needs: [business.name]\noutputs: {concepts: [premises.address]}'),
    ...service('d', 'needs: [premises.address]\noutputs: {concepts: [business.name]}'),
    ...journey(`  - {use: a, when: 'business.seats <= 3'}\n  - b\n  - c\n  - d`),
  };
  expect(lint(files).errors.map((f) => f.message.en)).toEqual(['they wait for each other: c → d → c; look at their needs, evidence and by']);
});

test('needs at a later stage open a circle', () => {
  const files = {
    ...service('a', 'needs: [{concept: business.foodLicenceNumber, by: end}]\nstages: [{id: begin, h: 1}, {id: end, h: 1}]\noutputs: {concepts: [{concept: business.creditCode, from: begin}]}'),
    ...service('b', 'needs: [business.creditCode]\noutputs: {concepts: [business.foodLicenceNumber]}'),
    ...journey('  - a\n  - b'),
  };
  expect(codes(files)).toEqual([]);
});

test('two outputs under conditions that exclude each other are no two suppliers', () => {
  const gives = (id: string, when: string) => service(id, `outputs: {concepts: [{concept: business.creditCode, when: '${when}'}]}`);
  const both = (a: string, b: string) => ({ ...gives('a', a), ...gives('b', b), ...journey('  - a\n  - b') });
  expect(codes(both('business.barred', 'not business.barred'))).toEqual([]);
  expect(codes(both('business.barred', 'business.seats > 3'))).toEqual(['YJ503']);
});

test('the same document of two people is no shared output', () => {
  const files = {
    ...service('a', 'subjects: {holder: person}\noutputs: {evidence: [{id: id-copy, of: holder}]}'),
    ...journey('  - {use: a, as: m, with: {holder: mother}}\n  - {use: a, as: f, with: {holder: father}}'),
  };
  expect(codes(files)).toEqual([]);
  expect(codes({ ...files, ...journey('  - {use: a, as: m, with: {holder: mother}}\n  - {use: a, as: f, with: {holder: mother}}') })).toEqual(['YJ503']);
});

test('a joint promise holds in every scenario, in whatever unit it is given', () => {
  const files = (promise: string) => ({
    ...service('a', `stages: [{id: x, wd: 2}, {id: y, wd: 4, when: 'business.barred'}]`),
    ...journey('  - a', `jointPromise: ${promise}\nscenarios:\n  typical: {answers: {business.barred: "false"}}\n  long: {answers: {business.barred: "true"}}\n`),
  });
  expect(codes(files('{wd: 6}'))).toEqual([]);
  expect(lint(files('{wd: 5}')).errors.map((f) => [f.code, f.message.en.includes('scenario long')])).toEqual([['YJ508', true]]);
  expect(codes(files('{days: 3}'))).toEqual(['YJ508']);
  expect(codes(files('{months: 1}'))).toEqual([]);
});

test('what is only worth a thought is a warning', () => {
  const files = { ...service('a', ''), ...journey('  - a') };
  const { errors, warnings } = lint({ ...files, 'services/a.yaml': files['services/a.yaml']!.replace('aliases: [a]\n', '') });
  expect(errors).toEqual([]);
  expect(warnings.map((w) => [w.code, w.line])).toEqual([
    ['YJ511', 1],
    ['YJ502', 2],
  ]);
});

test('the shipped city has no errors', () => expect(lintJourneys(shippedLaw(day), day).errors).toEqual([]));
