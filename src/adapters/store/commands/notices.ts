/** Messages that were decided with a case and wait to be told. Taking updates outbox (≤ limit) under a lease that runs out by itself; told deletes. */
import type { Notice, Store } from '../../../app/ports/store';
import type { Sql } from '../sql';

const take = /* sql */ `
with free as (select id from outbox where free_at <= $1 order by id limit $3 for update skip locked),
taken as (update outbox o set free_at = $1::timestamptz + make_interval(secs => $2) from free where o.id = free.id returning o.id, topic, key, body)
select * from taken order by id`;
const told = /* sql */ `delete from outbox where id = any($1::bigint[])`;

export const notices = (sql: Sql): Pick<Store, 'takeNotices' | 'told'> => ({
  takeNotices: (at, leaseSeconds, limit) => sql.rows<Notice & { id: string }>({ name: 'take-notices', text: take, values: [at, leaseSeconds, limit] }),
  told: async (ids) => void (await sql.rows({ name: 'told', text: told, values: [ids], again: true })),
});
