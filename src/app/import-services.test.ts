/** Exchange files with one thing wrong each: every one is told with its row and column, and nothing is taken, not even the rows that are right. */
import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeCreditCode, loadCatalogue, type InForce } from '../core/catalogue';
import { type Book, columnsOf, type TableName, writeCsv } from '../core/exchange';
import { around } from '../core/exchange/testing/random-service';
import { sha256, smallCity } from '../core/testing/small-city';
import { largestFile, writeWhole } from './exchange-files';
import { bookFiles, exportServices } from './export-services';
import { importServices } from './import-services';

const day = '2026-01-15';
const creditCode = completeCreditCode('11430212MB000000');
const service = (id: string, name: string, basicCode: string) =>
  JSON.stringify({
    id,
    name: { zh: name, en: name },
    authority: 'market-regulation',
    basicCode,
    itemType: 'licence',
    level: { decide: 'county' },
    audience: ['person'],
    subjects: { applicant: 'person', business: 'organisation', premises: 'place' },
    source: 'law-a',
    evidence: [
      { id: 'a', anyOf: [['form']], source: 'law-b' },
      { id: 'b', anyOf: [['lease'], ['licence']] },
    ],
    outputs: { evidence: ['licence'] },
    filing: { counter: 'food-counter', online: 'true' },
    delivery: ['electronic'],
    stages: [{ id: 's', label: { zh: '受理', en: 'A' }, h: '2' }],
    clock: { statutory: { wd: '20' }, promised: { wd: '5' } },
    fee: [{ amount: '1250', label: { zh: '工本费', en: 'Fee' } }],
  });
const city = new Map(
  Object.entries({
    ...smallCity,
    ...around,
    'authorities.yaml': smallCity['authorities.yaml']!.replace('id: market-regulation,', `id: market-regulation, creditCode: ${creditCode},`),
    'services/alpha.yaml': service('alpha', '甲证新办', '430131056W00'),
    'services/beta.yaml': service('beta', '乙证新办', '430131057W00'),
  }),
);
const law = loadCatalogue(city, sha256).catalogue.inForce(day).law as InForce;
const { book } = exportServices(law);
const basic = 'up_task_general_basic';
const material = 'up_task_general_material';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yijian-exchange-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Files = { [file: string]: string | Uint8Array };
const csvOf = (b: Book): Files => Object.fromEntries([...bookFiles(b, 'csv', null)].map(([name, text]) => [name, text.replace('\uFEFF', '')]));
const good = csvOf(book);

let n = 0;
function run(files: Files): ReturnType<typeof importServices> {
  const dir = join(folder, String(n++));
  writeWhole(dir, new Map([['x', '']]));
  rmSync(join(dir, 'x'));
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  });
  return importServices(law, city, day, paths);
}

/** The good files with one cell of one row (from 0) changed, in that file alone. */
const cell = (table: TableName, row: number, column: string, value: string): Files => ({
  ...good,
  [`${table}.csv`]: writeCsv(
    columnsOf(table).map((c) => c.name),
    book[table]!.map((r, i) => (i === row ? { ...r, [column]: value } : r)),
  ),
});
const text = (table: string, change: (text: string) => string): Files => ({ ...good, [`${table}.csv`]: change(String(good[`${table}.csv`])) });
const bytes = (table: string, change: (text: string) => Uint8Array): Files => ({ ...good, [`${table}.csv`]: change(String(good[`${table}.csv`])) });

/** GB18030 of the characters it has two bytes for, from the decoder. */
const gbBytes = new Map<string, number[]>();
for (let lead = 0xa1; lead <= 0xfe; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) gbBytes.set(new TextDecoder('gb18030').decode(new Uint8Array([lead, trail])), [lead, trail]);
const gb18030 = (s: string): Uint8Array => new Uint8Array(Array.from(s).flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : gbBytes.get(c)!)));
const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);
const spliced = (b: Uint8Array, at: number, ...put: number[]): Uint8Array => new Uint8Array([...b.subarray(0, at), ...put, ...b.subarray(at + put.length)]);
const wrongCheck = creditCode.slice(0, 17) + (creditCode[17] === '0' ? '1' : '0');
/** Where a text stands in its row of the basic table. */
const columnOf = (part: string): number =>
  String(good[`${basic}.csv`])
    .split('\r\n')
    .find((row) => row.includes(part))!
    .indexOf(part) + 1;
