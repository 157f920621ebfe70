/**
 * Work for later. Inserts into, updates and deletes from job; draining deletes from outbox (≤ limit) and inserts as many jobs, in one statement.
 * `holding` grows with each taking, so whoever comes back after the lease ran out changes nothing.
 */
import type { DeadJob, JobFigures, Jobs, TakenJob } from '../../../app/ports/jobs';
import type { Sql } from '../sql';
import { json } from '../storable';

const add = /* sql */ `
insert into job (kind, key, body, free_at) select kind, key, coalesce(body, 'null'), "at" from json_to_recordset($1::json) as j(kind text, key text, body json, at timestamptz)
on conflict (kind, key) do nothing returning id`;
const take = /* sql */ `
with free as (select id from job where state = 'open' and free_at <= $2 and kind = any($1::text[]) order by free_at, id limit $4 for update skip locked),
taken as (
  update job j set free_at = $2::timestamptz + make_interval(secs => $3), attempts = attempts + 1, holding = holding + 1 from free where j.id = free.id
  returning j.id, kind, key, body, attempts as attempt, holding
)
select * from taken order by id`;
const held = /* sql */ `id = $1 and holding = $2 and state = 'open'`;
const done = /* sql */ `update job set state = 'done', ended_at = $3, error = null where ${held} returning id`;
const later = /* sql */ `
update job set free_at = $3, error = $4, attempts = case when $4::text is null then 0 else attempts end where ${held} returning id`;
const dead = /* sql */ `update job set state = 'dead', ended_at = $3, error = $4 where ${held} returning id`;
const allDead = /* sql */ `select id, kind, key, attempts, error, ended_at as at from job where state = 'dead' order by ended_at desc, id desc limit $1`;
const retry = /* sql */ `update job set state = 'open', attempts = 0, free_at = $2, ended_at = null where id = $1 and state = 'dead' returning id`;
const drop = /* sql */ `delete from job where id = $1 and state = 'dead' returning id`;
const figures = /* sql */ `
select kind, count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'dead')::int as dead, min(free_at) filter (where state = 'open') as oldest
from job where state in ('open', 'dead') group by kind order by kind`;
const forget = /* sql */ `delete from job where id in (select id from job where state = 'done' and ended_at < $1 order by ended_at limit $2) returning id`;
const drain = /* sql */ `
with gone as (
  delete from outbox where id in (select id from outbox order by id limit $3 for update skip locked) returning id, topic, key, body
), made as (
  insert into job (kind, key, body, free_at)
  select 'notice', topic || ' ' || key, json_build_object('topic', topic, 'key', key, 'body', body), $2 from gone where topic = any($1::text[]) order by id
  on conflict (kind, key) do nothing
)
select count(*)::int as n from gone`;

export function jobs(sql: Sql): Jobs {
  const happened = async (name: string, text: string, values: readonly (string | number | null)[]) => (await sql.rows({ name, text, values, again: true })).length > 0;
  return {
    addJobs: async (all) => (all.length === 0 ? 0 : (await sql.rows({ name: 'add-jobs', text: add, values: [json(all)], again: true })).length),
    // Not `again`: a taking whose answer was lost comes back with the end of its lease.
    takeJobs: (kinds, at, leaseSeconds, limit) => sql.rows<TakenJob>({ name: 'take-jobs', text: take, values: [kinds, at, leaseSeconds, limit] }),
    jobDone: (j, at) => happened('job-done', done, [j.id, j.holding, at]),
    jobLater: (j, at, error) => happened('job-later', later, [j.id, j.holding, at, error]),
    jobDead: (j, at, error) => happened('job-dead', dead, [j.id, j.holding, at, error]),
    deadJobs: (limit) => sql.rows<DeadJob>({ name: 'dead-jobs', text: allDead, values: [limit], again: true }),
    retryDead: (id, at) => happened('retry-dead', retry, [id, at]),
    dropDead: (id) => happened('drop-dead', drop, [id]),
    jobFigures: () => sql.rows<JobFigures>({ name: 'job-figures', text: figures, again: true }),
    forgetJobs: async (before, limit) => (await sql.rows({ name: 'forget-jobs', text: forget, values: [before, limit], again: true })).length,
    drainOutbox: async (topics, at, limit) => (await sql.rows<{ n: number }>({ name: 'drain-outbox', text: drain, values: [topics, at, limit] }))[0]!.n,
  };
}
