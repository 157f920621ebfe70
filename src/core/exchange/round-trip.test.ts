/** Out and in again: nothing the tables can hold is lost, whatever the service, the format and the vendor's numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeCreditCode, type InForce, loadCatalogue } from '../catalogue';
import { shippedFiles, shippedLaw } from '../testing/shipped-city';
import { sha256, smallCity } from '../testing/small-city';
import { bookOf, type Book, cityFiles, columnsOf, type Item, itemOf, readCsv, readItems, readJson, type Sheet, type TableName, writeCsv } from './index';
import { leftBehind } from './report';
import { around, randomService } from './testing/random-service';

const day = '2026-01-15';
const coded = smallCity['authorities.yaml']!.replace('id: market-regulation,', `id: market-regulation, creditCode: ${completeCreditCode('11430212MB000000')},`);
const base = { ...smallCity, ...around, 'authorities.yaml': coded };

function lawWith(files: { [path: string]: string }): InForce {
  const { law, findings } = loadCatalogue(new Map(Object.entries({ ...base, ...files })), sha256).catalogue.inForce(day);
  if (!law) throw new Error(findings.map((f) => `${f.code} ${f.file}:${f.line} ${f.message.en}`).join('\n'));
  return law;
}
const withServices = (services: readonly { id: string }[]) => lawWith(Object.fromEntries(services.map((s) => [`services/${s.id}.yaml`, JSON.stringify(s)])));

const viaCsv = (book: Book): Map<TableName, Sheet> =>
  new Map(
    Object.entries(book).map(([name, rows]) => [
      name as TableName,
      readCsv(
        name,
        writeCsv(
          columnsOf(name as TableName).map((c) => c.name),
          rows,
        ),
      ),
    ]),
  );
const viaJson = (book: Book): Map<TableName, Sheet> => readJson('national.json', JSON.stringify(book), '').tables as Map<TableName, Sheet>;

/** A vendor who numbers every list from the back, starting at 700. */
function renumbered(book: Book): Book {
  const numbers = new Map((book.codes ?? []).map((c, i) => [`${c.list} ${c.code}`, String(700 + (book.codes?.length ?? 0) - i)]));
  return Object.fromEntries(
    Object.entries(book).map(([name, rows]) => [
      name,
      name === 'codes'
        ? rows.map((r) => ({ ...r, code: numbers.get(`${r.list} ${r.code}`)! }))
        : rows.map((r) => {
            const next = { ...r };
            for (const c of columnsOf(name as TableName)) {
              const value = r[c.name];
              if (c.list && value)
                next[c.name] = value
                  .split('^')
                  .map((part) => numbers.get(`${c.list} ${part}`)!)
                  .join('^');
            }
            return next;
          }),
    ]),
  );
}

const sorted = (items: Item[]): Item[] => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

function cameBack(law: InForce, sheets: Map<TableName, Sheet>, without: { [path: string]: string }): unknown {
  const read = readItems(sheets, law);
  expect(read.findings).toEqual([]);
  const { files } = cityFiles(law, read.items);
  const again = loadCatalogue(new Map([...Object.entries(without), ...files]), sha256).catalogue.inForce(day);
  expect(again.findings).toEqual([]);
  return sorted([...again.law!.services.values()].map((s) => itemOf(again.law!, s)));
}

describe('random services', () => {
  const services = fc.uniqueArray(randomService, { minLength: 1, maxLength: 4, selector: (s) => s.id });
  test.each([
    ['CSV', viaCsv],
    ['JSON', viaJson],
    ['the numbers of another vendor', (book: Book) => viaCsv(renumbered(book))],
  ])('come back the same through %s', (_, via) => {
    fc.assert(
      fc.property(services, (all) => {
        const law = withServices(all);
        const items = [...law.services.values()].map((s) => itemOf(law, s));
        expect(cameBack(law, via(bookOf(items, { telephone: '12345' })), base)).toEqual(sorted(items));
      }),
      { numRuns: 15 },
    );
  });

  test('what has no field is reported by its place, and what a column holds is not', () => {
    fc.assert(
      fc.property(randomService, (s) => {
        const law = withServices([s]);
        const service = law.services.get(s.id)!;
        const { noField } = leftBehind(service, bookOf([itemOf(law, service)], { telephone: '' }));
        expect(noField).toContain('/name/en');
        expect(noField.includes('/aliases/*')).toBe('aliases' in s);
        expect(noField).toContain('/needs/*/concept');
        for (const path of ['/name/zh', '/authority', '/stages/*/label/zh', '/evidence/*/source']) expect(noField).not.toContain(path);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the shipped services', () => {
  const law = shippedLaw(day);
  const items = [...law.services.values()].map((s) => itemOf(law, s));

  test('come back the same', () => {
    const without: { [path: string]: string } = Object.fromEntries(
      [...shippedFiles].filter(([path]) => !/^slots\.yaml$|^(services|journeys|orders|agreements|games|requests|targets|indicators|indices|statistics)\//.test(path)),
    );
    without['city.yaml'] = without['city.yaml']!.replace(/^popular:.*$/m, '');
    expect(cameBack(law, viaCsv(bookOf(items, { telephone: '12345' })), without)).toEqual(sorted(items));
  });
});