const json = (change: (b: Book) => unknown): Files => ({ 'national.json': JSON.stringify(change(book), null, 1) });

describe('what is right comes in', () => {
  test.each([
    ['UTF-8', good],
    ['UTF-8 with a byte-order mark', Object.fromEntries(Object.entries(good).map(([name, t]) => [name, `\uFEFF${t}`]))],
    ['GB18030', Object.fromEntries(Object.entries(good).map(([name, t]) => [name, gb18030(String(t))]))],
    ['JSON', json((b) => b)],
    ['LF at the end of rows', Object.fromEntries(Object.entries(good).map(([name, t]) => [name, String(t).replaceAll('\r\n', '\n')]))],
    ['labels instead of numbers', { ...cell(basic, 0, 'task_type', '行政许可') }],
    ['a label in other brackets', cell(basic, 0, 'use_level', '县(区)级')],
    ['without the tables nobody needs', Object.fromEntries(Object.entries(good).filter(([name]) => !/extend|material|questions/.test(name)))],
    [
      'columns of the upload tool',
      text(basic, (t) =>
        t
          .split('\r\n')
          .map((l, i) => (l === '' ? l : `${i === 0 ? 'cd_time' : '2026-01-01'},${l}`))
          .join('\r\n'),
      ),
    ],
  ])('%s', (_, files) => {
    const result = run(files);
    expect('findings' in result ? result.findings : result.services).toEqual(['alpha', 'beta']);
  });

  test('the encodings are told', () => {
    const result = run({ ...good, [`${basic}.csv`]: gb18030(String(good[`${basic}.csv`])) });
    expect('findings' in result ? result.findings : result.encodings).toMatchObject({ [`${basic}.csv`]: 'gb18030', 'codes.csv': 'utf-8' });
  });
});

