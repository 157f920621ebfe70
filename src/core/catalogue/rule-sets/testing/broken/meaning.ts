/** Sets that name what is not there, mix types, or go in circles. */
import { rules, service, set, table, type Broken } from './written';

export const meaning: Broken[] = [
  { name: 'an unknown concept', files: rules(`{id: a, is: '▼shop.bared'}`), code: 'YJ403', zh: '是不是 shop.barred', en: 'did you mean shop.barred' },
  {
    name: 'an unknown parameter',
    files: { ...set(`parameters: [{id: limit, type: number, value: 3}]\nrules:\n  - {id: a, is: 'shop.seats > ▼limt'}\n`) },
    code: 'YJ403',
    zh: '是不是 limit',
    en: 'did you mean limit',
  },
  { name: 'an unknown macro', files: rules(`{id: many, args: [{id: n, type: number}], is: 'n > 3'}`, `{id: a, is: '▼mayn(shop.seats)'}`), code: 'YJ401', zh: '是不是 many', en: 'did you mean many' },
  {
    name: 'a code that is not on the list, in a cell',
    files: table(`{hit: first, columns: ['shop.activity'], rows: [{when: [▼ofice], then: true}]}`),
    code: 'YJ405',
    zh: '是不是 office',
    en: 'did you mean office',
  },
  {
    name: 'a code that is not on the list, as an outcome',
    files: table(`{hit: first, columns: ['shop.barred'], rows: [{when: ['-'], then: ▼ofice}]}`, 'code<activity>'),
    code: 'YJ405',
    zh: '是不是 office',
    en: 'did you mean office',
  },
  {
    name: 'a code that is not on the list, behind a condition',
    files: rules(`{id: a, type: code<activity>, is: 'if shop.barred then ▼"ofice" else "office"'}`),
    code: 'YJ405',
    zh: '是不是 office',
    en: 'did you mean office',
  },
  { name: 'a rule of somebody who is not here', files: { ...rules(`{id: a, is: 'shop.barred'}`), ...service(`applies: [{when: '▼r.a'}]\n`) }, code: 'YJ403', zh: '这里没有它', en: 'is not here' },
  {
    name: 'a macro named without its values',
    files: { ...rules(`{id: many, args: [{id: n, type: number}], is: 'n > 3'}`), ...service(`applies: [{when: '▼r.many'}]\n`) },
    code: 'YJ403',
    zh: '没有叫',
    en: 'no concept is called',
  },
  { name: 'a formula that gives no yes or no', files: rules(`{id: a, is: '▼shop.seats + 1'}`), code: 'YJ404', zh: '是非', en: 'yes or no' },
  { name: 'a cell of another type than its column', files: table(`{hit: first, columns: ['shop.seats'], rows: [{when: ['▼"x"'], then: true}]}`), code: 'YJ404', zh: '同类', en: 'same type' },
  { name: 'a parameter of another type', files: set(`parameters: [{id: p, type: date, value: ▼18}]\n`), code: 'YJ404', zh: '改', en: 'change' },
  {
    name: 'a macro with a value too many',
    files: rules(`{id: many, args: [{id: n, type: number}], is: 'n > 3'}`, `{id: a, is: '▼many(shop.seats, 3)'}`),
    code: 'YJ404',
    zh: '需要 1 个值',
    en: 'takes 1 value',
  },
  {
    name: 'a macro with a value of another type',
    files: rules(`{id: many, args: [{id: n, type: number}], is: 'n > 3'}`, `{id: a, is: 'many(▼person.birthDate)'}`),
    code: 'YJ404',
    zh: '同类',
    en: 'of that type',
  },
  { name: 'two rules that name each other', files: rules(`{id: ▼a, is: 'not b'}`, `{id: b, is: 'shop.barred and a'}`), code: 'YJ406', zh: 'r.a → r.b → r.a', en: 'r.a → r.b → r.a' },
  { name: 'a macro of itself', files: rules(`{id: ▼many, args: [{id: n, type: number}], is: 'n > 3 or many(n - 1)'}`), code: 'YJ406', zh: '断开', en: 'break it' },
  {
    name: 'a circle through a derivation',
    files: { ...rules(`{id: ▼grown, is: 'person.age2 > 3'}`), 'concepts/zz.yaml': "entity: person\ndata:\n  - {id: age2, type: number, label: {zh: a, en: a}, derive: 'if r.grown then 1 else 2'}\n" },
    code: 'YJ406',
    zh: 'person.age2',
    en: 'person.age2',
  },
];
