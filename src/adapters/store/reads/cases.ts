/** Reads of cases and their events. */
import type { CaseRow, StepRow, Store, StoredEvent } from '../../../app/ports/store';
import { gather, reading } from '../gather';
import { instant } from '../instant';
import type { Sql } from '../sql';

export const caseColumns = /* sql */ `k.id as "caseId", k.number, k.division, k.journey, k.applicant_id as "applicantId", k.applicant_name as "applicantName", k.actor_id as "actorId",
  k.status, k.outcome, k.version, encode(k.head, 'hex') as head, k.submitted_at as "submittedAt", k.updated_at as "updatedAt"`;
export const stepColumns = /* sql */ `s.case_id as "caseId", s.step, s.ord, s.service, s.authority, s.division, s.status, s.due, s.promised, s.turn, s.claimed_by as "claimedBy"`;

const byNumber = /* sql */ `select ${caseColumns} from kase k where number = $1`;
const stepsOf = /* sql */ `select ${stepColumns} from step s join kase k on k.id = s.case_id where k.number = $1 order by ord, step`;
/** Canonical text holds no line break (JSON writes it as \\n), so the record of a case comes as lines: the hash, then the text. */
const whole = /* sql */ `
select ${caseColumns},
  (select json_agg(x order by ord, step) from (select ${stepColumns.replace('s.case_id', 's.case_id::text')} from step s where s.case_id = k.id) x) as steps,
  (select string_agg(encode(h, 'hex') || body, e'\\n' order by n) from event e where e.case_id = k.id) as events
from kase k where number = any($1)`;
/** The same, behind the wall between authorities: migration 13. */
const deskCase = /* sql */ `select * from desk_case($1, $2)`;
const events = /* sql */ `select body, encode(h, 'hex') as hash from event where case_id = $1 order by n`;
const mine = /* sql */ `select ${caseColumns} from kase k where applicant_id = $1 and id < $2 order by id desc limit $3`;
const ids = /* sql */ `select id from kase where id > $1 order by id limit $2`;
const passed = /* sql */ `
select ${stepColumns}, k.number from step s join kase k on k.id = s.case_id
where turn <= $1 and turn < 'infinity'
order by turn, case_id, ord limit $2`;
const undated = /* sql */ `
select k.id as "caseId", k.number from kase k
where k.id in (select distinct case_id from step where due = 'infinity' and status in ('received', 'supplemented', 'accepted', 'under-review') and case_id > $1 order by case_id limit $2)
order by k.id`;
const lastId = '9223372036854775807';

type Whole = CaseRow & { steps: StepRow[] | null; events: string | null };

export function cases(sql: Sql): Pick<Store, 'caseByNumber' | 'wholeCase' | 'events' | 'casesOf' | 'caseIds' | 'turns' | 'undated'> {
  const wholeOf = gather<string, Whole | undefined>(async (numbers) => {
    const found = await sql.rows<Whole>({ name: 'whole-case', text: whole, values: [numbers], again: true });
    return numbers.map((n) => found.find((k) => k.number === n));
  }, reading);
  return {
    /** The case first: a step row may be one event newer than its case, never older. Its version is what a writer is held to. */
    caseByNumber: async (number) => {
      const [row] = await sql.rows<CaseRow>({ name: 'case', text: byNumber, values: [number], again: true });
      if (!row) return null;
      return { case: row, steps: await sql.rows<StepRow>({ name: 'steps', text: stepsOf, values: [number], again: true }) };
    },
    wholeCase: async (number, within) => {
      const row = within === undefined ? await wholeOf(number) : (await sql.rows<Whole>({ name: 'desk-case', text: deskCase, values: [within, number], again: true }))[0];
      if (!row) return null;
      const { steps, events: record, ...kase } = row;
      return { case: kase, steps: (steps ?? []).map(asRow), events: (record ?? '').split('\n').filter(Boolean).map(asEvent) };
    },
    events: async (caseId) =>
      (await sql.rows<{ body: string; hash: string }>({ name: 'events', text: events, values: [caseId], again: true })).map(({ body, hash }): StoredEvent => ({ ...JSON.parse(body), hash })),
    casesOf: (applicantId, { before, limit }) => sql.rows<CaseRow>({ name: 'cases-of', text: mine, values: [applicantId, before ?? lastId, limit], again: true }),
    caseIds: async (after, limit) => (await sql.rows<{ id: string }>({ name: 'case-ids', text: ids, values: [after || '0', limit], again: true })).map((r) => r.id),
    undated: (after, limit) => sql.rows<{ caseId: string; number: string }>({ name: 'undated', text: undated, values: [after, limit], again: true }),
    turns: (at, limit) => sql.rows<StepRow & { number: string }>({ name: 'turns', text: passed, values: [at, limit], again: true }),
  };
}

function asEvent(line: string): StoredEvent {
  const event = JSON.parse(line.slice(64)) as StoredEvent;
  event.hash = line.slice(0, 64);
  return event;
}
const asRow = (s: StepRow): StepRow => ({ ...s, due: at(s.due), promised: at(s.promised), turn: at(s.turn) });
/** JSON writes instants in a form of its own. */
const at = (timestamptz: string | null): string | null => timestamptz && instant(timestamptz);