/** What is wrong, the files, the code, the file, the row, and the column where it is worth its own check. */
const malformed: [string, Files, string, string, number, number?][] = [
  ['a label that does not exist', cell(basic, 1, 'task_type', '行政许何'), 'YJ877', basic, 3],
  ['a label of another list', cell(basic, 0, 'use_level', '行政许可'), 'YJ877', basic, 2],
  ['one wrong label among several', cell(basic, 0, 'server_type', '自然人^神仙'), 'YJ877', basic, 2],
  ['a number its own table does not explain', cell(basic, 0, 'task_type', '77'), 'YJ877', basic, 2],
  ['numbers without a codes table', Object.fromEntries(Object.entries(good).filter(([name]) => name !== 'codes.csv')), 'YJ877', basic, 2],
  ['a level outside the city', cell(basic, 0, 'use_level', '省级'), 'YJ877', basic, 2],
  ['a kind of item nobody applies for', cell(basic, 0, 'task_type', '行政处罚'), 'YJ877', basic, 2],
  ['a wrong label of a document', cell(material, 2, 'is_need', '随便'), 'YJ877', material, 4],
  ['a codes table with two labels for one number', { ...good, 'codes.csv': `${good['codes.csv']}use_level,4,市级\r\n` }, 'YJ878', 'codes', String(good['codes.csv']).split('\r\n').length],
  ['UTF-16', bytes(basic, (t) => new Uint8Array([0xff, 0xfe, ...Array.from(t).flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])])), 'YJ871', basic, 1, 1],
  ['a broken byte in UTF-8', bytes(basic, (t) => spliced(utf8(t), utf8(t.slice(0, t.indexOf('乙证'))).length, 0xff)), 'YJ871', basic, 3, columnOf('乙证')],
  ['a UTF-8 file cut in the middle of a character', bytes(basic, (t) => utf8(t.slice(0, t.indexOf('乙证') + 1)).subarray(0, -1)), 'YJ871', basic, 3, columnOf('乙证')],
  ['a broken byte in GB18030', bytes(basic, (t) => spliced(gb18030(t), gb18030(t.slice(0, t.indexOf('乙证'))).length, 0xff, 0xff)), 'YJ871', basic, 3],
  ['Latin-1', bytes(basic, (t) => spliced(gb18030(t.replace(/[^\r\n -~]/g, 'e')), 700, 0xe9, 0x20)), 'YJ871', basic, 3],
  ['a byte-order mark before GB18030', bytes(basic, (t) => new Uint8Array([0xef, 0xbb, 0xbf, ...gb18030(t)])), 'YJ871', basic, 2],
  ['characters lost in an earlier conversion', text(basic, (t) => t.replace('甲证', '\uFFFD证')), 'YJ871', basic, 2],
  ['NUL bytes', text(basic, (t) => t.replace('甲证', '\u0000证')), 'YJ871', basic, 2],
  ['a credit code with a wrong check digit', cell(basic, 0, 'dept_code', wrongCheck), 'YJ880', basic, 2],
  ['a credit code with a letter it may not have', cell(basic, 1, 'dept_code', creditCode.replace('M', 'I')), 'YJ880', basic, 3],
  ['a credit code of another authority', cell(basic, 0, 'dept_code', completeCreditCode('11430212MB000001')), 'YJ880', basic, 2],
  ['an implementation code too short', cell(basic, 0, 'task_code', `${creditCode}4430131056W0`), 'YJ880', basic, 2],
  ['an implementation code of another level', cell(basic, 0, 'task_code', `${creditCode}3430131056W00`), 'YJ880', basic, 2],
  ['a basic code too short', cell(basic, 0, 'catalog_code', '43013105'), 'YJ880', basic, 2],
  ['the same implementation code twice', text(basic, (t) => t.replaceAll('430131057W00', '430131056W00')), 'YJ878', basic, 3],
  ['the same record twice', cell(basic, 1, 'row_guid', 'alpha'), 'YJ878', basic, 3, 1],
  ['the same order number for two documents', cell(material, 0, 'order_num', '2'), 'YJ878', material, 3],
  ['a table twice', { ...good, 'national.json': JSON.stringify({ [basic]: [] }) }, 'YJ878', 'national.json', 1],
  ['a column missing', text(basic, (t) => t.replace('task_name', 'task_title')), 'YJ874', basic, 1],
  ['a column that does not exist', text(basic, (t) => t.replace('entrust_name', 'entrusted')), 'YJ874', basic, 1],
  ['a column twice', text(basic, (t) => t.replace('entrust_name', 'task_name')), 'YJ873', basic, 1],
  ['the basic table missing', Object.fromEntries(Object.entries(good).filter(([name]) => !name.startsWith(basic))), 'YJ874', basic, 1],
  ['a file named after no table', { ...good, 'services.csv': 'a,b\r\n' }, 'YJ874', 'services', 1],
  ['a needed cell empty', cell(basic, 1, 'task_name', ''), 'YJ875', basic, 3],
  ['a length without its unit', cell(basic, 0, 'promise_type', ''), 'YJ875', basic, 2],
  ['a number that is none', cell(basic, 0, 'promise_day', '五'), 'YJ876', basic, 2],
  ['a name too long', cell(material, 0, 'material_name', '长'.repeat(201)), 'YJ876', material, 2],
  ['a control character', cell(basic, 0, 'task_name', '甲\u0007证'), 'YJ876', basic, 2],
  ['a fee that is no amount', cell('up_task_general_fee_project', 1, 'fee_stand', '按规定收取'), 'YJ876', 'up_task_general_fee_project', 3],
  ['a fee said and not listed', { ...good, 'up_task_general_fee_project.csv': String(good['up_task_general_fee_project.csv']).split('\r\n')[0]! }, 'YJ879', basic, 2],
  ['a document of an item that is not there', cell(material, 0, 'task_guid', 'gamma'), 'YJ879', material, 2],
  ['an authority the city does not have', cell(basic, 0, 'dept_name', '外星人接待局'), 'YJ879', basic, 2],
  ['a quotation mark left open', text(basic, (t) => t.replace('甲证新办', '"甲证新办')), 'YJ872', basic, 2],
  ['a quotation mark inside a cell', text(basic, (t) => t.replace('甲证新办', '甲"证新办')), 'YJ872', basic, 2],
  ['text after a closing quotation mark', text(basic, (t) => t.replace('甲证新办', '"甲证"新办')), 'YJ872', basic, 2],
  ['a cell too many', text(basic, (t) => t.replace('甲证新办', '甲证,新办')), 'YJ872', basic, 2],
  ['a row cut short', text(basic, (t) => t.slice(0, t.indexOf('乙证新办'))), 'YJ872', basic, 3],
  ['rows that end with a lone carriage return', text(basic, (t) => t.replaceAll('\r\n', '\r')), 'YJ872', basic, 1],
  ['an empty file', text(basic, () => ''), 'YJ872', basic, 1],
  ['JSON cut short', { 'national.json': JSON.stringify(book, null, 1).slice(0, 500) }, 'YJ872', 'national.json', JSON.stringify(book, null, 1).slice(0, 500).split('\n').length],
  ['JSON with a row that is a number', json((b) => ({ ...b, [basic]: [7] })), 'YJ872', 'national.json', 3],
  ['JSON nested too deep', json((b) => ({ ...b, [basic]: [{ task_name: [[['x']]] }] })), 'YJ872', 'national.json', 5],
  ['JSON with a name twice', { 'national.json': JSON.stringify(book).replace('"task_name"', '"row_guid"') }, 'YJ873', 'national.json', 1],
];

