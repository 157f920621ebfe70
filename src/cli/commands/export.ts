import { OpenError, openStore } from '../../adapters/store';
import { writeWhole } from '../../app/exchange-files';
import { bookFiles, exportServices } from '../../app/export-services';
import type { Store } from '../../app/ports/store';
import { fold } from '../../core/case';
import type { Catalogue } from '../../core/catalogue';
import { type Book, caseBook, cpsvAp, type FiledCase } from '../../core/exchange';
import { type Arguments, position, WrongUsage } from '../arguments';
import { catalogueOf, dayOf, lawOf } from '../input';
import { bad, good, refused, type Result } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const exportCommand: Command = {
  options: ['profile', 'format', 'out', 'at', 'cases!', 'data', 'database'],
  usage: 'export DIR --profile national|cpsv-ap [--format csv|json] [--out DIR] [--at DATE] [--cases --data DIR|--database URL]',
  run: async (a, { cache }) => {
    const dir = position(a, 0, 'DIR');
    const law = lawOf(dir, dayOf(a, today()));
    const format = a.option('format') ?? (a.option('out') === undefined ? 'json' : 'csv');
    if (format !== 'csv' && format !== 'json') throw new WrongUsage('--format 应为 csv 或 json', '--format is csv or json');
    switch (a.option('profile')) {
      case 'cpsv-ap': {
        const document = cpsvAp(law);
        return written(a, new Map([['cpsv-ap.jsonld', `${JSON.stringify(document, null, 1)}\n`]]), document);
      }
      case 'national': {
        if (a.flag('cases')) return national(a, format, await casesOf(a, catalogueOf(dir), cache), null);
        const { book, left } = exportServices(law);
        return national(a, format, book, left);
      }
      default:
        throw new WrongUsage('写 --profile national 或 --profile cpsv-ap', 'give --profile national or --profile cpsv-ap');
    }
  },
};

function national(a: Arguments, format: 'csv' | 'json', book: Book | Result, left: ReturnType<typeof exportServices>['left'] | null): Result {
  if ('exit' in book) return book;
  if (format === 'csv' && a.option('out') === undefined) throw new WrongUsage('CSV 是几个文件，写 --out DIR', 'CSV is several files: give --out DIR');
  return written(a, bookFiles(book, format, left), left ? { ...book, report: left } : book);
}

/** A folder with --out, else the document itself. */
function written(a: Arguments, files: ReadonlyMap<string, string>, document: unknown): Result {
  const out = a.option('out');
  if (out === undefined) return good(document, JSON.stringify(document, null, 1));
  const failed = writeWhole(out, files);
  return failed ? refused([failed]) : good({ out, files: [...files.keys()] }, `${files.size} 个文件 files → ${out}`);
}

async function casesOf(a: Arguments, catalogue: Catalogue, cache: string): Promise<Book | Result> {
  const [data, database] = [a.option('data'), a.option('database')];
  if ((data === undefined) === (database === undefined)) throw new WrongUsage('写 --data DIR 或 --database URL 其中之一', 'give one of --data DIR or --database URL');
  try {
    const { store } = await openStore({ cache, ...(data !== undefined && { data }), ...(database !== undefined && { database }) });
    try {
      return caseBook(await filedCases(store, catalogue));
    } finally {
      await store.close();
    }
  } catch (e) {
    if (!(e instanceof OpenError)) throw e;
    return bad({ errors: [{ code: e.code, message: e.text, about: e.about }], warnings: [] }, `${e.text.zh}\n${e.text.en} (${e.about})`);
  }
}

/** Every case under the law it was filed under. */
async function filedCases(store: Store, catalogue: Catalogue): Promise<FiledCase[]> {
  const cases: FiledCase[] = [];
  for (let after = '', ids = await store.caseIds(after, 500); ids.length > 0; after = ids.at(-1)!, ids = await store.caseIds(after, 500))
    for (const id of ids) {
      const state = fold(await store.events(id));
      const law = state && catalogue.inForce(state.lawOf).law;
      if (state && law) cases.push({ state, law });
    }
  return cases;
}
