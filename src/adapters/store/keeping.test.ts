/** What keeps a store safe over the years: anchors, backups, state made anew, partitions, upgrades, and the walls between roles. */
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { remadeRows, rowsOf } from '../../app/rows';
import { calendar } from '../../core/calendar';
import { shippedLaw } from '../../core/testing/shipped-city';
import { diskShelf, openFiles, type Shelf, s3Shelf } from '../files';
import { s3Double } from '../files/testing/s3-double';
import { anchor, exportAnchors, readAnchors, verifyAnchors } from './anchors';
import { backup, contentOf, readManifest, restore } from './backup';
import { openStore, restoreStore } from '.';
import { migrate } from './migrate';
import { migrations } from './migrations';
import { partitionsAhead } from './partitions';
import { openEmbedded } from './pglite';
import { openPostgres } from './postgres';
import { rebuild } from './rebuild';
import { openSql, type Sql } from './sql';
import { lived, livedByTurns, paidAndBooked } from './testing/lived';
import { howToInstall, type Server, startPostgres } from './testing/postgres-server';
import { verifyLog } from './verify-log';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const server: Server | null = await startPostgres();
if (!server) console.log(howToInstall);
if (!server && process.env.CI === 'true') it('finds PostgreSQL', () => expect.fail(howToInstall));

const now = new Date('2026-03-10T02:00:00Z');

