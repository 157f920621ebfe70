/**
 * A case is submitted: one statement, one commit, and concurrent submissions share it.
 * Inserts: idem first – whoever inserts the key carries the command out, a second one waits here for the first to commit and then does nothing –
 * and, for each key it got, kase (1), step, event, outbox. A command that got no key is answered from idem.
 */
import type { Command, Done } from '../../../app/ports/store';
import { genesis } from '../../../core/case/chain';
import { gather } from '../gather';
import type { Sql } from '../sql';
import { before } from './kept';
import { BrokenCommand, caseColumns, eventColumns, eventText, noticeColumns, parameters, stepColumns } from './rows';

// Keys in one order, so that two statements never wait for each other.
const text = /* sql */ `
with command as (select * from json_to_recordset($1::json) as c(${caseColumns})),
fresh as (
  insert into idem (actor, key, fingerprint, case_id, response)
  select actor, key, fingerprint, "caseId", coalesce(response, 'null') from command order by actor, key
  on conflict (actor, key) do nothing
  returning case_id
), cases as (
  insert into kase (id, number, division, journey, applicant_id, applicant_name, actor_id, status, outcome, version, head, submitted_at, updated_at)
  select "caseId", number, division, journey, "applicantId", "applicantName", "actorId", status, outcome, version, decode(head, 'hex'), "submittedAt", "updatedAt"
  from command join fresh on case_id = "caseId"
), steps as (
  insert into step (case_id, step, ord, service, authority, division, status, due, promised, turn, claimed_by)
  select "caseId", step, ord, service, authority, division, status, coalesce(due, 'infinity'), coalesce(promised, 'infinity'), coalesce(turn, 'infinity'), "claimedBy"
  from json_to_recordset($2::json) as s(${stepColumns}) join fresh on case_id = "caseId"
), events as (
  insert into event (case_id, n, type, at, body, prev, h)
  select "caseId", n, type, at, ${eventText}, decode(prev, 'hex'), decode(hash, 'hex')
  from json_to_recordset($3::json) as e(${eventColumns}) join fresh on case_id = "caseId"
), notices as (
  insert into outbox (topic, key, body)
  select topic, key, coalesce(body, 'null') from json_to_recordset($4::json) as o(${noticeColumns}) join fresh on case_id = "caseId"
  on conflict (topic, key) do nothing
)
select case_id as "caseId" from fresh`;

/** One statement for these commands; which of them it carried out. */
export async function submitTogether(sql: Sql, commands: Command[]): Promise<boolean[]> {
  const fresh = await sql.rows<{ caseId: string }>({ name: 'submit', text, values: parameters(commands), again: true });
  const done = new Set(fresh.map((f) => f.caseId));
  return commands.map((c) => done.has(c.case.caseId));
}

/** `lanes`: statements under way at once; 1 where there is one connection. */
export function submits(sql: Sql, lanes: number): (command: Command) => Promise<Done> {
  const together = gather<Command, boolean>((commands) => submitTogether(sql, commands), { lanes, most: 64, mark: (c) => `${c.actor}\n${c.key}` });
  return async (command) => {
    const { n, prev } = command.events[0] ?? {};
    if (n !== 1 || prev !== genesis) throw new BrokenCommand(`case ${command.case.caseId} does not begin with its first event`);
    if (await together(command)) return { kind: 'done' };
    return (await before(sql, command)) ?? Promise.reject(new Error(`the key of case ${command.case.number} vanished`));
  };
}
