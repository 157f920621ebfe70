/**
 * The store: cases and their events, drafts, sessions, the record of access, messages to be told, and the files handed over.
 * Embedded by default, on a directory; on a PostgreSQL server by URL. Both are PostgreSQL, speak through one driver and pass one contract suite.
 * Opening is a promise: pages that need no store answer before it is kept.
 */
import { join } from 'node:path';
import type { Files, Store } from '../../app/ports/store';
import { openFiles } from './files';
import { openEmbedded } from './pglite';
import { openPostgres } from './postgres';
import { type Audit, type AuditOptions, verifyLog } from './verify-log';

export { OpenError, type OpenErrorCode } from './open-error';
export { Unstorable } from './storable';
export type { Audit, AuditOptions, Fold, Problem } from './verify-log';

export type Opening = {
  /** Directory of the embedded database and of the files; `.yijian` when not given. */
  data?: string;
  /** postgres://… – then `data` holds only the files. */
  database?: string;
  /** Where the empty database is kept for copying; node_modules/.cache/yijian when not given. */
  cache?: string;
};

export type Opened = {
  store: Store;
  files: Files;
  kind: 'embedded' | 'postgresql';
  /** Checks the whole record. */
  verifyLog(options?: AuditOptions): Promise<Audit>;
};

/** @throws OpenError with a text for people in both languages */
export async function openStore({ data = '.yijian', database, cache }: Opening = {}): Promise<Opened> {
  const { store, sql } = database === undefined ? await openEmbedded(data, cache) : await openPostgres(database);
  return {
    store,
    files: openFiles(join(data, 'files')),
    kind: database === undefined ? 'embedded' : 'postgresql',
    verifyLog: (options) => verifyLog(sql, options),
  };
}
