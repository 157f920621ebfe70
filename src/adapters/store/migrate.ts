/**
 * Brings a database to this program's schema: each missing step in its own transaction, one program at a time (advisory lock).
 * Touches: yijian_migration, and whatever the steps make.
 * @throws OpenError newer-schema, changed-schema, not-yijian, database-refuses
 */
import { type Migration, migrations as known } from './migrations';
import { OpenError } from './open-error';
import type { Sql } from './sql';

const lock = 0x79_69_6a_69_61_6e; // "yijian"

export async function migrate(sql: Sql, migrations: readonly Migration[] = known): Promise<void> {
  await sql.asOwner(async (run) => {
    await run(`select pg_advisory_lock(${lock})`);
    try {
      await run('create table if not exists yijian_migration (n int primary key, name text not null, checksum text not null, at timestamptz not null default now())');
      const applied = (await run('select n, name, checksum from yijian_migration order by n')) as Pick<Migration, 'n' | 'name' | 'checksum'>[];
      for (const a of applied) {
        const ours = migrations.find((m) => m.n === a.n);
        if (!ours) throw new OpenError('newer-schema', `${a.n} ${a.name}`);
        if (ours.checksum !== a.checksum) throw new OpenError('changed-schema', `${a.n} ${a.name}`);
      }
      for (const m of migrations.filter((m) => !applied.some((a) => a.n === m.n))) await apply(run, m);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === '42501') throw new OpenError('database-refuses', message, error);
      if (code === '42P07') throw new OpenError('not-yijian', message, error); // "relation already exists"
      throw error;
    } finally {
      await run(`select pg_advisory_unlock(${lock})`);
    }
  });
}

async function apply(run: (script: string, values?: unknown[]) => Promise<unknown>, m: Migration): Promise<void> {
  await run('begin');
  try {
    await run(m.sql);
    await run('insert into yijian_migration (n, name, checksum) values ($1, $2, $3)', [m.n, m.name, m.checksum]);
    await run('commit');
  } catch (error) {
    await run('rollback');
    throw error;
  }
}

/** Whether this account may work as the role that cannot change events. */
export async function mayBecomeApp(sql: Sql): Promise<boolean> {
  const [row] = await sql.asOwner((run) => run(`select exists (select from pg_roles where rolname = 'yijian_app' and pg_has_role(current_user, oid, 'member')) as may`));
  return row?.may === true;
}