describe.skipIf(!server)('keeping a store', () => {
  let superuser: pg.Client;
  let root = '';
  beforeAll(async () => {
    superuser = new pg.Client(server!.url);
    await superuser.connect();
    root = await mkdtemp(join(tmpdir(), 'yijian-keeping-'));
  });
  afterAll(async () => {
    await superuser.end();
    await server!.stop();
    await rm(root, { recursive: true });
  });

  const database = async (name: string) => {
    await superuser.query(`create database ${name}`);
    return server!.url.replace(/\/postgres$/, `/${name}`);
  };
  const filled = async (name: string, cases = 20) => {
    const url = await database(name);
    const opened = await openPostgres(url);
    const commands = Array.from({ length: cases }, (_, i) => lived(i));
    for (const c of commands) expect((await opened.store.submit(c)).kind).toBe('done');
    return { ...opened, url, commands };
  };
  const kept = (data: string, shelf: Shelf = diskShelf(join(data, 'files'))) => ({ data, shelf, files: openFiles(join(data, 'files'), shelf) });
  /** What nobody may do, done by the owner of the tables with the guards off. */
  const tamper = (sql: Sql, script: string) => sql.asOwner((run) => run(`set session_replication_role = replica; ${script}`));

  describe('anchors', () => {
    it('follow one another, take each moved case once, and stand outside the database', async () => {
      const { sql, store } = await filled('anchors');
      const file = join(root, 'anchors.jsonl');
      const first = (await anchor(sql, now))!;
      expect(first).toMatchObject({ n: 1, cases: 20, prev: '0'.repeat(64) });
      expect(await anchor(sql, now)).toBeNull();
      await store.submit(lived(100));
      expect(await anchor(sql, now)).toMatchObject({ n: 2, cases: 1, prev: first.hash });
      expect(await exportAnchors(sql, file)).toBe(2);
      await appendFile(file, '{"n":3,"cut'); // a line cut short
      expect(await readAnchors(file)).toHaveLength(2);
      expect(await verifyAnchors(sql, await readAnchors(file))).toEqual({ anchors: 2, broken: [] });
      await store.close();
    });

    it('leave a transaction that is still under way to the next, and never miss it', async () => {
      const { sql, store, url } = await filled('under_way', 2);
      const slow = new pg.Client(url);
      await slow.connect();
      await slow.query('begin; select pg_current_xact_id()');
      await store.submit(lived(50));
      expect((await anchor(sql, now))?.cases).toBe(2); // what came after the slow one began waits with it
      await slow.query("insert into event (case_id, n, type, at, body, prev, h) values (7, 1, 'submitted', now(), '{}', '', sha256('x')); commit");
      expect((await anchor(sql, now))?.cases).toBe(2);
      await slow.end();
      await store.close();
    });

    it('tell a case that was removed whole, a history written anew, and anchors that were changed', async () => {
      const { sql, store, commands } = await filled('tampered');
      const file = join(root, 'tampered.jsonl');
      await anchor(sql, now);
      await exportAnchors(sql, file);
      const outside = await readAnchors(file);
      const [gone, forged] = [commands[3]!.case.caseId, commands[5]!.case.caseId];

      await tamper(sql, `delete from event where case_id = ${gone}; delete from step where case_id = ${gone}; delete from kase where id = ${gone}`);
      expect((await verifyLog(sql, { rows: rowsOf })).broken).toEqual([]); // nothing left to contradict
      expect((await verifyAnchors(sql, outside)).broken).toEqual([{ n: 1, problem: 'anchor-root', cases: [gone] }]);

      await tamper(sql, `update event set h = sha256('other') where case_id = ${forged}`);
      await tamper(sql, "update anchor set root = sha256('fits')");
      expect((await verifyAnchors(sql, outside)).broken.map((b) => b.problem)).toContain('anchor-link');
      await tamper(sql, 'delete from anchor');
      expect((await verifyAnchors(sql, outside)).broken).toEqual([{ n: 1, problem: 'anchor-gone', cases: [] }]);
      await store.close();
    });
  });

  describe('a backup', () => {
    it('goes from a server to an embedded store and back, equal byte for byte, files and anchors with it', async () => {
      const { sql, store } = await filled('to_back_up');
      const [data, to] = [join(root, 'data'), join(root, 'backup')];
      const { sha256 } = await kept(data).files.put(Buffer.from('%PDF-1.7 示例'));
      await anchor(sql, now);
      await exportAnchors(sql, join(data, 'anchors.jsonl'));
      await store.recordAccess([{ at: '2026-03-02T09:00:00+08:00', who: 'o-1', capacity: 'officer', register: null, subject: 'p-1', purpose: '查看', caseNumber: null, result: 'opened' }]);
      // Work and messages with nothing to say: JSON's own null.
      await store.addJobs([{ kind: 'sweep', key: 'always', body: null, at: now.toISOString() }]);
      const made = await backup(sql, kept(data), to, now);
      expect(made).toMatchObject({ tables: { kase: 20, anchor: 1, access: 1, job: 1 }, files: 1 });
      await expect(backup(sql, kept(data), to, now)).rejects.toMatchObject({ code: 'not-empty' });

      const second = join(root, 'embedded');
      const embedded = await openEmbedded(second);
      await restore(embedded.sql, kept(second), to, await readManifest(to));
      expect(await contentOf(embedded.sql)).toEqual(await contentOf(sql));
      expect(await embedded.sql.asOwner((run) => run('select body::text as body from job'))).toEqual([{ body: 'null' }]);
      expect((await verifyLog(embedded.sql, { rows: rowsOf })).broken).toEqual([]);
      expect(await verifyAnchors(embedded.sql, await readAnchors(join(second, 'anchors.jsonl')))).toEqual({ anchors: 1, broken: [] });
      expect(await kept(second).files.get(sha256)).toEqual(Buffer.from('%PDF-1.7 示例'));
      // It goes on: new cases, new numbers, and anchors that take up everything once more.
      expect((await embedded.store.submit(lived(300))).kind).toBe('done');
      expect((await anchor(embedded.sql, now))?.cases).toBe(21);
      await expect(restore(embedded.sql, kept(second), to, await readManifest(to))).rejects.toMatchObject({ code: 'not-empty' });

      const again = join(root, 'again');
      await backup(embedded.sql, kept(second), again, now);
      await embedded.store.close();
      const third = await openPostgres(await database('back_again'));
      await restore(third.sql, kept(join(root, 'third')), again, await readManifest(again));
      expect((await verifyLog(third.sql, { rows: rowsOf })).cases).toBe(21);
      await third.store.close();
      await store.close();
    });

    it('holds the files kept in S3 too, goes from there to a disk and back, and says what is damaged, missing or left out', async () => {
      const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a/secret+key', region: 'cn-north-1' };
      const double = await s3Double(keys);
      const bucket = (name: string) => kept(join(root, name), s3Shelf({ ...keys, endpoint: double.url, bucket: name }));
      const { sql, store } = await filled('in_s3', 2);
      const from = bucket('first');
      const bytes = ['甲', '乙', '丙'].map((x) => Buffer.from(`%PDF-1.7 ${x}`.repeat(50_000)));
      const files = await Promise.all(bytes.map((b) => from.files.put(b)));
      const never = 'c'.repeat(64);
      // Named by a draft, by an event and by a version of the city; and one that never came whole.
      await store.saveDraft({ id: 'd-1', owner: 'p-1', body: { documents: [{ file: { sha256: files[0]!.sha256 } }, { file: { sha256: never } }] } }, 0, now.toISOString());
      expect((await store.submit(lived(7, undefined, { answers: { paper: JSON.stringify({ sha256: files[1]!.sha256 }) } }))).kind).toBe('done');
      await store.keepVersion({ hash: 'd'.repeat(64), files: files[2]!.sha256, at: now.toISOString(), maker: null, checker: null, note: '' });

      const to = join(root, 's3-backup');
      expect(await backup(sql, from, to, now)).toMatchObject({ files: 3, missing: [never], damaged: [], left: 0 });
      const onDisk = await openPostgres(await database('s3_to_disk'));
      const disk = kept(join(root, 'from-s3'));
      expect(await restore(onDisk.sql, disk, to, await readManifest(to))).toEqual({ files: 3, absent: [] });
      for (const [i, f] of files.entries()) expect(bytes[i]!.equals((await disk.files.get(f.sha256))!)).toBe(true);

      const back = join(root, 's3-back');
      expect(await backup(onDisk.sql, disk, back, now)).toMatchObject({ files: 3 });
      const inS3 = await openPostgres(await database('disk_to_s3'));
      expect(await restore(inS3.sql, bucket('second'), back, await readManifest(back))).toEqual({ files: 3, absent: [] });
      expect([...double.objects.keys()].filter((k) => k.startsWith('/second/'))).toHaveLength(3);

      // One object changed in the store; then a list instead of the files, copied by other means and looked for.
      const list = join(root, 's3-list');
      expect(await backup(sql, from, list, now, false)).toMatchObject({ files: 0, left: 3, missing: [never] });
      const listed = (await readFile(join(list, 'files.list'), 'utf8')).split('\n').filter(Boolean);
      expect(listed.map((l) => l.replace('/', '')).sort()).toEqual(files.map((f) => f.sha256).sort());
      for (const l of listed) double.objects.set(`/third/${l}`, double.objects.get(`/first/${l}`)!);
      double.objects.delete(`/third/${files[0]!.sha256.slice(0, 2)}/${files[0]!.sha256.slice(2)}`);
      const third = await openPostgres(await database('s3_listed'));
      expect((await restore(third.sql, bucket('third'), list, await readManifest(list))).absent).toEqual([files[0]!.sha256]);
      const [first] = [...double.objects.keys()].filter((k) => k.startsWith('/first/'));
      double.objects.set(first!, Buffer.from('changed'));
      expect(await backup(sql, from, join(root, 's3-damaged'), now)).toMatchObject({ files: 2, damaged: [first!.slice(7).replace('/', '')] });

      for (const { store: s } of [onDisk, inS3, third]) await s.close();
      await store.close();
      double.close();
    });

    it('is refused lives it is not whole or not as it was made', async () => {
      const { sql, store } = await filled('damaged_backup', 3);
      const to = join(root, 'damaged');
      const manifest = await backup(sql, kept(join(root, 'none')), to, now);
      await store.close();
      const { sql: empty, store: target } = await openPostgres(await database('target'));
      await expect(restore(empty, kept(root), to, { ...manifest, sha256: 'other' })).rejects.toMatchObject({ code: 'backup-damaged' });
      const { sql: fresh, store: other } = await openPostgres(await database('target_two'));
      const rows = await readFile(join(to, 'store.ndjson.gz'));
      await writeFile(join(to, 'store.ndjson.gz'), rows.subarray(0, rows.length - 30));
      await expect(restore(fresh, kept(root), to, manifest)).rejects.toMatchObject({ code: 'backup-damaged' });
      expect(await other.caseIds('', 1)).toEqual([]);
      await rm(join(to, 'backup.json'));
      await expect(readManifest(to)).rejects.toMatchObject({ code: 'not-a-backup', text: { zh: expect.stringContaining('backup.json') } });
      await target.close();
      await other.close();
    });
  });

  it('state made anew from the events is equal byte for byte, and damage is put right', async () => {
    const { sql, store, commands } = await filled('anew');
    await store.claim(commands[0]!.case.caseId, commands[0]!.steps[0]!.step, 'o-1');
    const before = await contentOf(sql);
    expect(await rebuild(sql, rowsOf, 7)).toMatchObject({ cases: 20, changed: 0 });
    await tamper(sql, `update kase set outcome = 'refused' where id = ${commands[1]!.case.caseId}; delete from step where case_id = ${commands[2]!.case.caseId}`);
    await tamper(sql, `insert into step select case_id, 'stray', 9, service, authority, division, status, due, promised, null, turn from step where case_id = ${commands[3]!.case.caseId} limit 1`);
    expect(await rebuild(sql, rowsOf)).toMatchObject({ cases: 20, changed: 3 });
    expect(await contentOf(sql)).toEqual(before);
    await store.close();
  });

  it('what residents said and how steps went is made anew too, equal byte for byte', async () => {
    const lives = 12;
    const law = shippedLaw('2026-03-02');
    const days = calendar(law.calendar, law.city);
    const { sql, store } = await filled('beside', 0);
    for (let i = 0; i < lives; i++) for (const [n, c] of livedByTurns(i, days).entries()) expect(await (n === 0 ? store.submit(c) : store.append(c)), `${i} ${n}`).toEqual({ kind: 'done' });
    const before = await contentOf(sql);
    expect(before.tables).toMatchObject({ kase: lives, story: 2 * lives, voice: 3 * lives });
    const remake = remadeRows(days);
    expect(await rebuild(sql, remake, 5)).toMatchObject({ cases: lives, changed: 0 });
    await tamper(sql, "update story set days = days + 1, late_pause = not late_pause where step = 'register'; delete from voice where kind = 'rating'");
    await tamper(sql, "insert into voice select case_id, kind, 'stray', step, authority, division, at, due, grade, answered from voice limit 1");
    expect((await contentOf(sql)).sha256).not.toBe(before.sha256);
    expect(await rebuild(sql, remake, 5)).toMatchObject({ cases: lives, changed: lives });
    expect(await contentOf(sql)).toEqual(before);
    await tamper(sql, 'truncate kase cascade');
    expect(await rebuild(sql, remake)).toMatchObject({ cases: lives, changed: lives });
    expect(await contentOf(sql)).toEqual(before);
    // Without a calendar stories are left as they are.
    await tamper(sql, 'delete from story; delete from voice');
    expect(await rebuild(sql, remadeRows())).toMatchObject({ changed: lives });
    expect((await contentOf(sql)).tables).toMatchObject({ story: 0, voice: 3 * lives });
    await store.close();
  });

  it('payments and places of times taken are made anew too, and verify-log tells where one is wrong', async () => {
    const law = shippedLaw('2026-03-02');
    const days = calendar(law.calendar, law.city);
    const { sql, store } = await filled('paid', 0);
    for (let i = 0; i < 6; i++) for (const [n, c] of paidAndBooked(i, days).entries()) expect(await (n === 0 ? store.submit(c) : store.append(c)), `${i} ${n}`).toEqual({ kind: 'done' });
    const before = await contentOf(sql);
    expect(before.tables).toMatchObject({ kase: 6, payment: 12, booking: 6, story: 6 });
    const rows = remadeRows(days);
    const wrong = async () => (await verifyLog(sql, { rows, page: 2 })).broken.map((b) => b.problem);
    expect(await sql.asOwner((run) => run('select state, count(*)::int as n from payment group by state order by state'))).toEqual([
      { state: 'owing', n: 6 },
      { state: 'started', n: 6 },
    ]);
    expect(await wrong()).toEqual([]);
    expect(await rebuild(sql, rows, 2)).toMatchObject({ cases: 6, changed: 0 });

    await tamper(sql, "update payment set state = 'paid' where id = 'm-3-1'; delete from payment where id = 'm-4-2'");
    expect(await wrong()).toEqual(['rows', 'rows']);
    expect(await rebuild(sql, rows, 2)).toMatchObject({ changed: 2 });
    expect(await contentOf(sql)).toEqual(before);

    // Places changed round: each stands where another belongs, across pages too.
    await tamper(sql, "update booking set seat = seat + 20; update booking set seat = 27 - seat, person = 'x-' || person");
    expect(await wrong()).toHaveLength(6);
    expect(await rebuild(sql, rows, 2)).toMatchObject({ changed: 6 });
    expect(await contentOf(sql)).toEqual(before);

    await tamper(sql, 'truncate kase cascade');
    expect(await rebuild(sql, rows, 2)).toMatchObject({ cases: 6, changed: 6 });
    expect(await contentOf(sql)).toEqual(before);
    await tamper(sql, "update story set outcome = 'granted' where case_id = (select min(case_id) from story)");
    expect(await wrong()).toEqual(['rows']);
    await store.close();
  });

  it('partitions of the coming months are made once, and cases of that month go there', async () => {
    const { sql, store } = await filled('months', 1);
    expect(await partitionsAhead(sql, now)).toEqual(['event_2026_04', 'event_2026_05', 'event_2026_06']);
    expect(await partitionsAhead(sql, now)).toEqual([]);
    const { caseIdOf } = await import('../../core/case');
    await store.submit(lived(1, String(caseIdOf(Date.parse('2026-04-20T02:00:00Z'), 0, 1))));
    expect(await sql.asOwner((run) => run('select count(*)::int as n from event_2026_04'))).not.toEqual([{ n: 0 }]);
    await expect(sql.asOwner((run) => run('truncate event_2026_04'))).rejects.toMatchObject({ code: '42501' });
    expect((await verifyLog(sql, { rows: rowsOf })).broken).toEqual([]);
    await store.close();
  });

  it('the desk’s role is shown the rows of one authority, whatever it asks for', async () => {
    const { sql, store } = await filled('desk_role', 4);
    const seen = await sql.asOwner(async (run) => {
      await run('begin');
      await run('set local role yijian_desk');
      const without = await run('select (select count(*) from step)::int as steps, (select count(*) from kase)::int as cases, (select count(*) from event)::int as events');
      await run("select set_config('yijian.authority', 'lukou-market', true)");
      const own = await run('select (select count(*) from step)::int as steps, (select count(*) from kase)::int as cases, (select count(*) from event)::int as events');
      await run("select set_config('yijian.authority', 'somebody-else', true)");
      const others = await run('select (select count(*) from step)::int as steps, (select count(*) from kase)::int as cases, (select count(*) from event)::int as events');
      await run('rollback');
      return [without[0], own[0], others[0]];
    });
    expect(seen).toEqual([
      { steps: 0, cases: 0, events: 0 },
      { steps: 8, cases: 4, events: 52 },
      { steps: 0, cases: 0, events: 0 },
    ]);
    const functions = "select proname as name, pg_get_userbyid(proowner) as owner, prosecdef as definer from pg_proc where proname like 'desk\\_%' order by 1";
    expect(await sql.asOwner((run) => run(functions))).toEqual(['desk_case', 'desk_queue', 'desk_queue_narrowed'].map((name) => ({ name, owner: 'yijian_desk', definer: true })));
    await store.close();
  });

  it('an account that may make roles, as operations.md says, gets both walls; one that may not still works', async () => {
    await superuser.query('create role keeper login createrole; create role guest_keeper login');
    const walls = async (name: string, account: string) => {
      const url = await database(name);
      await superuser.query(`alter database ${name} owner to ${account}`);
      const { sql, store } = await openPostgres(url.replace('postgres@', `${account}@`));
      expect((await store.submit(lived(1))).kind).toBe('done');
      expect((await store.queue('lukou-market', { limit: 5 })).items).toEqual([]);
      const [row] = await sql.asOwner((run) => run("select relrowsecurity as rls, pg_get_userbyid(proowner) as owner from pg_class, pg_proc where relname = 'step' and proname = 'desk_queue'"));
      await store.close();
      return row;
    };
    await superuser.query('revoke yijian_app, yijian_desk from postgres; grant yijian_app, yijian_desk to keeper');
    expect(await walls('of_keeper', 'keeper')).toEqual({ rls: true, owner: 'yijian_desk' });
    expect(await walls('of_guest', 'guest_keeper')).toEqual({ rls: false, owner: 'guest_keeper' });
  });

  it.each(migrations.slice(0, -1).map((m) => [m.n, m.name] as const))('a store of migration %i (%s) with cases in it is brought up, and holds what it held', async (n) => {
    const url = await database(`from_${n}`);
    const sql = openSql({ pool: { connectionString: url, max: 2 }, patience: 0 });
    await migrate(sql, migrations.slice(0, n));
    // Cases written by today's program, laid into the older schema: what both have.
    const source = await filled(`source_${n}`, 5);
    for (const table of ['kase', 'step', 'event', 'idem']) {
      const columns = (await sql.asOwner((run) => run(`select string_agg(quote_ident(column_name), ', ') as list from information_schema.columns where table_name = '${table}'`)))[0]!.list as string;
      const [{ rows }] = (await source.sql.asOwner((run) => run(`select json_agg(t)::text as rows from ${table} t`))) as [{ rows: string }];
      await sql.asOwner((run) => run(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`, [rows]));
    }
    const to = join(root, `backup-of-${n}`);
    const manifest = await backup(sql, kept(join(root, 'none')), to, now);
    expect(manifest.schema).toHaveLength(n);
    const content = await contentOf(sql);
    await sql.end();
    const { store, sql: upgraded } = await openPostgres(url);
    expect((await verifyLog(upgraded, { rows: rowsOf })).broken).toEqual([]);
    for (const c of source.commands) expect((await store.caseByNumber(c.case.number))?.case).toEqual(c.case);
    expect((await anchor(upgraded, now))?.cases).toBe(5);
    expect((await store.submit(lived(900))).kind).toBe('done');
    expect((await store.submit(source.commands[0]!)).kind).toBe('repeated');

    // Its backup, restored by today's program, becomes the same; one of them embedded.
    const place = n === 4 ? { data: join(root, 'embedded-of-4') } : { database: await database(`restored_${n}`), data: join(root, 'none') };
    expect(await restoreStore(place, to)).toMatchObject({ sha256: content.sha256, upgraded: true });
    const again = await openStore(place);
    expect(await again.verifyLog({ rows: rowsOf })).toMatchObject({ cases: 5, broken: [] });
    for (const c of source.commands) expect(await again.store.wholeCase(c.case.number)).toEqual({ case: c.case, steps: c.steps, events: c.events });
    expect(await again.rebuild(rowsOf)).toMatchObject({ cases: 5, changed: 0 });
    expect((await again.store.submit(lived(901))).kind).toBe('done');
    await again.store.close();
    await store.close();
    await source.store.close();
  });

  it('takes a message from elsewhere in once', async () => {
    const { store } = await filled('inbox', 0);
    expect([await store.takeIn('cell-2', 'm-1', { a: 1 }), await store.takeIn('cell-2', 'm-1', { a: 1 }), await store.takeIn('cell-3', 'm-1', null)]).toEqual([true, false, true]);
    await store.close();
  });
});
