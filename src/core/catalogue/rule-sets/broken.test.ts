/**
 * Broken rule sets: each is the small city with one set on top, and ▼ marks the thing at fault. The finding has its number, stands
 * exactly there, and says in both languages what to do; nothing of a later stage is said beside it.
 */
import { describe, expect, test } from 'vitest';
import { sha256, smallCity } from '../../testing/small-city';
import { boundaryWarnings, lineFindings } from '..';
import { inOrder, type Finding } from '../finding';
import { loadCatalogue } from '../load';

type Broken = { name: string; files: { [path: string]: string }; code: string; zh: string; en: string };

/** Everything the loader and the linter say of the set, in every interval of law. */
function lint(overlay: { [path: string]: string }): Finding[] {
  const { catalogue, findings } = loadCatalogue(new Map(Object.entries({ ...smallCity, ...overlay })), sha256);
  const found = [...findings];
  for (const day of catalogue.changes) {
    const { law, findings: more } = catalogue.inForce(day);
    found.push(...more);
    if (law) found.push(...lineFindings(law), ...boundaryWarnings([law]));
  }
  return inOrder(found);
}

const set = (body: string, head = 'subjects: {person: person, shop: organisation, place: place}\n') => ({ 'rules/r.yaml': `id: r\nname: {zh: 规则, en: Rules}\nillustrative: true\n${head}${body}` });
const rules = (...lines: string[]) => set(`rules:\n${lines.map((l) => `  - ${l}\n`).join('')}`);
const table = (more: string, type = 'bool', args = '') => rules(`{id: a, type: ${type}${args}, table: ${more}}`);
const service = (line: string) => ({
  'services/s.yaml': `id: s\nname: {zh: 事, en: S}\naliases: [s]\nauthority: health\nsubjects: {applicant: person, business: organisation}\n${line}stages: [{id: decide, wd: 1}]\n`,
});

