/**
 * `bench audit`: every chain and text of `--events` (1,000,000) checked, then the rows with them; then single bytes changed, each to be found in its
 * place. `bench rebuild`: kase, step and all that is kept beside the record emptied and made anew from the events, equal byte for byte. Both on a PostgreSQL of their own.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { contentOf } from '../../adapters/store/backup';
import { submitTogether } from '../../adapters/store/commands/submit';
import { eventsBetween, EventRows } from '../../adapters/store/event-rows';
import { openPostgres } from '../../adapters/store/postgres';
import { rebuild } from '../../adapters/store/rebuild';
import type { Sql } from '../../adapters/store/sql';
import { lived } from '../../adapters/store/testing/lived';
import { startPostgres } from '../../adapters/store/testing/postgres-server';
import { type Audit, verifyLog } from '../../adapters/store/verify-log';
import { remadeRows, rowsOf } from '../../app/rows';
import { calendar } from '../../core/calendar';
import type { Arguments } from '../arguments';
import { catalogueOf } from '../input';
import { today } from '../today';
import { type Bench, type Measured, type Missing, within } from './bench';
import { filledAnswers } from './answers';
import { processorTime } from './processor-time';
import { seeded } from './seeded';

const perCase = 28;
const steps = ['register', 'licence', 'seal', 'tax', 'insurance'];

/** Works on a store that holds about so many events of finished cases. */
async function onRecord(a: Arguments, events: number, work: (sql: Sql, bytes: object, database: number) => Promise<Measured>): Promise<Measured | Missing> {
  const server = await startPostgres({ settings: { shared_buffers: '256MB', max_wal_size: '4GB' } });
  if (!server) return { holds: false, missing: 'postgresql' };
  try {
    const { store, sql } = await openPostgres(server.url);
    const cases = Math.ceil(Number(a.option('events') ?? events) / perCase);
    const answers = filledAnswers(2000);
    const before = await position(sql);
    for (let i = 0; i < cases; i += 40)
      await submitTogether(
        sql,
        Array.from({ length: Math.min(40, cases - i) }, (_, j) => lived(i + j, undefined, { steps, answers })),
      );
    const wal = (await position(sql)) - before;
    await sql.asOwner((run) => run('vacuum analyze'));
    const measured = await work(sql, { ...(await sizes(sql, cases)), wal: Math.round(wal / cases) }, server.pid);
    await store.close();
    return measured;
  } finally {
    await server.stop();
  }
}

const position = async (sql: Sql): Promise<number> => Number((await sql.asOwner((run) => run("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text as at")))[0]!.at);

/** Bytes per finished case, indexes included, the message it left in the outbox not. */
async function sizes(sql: Sql, cases: number): Promise<{ [table: string]: number }> {
  const rows = await sql.asOwner((run) => run("select t, pg_total_relation_size(t::regclass)::text as bytes from unnest(array['kase', 'step', 'event_default', 'idem', 'outbox']) as t"));
  const each = Object.fromEntries(rows.map((r) => [r.t as string, Math.round(Number(r.bytes) / cases)]));
  return { ...each, total: each.kase! + each.step! + each.event_default! };
}

export const auditBench: Bench = (a) =>
  onRecord(a, 1_000_000, async (sql, bytes, database) => {
    const plain = await measured(database, () => hashedOnly(sql));
    const chains = await measured(database, () => verifyLog(sql));
    const withRows = await measured(database, () => verifyLog(sql, { rows: rowsOf }));
    const { cases, events } = chains;
    const figure = chains.perMillion;
    const found = await changedBytes(sql);
    const bar = { op: '<=', value: 1 } as const;
    const ratio = Number((figure / 10).toFixed(3));
    return {
      figure,
      baseline: 10,
      unit: 's of CPU per 1,000,000 events',
      ratio,
      bar,
      holds: within(bar, ratio) && chains.broken + withRows.broken === 0 && found.every((f) => f.found),
      cases,
      events,
      hashedOnly: plain.perMillion,
      withRows: withRows.perMillion,
      changedBytes: found,
      bytesPerCase: bytes,
      samples: [plain, chains, withRows],
    };
  });

