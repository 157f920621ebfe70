/**
 * How the room talks to PostgreSQL: named statements over one pool, and what happens when the connection is lost.
 *
 * After a lost connection nobody knows whether a commit happened. Statements that may be run twice (reads, writes that carry an idempotency key or set a state)
 * say `again` and are sent again until `patience` is over – a failover takes about 20 s. Others are repeated only when the server surely did not run them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StoreUnavailable } from '../../app/ports/store-unavailable';
import { copyOut } from './copy-out';
import { instant } from './instant';
import { type Json, text } from './storable';

export type Statement = { name: string; text: string; values?: readonly (string | number | null | readonly string[] | Buffer | Json)[]; again?: boolean };

export type Sql = {
  rows<R>(statement: Statement): Promise<R[]>;
  /** Several reads of one moment. `copy`: the rows of a query without parameters as COPY's binary format. */
  snapshot<T>(work: (rows: <R>(statement: Statement) => Promise<R[]>, copy: (query: string) => Promise<Buffer>) => Promise<T>): Promise<T>;
  /** As the owner of the tables: for opening and for tests, never for the work. */
  asOwner<T>(work: (run: (script: string, values?: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<T>): Promise<T>;
  /** From now on new connections do not own the tables. */
  becomeApp(): void;
  end(): Promise<void>;
};

export type SqlOptions = {
  pool: pg.PoolConfig;
  /** Milliseconds to keep trying; 0 for the embedded engine, which does not come back. */
  patience: number;
};

/** A migration of a large table takes as long as it takes. */
const aDay = 86_400_000;

export function openSql({ pool: config, patience }: SqlOptions): Sql {
  let role: string | null = null;
  const pool = new pg.Pool({
    ...config,
    types: { getTypeParser: ((oid: number, format: 'text') => (oid === 1184 ? instant : pg.types.getTypeParser(oid, format))) as typeof pg.types.getTypeParser },
    // The embedded engine has one session, which outlives its "connections".
    onConnect: async (client) => {
      await client.query('rollback');
      await client.query('discard all');
      // Named statements are few and written for one plan; planning them anew costs a third of a submission.
      await client.query('set plan_cache_mode = force_generic_plan');
      if (role) await client.query(`set role ${role}`);
    },
  });
  // A connection that is cut tells so by an event, and whoever waits for an answer by a rejection; the event alone must not end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  async function once<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((error) => Promise.reject(Object.assign(error, { unsent: !isRefused(error) })));
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      const lost = isLost(error);
      if (!lost) await client.query('rollback').catch(() => {}); // nothing half done goes back into the pool
      client.release(lost);
      throw error;
    }
  }

  async function patiently<T>(again: boolean, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const until = Date.now() + patience;
    for (let pause = 25; ; pause = Math.min(pause * 2, 1000)) {
      try {
        return await once(work);
      } catch (error) {
        if (Date.now() + pause > until || !(notRun(error) || (again && isLost(error)))) throw unavailable(error, patience) ?? error;
        await sleep(pause);
      }
    }
  }

  const run = async <R>(client: pg.ClientBase, { name, text: sql, values = [] }: Statement) => {
    return (await client.query({ name, text: sql, values: values.map(parameter) })).rows as R[];
  };

  return {
    rows: (statement) => patiently(statement.again ?? false, (client) => run(client, statement)),
    snapshot: (work) =>
      patiently(true, async (client) => {
        await client.query('begin isolation level repeatable read, read only');
        const result = await work(
          (statement) => run(client, statement),
          (query) => copyOut(client, `copy (${query}) to stdout (format binary)`),
        );
        await client.query('commit');
        return result;
      }),
    asOwner: async (work) => {
      const client = await pool.connect();
      try {
        // Named statements are few and written for one plan; planning them anew costs a third of a submission.
        await client.query('set plan_cache_mode = force_generic_plan');
        if (role) await client.query('reset role');
        return await work(async (text, values) => (await client.query({ text, values, query_timeout: aDay } as pg.QueryConfig)).rows as Record<string, unknown>[]);
      } finally {
        client.release(true); // what was the owner's does not go back into the pool
      }
    },
    becomeApp: () => {
      role = 'yijian_app';
    },
    end: () => pool.end(),
  };
}

function parameter(value: NonNullable<Statement['values']>[number]): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map(text);
  return value !== null && typeof value === 'object' && 'json' in value ? value.json : value;
}

/** Surely without effect: never sent, refused by a server that is read-only or starting, or rolled back to break a tie. */
function notRun(error: unknown): boolean {
  const { code, unsent } = error as { code?: string; unsent?: boolean };
  return unsent === true || ['25006', '57P03', '53300', '40001', '40P01'].includes(code ?? '');
}

/** What people can do something about, said so; null for everything else. An engine inside this process (`patience` 0) that is lost does not come back. */
function unavailable(error: unknown, patience: number): StoreUnavailable | null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === '53100' || /No space left on device|ENOSPC/.test(message)) return new StoreUnavailable('disk-full', error);
  return isLost(error) ? new StoreUnavailable(patience > 0 ? 'away' : 'stopped', error) : null;
}

/** The server answered, and will answer the same again: wrong account, no such database, no permission. */
const isRefused = (error: unknown): boolean => /^(28|3D|42)...$/.test((error as { code?: string }).code ?? '');

/** The connection is of no more use. 25006: this server has become a standby. */
function isLost(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    /^(25006|53300|57P0\d|08...|ECONN.*|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|ENOTFOUND|EAI_AGAIN)$/.test(code) ||
    /^(Connection terminated|Query read timeout|timeout exceeded)/.test(message)
  );
}
