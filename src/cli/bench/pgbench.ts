/**
 * What PostgreSQL itself can do with the rows of a submission: pgbench sends them as one prepared statement, one transaction per case. It computes no
 * hash and makes no JSON, so it is the harder side to beat.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Server } from '../../adapters/store/testing/postgres-server';
import type { Command } from '../../app/ports/store';
import { sealedText } from '../../core/case/chain';

const run = promisify(execFile);

export const pgbenchOf = (server: Server): string | null => (existsSync(join(server.bin, 'pgbench')) ? join(server.bin, 'pgbench') : null);

/** Everything a case says travels as a parameter, as it does from the application; numbers and keys differ from case to case. */
function script({ steps, events }: Command): string {
  const stepRows = steps.map((s) => `('${s.step}', ${s.ord})`).join(', ');
  const eventRows = events.map((e, i) => `(${e.n}, '${e.event.type}', :body${i}::text, :prev${i}::text, :hash${i}::text)`).join(', ');
  return `\\set n :n + 1
\\set id :first + :n * :clients + :client_id
with c as (select :id::bigint as id),
fresh as (insert into idem (actor, key, fingerprint, case_id, response) select 'p-1', 'k-' || id, :fingerprint::text, id, '{"number":"430212-0"}' from c on conflict (actor, key) do nothing returning case_id),
cases as (insert into kase (id, number, division, journey, applicant_id, applicant_name, actor_id, status, outcome, version, head, submitted_at, updated_at)
  select case_id, '430212-' || case_id, '430212', 'open-business', 'p-1', :applicant::text, 'p-1', 'submitted', null, ${events.length}, decode(:head::text, 'hex'), now(), now() from fresh),
steps as (insert into step (case_id, step, ord, service, authority, division, status, due, promised, turn)
  select case_id, step, ord, step, 'lukou-market', '430212', 'received', :due::timestamptz, 'infinity', :due::timestamptz from fresh, (values ${stepRows}) as s(step, ord)),
events as (insert into event (case_id, n, type, at, body, prev, h)
  select case_id, n, type, now(), body, decode(prev, 'hex'), decode(hash, 'hex') from fresh, (values ${eventRows}) as e(n, type, body, prev, hash)),
notices as (insert into outbox (topic, key, body) select 'sms', 'submitted-' || case_id, :notice::json from fresh)
select case_id from fresh;
`;
}

/** Cases per second. `transactions`: of each client; `first`: a case id from which all are free. */
export async function pgbench(program: string, server: Server, sample: Command, options: { clients: number; transactions: number; first: bigint }): Promise<number> {
  const file = join(server.directory, 'submit.pgbench');
  const variables: Record<string, string> = {
    n: '0',
    first: String(options.first),
    clients: String(options.clients),
    fingerprint: sample.fingerprint,
    applicant: sample.case.applicantName,
    head: sample.case.head,
    due: '2026-03-05T17:30:00+08:00',
    notice: JSON.stringify(sample.notices[0]!.body),
  };
  for (const [i, e] of sample.events.entries()) Object.assign(variables, { [`body${i}`]: sealedText(e), [`prev${i}`]: e.prev, [`hash${i}`]: e.hash });
  await writeFile(file, script(sample));
  try {
    const where = ['-h', '127.0.0.1', '-p', String(server.port), '-U', server.user];
    const how = ['-n', '-M', 'prepared', '-c', String(options.clients), '-j', '1', '-t', String(options.transactions), '-f', file];
    const { stdout } = await run(program, [...where, ...how, ...Object.entries(variables).flatMap(([k, v]) => ['-D', `${k}=${v}`]), 'postgres']);
    return Number(/tps = ([\d.]+)/.exec(stdout)![1]);
  } finally {
    await rm(file, { force: true });
  }
}
