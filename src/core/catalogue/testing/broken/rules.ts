/** Folders with rules that do not read, or do not fit what they speak of. */
import { inService, type Broken } from './written';

export const rules: Broken[] = [
  { name: 'a rule that ends too early', files: inService(`applies: [{when: 'business.seats >▼'}]\n`), code: 'YJ401', zh: '没有写完', en: 'ends too early' },
  { name: 'a rule with a word too many', files: inService(`applies: [{when: 'business.barred ▼business.barred'}]\n`), code: 'YJ401', zh: '是不是少了 and', en: 'is an and or or missing' },
  { name: 'a rule over two lines', files: inService(`applies:\n  - when: "business.barred or\n      business.seats > ▼and"\n`), code: 'YJ401', zh: '放在这里不对', en: 'does not belong here' },
  { name: 'a day that does not exist in a rule', files: inService(`applies: [{when: 'applicant.birthDate > date(▼"2023-02-30")'}]\n`), code: 'YJ401', zh: '真实', en: 'real date' },
  { name: 'a full-width sign', files: inService(`applies: [{when: 'business.seats ▼＞ 3'}]\n`), code: 'YJ402', zh: '半角 >', en: 'write >' },
  { name: 'a name nobody knows', files: inService(`applies: [{when: 'business.barred and ▼business.seat > 3'}]\n`), code: 'YJ403', zh: '是不是 business.seats', en: 'did you mean business.seats' },
  { name: 'a code without quotation marks', files: inService(`applies: [{when: 'business.activity = ▼restaurant'}]\n`), code: 'YJ403', zh: '代码要加引号', en: 'put codes in quotes' },
  { name: 'text compared', files: inService(`applies: [{when: '▼applicant.name = "王"'}]\n`), code: 'YJ404', zh: 'absent', en: 'absent' },
  { name: 'a number with yes or no', files: inService(`applies: [{when: 'not ▼business.seats'}]\n`), code: 'YJ404', zh: '是非', en: 'yes/no' },
  { name: 'a date with a number', files: inService(`applies: [{when: '▼applicant.birthDate > 18'}]\n`), code: 'YJ404', zh: '相比', en: 'compare' },
  { name: 'a rule that gives a number', files: inService(`applies: [{when: '▼business.seats + 1'}]\n`), code: 'YJ404', zh: '与一个值相比', en: 'compare it with a value' },
  {
    name: 'a code that is not on its list',
    files: inService(`applies: [{when: 'business.activity in ["canteen", ▼"restorant"]'}]\n`),
    code: 'YJ405',
    zh: '是不是 restaurant',
    en: 'did you mean restaurant',
  },
  {
    name: 'a derivation that comes back',
    files: { 'concepts/more.yaml': `entity: person\ndata:\n  - {id: a, type: number, label: {zh: a, en: a}, derive: ▼'b + 1'}\n  - {id: b, type: number, label: {zh: b, en: b}, derive: 'a - 1'}\n` },
    code: 'YJ406',
    zh: '绕回',
    en: 'comes back',
  },
  {
    name: 'a derivation of another type',
    files: { 'concepts/more.yaml': `entity: person\ndata:\n  - {id: a, type: date, label: {zh: a, en: a}, derive: '▼years(birthDate, at)'}\n` },
    code: 'YJ404',
    zh: '改类型',
    en: 'change the type',
  },
  { name: 'a rule nested without end', files: inService(`applies: [{when: '${'('.repeat(30)}▼${'('.repeat(200)}'}]\n`), code: 'YJ410', zh: '层', en: 'deep' },
];