/** The same bytes, read the same way and hashed, nothing else looked at: less no audit can do. */
async function hashedOnly(sql: Sql): Promise<Audit> {
  const began = performance.now();
  let events = 0;
  const ids = (await sql.asOwner((run) => run('select id::text as id from kase order by id'))).map((r) => r.id as string);
  for (let i = 0; i < ids.length; i += 500) {
    const rows = new EventRows(await sql.snapshot((_, copy) => copy(eventsBetween(ids[i - 1] ?? '0', ids[Math.min(i + 499, ids.length - 1)]!))));
    for (; rows.next(); events++) hash('sha256', rows.bytes.subarray(rows.bodyFrom, rows.bodyTo), 'binary');
  }
  const seconds = (performance.now() - began) / 1000;
  return { cases: ids.length, events, broken: [], seconds, rate: Math.round(events / seconds) };
}

type Cost = { cases: number; events: number; broken: number; cpu: number; database: number | null; wall: number; perMillion: number };

/** CPU of this process, threads included; beside it that of the database, which reads the next page meanwhile on another processor. */
async function measured(database: number, verify: () => Promise<Audit>): Promise<Cost> {
  const [before, theirs] = [process.cpuUsage(), await processorTime(database)];
  const { cases, events, broken, seconds } = await verify();
  const { user, system } = process.cpuUsage(before);
  const after = await processorTime(database);
  const cpu = (user + system) / 1e6;
  return {
    cases,
    events,
    broken: broken.length,
    cpu,
    database: after !== null && theirs !== null ? Number((after - theirs).toFixed(2)) : null,
    wall: seconds,
    perMillion: Number(((cpu * 1e6) / events).toFixed(2)),
  };
}

/** One byte each of twenty events, at random places; each must be told with its case and number. */
async function changedBytes(sql: Sql): Promise<{ caseId: string; n: number; byte: number; found: boolean }[]> {
  const next = seeded(4);
  const rows = await sql.asOwner((run) => run('select case_id::text as id, n, octet_length(body) as bytes from event where n <= 28 order by md5(case_id::text || n) limit 20'));
  const changed = new Map(rows.map((r) => [r.id as string, { n: r.n as number, byte: Math.floor(next() * (r.bytes as number)) }]));
  for (const [id, { n, byte }] of changed) {
    // Another byte that is still text: the lowest bit of an ASCII letter, or one letter of several bytes for its neighbour.
    const [{ body }] = (await sql.asOwner((run) => run('select body from event where case_id = $1 and n = $2', [id, n]))) as [{ body: string }];
    const at = Math.min(byte, body.length - 1);
    const other = body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) ^ 1) + body.slice(at + 1);
    await sql.asOwner(async (run) => {
      await run('set session_replication_role = replica');
      await run('update event set body = $3 where case_id = $1 and n = $2', [id, n, other]);
      await run('reset session_replication_role');
    });
  }
  const { broken } = await verifyLog(sql, { rows: rowsOf });
  const told = new Set(broken.map((b) => `${b.number} ${b.n}`));
  return [...changed].map(([caseId, { n, byte }]) => ({ caseId, n, byte, found: broken.length === changed.size && told.has(`430212-${caseId} ${n}`) }));
}

export const rebuildBench: Bench = (a, s) =>
  onRecord(a, 300_000, async (sql, _, database) => {
    const { law } = catalogueOf(join(s.root, 'cities', 'zhuzhou')).inForce(today());
    const remake = remadeRows(calendar(law!.calendar, law!.city));
    // These cases were filed whole; what the program keeps beside the record as a case goes on is made first.
    await rebuild(sql, remake);
    const before = await contentOf(sql);
    await sql.asOwner((run) => run('truncate kase cascade'));
    const [mine, theirs] = [process.cpuUsage(), await processorTime(database)];
    const done = await rebuild(sql, remake);
    const { user, system } = process.cpuUsage(mine);
    const after = await processorTime(database);
    const cpu = { cpu: (user + system) / 1e6, database: after !== null && theirs !== null ? Number((after - theirs).toFixed(2)) : null };
    const equal = (await contentOf(sql)).sha256 === before.sha256;
    const bar = { op: '>=', value: 1 } as const;
    const ratio = Number((done.rate / 20_000).toFixed(3));
    return { figure: done.rate, baseline: 20_000, unit: 'events/s', ratio, bar, holds: within(bar, ratio) && equal, equal, samples: [{ ...done, ...cpu }] };
  });
