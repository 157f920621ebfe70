/**
 * The audit: every case's chain is computed anew from the stored text, and compared with what is stored around it.
 * Looks at kase, event and, when a fold is given, step; each page of cases is read as of one moment, so it may run beside the work.
 * A changed byte, a missing, added or moved event and a row that is not what its events say are all found. What it cannot see is a case removed
 * whole, rows and events, or a whole chain written anew with its rows: that needs an anchor outside this database.
 */
import { hash as digest } from 'node:crypto';
import type { CaseRow, StepRow, StoredEvent } from '../../app/ports/store';
import { canonical } from '../../core/case/canonical';
import { genesis } from '../../core/case/chain';
import { caseColumns, stepColumns } from './reads/cases';
import type { Sql } from './sql';

/** The rows that follow from events; `core/case` knows it. `claimedBy` is not in the events and is not compared. */
export type Fold = (events: StoredEvent[]) => { case: CaseRow; steps: StepRow[] };
export type AuditOptions = { rows?: Fold /** cases read at a time */; page?: number };

export type Problem =
  | 'gap' // event n is missing
  | 'hash' // the text of event n does not have its hash
  | 'link' // event n does not follow the event before
  | 'text' // the text of event n is not RFC 8785 JSON, or says another case, place, type or instant than its row
  | 'head' // the case stands at another event than its last
  | 'no-case' // events of a case that is not there
  | 'no-events'
  | 'rows'; // the current state is not what the events say

export type Audit = { cases: number; events: number; broken: { number: string; n: number; problem: Problem }[]; seconds: number; rate: number };

/** `row`: n, instant in ms, prev, hash, alg and type in one text – a field less to take apart costs as much as a hash. */
type EventRow = { caseId: string; row: string; body: string };

const casesAfter = /* sql */ `select ${caseColumns} from kase k where id > $1 order by id limit $2`;
const eventsBetween = /* sql */ `
select case_id as "caseId", n || ' ' || (extract(epoch from at) * 1000)::bigint || ' ' || encode(prev, 'hex') || ' ' || encode(h, 'hex') || ' ' || alg || ' ' || type as row, body from event where case_id > $1 and case_id <= $2 order by case_id, n`;
const stepsBetween = /* sql */ `select ${stepColumns} from step s where case_id > $1 and case_id <= $2 order by case_id, ord, step`;
const [firstId, lastId] = ['-9223372036854775808', '9223372036854775807'];

export async function verifyLog(sql: Sql, { rows, page = 500 }: AuditOptions = {}): Promise<Audit> {
  const started = performance.now();
  const audit: Audit = { cases: 0, events: 0, broken: [], seconds: 0, rate: 0 };
  // The database reads the next page while this one is looked at.
  let next: Promise<Page> | null = read(sql, firstId, page, rows !== undefined);
  while (next) {
    const now: Page = await next;
    next = now.upto === lastId ? null : read(sql, now.upto, page, rows !== undefined);
    next?.catch(() => {});
    auditPage(now, audit, rows);
  }
  audit.seconds = (performance.now() - started) / 1000;
  audit.rate = Math.round(audit.events / audit.seconds);
  return audit;
}

type Page = { cases: CaseRow[]; events: EventRow[]; steps: StepRow[]; upto: string };

const read = (sql: Sql, after: string, limit: number, withSteps: boolean): Promise<Page> =>
  sql.snapshot(async (rows) => {
    const cases = await rows<CaseRow>({ name: 'audit-cases', text: casesAfter, values: [after, limit] });
    const upto = cases.length < limit ? lastId : cases.at(-1)!.caseId;
    const events = await rows<EventRow>({ name: 'audit-events', text: eventsBetween, values: [after, upto] });
    const steps = withSteps ? await rows<StepRow>({ name: 'audit-steps', text: stepsBetween, values: [after, upto] }) : [];
    return { cases, events, steps, upto };
  });

function auditPage({ cases, events, steps }: Page, audit: Audit, fold?: Fold): void {
  const eventsOf = byCase(events);
  const stepsOf = byCase(steps);
  for (const row of cases) {
    const problem = auditCase(row, eventsOf.get(row.caseId) ?? [], stepsOf.get(row.caseId) ?? [], fold);
    if (problem) audit.broken.push({ number: row.number, ...problem });
    eventsOf.delete(row.caseId);
  }
  for (const caseId of eventsOf.keys()) audit.broken.push({ number: caseId, n: 0, problem: 'no-case' });
  audit.cases += cases.length;
  audit.events += events.length;
}

function byCase<R extends { caseId: string }>(rows: R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.caseId);
    if (group) group.push(row);
    else groups.set(row.caseId, [row]);
  }
  return groups;
}

/** The first problem of a case, or null. */
function auditCase(row: CaseRow, events: EventRow[], steps: StepRow[], fold?: Fold): { n: number; problem: Problem } | null {
  const said: StoredEvent[] = [];
  let prev = genesis;
  for (const [i, e] of events.entries()) {
    const n = i + 1;
    const [stored, ms, before, hash, alg, type] = e.row.split(' ');
    if (stored !== String(n)) return { n, problem: 'gap' };
    if (alg !== 'sha256' || digest('sha256', e.body) !== hash) return { n, problem: 'hash' };
    if (before !== prev) return { n, problem: 'link' };
    const event = parsed(e);
    if (!event || event.n !== n || event.event?.type !== type || event.prev !== prev || Date.parse(event.at) !== Number(ms)) return { n, problem: 'text' };
    event.hash = hash!;
    if (fold) said.push(event);
    prev = hash!;
  }
  const n = events.length;
  if (n === 0) return { n, problem: 'no-events' };
  if (row.version !== n || row.head !== prev) return { n, problem: 'head' };
  return fold && !same({ case: row, steps }, () => fold(said)) ? { n, problem: 'rows' } : null;
}

/** The event without its hash, when its text is canonical and says the case it lies with. */
function parsed({ body, caseId }: EventRow): StoredEvent | null {
  try {
    const said = JSON.parse(body) as StoredEvent;
    return said.caseId === caseId && isCanonical(said, body) ? said : null;
  } catch {
    return null;
  }
}

/** JSON.stringify writes what it read as RFC 8785 does, but in the order it was read: where the keys stand in order there is nothing left to compute. */
const isCanonical = (said: unknown, body: string): boolean => (JSON.stringify(said) === body && inOrder(said)) || canonical(said) === body;

function inOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(inOrder);
  let before = '';
  for (const key in value) {
    if (key < before || !inOrder((value as { [key: string]: unknown })[key])) return false;
    before = key;
  }
  return true;
}

type Rows = { case: CaseRow; steps: StepRow[] };

/** Instants are compared as instants; events a fold cannot follow have no rows. */
function same(stored: Rows, fold: () => Rows): boolean {
  const instant = (at: string | null) => at && Date.parse(at);
  const whole = ({ case: k, steps }: Rows) =>
    canonical({
      case: { ...k, submittedAt: instant(k.submittedAt), updatedAt: instant(k.updatedAt) },
      steps: steps.map((s) => ({ ...s, due: instant(s.due), promised: instant(s.promised), claimedBy: null })).sort((a, b) => a.ord - b.ord || (a.step < b.step ? -1 : 1)),
    });
  try {
    return whole(stored) === whole(fold());
  } catch {
    return false;
  }
}
