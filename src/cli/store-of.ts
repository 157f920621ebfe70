/** What the commands for keepers of a store share: which store, and how a refusal is told. */
import { s3Settings } from '../adapters/files';
import { OpenError, type Opened, type Opening, openStore } from '../adapters/store';
import { WrongSetting } from '../adapters/wrong-setting';
import { type Arguments, WrongUsage } from './arguments';
import type { Surroundings } from './surroundings';
import { bad, type Result } from './output';

/** @throws WrongUsage unless one of --data and --database is given, WrongSetting; with --database, --data says where files and anchors lie */
export function openingOf(a: Arguments, { cache }: Surroundings): Opening {
  const data = a.option('data');
  const database = a.option('database');
  if (data === undefined && database === undefined) throw new WrongUsage('写 --data DIR 或 --database URL', 'give --data DIR or --database URL');
  return { cache, s3: s3Settings(process.env), ...(data !== undefined && { data }), ...(database !== undefined && { database }) };
}

/** Opens, works, closes; a store that cannot be opened is an answer, not a crash. */
export const withStore = (a: Arguments, s: Surroundings, work: (opened: Opened) => Promise<Result>): Promise<Result> =>
  told(async () => {
    const opened = await openStore(openingOf(a, s));
    try {
      return await work(opened);
    } finally {
      await opened.store.close();
    }
  });

export async function told(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (e) {
    if (e instanceof WrongSetting) return bad({ errors: [{ code: 'wrong-setting', message: { zh: e.zh, en: e.en }, about: e.setting }], warnings: [] }, `${e.setting}：${e.zh}\n${e.setting}: ${e.en}`);
    if (!(e instanceof OpenError)) throw e;
    return bad({ errors: [{ code: e.code, message: e.text, about: e.about }], warnings: [] }, `${e.text.zh}\n${e.text.en} (${e.about})`);
  }
}