const folders: Broken[] = [
  // — reading and shape ————————————————————————————————————————————————————————————————————
  {
    name: 'both a formula and a table',
    files: rules(`▼{id: a, is: 'true', table: {hit: first, columns: ['shop.barred'], rows: [{when: ['-'], then: true}]}}`),
    code: 'YJ203',
    zh: 'is 与 table',
    en: 'either is or table',
  },
  { name: 'an unknown hit policy', files: table(`{hit: ▼any, columns: ['shop.barred'], rows: [{when: ['-'], then: true}]}`), code: 'YJ203', zh: 'unique、first', en: 'unique, first' },
  {
    name: 'a table of too many columns',
    files: table(`{hit: first, ▼columns: [${Array.from({ length: 17 }, () => "'shop.barred'").join()}], rows: [{when: ['-'], then: true}]}`),
    code: 'YJ203',
    zh: '不超过 16',
    en: 'at most 16',
  },
  { name: 'a set named otherwise', files: { 'rules/q.yaml': 'id: ▼r\nname: {zh: 规则, en: Rules}\n' }, code: 'YJ302', zh: 'r.yaml', en: 'r.yaml' },
  { name: 'a rule twice', files: rules(`{id: a, is: 'shop.barred'}`, `{id: ▼a, is: 'shop.barred'}`), code: 'YJ301', zh: '已经定义过', en: 'defined already' },
  { name: 'a set called like a subject', files: { 'rules/mother.yaml': 'id: ▼mother\nname: {zh: 规则, en: Rules}\n' }, code: 'YJ301', zh: '换一个名字', en: 'another name' },
  { name: 'a rule called like a word of the language', files: rules(`{id: ▼every, is: 'shop.barred'}`), code: 'YJ412', zh: '换一个名字', en: 'another name' },
  { name: 'a Chinese name with 或 inside', files: rules(`{id: ▼甲或乙, is: 'shop.barred'}`), code: 'YJ412', zh: '几个词', en: 'read as several' },
  {
    name: 'a rule without a source',
    files: { 'rules/r.yaml': `id: r\nname: {zh: 规则, en: Rules}\nsubjects: {shop: organisation}\nrules:\n  - ▼{id: a, is: 'shop.barred'}\n` },
    code: 'YJ411',
    zh: 'source',
    en: 'give source',
  },
  { name: 'a code list that is none', files: set('parameters: [{id: p, type: ▼code<activty>, value: office}]\n'), code: 'YJ303', zh: '代码表', en: 'code list' },
  // — syntax ———————————————————————————————————————————————————————————————————————————————
  { name: 'a formula cut short', files: rules(`{id: a, is: 'shop.seats >▼'}`), code: 'YJ401', zh: '补上', en: 'finish it' },
  { name: 'a cell cut short', files: table(`{hit: first, columns: ['shop.seats'], rows: [{when: ['<▼'], then: true}]}`), code: 'YJ401', zh: '补上', en: 'finish it' },
  { name: 'a cell with a full-width sign', files: table(`{hit: first, columns: ['shop.seats'], rows: [{when: ['▼＜ 3'], then: true}]}`), code: 'YJ402', zh: '半角', en: 'full-width' },
  {
    name: 'a day that does not exist in a cell',
    files: table(`{hit: first, columns: ['person.birthDate'], rows: [{when: ['< ▼2021-02-30'], then: true}]}`),
    code: 'YJ401',
    zh: '真实',
    en: 'real date',
  },
  { name: 'a row with too few cells', files: table(`{hit: first, columns: ['shop.seats', 'shop.barred'], rows: [▼{when: ['-'], then: true}]}`), code: 'YJ412', zh: '补齐', en: 'complete it' },
  { name: 'a row without an outcome', files: table(`{hit: first, columns: ['shop.seats'], rows: [▼{when: ['-']}]}`), code: 'YJ412', zh: 'then', en: 'no then' },
  { name: 'a parameter that is worked out', files: set(`parameters: [{id: p, type: number, value: '▼3 * 4'}]\n`), code: 'YJ412', zh: '写进 rules', en: 'belongs under rules' },
  { name: 'collected in no way', files: table(`{hit: ▼collect, columns: ['shop.seats'], rows: [{when: ['-'], then: 1}]}`, 'number'), code: 'YJ412', zh: '怎么汇总', en: 'how is it collected' },
  { name: 'a sum of yes and no', files: table(`{hit: collect, collect: ▼sum, columns: ['shop.seats'], rows: [{when: ['-'], then: true}]}`), code: 'YJ412', zh: '改 type', en: 'change type' },
  { name: 'a formula without quotes', files: rules(`{id: a, is: ▼shop.barred}`), code: 'YJ210', zh: '加引号', en: 'quotes' },
  // — names ————————————————————————————————————————————————————————————————————————————————
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
  // — types ————————————————————————————————————————————————————————————————————————————————
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
  // — circles ——————————————————————————————————————————————————————————————————————————————
  { name: 'two rules that name each other', files: rules(`{id: ▼a, is: 'not b'}`, `{id: b, is: 'shop.barred and a'}`), code: 'YJ406', zh: 'r.a → r.b → r.a', en: 'r.a → r.b → r.a' },
  { name: 'a macro of itself', files: rules(`{id: ▼many, args: [{id: n, type: number}], is: 'n > 3 or many(n - 1)'}`), code: 'YJ406', zh: '断开', en: 'break it' },
  {
    name: 'a circle through a derivation',
    files: { ...rules(`{id: ▼grown, is: 'person.age2 > 3'}`), 'concepts/zz.yaml': "entity: person\ndata:\n  - {id: age2, type: number, label: {zh: a, en: a}, derive: 'if r.grown then 1 else 2'}\n" },
    code: 'YJ406',
    zh: 'person.age2',
    en: 'person.age2',
  },
  // — tables ———————————————————————————————————————————————————————————————————————————————
  {
    name: 'a gap between numbers',
    files: table(`{hit: unique, columns: ['years(person.birthDate, at)'], ▼rows: [{when: ['< 18'], then: 1}, {when: ['> 18'], then: 2}]}`, 'number'),
    code: 'YJ420',
    zh: '= 18',
    en: '= 18',
  },
  {
    name: 'a gap among codes',
    files: table(`{hit: first, columns: ['shop.activity'], ▼rows: [{when: ['office, canteen'], then: 1}, {when: ['not(restaurant, office)'], then: 2}]}`, 'number'),
    code: 'YJ420',
    zh: 'restaurant',
    en: 'restaurant',
  },
  {
    name: 'a gap where two columns meet',
    files: table(`{hit: unique, columns: ['shop.barred', 'shop.seats'], ▼rows: [{when: [true, '-'], then: 1}, {when: [false, '>= 5'], then: 2}]}`, 'number'),
    code: 'YJ420',
    zh: 'shop.barred = false',
    en: 'shop.barred = false',
  },
  { name: 'an overlap', files: table(`{hit: unique, columns: ['shop.seats'], rows: [{when: ['<= 18'], then: 1}, ▼{when: ['>= 18'], then: 2}]}`, 'number'), code: 'YJ421', zh: '= 18', en: '= 18' },
  {
    name: 'a row never reached',
    files: table(`{hit: first, columns: ['shop.seats'], rows: [{when: ['< 10'], then: 1}, ▼{when: ['< 5'], then: 2}, {when: ['-'], then: 3}]}`, 'number'),
    code: 'YJ423',
    zh: '走不到',
    en: 'never reached',
  },
  // — what never matters, what is never reached ————————————————————————————————————————————
  {
    name: 'a column of nothing but -',
    files: table(`{hit: first, columns: ['shop.barred', '▼shop.seats'], rows: [{when: [true, '-'], then: 1}, {when: ['-', '-'], then: 2}]}`, 'number'),
    code: 'YJ422',
    zh: '删去这一列',
    en: 'remove the column',
  },
  { name: 'a question that never matters', files: rules(`{id: a, is: '▼shop.barred or (shop.seats > 3 and shop.barred)'}`), code: 'YJ422', zh: 'shop.seats', en: 'shop.seats' },
  {
    name: 'an outcome never reached',
    files: rules(`{id: a, type: number, is: '▼if years(person.birthDate, at) >= 18 then 1 else if months(person.birthDate, at) >= 216 then 2 else 3'}`),
    code: 'YJ423',
    zh: '永远得不出 2',
    en: '2 can never come out',
  },
  { name: 'a rule that always holds', files: rules(`{id: a, is: '▼shop.seats < 5 or shop.seats >= 5 or shop.seats = absent'}`), code: 'YJ423', zh: '总是成立', en: 'always holds' },
  { name: 'a condition of a service that never holds', files: service(`applies: [{when: ▼'business.seats < 5 and business.seats > 7'}]\n`), code: 'YJ423', zh: '总是不成立', en: 'never holds' },
  {
    name: 'a question of a service that never matters',
    files: service(`needs: [{concept: business.name, when: ▼'business.barred or (business.barred and business.seats > 3)'}]\n`),
    code: 'YJ422',
    zh: 'business.seats',
    en: 'business.seats',
  },
  // — examples —————————————————————————————————————————————————————————————————————————————
  {
    name: 'an example that does not hold',
    files: set(`rules:\n  - {id: a, is: 'shop.seats > 3'}\nexamples: [{when: {shop.seats: 3}, then: {a: ▼true}}]\n`),
    code: 'YJ424',
    zh: '得出 false',
    en: 'comes to false',
  },
  { name: 'an example that knows too much', files: set(`rules:\n  - {id: a, is: 'shop.seats > 3'}\nexamples: [{then: {a: ▼true}}]\n`), code: 'YJ424', zh: '得出 unknown', en: 'comes to unknown' },
  {
    name: 'an example of a concept that is not there',
    files: set(`rules:\n  - {id: a, is: 'shop.seats > 3'}\nexamples: [{when: {shop.seat: ▼3}, then: {a: false}}]\n`),
    code: 'YJ425',
    zh: '是不是 shop.seats',
    en: 'did you mean shop.seats',
  },
  {
    name: 'an example with a value of another type',
    files: set(`rules:\n  - {id: a, is: 'shop.seats > 3'}\nexamples: [{when: {shop.seats: ▼many}, then: {a: false}}]\n`),
    code: 'YJ425',
    zh: '不是 number',
    en: 'no value of number',
  },
  {
    name: 'an example of a rule that is not there',
    files: set(`rules:\n  - {id: large, is: 'shop.seats > 3'}\nexamples: [{when: {shop.seats: 3}, then: {lagre: ▼true}}]\n`),
    code: 'YJ425',
    zh: '是不是 large',
    en: 'did you mean large',
  },
  {
    name: 'a boundary without an example',
    files: set(`rules:\n  - {id: a, is: '▼shop.seats > 3'}\nexamples: [{when: {shop.seats: 3}, then: {a: false}}, {when: {shop.seats: 9}, then: {a: true}}]\n`),
    code: 'YJ426',
    zh: '> 3',
    en: '> 3',
  },
  {
    name: 'a parameter no example stands at',
    files: set(
      `parameters: [{id: most, type: number, value: ▼3}]\nrules:\n  - {id: a, is: 'shop.seats <= most'}\nexamples: [{when: {shop.seats: 3}, then: {a: true}}, {when: {shop.seats: 9}, then: {a: false}}]\n`,
    ),
    code: 'YJ426',
    zh: 'r.most = 3',
    en: 'r.most = 3',
  },
  {
    name: 'a boundary of a cell without an example',
    files: set(`rules:\n  - {id: a, type: number, table: {hit: unique, columns: ['shop.seats'], rows: [{when: ['▼< 3'], then: 1}], else: 2}}\nexamples: [{when: {shop.seats: 2}, then: {a: 1}}]\n`),
    code: 'YJ426',
    zh: '< 3',
    en: '< 3',
  },
  // — size —————————————————————————————————————————————————————————————————————————————————
  {
    name: 'macros that double',
    files: rules(
      `{id: d0, args: [{id: n, type: number}], is: 'n > 3'}`,
      ...Array.from({ length: 12 }, (_, i) => `{id: ${i === 6 ? '▼' : ''}d${i + 1}, args: [{id: n, type: number}], is: 'd${i}(n + 1) and d${i}(n + 2)'}`),
    ),
    code: 'YJ430',
    zh: '拆开',
    en: 'split it',
  },
  {
    name: 'a line that grows too large',
    files: {
      ...rules(`{id: many, args: [{id: n, type: number}], is: '${'n + '.repeat(90)}n > 3'}`),
      ...service(`applies: [{when: '▼${Array.from({ length: 12 }, (_, i) => `r.many(business.seats + ${i})`).join(' and ')}'}]\n`),
    },
    code: 'YJ430',
    zh: '太大',
    en: 'too many',
  },
  // — two times ————————————————————————————————————————————————————————————————————————————
  {
    name: 'two values recorded on one day',
    files: set(`parameters: [{id: p, type: number, value: [{value: 3, recorded: 2021-10-01}, ▼{value: 4, recorded: 2021-10-01}]}]\n`),
    code: 'YJ209',
    zh: '重叠',
    en: 'overlap',
  },
  {
    name: 'a day of recording that does not exist',
    files: set(`parameters: [{id: p, type: number, value: [{value: 3}, {value: 4, recorded: ▼2021-02-30}]}]\n`),
    code: 'YJ208',
    zh: '真实',
    en: 'real date',
  },
];

