/** Folders whose files have the wrong keys, types, days and dates. */
import { smallCity } from '../../../testing/small-city';
import { inService, journey, type Broken } from './written';

export const shape: Broken[] = [
  { name: 'a key mistyped', files: inService('▼neds: [applicant.name]\n'), code: 'YJ201', zh: '是不是 needs', en: 'did you mean needs' },
  { name: 'a key mistyped deep inside', files: inService('evidence:\n  - {id: e, anyOf: [[{id: lease, ▼copys: 2}]]}\n'), code: 'YJ201', zh: '是不是 copies', en: 'did you mean copies' },
  { name: 'a key mistyped in a use', files: { ...inService(''), 'journeys/j.yaml': journey(`  - {use: s, ▼whne: 'business.barred'}\n`) }, code: 'YJ201', zh: '是不是 when', en: 'did you mean when' },
  { name: 'a key of nobody', files: inService('▼constructor_: 1\n'), code: 'YJ201', zh: '删去它', en: 'remove it' },
  { name: 'a key of the machine', files: inService('▼constructor: 1\n'), code: 'YJ101', zh: '换一个名字', en: 'another name' },
  { name: 'something missing', files: { 'services/s.yaml': '▼id: s\nname: {zh: a, en: a}\nauthority: health\n' }, code: 'YJ202', zh: 'stages', en: 'stages' },
  { name: 'one language only', files: inService('description: ▼{zh: 只有中文}\n'), code: 'YJ202', zh: 'en', en: '"en"' },
  { name: 'the wrong type', files: inService('fee: ▼free\n'), code: 'YJ203', zh: '以分计', en: 'in fen' },
  { name: 'a list where text is wanted', files: inService('▼itemType: [licence]\n'), code: 'YJ203', zh: '一个列表', en: 'a list' },
  { name: 'two units of time', files: inService('clock: {▼promised: {wd: 1, h: 2}}\n'), code: 'YJ203', zh: '恰好一个', en: 'exactly one' },
  { name: 'an id that is none', files: inService('needs: [▼name]\n'), code: 'YJ203', zh: '信息项', en: 'concept' },
  { name: 'a calendar without its year', files: { 'calendar/2026.yaml': '▼off: []\nwork: []\n' }, code: 'YJ202', zh: 'year', en: 'year' },
  { name: 'a day of another year', files: { 'calendar/2026.yaml': 'year: 2026\noff: [2026-01-01, ▼2027-01-01]\nwork: []\n' }, code: 'YJ207', zh: '不在 2026 年', en: 'not in 2026' },
  { name: 'days off that run backwards', files: { 'calendar/2026.yaml': 'year: 2026\noff: [▼2026-10-07/2026-10-01]\nwork: []\n' }, code: 'YJ207', zh: '早于', en: 'before it begins' },
  { name: 'a day off that does not exist', files: { 'calendar/2026.yaml': 'year: 2026\noff: [▼2026-02-30]\nwork: []\n' }, code: 'YJ207', zh: '存在', en: 'exists' },
  { name: 'an impossible date', files: inService('clock: {statutory: [{value: {wd: 1}, to: ▼"2023-02-30"}, {value: {wd: 2}, from: "2023-03-01"}]}\n'), code: 'YJ208', zh: '真实', en: 'real date' },
  {
    name: 'a date written loosely',
    files: inService('clock: {statutory: [{value: {wd: 1}, to: ▼2023-2-3}, {value: {wd: 2}, from: 2023-02-04}]}\n'),
    code: 'YJ208',
    zh: 'YYYY-MM-DD',
    en: 'YYYY-MM-DD',
  },
  { name: 'a value that ends before it begins', files: inService('needs: [▼{concept: applicant.name, from: 2024-01-02, to: 2024-01-01}]\n'), code: 'YJ208', zh: '颠倒', en: 'after' },
  { name: 'a gap in time', files: inService('clock: {statutory: [{value: {wd: 1}, to: 2023-01-31}, ▼{value: {wd: 2}, from: 2023-02-02}]}\n'), code: 'YJ209', zh: '缺口', en: 'gap' },
  { name: 'an overlap in time', files: inService('clock: {statutory: [{value: {wd: 1}, to: 2023-02-02}, ▼{value: {wd: 2}, from: 2023-02-02}]}\n'), code: 'YJ209', zh: '重叠', en: 'overlap' },
  { name: 'a rule without quotes', files: inService('applies: [{when: ▼business.barred}]\n'), code: 'YJ210', zh: '加引号', en: 'quotes' },
  { name: 'opening hours that overlap', files: { 'city.yaml': smallCity['city.yaml']!.replace('{from: "13:00"', '▼{from: "11:00"') }, code: 'YJ211', zh: '重叠', en: 'overlap' },
];
