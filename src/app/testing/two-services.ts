/** A city with two services and its exchange files as they should be; one thing of them changed at a time. */
import { completeCreditCode, loadCatalogue, type InForce } from '../../core/catalogue';
import { type Book, columnsOf, type TableName, writeCsv } from '../../core/exchange';
import { around } from '../../core/exchange/testing/random-service';
import { sha256, smallCity } from '../../core/testing/small-city';
import { bookFiles, exportServices } from '../export-services';

export const day = '2026-01-15';
export const creditCode = completeCreditCode('11430212MB000000');
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
export const city = new Map(
  Object.entries({
    ...smallCity,
    ...around,
    'authorities.yaml': smallCity['authorities.yaml']!.replace('id: market-regulation,', `id: market-regulation, creditCode: ${creditCode},`),
    'services/alpha.yaml': service('alpha', '甲证新办', '430131056W00'),
    'services/beta.yaml': service('beta', '乙证新办', '430131057W00'),
  }),
);
export const law = loadCatalogue(city, sha256).catalogue.inForce(day).law as InForce;
export const { book } = exportServices(law);
export const basic = 'up_task_general_basic';
export const material = 'up_task_general_material';

export type Files = { [file: string]: string | Uint8Array };
export const csvOf = (b: Book): Files => Object.fromEntries([...bookFiles(b, 'csv', null)].map(([name, text]) => [name, text.replace('\uFEFF', '')]));
export const good = csvOf(book);

/** The good files with one cell of one row (from 0) changed, in that file alone. */
export const cell = (table: TableName, row: number, column: string, value: string): Files => ({
  ...good,
  [`${table}.csv`]: writeCsv(
    columnsOf(table).map((c) => c.name),
    book[table]!.map((r, i) => (i === row ? { ...r, [column]: value } : r)),
  ),
});
export const text = (table: string, change: (text: string) => string): Files => ({ ...good, [`${table}.csv`]: change(String(good[`${table}.csv`])) });
export const bytes = (table: string, change: (text: string) => Uint8Array): Files => ({ ...good, [`${table}.csv`]: change(String(good[`${table}.csv`])) });

/** GB18030 of the characters it has two bytes for, from the decoder. */
const gbBytes = new Map<string, number[]>();
for (let lead = 0xa1; lead <= 0xfe; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) gbBytes.set(new TextDecoder('gb18030').decode(new Uint8Array([lead, trail])), [lead, trail]);
export const gb18030 = (s: string): Uint8Array => new Uint8Array(Array.from(s).flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : gbBytes.get(c)!)));
export const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);
export const spliced = (b: Uint8Array, at: number, ...put: number[]): Uint8Array => new Uint8Array([...b.subarray(0, at), ...put, ...b.subarray(at + put.length)]);
export const wrongCheck = creditCode.slice(0, 17) + (creditCode[17] === '0' ? '1' : '0');
/** Where a text stands in its row of the basic table. */
export const columnOf = (part: string): number =>
  String(good[`${basic}.csv`])
    .split('\r\n')
    .find((row) => row.includes(part))!
    .indexOf(part) + 1;
export const json = (change: (b: Book) => unknown): Files => ({ 'national.json': JSON.stringify(change(book), null, 1) });
