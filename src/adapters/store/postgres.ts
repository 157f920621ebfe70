/** The store on a PostgreSQL server (15 or newer), by URL. Lost connections, restarts and failovers are waited out: see sql.ts. */
import type { Store } from '../../app/ports/store';
import { mayBecomeApp, migrate } from './migrate';
import { type Migration, migrations } from './migrations';
import { OpenError } from './open-error';
import { openSql, type Sql } from './sql';
import { storeOver } from './store';

/** Long enough for a failover with Patroni (20 s). */
const patience = 30_000;
/**
 * Statements of submissions under way at once: one runs while another waits for the disk. More make smaller statements and gain only where
 * other programs crowd the processor (`bench submit` with 1, 2, 3, 4, 6 and 8: docs/benchmarks.md).
 */
const lanes = 2;

/** `schema`: a shorter list makes a new store of an earlier schema, for a backup that was made then. */
export async function openPostgres(url: string, schema: readonly Migration[] = migrations): Promise<{ store: Store; sql: Sql }> {
  const sql = openSql({
    pool: { connectionString: url, max: 10, keepAlive: true, connectionTimeoutMillis: 5000, query_timeout: 60_000, application_name: 'yijian' },
    patience,
  });
  try {
    await newEnough(sql, address(url));
    await migrate(sql, schema);
    if (await mayBecomeApp(sql)) sql.becomeApp();
  } catch (error) {
    await sql.end();
    throw error;
  }
  return { store: storeOver(sql, { lanes, close: () => sql.end() }), sql };
}

export async function newEnough(sql: Sql, about: string): Promise<void> {
  const version = await sql
    .asOwner((run) => run('show server_version_num'))
    .then((rows) => Number(rows[0]!.server_version_num))
    .catch((error) => Promise.reject(new OpenError('database-unreachable', `${about}: ${(error as Error).message}`, error)));
  if (version < 150_000) throw new OpenError('database-too-old', `${about}: ${version}`);
}

/** The URL without its password. */
function address(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'URL';
  }
}
