/** Figures of the service and what needs an answer. Each reads an index of what is open or what ended since a day; the pages keep the answer for a minute. */
import type { DeskStore, FiledCount, Flagged, Grades, Holding, OpenVoice, Standing, Tally } from '../../../app/ports/desk-store';
import type { Sql } from '../sql';

const voices = /* sql */ `
select v.case_id as "caseId", k.number, v.kind, v.ref, v.step, v.authority, v.division, v.at, v.due, v.grade, v.answered
from voice v join kase k on k.id = v.case_id
where v.authority = $1 and v.answered is null order by v.due, v.case_id, v.ref limit $2`;
const filed = /* sql */ `
select (submitted_at at time zone $2::interval)::date::text as day, division, count(*)::int as n from kase where id >= $1 group by 1, 2 order by 1, 2`;
const tallies = /* sql */ `
select authority, division, channel, count(*)::int as n, count(days)::int as dayed, coalesce(sum(days), 0)::int as days,
  count(*) filter (where in_time is not false)::int as "inTime",
  count(*) filter (where outcome in ('refused', 'not-accepted'))::int as refused,
  count(*) filter (where supplements > 0)::int as supplemented,
  count(*) filter (where pauses > 0)::int as paused,
  count(*) filter (where late_pause)::int as "latePauses",
  count(*) filter (where supplements > 1)::int as "secondSupplements",
  count(*) filter (where late_return)::int as "lateReturns"
from story where ended_at >= $1 and ended_at is not null and outcome <> 'other'
group by authority, division, channel order by authority, division, channel`;
// A step that ended is no longer counted by the index's own condition.
const standing = /* sql */ `
select s.authority,
  count(*) filter (where running and due >= $1 and promised >= $1)::int as "inTime",
  count(*) filter (where running and due >= $1 and promised < $1)::int as "promiseOver",
  count(*) filter (where running and due < $1 and t.step is null)::int as overdue,
  count(*) filter (where running and due < $1 and t.step is not null)::int as escalated,
  count(*) filter (where status = 'paused')::int as paused,
  count(*) filter (where status = 'supplement-requested')::int as applicant,
  count(*) filter (where status in ('waiting', 'depends'))::int as waiting
from step s
left join story t on t.case_id = s.case_id and t.step = s.step and t.escalations > 0 and t.ended_at is null
cross join lateral (select s.status in ('received', 'supplemented', 'accepted', 'under-review') as running) r
where s.status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted', 'lapsed', 'revoked') and s.status not in ('granted', 'refused')
group by s.authority order by s.authority`;
const grades = /* sql */ `select authority, grade, count(*)::int as n from voice where kind = 'rating' and at >= $1 group by authority, grade order by authority, grade`;
const holdings = /* sql */ `
select claimed_by as holder, count(*)::int as n, count(*) filter (where due < $2)::int as overdue,
  count(*) filter (where due >= $2 and promised < $2 and status in ('received', 'supplemented', 'accepted', 'under-review'))::int as "promiseOver",
  count(*) filter (where due >= $2 and due < $3)::int as soon, min(due) as nearest
from (
  select u.* from unnest(array['received', 'supplemented', 'accepted', 'under-review', 'paused', 'supplement-requested']) as q(status)
  cross join lateral (
    select claimed_by, status, due, promised from step where authority = $1 and step.status = q.status
      and step.status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted', 'lapsed', 'revoked')
    order by due, case_id, ord limit $4
  ) u order by u.due limit $4
) open group by claimed_by order by claimed_by nulls first`;
const flagged = /* sql */ `
select k.number, t.step, t.service, t.division, t.channel, t.late_pause as "latePause", t.late_return as "lateReturn", t.supplements > 1 as "secondSupplement"
from story t join kase k on k.id = t.case_id
where t.authority = $1 and (t.late_pause or t.late_return or t.supplements > 1) order by t.case_id desc limit $2`;

type Reads = Pick<DeskStore, 'openVoices' | 'filed' | 'tallies' | 'standing' | 'grades' | 'holdings' | 'flagged'>;

export const figures = (sql: Sql): Reads => ({
  openVoices: (authority, limit) => sql.rows<OpenVoice>({ name: 'open-voices', text: voices, values: [authority, limit], again: true }),
  filed: (from, offset) => sql.rows<FiledCount>({ name: 'filed', text: filed, values: [from, offset], again: true }),
  tallies: (since) => sql.rows<Tally>({ name: 'tallies', text: tallies, values: [since], again: true }),
  standing: (now) => sql.rows<Standing>({ name: 'standing', text: standing, values: [now], again: true }),
  grades: (since) => sql.rows<Grades>({ name: 'grades', text: grades, values: [since], again: true }),
  holdings: (authority, now, soon, most) => sql.rows<Holding>({ name: 'holdings', text: holdings, values: [authority, now, soon, most], again: true }),
  flagged: (authority, limit) => sql.rows<Flagged>({ name: 'flagged', text: flagged, values: [authority, limit], again: true }),
});
