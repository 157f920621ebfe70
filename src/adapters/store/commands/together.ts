/** Working together: writes presence (1, and removes up to 20 that have run out) and held_act (1). */
import type { DeskStore, HeldActs } from '../../../app/ports/desk-store';
import type { Sql } from '../sql';
import { json } from '../storable';

const present = /* sql */ `
with gone as (
  delete from presence p using (
    select case_id, step, who from presence where presence.at < $6 and not (case_id = $1 and step = $2 and who = $3) order by presence.at limit 20 for update skip locked
  ) old where p.case_id = old.case_id and p.step = old.step and p.who = old.who
), mine as (
  insert into presence (case_id, step, who, who_name, at) values ($1, $2, $3, $4, $5)
  on conflict (case_id, step, who) do update set at = excluded.at, who_name = excluded.who_name
)
select who_name as name from presence where case_id = $1 and step = $2 and who <> $3 and presence.at >= $6 order by presence.at desc, who limit 20`;
const leave = /* sql */ `delete from presence where case_id = $1 and step = $2 and who = $3`;

const hold = /* sql */ `
insert into held_act (id, who, officer, picked, at, until, state) values ($1, $2, $3, $4, $5, $6, 'held') on conflict (id) do nothing`;
const held = /* sql */ `select id, who, officer, picked, at, until, state, results from held_act where id = $1`;
const turn = /* sql */ `update held_act set state = $3, results = coalesce($4::json, results) where id = $1 and state = any($2::text[]) returning id`;
const due = /* sql */ `select id from held_act where state in ('held', 'going') and until <= $1 order by until, id limit $2`;

type Together = Pick<DeskStore, 'present' | 'leave' | 'hold' | 'held' | 'turnHeld' | 'heldDue'>;

export const together = (sql: Sql): Together => ({
  present: async (p) => (await sql.rows<{ name: string }>({ name: 'present', text: present, values: [p.caseId, p.step, p.who, p.whoName, p.at, p.since], again: true })).map((r) => r.name),
  leave: async (caseId, step, who) => void (await sql.rows({ name: 'leave', text: leave, values: [caseId, step, who], again: true })),
  hold: async (h) => void (await sql.rows({ name: 'hold', text: hold, values: [h.id, h.who, json(h.officer), json(h.picked), h.at, h.until], again: true })),
  held: async (id) => (await sql.rows<HeldActs>({ name: 'held', text: held, values: [id], again: true }))[0] ?? null,
  turnHeld: async (id, from, to, results) => (await sql.rows({ name: 'turn-held', text: turn, values: [id, [...from], to, results === undefined ? null : json(results)] })).length > 0,
  heldDue: async (at, limit) => (await sql.rows<{ id: string }>({ name: 'held-due', text: due, values: [at, limit], again: true })).map((r) => r.id),
});
