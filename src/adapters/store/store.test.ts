/** The contract on both kinds of PostgreSQL, and what belongs to one of them alone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Ground, storeContract } from './contract';
import { openStore } from './index';
import { migrate } from './migrate';
import { migrations } from './migrations';
import { openEmbedded, provesDurable } from './pglite';
import { newEnough, openPostgres } from './postgres';
import type { Sql } from './sql';
import { storeOver } from './store';
import { howToInstall, type Server, startPostgres } from './testing/postgres-server';
import { submission } from './testing/sample';
import { verifyLog } from './verify-log';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const ground = (sql: Sql): Ground => ({
  opened: { store: storeOver(sql, { lanes: 1, close: () => sql.end() }), verifyLog: (options) => verifyLog(sql, options) },
  sql,
  owner: (script) => sql.asOwner((run) => run(script)),
  app: async (script) => sql.rows({ name: '', text: script }),
});

describe('embedded (PGlite)', () => {
  let directory = '';
  let opened: Awaited<ReturnType<typeof openEmbedded>>;
  let at: Ground;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'yijian-store-'));
    opened = await openEmbedded(directory);
    at = ground(opened.sql);
  });
  afterAll(async () => {
    await opened.store.close();
    await rm(directory, { recursive: true });
  });

  storeContract(() => at);

  it('refuses to start when commits do not reach the disk', async () => {
    await expect(provesDurable(opened.sql, { fsyncs: () => 7 }, directory)).rejects.toMatchObject({ code: 'fsync-does-not-work' });
  });

  it('holds its directory against a second opening', async () => {
    await expect(openStore({ data: directory })).rejects.toMatchObject({ code: 'locked', text: { zh: expect.stringContaining('正被') } });
  });
});

const server: Server | null = await startPostgres();
if (!server) console.log(howToInstall);
if (!server && process.env.CI === 'true') it('finds PostgreSQL', () => expect.fail(howToInstall));

describe.skipIf(!server)('PostgreSQL', () => {
  let sql: Sql;
  let second: Sql;
  let superuser: pg.Client;
  let at: Ground;
  beforeAll(async () => {
    ({ sql } = await openPostgres(server!.url));
    ({ sql: second } = await openPostgres(server!.url));
    superuser = new pg.Client(server!.url);
    await superuser.connect();
    at = { ...ground(sql), second: ground(second).opened };
  });
  afterAll(async () => {
    await superuser?.end();
    await sql?.end();
    await second?.end();
    await server?.stop();
  });

  storeContract(() => at);

  const database = async (name: string) => {
    await superuser.query(`create database ${name}`);
    return server!.url.replace(/\/postgres$/, `/${name}`);
  };

  it('loses no submission when every connection is cut again and again', async () => {
    const { store } = await openPostgres(server!.url);
    const commands = Array.from({ length: 400 }, () => submission());
    const left = [...commands];
    let cutting = true;
    const cut = (async () => {
      while (cutting) {
        await superuser.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yijian'");
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    })();
    const kinds: string[] = [];
    const submitAll = async () => {
      for (let c = left.pop(); c; c = left.pop()) kinds.push((await store.submit(c)).kind);
    };
    await Promise.all(Array.from({ length: 8 }, submitAll)).finally(() => {
      cutting = false;
    });
    await cut;
    expect(kinds.every((k) => k === 'done' || k === 'repeated')).toBe(true);
    for (const c of commands) expect((await store.events(c.case.caseId)).length, c.case.number).toBe(c.events.length);
    await store.close();
  });

  it('is brought up by one of several programs that start at once', async () => {
    const url = await database('together');
    const all = await Promise.all(Array.from({ length: 4 }, () => openPostgres(url)));
    for (const { store } of all) expect(await store.caseIds('', 1)).toEqual([]);
    await Promise.all(all.map(({ store }) => store.close()));
  });

  it('is refused when its schema is newer, or not the one this program knows', async () => {
    const url = await database('other_schema');
    const { sql, store } = await openPostgres(url);
    const next = { ...migrations[0]!, n: migrations.length + 1, name: 'later', sql: 'create table later (a int)' };
    await migrate(sql, [...migrations, next]);
    await expect(openPostgres(url)).rejects.toMatchObject({ code: 'newer-schema' });
    await sql.asOwner((run) => run(`delete from yijian_migration where n > ${migrations.length}; update yijian_migration set checksum = 'x'`));
    await expect(openPostgres(url)).rejects.toMatchObject({ code: 'changed-schema' });
    await store.close();
  });

  it('leaves a database alone that belongs to something else, or to somebody who may not change it', async () => {
    const foreign = await database('foreign_tables');
    const client = new pg.Client(foreign);
    client.on('error', () => {});
    await client.connect();
    await client.query('create table event (a int)');
    await expect(openPostgres(foreign)).rejects.toMatchObject({ code: 'not-yijian' });
    await client.query('drop table event; create role guest login');
    await expect(openPostgres(foreign.replace('postgres@', 'guest@'))).rejects.toMatchObject({ code: 'database-refuses' });
    await client.end();
  });

  it('works for an account that may not create roles, and still refuses to change events', async () => {
    const url = await database('plain_owner');
    await superuser.query('create role plain login; alter database plain_owner owner to plain; create role yijian_other nologin');
    const { store, sql } = await openPostgres(url.replace('postgres@', 'plain@'));
    expect(await store.submit(submission())).toEqual({ kind: 'done' });
    await expect(sql.asOwner((run) => run('delete from event'))).rejects.toMatchObject({ code: '42501' });
    await store.close();
  });

  it('says when it cannot be reached or is too old, without the password', async () => {
    const error = await openPostgres('postgres://u:secret@127.0.0.1:1/x').catch((e) => e);
    expect(error).toMatchObject({ code: 'database-unreachable' });
    expect(`${error.message} ${error.about}`).not.toContain('secret');
    const old = { asOwner: async () => [{ server_version_num: '140010' }] } as unknown as Sql;
    await expect(newEnough(old, 'x')).rejects.toMatchObject({ code: 'database-too-old' });
  });
});
