/**
 * Broken city folders: each is the small city with a file or two on top, and ▼ marks the thing at fault. The finding has its
 * number, stands exactly there, and says in both languages what to do.
 */
import { describe, expect, test } from 'vitest';
import { lintJourneys } from '../../journey';
import { sha256, smallCity } from '../../testing/small-city';
import { inOrder, type Finding } from '../finding';
import { loadCatalogue } from '../load';

type Broken = {
  name: string;
  /** On top of the small city; null takes the file away. */
  files: { [path: string]: string | null };
  code: string;
  /** Where nothing is marked: the file, and its first place. */
  file?: string;
  zh: string;
  en: string;
};

/** Findings of a folder in every interval of law, loader and linter together. */
function lintFiles(overlay: { [path: string]: string | null }): Finding[] {
  const files = new Map(Object.entries({ ...smallCity, ...overlay }).flatMap(([p, t]) => (t === null ? [] : [[p, t]])));
  const { catalogue, findings } = loadCatalogue(files, sha256);
  const found = [...findings];
  for (const day of catalogue.changes) {
    const { law, findings: more } = catalogue.inForce(day);
    found.push(...more);
    if (law) found.push(...lintJourneys(law, day < '2020-01-01' ? '2020-01-01' : day).errors);
  }
  return inOrder(found);
}

/** A service with a few lines of its own; every line of the test's text stands as it is written. */
const service = (id: string, more: string) => `id: ${id}
name: {zh: ${id}, en: ${id}}
aliases: [${id}]
authority: market-regulation
subjects: {applicant: person, business: organisation, premises: place}
${more}${/^stages:/m.test(more.replaceAll('▼', '')) ? '' : 'stages: [{id: decide, wd: 1}]\n'}`;
const inService = (more: string) => ({ 'services/s.yaml': service('s', more) });
const journey = (services: string, more = '') => `id: j
name: {zh: 事, en: Matter}
services:
${services}${more}`;
const typical = 'scenarios: {typical: {answers: {}}}\n';