describe('what is wrong is told with its place, and nothing comes in:', () => {
  test('forty ways at least', () => {
    expect(malformed.length).toBeGreaterThanOrEqual(40);
  });

  test.each(malformed)('%s', (_, files, code, table, line, column) => {
    const result = run(files);
    if (!('findings' in result)) throw new Error('taken');
    const found = result.findings.find((f) => f.code === code);
    expect(found, JSON.stringify(result.findings.slice(0, 3))).toBeDefined();
    expect({ file: found!.file.replace(/\.csv$/, ''), line: found!.line }).toEqual({ file: table, line });
    expect(found!.column).toBeGreaterThanOrEqual(1);
    if (column !== undefined) expect(found!.column).toBe(column);
    expect(found!.message.zh).toMatch(/\p{Script=Han}/u);
    expect(found!.message.en).toMatch(/[a-z]/);
  });

  test('the column is where the cell begins', () => {
    const files = cell(basic, 1, 'task_type', '行政许何');
    const row = String(files[`${basic}.csv`]).split('\r\n')[2]!;
    const result = run(files);
    expect('findings' in result && result.findings[0]).toMatchObject({ line: 3, column: row.indexOf('行政许何') + 1 });
  });

  test('a file of 100 MB, at once and without reading it', () => {
    const path = join(folder, `${basic}.csv`);
    const handle = openSync(path, 'w');
    ftruncateSync(handle, 100_000_000);
    closeSync(handle);
    const started = performance.now();
    const result = importServices(law, city, day, [path]);
    expect(performance.now() - started).toBeLessThan(500);
    expect('findings' in result && result.findings).toMatchObject([{ code: 'YJ870', line: 1, message: { en: expect.stringContaining(String(largestFile)) } }]);
    rmSync(path);
  });

  test('a file of many rows is read to its last, in time that grows with its size', () => {
    const [header, line] = String(good[`${material}.csv`]).split('\r\n');
    const many = 4000;
    const big = [header, ...Array.from({ length: many }, (_, i) => line!.replace('alpha.m1', `x${i}.m1`)), 'short'].join('\r\n');
    const started = performance.now();
    const result = run({ ...good, [`${material}.csv`]: big });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect('findings' in result && result.findings.some((f) => f.line === many + 2)).toBe(true);
  });
});

describe('the folder written to', () => {
  test('is there whole, and never over something', () => {
    const into = join(folder, 'into');
    expect(writeWhole(into, new Map([['services/a.yaml', 'id: a\n']]))).toBeNull();
    expect(readFileSync(join(into, 'services', 'a.yaml'), 'utf8')).toBe('id: a\n');
    expect(writeWhole(into, new Map([['services/b.yaml', '']]))?.code).toBe('YJ881');
    expect(existsSync(join(into, 'services', 'b.yaml'))).toBe(false);
    // A name that cannot be written stops it half way: nothing is left.
    expect(() =>
      writeWhole(
        join(folder, 'half'),
        new Map([
          ['a', ''],
          ['b\u0000', ''],
        ]),
      ),
    ).toThrow();
    expect(readdirSync(folder).filter((f) => f.startsWith('half') || f.startsWith('.yijian-'))).toEqual([]);
  });
});
