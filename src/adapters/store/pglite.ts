/**
 * The embedded store: PostgreSQL inside this process (PGlite), durable, on a directory of its own – what runs when nobody gives a database URL.
 * Enough for a county or a township node, demonstrations and tests; beyond that give it a server (reference: docs on outgrowing one machine).
 *
 *   DIR/lock   who holds the directory      DIR/pg   the database      DIR/files   files handed over      DIR/synced   see below
 *
 * It costs about 350 MB of memory and half a second to start, in a thread of its own: the first page neither waits for it nor is held up by it.
 */
import { access, constants, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Store } from '../../app/ports/store';
import { makeDirectory, syncTree, there, writeDurably } from './durable';
import { takeLock } from './embedded/lock';
import { defaultCache, freshDatabase, markerName } from './embedded/template';
import { type Engine, startEngine } from './embedded/wire';
import { mayBecomeApp, migrate } from './migrate';
import { type Migration, migrations } from './migrations';
import { OpenError } from './open-error';
import { openSql, type Sql } from './sql';
import { storeOver } from './store';

/** `schema`: a shorter list makes a new store of an earlier schema, for a backup that was made then. */
export async function openEmbedded(directory: string, cache: string = defaultCache(), schema: readonly Migration[] = migrations): Promise<{ store: Store; sql: Sql }> {
  await writable(directory);
  const lock = await takeLock(join(directory, 'lock'));
  try {
    const pg = join(directory, 'pg');
    await clearRemains(pg);
    if (!(await there(pg))) await freshDatabase(pg, cache, schema, (path) => build(path, schema)).catch((error) => Promise.reject(unwritable(error, directory)));
    else if (!(await there(join(pg, markerName)))) throw new OpenError('not-yijian', pg);
    const synced = (await endedCleanly(pg)) ? undefined : await syncAll(pg, join(directory, 'synced'));
    const engine = await startEngine(pg, synced).catch((error) => Promise.reject(new OpenError('damaged', pg, error)));
    const sql = sqlOn(engine);
    const close = async () => {
      await sql.end();
      await engine.close();
      await lock.release();
    };
    try {
      await migrate(sql, schema);
      await provesDurable(sql, engine, pg);
      if (await mayBecomeApp(sql)) sql.becomeApp();
    } catch (error) {
      await close();
      throw error;
    }
    return { store: storeOver(sql, { lanes: 1, close }), sql };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database made from nothing, closed again. */
async function build(directory: string, schema: readonly Migration[]): Promise<void> {
  const engine = await startEngine(directory);
  const sql = sqlOn(engine);
  try {
    await migrate(sql, schema);
  } finally {
    await sql.end();
    await engine.close();
  }
}

function sqlOn(engine: Engine): Sql {
  const pool = { stream: () => engine.connect(), ssl: false, user: 'postgres', database: 'postgres', password: '', min: 1, max: 1, idleTimeoutMillis: 0 };
  return openSql({ pool, patience: 0 });
}

/** One committed write must reach the operating system as an fsync; an engine that only pretends is not started. */
export async function provesDurable(sql: Pick<Sql, 'asOwner'>, engine: Pick<Engine, 'fsyncs'>, about: string): Promise<void> {
  const before = engine.fsyncs();
  await sql.asOwner((run) => run('insert into opened values (1, now()) on conflict (one) do update set at = excluded.at'));
  if (engine.fsyncs() === before) throw new OpenError('fsync-does-not-work', about);
}

async function writable(directory: string): Promise<void> {
  try {
    await makeDirectory(directory);
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(error, directory);
  }
}

function unwritable(error: unknown, directory: string): unknown {
  const { code = '' } = error as { code?: string };
  return /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|ENOENT|EEXIST|ENAMETOOLONG)$/.test(code) ? new OpenError('directory-not-writable', directory, error) : error;
}

/** The whole database on disk, before a recovery that counts on it; only what was written since the last time waits for the disk. `note`: what was on disk then. */
async function syncAll(pg: string, note: string): Promise<Set<string>> {
  const text = await readFile(note, 'utf8').catch(() => '');
  const synced = await syncTree(pg, new Set(text.split('\n')));
  await writeDurably(note, Buffer.from([...synced].join('\n')));
  return synced;
}

/** What PostgreSQL itself goes by: the state in its control file, after an eight-byte and two four-byte numbers, is 1 (pg_control.h, DB_SHUTDOWNED). */
async function endedCleanly(pg: string): Promise<boolean> {
  const control = await readFile(join(pg, 'global', 'pg_control')).catch(() => null);
  return control !== null && control.length > 20 && control.readInt32LE(16) === 1;
}

/** What an interrupted start leaves: half a copy, and PostgreSQL's own pid file, which after a power cut can be empty and stop the engine. We hold the lock. */
async function clearRemains(pg: string): Promise<void> {
  for (const name of await readdir(dirname(pg))) if (name.startsWith(`${basename(pg)}.new-`)) await rm(join(dirname(pg), name), { recursive: true });
  await rm(join(pg, 'postmaster.pid'), { force: true });
}