const folders: Broken[] = [
  // — reading ——————————————————————————————————————————————————————————————————————————————
  { name: 'a bracket left open', files: inService('needs: ▼[applicant.name\nfee: 0\n'), code: 'YJ101', zh: '补上', en: 'close it' },
  { name: 'indented with a tab', files: inService('level:\n▼\tdecide: county\n'), code: 'YJ101', zh: '制表符', en: 'tabs' },
  { name: 'the same key twice', files: inService('fee: 0\n▼fee: 100\n'), code: 'YJ102', zh: '第 6 行', en: 'line 6' },
  { name: 'the same key twice in brackets', files: inService('filing: {online: true, ▼online: false}\n'), code: 'YJ102', zh: '留下一个', en: 'keep one' },
  { name: 'a bomb of aliases', files: inService('description: ▼&a {zh: x, en: x}\nlevel: {decide: *a, file: [*a, *a]}\n'), code: 'YJ103', zh: '锚点', en: 'anchors' },
  { name: 'a tag', files: inService('description: {zh: ▼!!js/function "f", en: x}\n'), code: 'YJ103', zh: '标签', en: 'tags' },
  { name: 'a directive', files: { 'services/s.yaml': `▼%YAML 1.1\n---\nid: s\n` }, code: 'YJ103', zh: '指令', en: 'directives' },
  { name: 'nested without end', files: { 'services/s.yaml': `id: s\nname: ${'['.repeat(100)}▼${'['.repeat(5000)}` }, code: 'YJ104', zh: '层', en: 'levels' },
  { name: 'nested without end in blocks', files: { 'services/s.yaml': `${'- '.repeat(100)}▼${'- '.repeat(3000)}` }, code: 'YJ104', zh: '层', en: 'levels' },
  { name: 'a file too large', files: { 'services/s.yaml': `▼# ${'x'.repeat(1_000_001)}\n` }, code: 'YJ104', zh: '拆成', en: 'split' },
  { name: 'a value cut off by a comma', files: inService('description: {zh: 先登记, ▼再经营, en: first this}\n'), code: 'YJ105', zh: '逗号', en: 'comma' },
  { name: 'a key without a value', files: inService('▼description:\n'), code: 'YJ105', zh: '没有值', en: 'no value' },
  { name: 'an empty file', files: { 'services/s.yaml': '▼# nothing yet\n' }, code: 'YJ105', zh: '空的', en: 'empty' },
  { name: 'text that was not UTF-8', files: inService('description: {zh: 办▼\uFFFD\uFFFD, en: x}\n'), code: 'YJ106', zh: 'UTF-8', en: 'UTF-8' },
  { name: 'a NUL', files: inService('description: {zh: "a▼\u0000b", en: x}\n'), code: 'YJ106', zh: 'UTF-8', en: 'UTF-8' },
  { name: 'a control character behind an escape', files: inService('description: {zh: ▼"a\\0b", en: x}\n'), code: 'YJ106', zh: '控制字符', en: 'control character' },
  { name: 'two documents in one file', files: inService('stages: [{id: decide, h: 1}]\n▼---\nid: t\n'), code: 'YJ107', zh: '一份文档', en: 'one document' },
  { name: 'a file without a place', files: { 'service/s.yaml': '▼id: s\n' }, code: 'YJ108', zh: '文件夹名', en: 'folder name' },
  { name: 'a file with the wrong ending', files: { 'services/s.yml': '▼id: s\n' }, code: 'YJ108', zh: '.yaml', en: '.yaml' },
  { name: 'no city.yaml', files: { 'city.yaml': null }, code: 'YJ109', file: 'city.yaml', zh: '补上', en: 'add the file' },
  // — shape ————————————————————————————————————————————————————————————————————————————————
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
  // — references ———————————————————————————————————————————————————————————————————————————
  { name: 'an id with two homes', files: { 'concepts/zz.yaml': 'entity: person\ndata:\n  - {id: ▼phone, type: phone, label: {zh: a, en: a}}\n' }, code: 'YJ301', zh: '一处', en: 'one place' },
  {
    name: 'a counter twice',
    files: { 'authorities.yaml': `${smallCity['authorities.yaml']}- {id: tax, name: {zh: 税, en: Tax}, counters: [{id: ▼food-counter, hall: hall-a, division: "430212"}]}\n` },
    code: 'YJ301',
    zh: '一处',
    en: 'one place',
  },
  { name: 'a stage twice', files: inService('stages: [{id: a, h: 1}, {id: ▼a, h: 1}]\n'), code: 'YJ301', zh: '改名', en: 'rename' },
  { name: 'a step twice without as', files: { ...inService(''), 'journeys/j.yaml': journey('  - s\n  - {▼use: s}\n'.replace('{▼use', '▼{use')) }, code: 'YJ301', zh: '用 as', en: 'with as' },
  { name: 'a file named otherwise', files: { 'services/t.yaml': service('s', '').replace('id: s', 'id: ▼s') }, code: 'YJ302', zh: 's.yaml', en: 's.yaml' },
  { name: 'a calendar under another year', files: { 'calendar/2025.yaml': 'year: ▼2026\noff: []\nwork: []\n' }, code: 'YJ302', zh: '2026.yaml', en: '2026.yaml' },
  { name: 'an unknown service', files: { ...inService(''), 'journeys/j.yaml': journey('  - s\n  - ▼foot-licence\n') }, code: 'YJ303', zh: '事项', en: 'service' },
  { name: 'an unknown document', files: inService('evidence: [{id: e, anyOf: [[▼leese]]}]\n'), code: 'YJ303', zh: '是不是 lease', en: 'did you mean lease' },
  { name: 'an unknown concept', files: inService('needs: [▼applicant.nmae]\n'), code: 'YJ303', zh: '是不是 name', en: 'did you mean name' },
  { name: 'an unknown role', files: inService('needs: [▼aplicant.name]\n'), code: 'YJ303', zh: '是不是 applicant', en: 'did you mean applicant' },
  { name: 'an unknown counter', files: inService('filing: {counter: ▼foodcounter}\n'), code: 'YJ303', zh: '是不是 food-counter', en: 'did you mean food-counter' },
  {
    name: 'an unknown authority',
    files: { 'services/s.yaml': service('s', '').replace('market-regulation', '▼market-regulations') },
    code: 'YJ303',
    zh: '是不是 market-regulation',
    en: 'did you mean market-regulation',
  },
  {
    name: 'an unknown register',
    files: { 'evidence/lease.yaml': 'id: lease\nentity: place\nkind: document\nfrom: applicant\nheldBy: [{register: ▼realestate, key: unitCode}]\nlabel: {zh: 租约, en: Lease}\n' },
    code: 'YJ303',
    zh: '是不是 real-estate',
    en: 'did you mean real-estate',
  },
  { name: 'an unknown source', files: inService('needs: [{concept: applicant.name, source: ▼gide}]\n'), code: 'YJ303', zh: '是不是 guide', en: 'did you mean guide' },
  {
    name: 'an unknown source beside a dated value',
    files: inService('fee: [{value: 100, to: 2023-01-31, source: ▼gide}, {value: 200, from: 2023-02-01}]\n'),
    code: 'YJ303',
    zh: '是不是 guide',
    en: 'did you mean guide',
  },
  {
    name: 'an unknown division',
    files: { 'halls.yaml': smallCity['halls.yaml']!.replace('Hall A}, division: "430212"', 'Hall A}, division: ▼"430213"') },
    code: 'YJ303',
    zh: '是不是 430212',
    en: 'did you mean 430212',
  },
  { name: 'an unknown stage', files: inService('needs: [{concept: applicant.name, by: ▼decided}]\n'), code: 'YJ303', zh: '是不是 decide', en: 'did you mean decide' },
  { name: 'neither online nor at a counter', files: inService('▼filing: {online: false}\n'), code: 'YJ304', zh: '写明 counter', en: 'name a counter' },
  {
    name: 'whose document is it',
    files: { 'services/s.yaml': service('s', 'evidence: [{id: e, anyOf: [[▼id-copy]]}]\n').replace('{applicant: person,', '{applicant: person, mother: person,') },
    code: 'YJ305',
    zh: '写明 of',
    en: 'add of',
  },
  { name: 'a document of the wrong kind of role', files: inService('evidence: [{id: e, anyOf: [[▼{id: lease, of: applicant}]]}]\n'), code: 'YJ305', zh: '换一个角色', en: 'another role' },
  {
    name: 'a role bound to another kind of subject',
    files: { ...inService(''), 'journeys/j.yaml': journey('  - {use: s, with: {business: ▼premises}}\n') },
    code: 'YJ305',
    zh: '用 with',
    en: 'in with',
  },
  { name: 'one step per row of no list', files: { ...inService(''), 'journeys/j.yaml': journey('  - {use: s, per: ▼applicant}\n') }, code: 'YJ305', zh: 'many', en: 'many' },
  { name: 'a floor without law', files: inService('needs: [▼{concept: applicant.name, illustrative: true, irreducible: {source: guide}}]\n'), code: 'YJ306', zh: '删去', en: 'remove' },
  { name: 'granted twice', files: inService('stages: [{id: a, h: 1, grants: true}, {id: b, h: 1, grants: ▼true}]\n'), code: 'YJ307', zh: '留下一个', en: 'keep one' },
  { name: 'no typical scenario', files: { ...inService(''), 'journeys/j.yaml': journey('  - s\n', '▼scenarios: {rare: {answers: {}}}\n') }, code: 'YJ308', zh: '补上', en: 'add one' },
  {
    name: 'alternatives without a choice',
    files: { ...inService(''), 'services/t.yaml': service('t', ''), 'journeys/j.yaml': journey(`  - {oneOf: [{use: s, when: 'business.barred'}, ▼{use: t}]}\n`) },
    code: 'YJ309',
    zh: '写 ask',
    en: 'an ask',
  },
  {
    name: 'registers that key each other',
    files: {
      'concepts/more.yaml':
        'entity: person\ndata:\n  - {id: a, type: text, label: {zh: a, en: a}, ▼suppliedBy: [{register: population, key: b}]}\n  - {id: b, type: text, label: {zh: b, en: b}, suppliedBy: [{register: population, key: a}]}\n',
    },
    code: 'YJ310',
    zh: '由人填写',
    en: 'typed',
  },
  // — rules ————————————————————————————————————————————————————————————————————————————————
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
  // — journeys and time ————————————————————————————————————————————————————————————————————
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
  // — sources ——————————————————————————————————————————————————————————————————————————————
  {
    name: 'a fact without a use',
    files: { 'sources/daily.yaml': 'id: daily\ntitle: {zh: 报, en: Daily}\nfacts:\n  - ▼{id: S1, story: S1, says: {zh: 事实, en: A fact}}\n' },
    code: 'YJ601',
    zh: 'usedBy',
    en: 'usedBy',
  },
];

