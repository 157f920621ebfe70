/**
 * Current state made anew from the events, for every case. A row that already says what the events say is left untouched, so on a healthy store this
 * writes nothing and `changed` is 0; after damage it puts kase and step right, and voice and story where the fold makes those. `claimed_by` is the
 * desk's own and is kept.
 * Reads event; writes kase, step, voice and story, as the owner. Meant for a store nobody is writing to: a case that moves meanwhile is seen by `verify-log`.
 */
import type { StoryRow, VoiceRow } from '../../app/ports/desk-store';
import type { CaseRow, StoredEvent } from '../../app/ports/store';
import { caseColumns, stepColumns } from './commands/rows';
import type { Sql } from './sql';

/** What must follow from the events of a case. Voices and stories left out are left as they are: stories take a calendar. */
export type Remake = (events: StoredEvent[]) => { case: CaseRow; steps: object[]; voices?: VoiceRow[]; stories?: StoryRow[] };
export type Rebuilt = { cases: number; events: number; changed: number; seconds: number; rate: number };

const page = /* sql */ `select case_id::text as "caseId", body, encode(h, 'hex') as hash from event
where case_id > $1 and case_id <= coalesce((select max(case_id) from (select case_id from event where n = 1 and case_id > $1 order by case_id limit $2) p), $1) order by case_id, n`;

const put = /* sql */ `
with cases as (
  insert into kase (id, number, division, journey, applicant_id, applicant_name, actor_id, status, outcome, version, head, submitted_at, updated_at)
  select "caseId", number, division, journey, "applicantId", "applicantName", "actorId", status, outcome, version, decode(head, 'hex'), "submittedAt", "updatedAt"
  from json_to_recordset($1::json) as c(${caseColumns})
  on conflict (id) do update set (number, division, journey, applicant_id, applicant_name, actor_id, status, outcome, version, head, submitted_at, updated_at)
    = (excluded.number, excluded.division, excluded.journey, excluded.applicant_id, excluded.applicant_name, excluded.actor_id, excluded.status, excluded.outcome, excluded.version, excluded.head, excluded.submitted_at, excluded.updated_at)
  where (kase.number, kase.division, kase.journey, kase.applicant_id, kase.applicant_name, kase.actor_id, kase.status, kase.outcome, kase.version, kase.head, kase.submitted_at, kase.updated_at)
    is distinct from (excluded.number, excluded.division, excluded.journey, excluded.applicant_id, excluded.applicant_name, excluded.actor_id, excluded.status, excluded.outcome, excluded.version, excluded.head, excluded.submitted_at, excluded.updated_at)
  returning id
), said as (select * from json_to_recordset($2::json) as s(${stepColumns})),
gone as (
  delete from step s using json_to_recordset($1::json) as c(${caseColumns}) where s.case_id = c."caseId" and not exists (select from said where said."caseId" = s.case_id and said.step = s.step)
  returning case_id
), steps as (
  insert into step (case_id, step, ord, service, authority, division, status, due, promised, turn)
  select "caseId", step, ord, service, authority, division, status, coalesce(due, 'infinity'), coalesce(promised, 'infinity'), coalesce(turn, 'infinity') from said
  on conflict (case_id, step) do update set (ord, service, authority, division, status, due, promised, turn)
    = (excluded.ord, excluded.service, excluded.authority, excluded.division, excluded.status, excluded.due, excluded.promised, excluded.turn)
  where (step.ord, step.service, step.authority, step.division, step.status, step.due, step.promised, step.turn)
    is distinct from (excluded.ord, excluded.service, excluded.authority, excluded.division, excluded.status, excluded.due, excluded.promised, excluded.turn)
  returning case_id
)
select distinct id::text as id from (select id from cases union all select case_id from gone union all select case_id from steps) c`;

