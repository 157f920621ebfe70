/** Folders whose journeys, times and sources do not hold together. */
import { inService, journey, service, typical, type Broken } from './written';

export const journeys: Broken[] = [
  { name: 'stages longer than the promise', files: inService('▼stages: [{id: a, wd: 3}, {id: b, h: 15}]\nclock: {promised: {wd: 5}}\n'), code: 'YJ501', zh: '超过承诺', en: 'more than' },
  {
    name: 'stages longer than a promise under one condition',
    files: inService(`▼stages: [{id: a, wd: 3}, {id: b, wd: 3, when: 'business.barred'}]\nclock: {promised: {wd: 10}, alternatives: [{when: 'business.barred', promised: {wd: 5}}]}\n`),
    code: 'YJ501',
    zh: '42 小时',
    en: '42 h',
  },
  {
    name: 'two suppliers that can both be in',
    files: {
      'services/s.yaml': service('s', 'outputs: {concepts: [business.creditCode]}\n'),
      'services/t.yaml': service('t', 'outputs: {concepts: [business.creditCode]}\n'),
      'journeys/j.yaml': journey(`  - {use: s, when: 'business.seats > 3'}\n  - ▼{use: t, when: 'business.seats < 10'}\n`),
    },
    code: 'YJ503',
    zh: '例如 business.seats = 3–10',
    en: 'for example business.seats = 3–10',
  },
  {
    name: 'services that wait for each other',
    files: {
      'services/s.yaml': service('s', 'needs: [business.foodLicenceNumber]\noutputs: {concepts: [business.creditCode]}\n'),
      'services/t.yaml': service('t', 'needs: [business.creditCode]\noutputs: {concepts: [business.foodLicenceNumber]}\n'),
      'journeys/j.yaml': journey('  - ▼s\n  - t\n'),
    },
    code: 'YJ504',
    zh: 's → t → s',
    en: 's → t → s',
  },
  {
    name: 'an answer of the wrong kind',
    files: { ...inService(''), 'journeys/j.yaml': journey('  - s\n', 'scenarios: {typical: {answers: {business.seats: ▼many}}}\n') },
    code: 'YJ505',
    zh: '数字',
    en: 'number',
  },
  {
    name: 'typical that decides nothing',
    files: { ...inService(`applies: [{when: 'business.barred'}]\n`), 'journeys/j.yaml': journey('  - s\n', 'scenarios: {▼typical: {answers: {}}}\n') },
    code: 'YJ506',
    zh: 'business.barred',
    en: 'business.barred',
  },
  {
    name: 'a scenario that does not hold',
    files: { ...inService(''), 'journeys/j.yaml': journey('  - s\n', 'scenarios: {typical: {answers: {}, expect: {▼in: []}}}\n') },
    code: 'YJ507',
    zh: '多 s',
    en: 'unexpected s',
  },
  {
    name: 'a joint promise too short',
    files: { ...inService('stages: [{id: a, wd: 3}]\n'), 'journeys/j.yaml': journey('  - s\n', `▼jointPromise: {wd: 2}\n${typical}`) },
    code: 'YJ508',
    zh: '21 小时',
    en: '21 h',
  },
  {
    name: 'alternatives that can both hold',
    files: { ...inService(''), 'services/t.yaml': service('t', ''), 'journeys/j.yaml': journey(`  - {oneOf: [{use: s, when: 'business.seats > 3'}, ▼{use: t, when: 'business.seats < 5'}]}\n`) },
    code: 'YJ509',
    zh: '例如 business.seats = 3–5',
    en: 'let people choose',
  },
  {
    name: 'a fact without a use',
    files: { 'sources/daily.yaml': 'id: daily\ntitle: {zh: 报, en: Daily}\nfacts:\n  - ▼{id: S1, story: S1, says: {zh: 事实, en: A fact}}\n' },
    code: 'YJ601',
    zh: 'usedBy',
    en: 'usedBy',
  },
];
