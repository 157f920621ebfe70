/** Letting others act. Touches entrustment (1). An offer is taken up by one statement, so two people cannot both have it. */
import type { EntrustStore, Entrustment } from '../../../app/ports/entrust-store';
import type { Sql } from '../sql';

const columns = /* sql */ `id, kind, about, label, may, giver, giver_name as "giverName", made_at as "madeAt", until, holder, holder_name as "holderName",
  accepted_at as "acceptedAt", revoked_at as "revokedAt"`;
const insert = /* sql */ `
insert into entrustment (id, token, kind, about, label, may, giver, giver_name, made_at, until, holder, holder_name, accepted_at, revoked_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (id) do nothing`;
const offered = /* sql */ `select ${columns} from entrustment where token = $1`;
const take = /* sql */ `
update entrustment set holder = $2, holder_name = $3, accepted_at = $4::timestamptz
where token = $1 and holder is null and revoked_at is null and until > $4::timestamptz and giver <> $2 returning ${columns}`;
const about = /* sql */ `select ${columns} from entrustment where kind = $1 and about = $2 order by made_at desc, id limit 200`;
const held = /* sql */ `select ${columns} from entrustment where holder = $1 and revoked_at is null and until > $2::timestamptz order by made_at desc, id limit 200`;
const revoke = /* sql */ `update entrustment set revoked_at = $2::timestamptz where id = $1 and revoked_at is null returning id`;

export const entrusts = (sql: Sql): EntrustStore => ({
  entrust: async (e, token) =>
    void (await sql.rows({
      name: 'entrust',
      text: insert,
      values: [e.id, token, e.kind, e.about, e.label, e.may, e.giver, e.giverName, e.madeAt, e.until, e.holder, e.holderName, e.acceptedAt, e.revokedAt],
      again: true,
    })),
  offered: async (token) => (await sql.rows<Entrustment>({ name: 'entrustment-offered', text: offered, values: [token], again: true }))[0] ?? null,
  takeUp: async (token, holder, at) => (await sql.rows<Entrustment>({ name: 'entrustment-take', text: take, values: [token, holder.id, holder.name, at] }))[0] ?? null,
  entrustmentsAbout: (kind, what) => sql.rows<Entrustment>({ name: 'entrustments-about', text: about, values: [kind, what], again: true }),
  entrustmentsOf: (holder, at) => sql.rows<Entrustment>({ name: 'entrustments-of', text: held, values: [holder, at], again: true }),
  revokeEntrustment: async (id, at) => (await sql.rows({ name: 'entrustment-revoke', text: revoke, values: [id, at] })).length > 0,
});