describe('a broken rule set', () => {
  test.each(folders.map((f) => [f.code, f.name, f] as const))('%s %s', (_code, _name, { files, code, zh, en }) => {
    const [file, marked] = Object.entries(files).find(([, text]) => text.includes('▼'))!;
    const before = marked.slice(0, marked.indexOf('▼'));
    const place = { file, line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
    const found = lint(Object.fromEntries(Object.entries(files).map(([p, t]) => [p, t.replaceAll('▼', '')])));
    expect(found[0], JSON.stringify(found)).toMatchObject({ code, ...place });
    expect(found[0]!.message.zh).toContain(zh);
    expect(found[0]!.message.en).toContain(en);
    if (code !== 'YJ430' && code !== 'YJ426') expect(found.length, JSON.stringify(found)).toBe(1);
  });
});

const sound: { [name: string]: { [path: string]: string } } = {
  'a table whose columns can never meet where it says nothing': table(
    `{hit: unique, columns: ['years(person.birthDate, at)', 'months(person.birthDate, at)'], rows: [{when: ['< 1', '-'], then: 1}, {when: ['>= 1', '>= 12'], then: 2}]}`,
    'number',
  ),
  'rows that overlap only where nobody is': table(
    `{hit: unique, columns: ['years(person.birthDate, at)', 'months(person.birthDate, at)'], rows: [{when: ['< 1', '-'], then: 1}, {when: ['-', '>= 12'], then: 2}]}`,
    'number',
  ),
  'a boundary nothing could tell apart asks for no example': set(
    `rules:\n  - {id: a, is: 'years(person.birthDate, at) >= 18 and months(person.birthDate, at) > 100'}\nexamples: [{at: 2026-01-15, when: {person.birthDate: 2008-01-15}, then: {a: true}}, {at: 2026-01-15, when: {person.birthDate: 2008-01-16}, then: {a: false}}, {at: 2026-01-15, when: {person.birthDate: 2007-01-15}, then: {a: true}}, {at: 2026-01-15, when: {person.birthDate: 2007-01-16}, then: {a: true}}]\n`,
  ),
};
test.each(Object.entries(sound))('%s', (_name, files) => expect(lint(files).map((f) => f.message.en)).toEqual([]));
