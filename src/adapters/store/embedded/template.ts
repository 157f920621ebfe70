/**
 * The empty, migrated database, made once and then copied: initdb in WebAssembly takes seconds, a copy a fraction of one.
 * The name says the PGlite version and the schema, so a template is never wrong, only unused. Made beside and renamed, synced before: whole or not there.
 */
import { constants, cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { makeDirectory, sync, syncTree, there } from '../durable';
import { type Migration, schemaChecksum } from '../migrations';

/** In a database directory that is ours: written last. */
export const markerName = 'yijian.json';

/** node_modules/.cache/yijian beside the packages we run with. */
export const defaultCache = (): string => {
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return join(pglite.slice(0, pglite.lastIndexOf('node_modules')), 'node_modules', '.cache', 'yijian');
};

async function pgliteVersion(): Promise<string> {
  const dist = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  return JSON.parse(await readFile(join(dist, '..', 'package.json'), 'utf8')).version;
}

/**
 * Puts a fresh database at `directory` (which does not exist yet), synced to disk.
 * @param build makes one from nothing at the path given
 */
export async function freshDatabase(directory: string, cache: string, schema: readonly Migration[], build: (directory: string) => Promise<void>): Promise<void> {
  const version = await pgliteVersion();
  const marker = JSON.stringify({ format: 1, pglite: version });
  const own = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  const making = `${directory}.new-${own}`;
  const make = async (path: string) => {
    await build(path);
    await writeFile(join(path, markerName), marker);
    await syncTree(path);
  };
  try {
    const template = await ensure(join(cache, `store-${version}-${schemaChecksum(schema).slice(0, 16)}`), own, make);
    if (template) {
      await cp(template, making, { recursive: true, mode: constants.COPYFILE_FICLONE });
      await syncTree(making);
    } else await make(making);
    await rename(making, directory);
    await sync(dirname(directory));
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Null: the cache cannot be written. */
async function ensure(template: string, own: string, make: (path: string) => Promise<void>): Promise<string | null> {
  if (await there(template)) return template;
  const making = `${template}.new-${own}`;
  try {
    await makeDirectory(making);
  } catch {
    return null;
  }
  try {
    await make(making);
    await rename(making, template).catch(async (error) => ((await there(template)) ? undefined : Promise.reject(error)));
    return template;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