/** The place of ▼, and the files without it. */
function unmarked(files: Broken['files']): { files: Broken['files']; marked: { file: string; line: number; column: number } | null } {
  let marked: { file: string; line: number; column: number } | null = null;
  const plain = Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const at = text?.indexOf('▼') ?? -1;
      if (text === null || at < 0) return [file, text];
      const before = text.slice(0, at).split('\n');
      marked = { file, line: before.length, column: before[before.length - 1]!.length + 1 };
      return [file, text.slice(0, at) + text.slice(at + 1)];
    }),
  );
  return { files: plain, marked };
}

describe('a broken folder is refused at the place at fault', () => {
  test.each(folders)('$code $name', (broken) => {
    const { files, marked } = unmarked(broken.files);
    const place = marked ?? { file: broken.file!, line: 1, column: 1 };
    const found = lintFiles(files);
    const summary = found.map((f) => `${f.code} ${f.file}:${f.line}:${f.column} ${f.message.zh} / ${f.message.en}`);
    const hit = found.find((f) => f.code === broken.code && f.file === place.file && f.line === place.line && f.column === place.column);
    expect(hit, `wanted ${broken.code} ${place.file}:${place.line}:${place.column}, found\n${summary.join('\n')}`).toBeDefined();
    expect(hit!.message.zh).toContain(broken.zh);
    expect(hit!.message.en).toContain(broken.en);
    expect(hit!.message.zh, 'the Chinese is Chinese').toMatch(/\p{Script=Han}/u);
    // What is wrong is told once, or for both sides of it.
    expect(found.length, summary.join('\n')).toBeLessThanOrEqual(4);
  });
});

