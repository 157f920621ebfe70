/**
 * Events are appended to a case: one statement.
 * Updates kase (1) where it still stands at the version and hash the events follow – the row lock makes a second writer wait and then find it changed –
 * and then inserts idem, event, outbox, voice, story, and puts the given rows of step, payment and booking in place. `claimed_by` belongs to `claim` and is left alone.
 * A key already used stops the whole statement; the answer then comes from idem.
 */
import type { Command, Done } from '../../../app/ports/store';
import type { Sql } from '../sql';
import { json, type Json } from '../storable';
import { before } from './kept';
import { caseColumns, eventColumns, eventText, noticeColumns, parameters, stepColumns } from './rows';

const text = /* sql */ `
with command as (select * from json_to_recordset($1::json) as c(${caseColumns})),
moved as (
  update kase k set division = c.division, journey = c.journey, applicant_id = c."applicantId", applicant_name = c."applicantName", actor_id = c."actorId",
    status = c.status, outcome = c.outcome, version = c.version, head = decode(c.head, 'hex'), updated_at = c."updatedAt"
  from command c
  where k.id = c."caseId" and k.version = c.expected and k.head = decode(c.prev, 'hex')
  returning k.id
), kept as (
  insert into idem (actor, key, fingerprint, case_id, response)
  select actor, key, fingerprint, id, coalesce(response, 'null') from command join moved on id = "caseId"
), steps as (
  insert into step (case_id, step, ord, service, authority, division, status, due, promised, turn, claimed_by)
  select "caseId", step, ord, service, authority, division, status, coalesce(due, 'infinity'), coalesce(promised, 'infinity'), coalesce(turn, 'infinity'), "claimedBy"
  from json_to_recordset($2::json) as s(${stepColumns}) join moved on id = "caseId"
  on conflict (case_id, step) do update set ord = excluded.ord, service = excluded.service, authority = excluded.authority, division = excluded.division,
    status = excluded.status, due = excluded.due, promised = excluded.promised, turn = excluded.turn
), events as (
  insert into event (case_id, n, type, at, body, prev, h)
  select "caseId", n, type, at, ${eventText}, decode(prev, 'hex'), decode(hash, 'hex')
  from json_to_recordset($3::json) as e(${eventColumns}) join moved on id = "caseId"
), notices as (
  insert into outbox (topic, key, body)
  select topic, key, coalesce(body, 'null') from json_to_recordset($4::json) as o(${noticeColumns}) join moved on id = "caseId"
  on conflict (topic, key) do nothing
), said as (
  insert into voice (case_id, kind, ref, step, authority, division, at, due, grade, answered)
  select id, kind, ref, step, authority, division, at, coalesce(due, 'infinity'), grade, answered
  from json_to_recordset($6::json) as v(kind text, ref text, step text, authority text, division text, at timestamptz, due timestamptz, grade int, answered timestamptz), moved
  on conflict (case_id, kind, ref) do nothing
), heard as (
  update voice set answered = a.at from json_to_recordset($7::json) as a(kind text, ref text, at timestamptz), moved
  where case_id = moved.id and voice.kind = a.kind and voice.ref = a.ref and answered is null
), told as (
  insert into story (case_id, step, service, authority, division, channel, ended_at, outcome, days, in_time, supplements, pauses, escalations, late_pause, late_return)
  select id, step, service, authority, division, channel, "endedAt", outcome, days, "inTime", supplements, pauses, escalations, "latePause", "lateReturn"
  from json_to_recordset($8::json) as t(step text, service text, authority text, division text, channel text, "endedAt" timestamptz, outcome text, days int, "inTime" boolean,
    supplements int, pauses int, escalations int, "latePause" boolean, "lateReturn" boolean), moved
  on conflict (case_id, step) do update set service = excluded.service, authority = excluded.authority, division = excluded.division, ended_at = excluded.ended_at,
    outcome = excluded.outcome, days = excluded.days, in_time = excluded.in_time, supplements = excluded.supplements, pauses = excluded.pauses,
    escalations = excluded.escalations, late_pause = excluded.late_pause, late_return = excluded.late_return
), paying as (
  insert into payment (id, case_id, state, at) select p.id, moved.id, p.state, p.at from json_to_recordset($9::json) as p(id text, state text, at timestamptz), moved
  on conflict (id) do update set state = excluded.state where payment.state <> excluded.state
), booked as (
  insert into booking (case_id, slot, resource, at, until, seat, capacity, person, steps, hall)
  select moved.id, slot, resource, at, until, seat, capacity, person, steps, hall
  from json_to_recordset($10::json) as b(slot text, resource text, at timestamptz, until timestamptz, seat int, capacity int, person text, steps text[], hall text), moved
  on conflict (case_id, slot) do update set resource = excluded.resource, at = excluded.at, until = excluded.until, seat = excluded.seat, capacity = excluded.capacity,
    person = excluded.person, steps = excluded.steps, hall = excluded.hall
), freed as (
  delete from booking b using json_to_recordset($11::json) as r(slot text), moved where b.case_id = moved.id and b.slot = r.slot
)
select id from moved`;

export async function append(sql: Sql, command: Command): Promise<Done> {
  try {
    const moved = await sql.rows({ name: 'append', text, values: [...parameters([command]), ...beside(command)], again: true });
    if (moved.length > 0) return { kind: 'done' };
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'booking_seat' || constraint === 'booking_person') return (await before(sql, command)) ?? { kind: 'taken' };
    if (constraint !== 'idem_pkey') throw error;
  }
  return (await before(sql, command)) ?? { kind: 'stale' };
}

/** Rows made from the record: what residents say, how steps went, payments, and times chosen. */
const beside = ({ voices = [], stories = [], checkout }: Command): Json[] => [
  json(voices.flatMap((v) => ('said' in v ? [v.said] : []))),
  json(voices.flatMap((v) => ('answered' in v ? [v.answered] : []))),
  json(stories),
  json(checkout?.payments ?? []),
  json(checkout?.booked ?? []),
  json((checkout?.released ?? []).map((slot) => ({ slot }))),
];
