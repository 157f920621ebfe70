/**
 * A backup is a directory: `store.ndjson.gz`, every row of every table as of one moment, one JSON line each, under a line that names the table;
 * `files/`, the files handed over, by content (backup-files.ts); and `backup.json`, written last: what there is, how much, and the SHA-256 of the lines. It is the same
 * for the embedded store and for a PostgreSQL server, for files on a disk and in S3, so it is also the way from one to the other.
 * Reads every table; changes nothing.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { filesNamed, type Kept, putFiles, type PutFiles, takeFiles, type TakenFiles } from './backup-files';
import { makeDirectory, sync, there, writeDurably } from './durable';
import { migrations } from './migrations';
import { OpenError } from './open-error';
import type { Sql } from './sql';

export type Manifest = { format: 1; at: string; schema: string[]; tables: { [name: string]: number }; sha256: string } & TakenFiles;

const manifestName = 'backup.json';
const rowsName = 'store.ndjson.gz';
export const anchorsName = 'anchors.jsonl';

/** Tables whose rows are counted by the database: counting goes on behind what was restored. */
const countedText = /* sql */ `
select c.relname as t from pg_class c join pg_attribute a on a.attrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'id' and a.attidentity <> '' order by 1`;

type Run = (script: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

// Their own primary key orders the rows, so that equal stores give equal bytes. kase first: others refer to it.
const tablesText = /* sql */ `
select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by k.o) as key
from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary cross join lateral unnest(i.indkey) with ordinality as k(att, o)
join pg_attribute a on a.attrelid = c.oid and a.attnum = k.att
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname not in ('yijian_migration', 'opened')
group by c.relname order by c.relname <> 'kase', c.relname`;

/** Numbers of transactions mean nothing in another database and stay behind. */
const transaction: { [table: string]: string } = { event: 'xid', anchor: 'safe' };
const rowText = (table: string) => (transaction[table] ? `(to_jsonb(t) - '${transaction[table]}')::text` : 'row_to_json(t)::text');

/** The lines of the whole store as of one moment. */
async function* linesOf(run: Run, tables: { [name: string]: number }): AsyncGenerator<string> {
  await run('begin isolation level repeatable read, read only');
  for (const { name, key } of await run(tablesText)) {
    const table = name as string;
    tables[table] = 0;
    yield `${JSON.stringify({ table })}\n`;
    await run(`declare backup_rows no scroll cursor for select ${rowText(table)} as line from public.${table} t order by ${key}`);
    for (let rows = await run('fetch 1000 from backup_rows'); rows.length > 0; rows = await run('fetch 1000 from backup_rows')) {
      tables[table] += rows.length;
      yield rows.map((r) => `${r.line}\n`).join('');
    }
    await run('close backup_rows');
  }
  await run('commit');
}

/** SHA-256 over the lines; equal for stores that hold the same. */
export async function contentOf(sql: Sql): Promise<{ sha256: string; tables: { [name: string]: number } }> {
  const sum = createHash('sha256');
  const tables: { [name: string]: number } = {};
  await sql.asOwner(async (run) => {
    for await (const lines of linesOf(run, tables)) sum.update(lines);
  });
  return { sha256: sum.digest('hex'), tables };
}

/** What lies beside the rows: `data` is where the anchors are. */
export type Beside = Kept & { data: string };

/** @throws OpenError not-empty when `to` holds something */
export async function backup(sql: Sql, beside: Beside, to: string, at: Date, withFiles = true): Promise<Manifest> {
  await makeDirectory(to);
  if ((await readdir(to)).length > 0) throw new OpenError('not-empty', to);
  const sum = createHash('sha256');
  const tables: { [name: string]: number } = {};
  const named = new Set<string>();
  let schema: string[] = [];
  await sql.asOwner(async (run) => {
    schema = (await run('select checksum from yijian_migration order by n')).map((m) => m.checksum as string);
    async function* measured() {
      for await (const lines of linesOf(run, tables)) {
        sum.update(lines);
        filesNamed(lines, named);
        yield lines;
      }
    }
    await pipeline(Readable.from(measured()), createGzip({ level: 4 }), createWriteStream(join(to, rowsName), { mode: 0o600 }));
  });
  await sync(join(to, rowsName));
  // After the rows: a file is kept before a case names it, so every file a case names is there by now.
  const files = await takeFiles(beside, named, to, withFiles);
  const anchors = join(beside.data, anchorsName);
  if (await there(anchors)) await copyDurably(anchors, join(to, anchorsName));
  const manifest: Manifest = { format: 1, at: at.toISOString(), schema, tables, ...files, sha256: sum.digest('hex') };
  await writeDurably(join(to, manifestName), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await sync(to);
}

/** @throws OpenError not-a-backup, other-schema */
export async function readManifest(from: string): Promise<Manifest> {
  const text = await readFile(join(from, manifestName), 'utf8').catch((error) => Promise.reject(new OpenError('not-a-backup', from, error)));
  const manifest = JSON.parse(text) as Manifest;
  // An earlier schema is the beginning of this one.
  if (manifest.schema.some((checksum, i) => checksum !== migrations[i]?.checksum)) throw new OpenError('other-schema', `${manifest.schema.length}, ${migrations.length}`);
  return manifest;
}

/**
 * Puts a backup into an empty store, then reads everything back and compares it with what was backed up, byte for byte.
 * @throws OpenError not-empty, backup-damaged; nothing is kept of a restore that failed
 */
export async function restore(sql: Sql, beside: Beside, from: string, manifest: Manifest): Promise<PutFiles> {
  await sql.asOwner(async (run) => {
    const [{ some }] = (await run('select exists (select from kase) or exists (select from event) as some')) as [{ some: boolean }];
    if (some) throw new OpenError('not-empty', beside.data);
    await run('begin');
    try {
      await insertLines(run, from);
      await run('commit');
    } catch (error) {
      await run('rollback');
      throw error instanceof OpenError ? error : new OpenError('backup-damaged', `${from}: ${(error as Error).message}`, error);
    }
  });
  const files = await putFiles(beside, from);
  if (await there(join(from, anchorsName))) {
    await makeDirectory(beside.data);
    await copyDurably(join(from, anchorsName), join(beside.data, anchorsName));
  }
  const { sha256 } = await contentOf(sql);
  if (sha256 !== manifest.sha256) throw new OpenError('backup-damaged', from);
  return files;
}

async function insertLines(run: Run, from: string): Promise<void> {
  let table = '';
  let into = '';
  let waiting: string[] = [];
  const known = new Set((await run(tablesText)).map((t) => t.name as string));
  const put = async () => {
    if (waiting.length > 0) await run(into, [`[${waiting.join(',')}]`]);
    waiting = [];
  };
  const lines = createReadStream(join(from, rowsName)).pipe(createGunzip());
  const failed = new Promise<never>((_, reject) => lines.on('error', reject));
  failed.catch(() => {});
  for await (const line of createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY })) {
    const head = /^\{"table":"([a-z_]+)"\}$/.exec(line)?.[1];
    if (head !== undefined && known.has(head)) {
      await put();
      table = head;
      into = insertText(table, (await run(columnsText, [`public.${table}`])) as Column[]);
      // What a new store has by itself gives way to what was backed up.
      if (!final.has(table)) await run(`delete from public.${table}`);
    } else if (waiting.push(line) >= 500) await put();
  }
  await Promise.race([put(), failed]);
  for (const { t } of await run(countedText)) await run(`select setval(pg_get_serial_sequence('public.${t}', 'id'), (select coalesce(max(id), 0) + 1 from public.${t}), false)`);
}

/** Nothing is ever deleted there. */
const final = new Set(['event', 'anchor']);

type Column = { name: string; json: boolean };
/** `json`: a column that always holds a value, were it JSON's own null; a line shows that as it shows an absent one. */
const columnsText = /* sql */ `
select quote_ident(attname) as name, attnotnull and atttypid in ('json'::regtype, 'jsonb'::regtype) as json
from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`;

const insertText = (table: string, columns: readonly Column[]): string =>
  table === 'event'
    ? `insert into event (case_id, n, type, at, body, alg, prev, h) select case_id, n, type, at, body, alg, prev, h from json_populate_recordset(null::event, $1::json)`
    : table === 'anchor'
      ? // The next anchor looks at everything once more.
        `insert into anchor (n, at, cases, upto, root, prev, h, safe) select n, at, cases, upto, root, prev, h, 0 from json_populate_recordset(null::anchor, $1::json)`
      : `insert into public.${table} (${columns.map((c) => c.name).join(', ')}) overriding system value
select ${columns.map((c) => (c.json ? `coalesce(${c.name}, 'null')` : c.name)).join(', ')} from json_populate_recordset(null::public.${table}, $1::json)`;