test('the small city itself is clean', () => expect(lintFiles({})).toEqual([]));

test('two suppliers that can never both be in are no error', () => {
  const gives = (id: string) => service(id, 'outputs: {concepts: [business.creditCode]}\n');
  const uses = (a: string, b: string) => ({ 'services/s.yaml': gives('s'), 'services/t.yaml': gives('t'), 'journeys/j.yaml': journey(`  - {use: s, when: '${a}'}\n  - {use: t, when: '${b}'}\n`) });
  expect(lintFiles(uses('business.seats > 3', 'business.seats <= 3'))).toEqual([]);
  expect(lintFiles(uses('business.activity = "restaurant"', 'business.activity in ["canteen", "office"]'))).toEqual([]);
  expect(lintFiles(uses('applicant.age >= 18', 'applicant.birthDate > date("2019-06-01")'))).toEqual([]);
  expect(lintFiles(uses('applicant.age >= 18', 'applicant.birthDate > date("2001-06-01")')).map((f) => f.code)).toEqual(['YJ503']);
});

test('in every interval between two changes of law', () => {
  const found = lintFiles(inService('needs: [{concept: applicant.name, to: 2021-12-31}, {concept: applicant.nmae, from: 2022-01-01, to: 2022-12-31}]\n'));
  expect(found.map((f) => [f.code, f.line])).toEqual([['YJ303', 6]]);
});

test('a rule in a block reads its place through the indentation', () => {
  const found = lintFiles(inService('applies:\n  - when: |\n      business.barred\n      or business.nosuch\n'));
  expect(found.map((f) => [f.code, f.line, f.column])).toEqual([['YJ403', 9, 10]]);
});
