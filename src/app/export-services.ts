/** Services and cases out: the national tables as CSV or JSON with a report of what they leave behind, or CPSV-AP as JSON-LD. */
import type { InForce } from '../core/catalogue';
import { type Book, bookOf, columnsOf, itemOf, leftBehind, type Left, type TableName, writeCsv } from '../core/exchange';

export type Exported = { book: Book; left: Left[] };

export function exportServices(law: InForce): Exported {
  const services = [...law.services.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const book = bookOf(
    services.map((s) => itemOf(law, s)),
    { telephone: law.city.telephone ?? '' },
  );
  return { book, left: services.map((s) => leftBehind(s, book)) };
}

/** One file per table; CSV with a byte-order mark, without which spreadsheets here read UTF-8 as GBK. */
export function bookFiles(book: Book, format: 'csv' | 'json', left: readonly Left[] | null): Map<string, string> {
  const report: [string, string][] = left ? [['report.json', json({ left })]] : [];
  if (format === 'json') return new Map([['national.json', json(book)], ...report]);
  const names = Object.keys(book) as TableName[];
  return new Map([
    ...names.map((name): [string, string] => [
      `${name}.csv`,
      `\uFEFF${writeCsv(
        columnsOf(name).map((c) => c.name),
        book[name]!,
      )}`,
    ]),
    ...report,
  ]);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
