/**
 * The store: cases and their events, drafts, sessions, the record of access, messages to be told, and the files handed over.
 * Embedded by default, on a directory; on a PostgreSQL server by URL. Both are PostgreSQL, speak through one driver and pass one contract suite.
 * Opening is a promise: pages that need no store answer before it is kept.
 */
import { join } from 'node:path';
import type { Files, Store } from '../../app/ports/store';
import { anchor, type AnchorLine, type AnchorProblem, exportAnchors, readAnchors, verifyAnchors } from './anchors';
import { anchorsName, backup, type Manifest, readManifest, restore } from './backup';
import type { Kept, PutFiles } from './backup-files';
import { makeDirectory } from './durable';
import { diskShelf, openFiles, s3Shelf, type S3Options } from '../files';
import { migrate } from './migrate';
import { migrations } from './migrations';
import { openEmbedded } from './pglite';
import { openPostgres } from './postgres';
import { partitionsAhead } from './partitions';
import { rebuild, type Rebuilt, type Remake } from './rebuild';
import type { Sql } from './sql';
import { type Audit, type AuditOptions, verifyLog } from './verify-log';

export { OpenError, type OpenErrorCode } from './open-error';
export { Unstorable } from './storable';
export type { AnchorLine, AnchorProblem } from './anchors';
export type { Manifest } from './backup';
export type { Rebuilt, Remake } from './rebuild';
export type { Audit, AuditOptions, Fold, Problem } from './verify-log';

export type Opening = {
  /** Directory of the embedded database and of the files; `.yijian` when not given. */
  data?: string;
  /** postgres://… – then `data` holds only the files. */
  database?: string;
  /** Where files are kept instead of in `data`. */
  s3?: S3Options | null;
  /** Where the empty database is kept for copying; node_modules/.cache/yijian when not given. */
  cache?: string;
};

export type Opened = {
  store: Store;
  files: Files;
  kind: 'embedded' | 'postgresql';
  /** Checks the whole record. */
  verifyLog(options?: AuditOptions): Promise<Audit>;
  /** Checks the anchors against the record and against their file. */
  verifyAnchors(file?: string): Promise<{ anchors: number; broken: AnchorProblem[] }>;
  /** Anchors what moved and writes it outside the database; null when nothing moved. */
  anchor(at: Date): Promise<AnchorLine | null>;
  /** Months ahead get their partitions; a server only. */
  partitionsAhead(now: Date): Promise<string[]>;
  rebuild(remake: Remake): Promise<Rebuilt>;
  /** Into an empty directory, with the files or with a list of them. @throws OpenError not-empty */
  backup(to: string, at: Date, withFiles?: boolean): Promise<Manifest>;
};

/** @throws OpenError with a text for people in both languages */
export async function openStore({ data = '.yijian', database, cache, s3 }: Opening = {}): Promise<Opened> {
  const { store, sql } = database === undefined ? await openEmbedded(data, cache) : await openPostgres(database);
  return opened(store, sql, data, database === undefined ? 'embedded' : 'postgresql', s3 ?? null);
}

function opened(store: Store, sql: Sql, data: string, kind: Opened['kind'], s3: S3Options | null): Opened {
  const outside = join(data, anchorsName);
  const kept = keptIn(data, s3);
  return {
    store,
    files: kept.files,
    kind,
    verifyLog: (options) => verifyLog(sql, options),
    verifyAnchors: async (file = outside) => verifyAnchors(sql, await readAnchors(file)),
    anchor: async (at) => {
      const made = await anchor(sql, at);
      await makeDirectory(data);
      await exportAnchors(sql, outside);
      return made;
    },
    partitionsAhead: async (now) => (kind === 'postgresql' ? partitionsAhead(sql, now) : []),
    rebuild: (remake) => rebuild(sql, remake),
    backup: (to, at, withFiles) => backup(sql, { ...kept, data }, to, at, withFiles),
  };
}

function keptIn(data: string, s3: S3Options | null): Kept {
  const shelf = s3 ? s3Shelf(s3) : diskShelf(join(data, 'files'));
  return { files: openFiles(join(data, 'files'), shelf), shelf };
}

/**
 * A new store from a backup, compared with it byte for byte; closed again. A backup of an earlier schema goes into a store of that schema, is compared
 * there, and is then brought up as an upgrade would. @throws OpenError
 */
export async function restoreStore({ data = '.yijian', database, cache, s3 }: Opening, from: string): Promise<Manifest & { upgraded: boolean; put: PutFiles }> {
  const manifest = await readManifest(from);
  const schema = migrations.slice(0, manifest.schema.length);
  const { store, sql } = database === undefined ? await openEmbedded(data, cache, schema) : await openPostgres(database, schema);
  try {
    const put = await restore(sql, { ...keptIn(data, s3 ?? null), data }, from, manifest);
    const upgraded = schema.length < migrations.length;
    if (upgraded) await migrate(sql);
    return { ...manifest, upgraded, put };
  } finally {
    await store.close();
  }
}