/** Rows of a table that follows from the record, by case: those nobody says any more go, the others are put right. `$2`: the cases of the page. */
const putBeside = (table: string, key: readonly string[], columns: { readonly [column: string]: string }): string => {
  const names = Object.keys(columns);
  const rest = names.filter((n) => !key.includes(n));
  const list = (of: readonly string[], prefix = '') => of.map((n) => prefix + n).join(', ');
  return /* sql */ `
with said as (select * from json_to_recordset($1::json) as x(case_id bigint, ${names.map((n) => `${n} ${columns[n]}`).join(', ')})),
gone as (
  delete from ${table} t where t.case_id = any($2::bigint[]) and not exists (select from said where ${['case_id', ...key].map((k) => `said.${k} = t.${k}`).join(' and ')})
  returning case_id
), put as (
  insert into ${table} (case_id, ${list(names)}) select case_id, ${names.map((n) => (n === 'due' ? "coalesce(due, 'infinity')" : n)).join(', ')} from said
  on conflict (case_id, ${list(key)}) do update set (${list(rest)}) = (${list(rest, 'excluded.')})
  where (${list(rest, `${table}.`)}) is distinct from (${list(rest, 'excluded.')})
  returning case_id
)
select distinct case_id::text as id from (select case_id from gone union all select case_id from put) c`;
};
const putVoices = putBeside('voice', ['kind', 'ref'], {
  kind: 'text',
  ref: 'text',
  step: 'text',
  authority: 'text',
  division: 'text',
  at: 'timestamptz',
  due: 'timestamptz',
  grade: 'int',
  answered: 'timestamptz',
});
const putStories = putBeside('story', ['step'], {
  ...{ step: 'text', service: 'text', authority: 'text', division: 'text', channel: 'text', ended_at: 'timestamptz', outcome: 'text', days: 'int', in_time: 'boolean' },
  ...{ supplements: 'int', pauses: 'int', escalations: 'int', late_pause: 'boolean', late_return: 'boolean' },
});

type Row = { caseId: string; body: string; hash: string };

export async function rebuild(sql: Sql, remake: Remake, pageSize = 500): Promise<Rebuilt> {
  const began = performance.now();
  const done: Rebuilt = { cases: 0, events: 0, changed: 0, seconds: 0, rate: 0 };
  await sql.asOwner(async (run) => {
    for (let after = '-9223372036854775808'; ; ) {
      const events = (await run(page, [after, pageSize])) as Row[];
      if (events.length === 0) break;
      const { cases, steps, voices, stories } = remade(events, remake);
      const ids = cases.map((c) => c.caseId);
      const changed = new Set<unknown>();
      for (const [text, values] of [
        [put, [JSON.stringify(cases), JSON.stringify(steps)]],
        ...(voices ? [[putVoices, [JSON.stringify(voices), ids]] as const] : []),
        ...(stories ? [[putStories, [JSON.stringify(stories), ids]] as const] : []),
      ] as const)
        for (const row of await run(text, [...values])) changed.add(row.id);
      done.cases += cases.length;
      done.events += events.length;
      done.changed += changed.size;
      after = events.at(-1)!.caseId;
    }
  });
  done.seconds = (performance.now() - began) / 1000;
  done.rate = Math.round(done.events / done.seconds);
  return done;
}

type Remade = { cases: CaseRow[]; steps: object[]; voices: object[] | null; stories: object[] | null };

function remade(events: readonly Row[], remake: Remake): Remade {
  const all: Remade = { cases: [], steps: [], voices: null, stories: null };
  for (let from = 0; from < events.length; ) {
    let to = from;
    const { caseId } = events[from]!;
    while (events[to]?.caseId === caseId) to++;
    const said = remake(events.slice(from, to).map(({ body, hash }): StoredEvent => ({ ...JSON.parse(body), hash })));
    all.cases.push(said.case);
    all.steps.push(...said.steps);
    if (said.voices) (all.voices ??= []).push(...said.voices.map((v) => ({ case_id: caseId, ...v })));
    if (said.stories) (all.stories ??= []).push(...said.stories.map((s) => storyColumns(caseId, s)));
    from = to;
  }
  return all;
}

const storyColumns = (caseId: string, { endedAt, inTime, latePause, lateReturn, ...s }: StoryRow) => ({
  case_id: caseId,
  ...s,
  ended_at: endedAt,
  in_time: inTime,
  late_pause: latePause,
  late_return: lateReturn,
});
