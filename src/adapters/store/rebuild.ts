/**
 * Current state made anew from the events, for every case. A row that already says what the events say is left untouched, so on a healthy store this
 * writes nothing and `changed` is 0; after damage it puts kase and step right, and the tables beside the record that the fold makes. `claimed_by` is the
 * desk's own and is kept.
 * Reads event; writes kase, step, voice, story, payment and booking, as the owner. Meant for a store nobody is writing to: a case that moves meanwhile is seen by
 * `verify-log`.
 */
import type { CaseRow, StoredEvent } from '../../app/ports/store';
import { asColumns, type Beside, keyOf, type Kind, kinds, missingText, wrongText } from './beside';
import { caseColumns, stepColumns } from './commands/rows';
import type { Sql } from './sql';

/** What must follow from the events of a case. */
export type Remake = (events: StoredEvent[]) => { case: CaseRow; steps: object[] } & Beside;
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

type Row = { caseId: string; body: string; hash: string };
type Run = (script: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

export async function rebuild(sql: Sql, remake: Remake, pageSize = 500): Promise<Rebuilt> {
  const began = performance.now();
  const done: Rebuilt = { cases: 0, events: 0, changed: 0, seconds: 0, rate: 0 };
  await sql.asOwner(async (run) => {
    const changed = new Set<unknown>();
    const waiting: BesideRows = {};
    for (let after = '-9223372036854775808'; ; ) {
      const events = (await run(page, [after, pageSize])) as Row[];
      if (events.length === 0) break;
      const { cases, steps, beside } = remade(events, remake);
      for (const { id } of await run(put, [JSON.stringify(cases), JSON.stringify(steps)])) changed.add(id);
      await putBeside(run, beside, { ids: cases.map((c) => c.caseId), changed, waiting });
      done.cases += cases.length;
      done.events += events.length;
      after = events.at(-1)!.caseId;
    }
    await putWaiting(run, waiting);
    done.changed = changed.size;
  });
  done.seconds = (performance.now() - began) / 1000;
  done.rate = Math.round(done.events / done.seconds);
  return done;
}

type BesideRows = { [K in Kind]?: object[] };

/** What cannot go in yet is left in `waiting`: a wrong row of a later case is in its place. */
async function putBeside(run: Run, beside: BesideRows, { ids, changed, waiting }: { ids: string[]; changed: Set<unknown>; waiting: BesideRows }): Promise<void> {
  for (const kind of kinds) {
    const rows = beside[kind];
    if (!rows) continue;
    const json = JSON.stringify(rows);
    for (const { caseId } of await run(wrongText(kind), [json, ids])) changed.add(caseId);
    if (rows.length === 0) continue;
    const left = new Set<string>();
    for (const { caseId, key, done } of await run(missingText(kind), [json])) {
      changed.add(caseId);
      if (!done) left.add(`${caseId} ${key}`);
    }
    if (left.size > 0) (waiting[kind] ??= []).push(...rows.filter((row) => left.has(`${(row as { case_id: string }).case_id} ${keyOf(kind, row)}`)));
  }
}

/** All wrong rows are gone by now. @throws when two cases claim one place: then the record itself contradicts what the tables allow */
async function putWaiting(run: Run, waiting: BesideRows): Promise<void> {
  for (const kind of kinds) {
    if (!waiting[kind]) continue;
    for (const { caseId, key, done } of await run(missingText(kind), [JSON.stringify(waiting[kind])])) if (!done) throw new Error(`${kind}: two cases claim one place: ${caseId} ${key}`);
  }
}

type Remade = { cases: CaseRow[]; steps: object[]; beside: BesideRows };

function remade(events: readonly Row[], remake: Remake): Remade {
  const all: Remade = { cases: [], steps: [], beside: {} };
  for (let from = 0; from < events.length; ) {
    let to = from;
    const { caseId } = events[from]!;
    while (events[to]?.caseId === caseId) to++;
    const said = remake(events.slice(from, to).map(({ body, hash }): StoredEvent => Object.assign(JSON.parse(body), { hash })));
    all.cases.push(said.case);
    all.steps.push(...said.steps);
    for (const kind of kinds) if (said[kind]) (all.beside[kind] ??= []).push(...asColumns(kind, caseId, said[kind]));
    from = to;
  }
  return all;
}
