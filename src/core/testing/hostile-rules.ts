/** Rule sets nobody means well with: as large, as deep and as tangled as a file may be. The same seed gives the same set. */
import fc from 'fast-check';

const head = (id: string) => `id: ${id}\nname: {zh: 规则, en: Rules}\nillustrative: true\nsubjects: {person: person, shop: organisation, place: place}\n`;
const many = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i)).join('');
const columns = ["'years(person.birthDate, at)'", "'shop.seats'", "'shop.barred'", "'shop.activity'", "'place.area'", "'shop.capital'", "'months(person.birthDate, at)'", "'shop.seats + place.area'"];
const codes = ['restaurant', 'canteen', 'school-canteen', 'retail-food', 'office'];

/** @param n of rows, rules or steps; what is over the limits is refused, which must be quick too. */
export const hostileSets: { readonly [kind: string]: (n: number, seed: number) => string } = {
  'one table of all columns': (n, seed) =>
    `${head('r')}rules:\n  - id: a\n    type: number\n    table:\n      hit: unique\n      columns: [${columns.join(', ')}]\n      rows:\n${many(Math.min(n, 200), (i) => {
      const k = (i * 7919 + seed) % 97;
      return `        - {when: ['[${k}..${k + 5}]', '> ${k}', '${i % 3 ? '-' : 'true'}', '${codes[i % 5]}, ${codes[(i + 2) % 5]}', '< ${k}.5', '[${i}..${i + 9})', '-', 'not(${k}, ${i})'], then: ${i}}\n`;
    })}`,
  'tables in which every first row hides the next': (n, seed) =>
    `${head('r')}rules:\n${many(Math.min(n, 40), (r) => `  - id: a${r}\n    type: number\n    table:\n      hit: first\n      columns: ['shop.seats', 'place.area', 'shop.capital']\n      rows:\n${many(100, (i) => `        - {when: ['>= ${(i * seed) % 50}', '< ${i % 37}', '[${i % 11}..${i}]'], then: ${i}}\n`)}`)}`,
  'a table without a pattern': (n, seed) =>
    `${head('r')}rules:\n  - id: a\n    type: number\n    table:\n      hit: unique\n      columns: [${Array.from({ length: 16 }, (_, c) => `'shop.seats + place.area * ${c + 1}'`).join(', ')}]\n      rows:\n${many(Math.min(n, 200), (i) => `        - {when: [${Array.from({ length: 16 }, (_, c) => (((i + seed) >> c) & 1 ? `'> ${i * c}'` : `'<= ${i + c}'`)).join(', ')}], then: ${i}}\n`)}`,
  'a chain of rules': (n) => `${head('r')}rules:\n${many(Math.min(n, 300), (i) => `  - {id: a${i}, is: '${i === 0 ? 'shop.barred' : `not a${i - 1}`}'}\n`)}`,
  'macros that double': (n) =>
    `${head('r')}rules:\n${many(Math.min(n, 300), (i) => `  - {id: a${i}, args: [{id: n, type: number}], is: '${i === 0 ? 'n > 3' : `a${i - 1}(n + 1) and a${i - 1}(n * 2)`}'}\n`)}`,
  'macros in each other’s values': (n) =>
    `${head('r')}rules:\n  - {id: f, type: number, args: [{id: n, type: number}], is: 'n + n'}\n  - {id: a, is: '${'f('.repeat(Math.min(n, 50))}shop.seats${')'.repeat(Math.min(n, 50))} > 3'}\n`,
  'a great circle': (n) => `${head('r')}rules:\n${many(Math.min(n, 300), (i) => `  - {id: a${i}, is: 'a${(i + 1) % Math.min(n, 300)} or shop.barred'}\n`)}`,
  'rules that name everything': (n) =>
    `${head('r')}rules:\n${many(Math.min(n, 300), (i) => `  - {id: a${i}, is: '${Array.from({ length: 120 }, (_, k) => (i > 0 ? `a${(k * 31) % i}` : 'shop.barred')).join(' or ')}'}\n`)}`,
  'unknown names': (n) => `${head('r')}rules:\n${many(Math.min(n, 300), (i) => `  - {id: a${i}, is: '${Array.from({ length: 40 }, (_, k) => `shop.saets${i}x${k} > 1`).join(' or ')}'}\n`)}`,
  'long names': (n) => `${head('r')}rules:\n${many(Math.min(n, 300), (i) => `  - {id: ${'長'.repeat(70)}${i}, is: '${'長'.repeat(70)}${i - 1} or shop.barred'}\n`)}`,
  'parameters and examples': (n, seed) =>
    `${head('r')}parameters:\n${many(Math.min(n, 300), (i) => `  - {id: p${i}, type: number, value: ${(i * seed) % 1000}}\n`)}rules:\n${many(Math.min(n, 300), (i) => `  - {id: a${i}, is: 'shop.seats > p${i} and place.area <= p${(i * 7) % Math.min(n, 300)}'}\n`)}examples:\n${many(Math.min(n, 300), (i) => `  - {when: {shop.seats: ${i}, place.area: ${(i * 3) % 700}}, then: {a${i % Math.min(n, 300)}: unknown}}\n`)}`,
  'sums of rows': (n, seed) =>
    `${head('r')}rules:\n${many(Math.min(n, 30), (r) => `  - id: s${r}\n    type: number\n    table:\n      hit: collect\n      collect: sum\n      columns: ['shop.seats', 'place.area']\n      rows:\n${many(12, (i) => `        - {when: ['> ${(i * seed) % 9}', '< ${i + r}'], then: ${i}}\n`)}  - {id: b${r}, is: 's${r} > 7'}\n`)}`,
  'quantifiers in quantifiers': (n) =>
    `${head('r').replace('place: place', 'place: place, employee: person')}rules:\n${many(Math.min(n, 60), (i) => `  - {id: a${i}, is: '${'some e in employee satisfies '.repeat(Math.min(20, n))}${i === 0 ? 'e.birthDate = absent' : `a${i - 1}`}'}\n`)}`,
  'a cell of many words': (n) =>
    `${head('r')}rules:\n  - {id: a, table: {hit: first, columns: ['shop.seats'], rows: [{when: ['${'1, '.repeat(Math.min(n, 400))}2'], then: true}, {when: ['-'], then: false}]}}\n`,
  'brackets in a cell': (n) =>
    `${head('r')}rules:\n  - {id: a, table: {hit: first, columns: ['shop.seats'], rows: [{when: ['${'not('.repeat(Math.min(n, 480))}1${')'.repeat(Math.min(n, 480))}'], then: true}]}}\n`,
  'a million characters of rows': (n) =>
    `${head('r')}rules:\n  - id: a\n    type: number\n    table: {hit: unique, columns: ['shop.seats'], rows: [\n${many(Math.min(n * 40, 24_000), (i) => `{when: ['${i}'], then: ${i}},\n`)}]}\n`,
  'a million characters of rules': (n) => `${head('r')}rules:\n${many(Math.min(n * 30, 18_000), (i) => `- {id: a${i}, is: 'a${i + 1}'}\n`)}`,
};

export const anyHostileSet = fc.record({ kind: fc.constantFrom(...Object.keys(hostileSets)), n: fc.integer({ min: 1, max: 600 }), seed: fc.integer({ min: 1, max: 1_000_000 }) });
