/**
 * The audit: every case's chain is computed anew from the stored text, and compared with what is stored around it.
 * Looks at kase, event and, when a fold is given, step and the tables beside the record (beside.ts); each page of cases is read as of one moment, so it may run beside the work.
 * A changed byte, a missing, added or moved event and a row that is not what its events say are all found. What it cannot see is a case removed
 * whole, rows and events, or a whole chain written anew with its rows: that needs an anchor outside this database.
 */
import type { CaseRow, StepRow, StoredEvent } from '../../app/ports/store';
import { Chain } from './audit-chain';
import { asColumns, type Beside, betweenText, comparable, type Kind, kinds } from './beside';
import { eventsBetween, EventRows } from './event-rows';
import { caseColumns, stepColumns } from './reads/cases';
import type { Sql, Statement } from './sql';

/** The rows that follow from events; `core/case` knows it. `claimedBy` is not in the events and is not compared. */
export type Fold = (events: StoredEvent[]) => Rows & Beside;
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

const casesAfter = /* sql */ `select ${caseColumns} from kase k where id > $1 order by id limit $2`;
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

type Page = { cases: CaseRow[]; events: Buffer; steps: StepRow[]; beside: { [K in Kind]: BesideRow[] } | null; upto: string };
type BesideRow = { caseId: string };

const read = (sql: Sql, after: string, limit: number, withSteps: boolean): Promise<Page> =>
  sql.snapshot(async (rows, copy) => {
    const cases = await rows<CaseRow>({ name: 'audit-cases', text: casesAfter, values: [after, limit] });
    const upto = cases.length < limit ? lastId : cases.at(-1)!.caseId;
    const events = await copy(eventsBetween(after, upto));
    const steps = withSteps ? await rows<StepRow>({ name: 'audit-steps', text: stepsBetween, values: [after, upto] }) : [];
    const beside = withSteps ? (Object.fromEntries(await besideBetween(rows, after, upto)) as { [K in Kind]: BesideRow[] }) : null;
    return { cases, events, steps, beside, upto };
  });

async function besideBetween(rows: <R>(statement: Statement) => Promise<R[]>, after: string, upto: string): Promise<[Kind, BesideRow[]][]> {
  const found: [Kind, BesideRow[]][] = [];
  for (const kind of kinds) found.push([kind, await rows<BesideRow>({ name: `audit-${kind}`, text: betweenText(kind), values: [after, upto] })]);
  return found;
}

/** Events come by case, cases in the same order. */
function auditPage({ cases, events, steps, beside }: Page, audit: Audit, fold?: Fold): void {
  const caseOf = new Map(cases.map((row) => [row.caseId, row]));
  const stepsOf = byCase(steps);
  const besideOf = beside && new Map(kinds.map((kind) => [kind, byCase(beside[kind])] as const));
  const event = new EventRows(events);
  for (let more = event.next(); more; ) {
    const chain = new Chain(event, fold !== undefined);
    const { caseId } = chain;
    for (; more && chain.holds(); more = event.next()) {
      chain.add();
      audit.events++;
    }
    const row = caseOf.get(caseId);
    caseOf.delete(caseId);
    const problem = row ? problemOf(row, chain, { steps: stepsOf.get(caseId) ?? [], beside: (kind) => besideOf?.get(kind)?.get(caseId) ?? [] }, fold) : { n: 0, problem: 'no-case' as const };
    if (problem) audit.broken.push({ number: row?.number ?? caseId, ...problem });
  }
  for (const { number } of caseOf.values()) audit.broken.push({ number, n: 0, problem: 'no-events' });
  audit.cases += cases.length;
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

type Stored = { steps: StepRow[]; beside(kind: Kind): BesideRow[] };

/** The first problem of a case, or null. */
function problemOf(row: CaseRow, chain: Chain, stored: Stored, fold?: Fold): { n: number; problem: Problem } | null {
  if (chain.broken) return chain.broken;
  const { n } = chain;
  if (row.version !== n || row.head !== chain.head()) return { n, problem: 'head' };
  return fold && !same(row, stored, () => fold(chain.said)) ? { n, problem: 'rows' } : null;
}

type Rows = { case: CaseRow; steps: StepRow[] };

/** Instants are compared as instants; events a fold cannot follow have no rows. */
function same(row: CaseRow, stored: Stored, fold: () => Rows & Beside): boolean {
  try {
    const said = fold();
    return plain({ case: row, steps: stored.steps }) === plain(said) && kinds.every((kind) => !said[kind] || comparable(kind, stored.beside(kind)) === besideSaid(kind, said));
  } catch {
    return false;
  }
}

const besideSaid = (kind: Kind, said: Rows & Beside) => comparable(kind, asColumns(kind, said.case.caseId, said[kind]!));
type How = 'as it is' | 'instant' | 'not compared';
const ofCase = Object.entries({
  ...{ caseId: 'as it is', number: 'as it is', division: 'as it is', journey: 'as it is', applicantId: 'as it is', applicantName: 'as it is', actorId: 'as it is' },
  ...{ status: 'as it is', outcome: 'as it is', version: 'as it is', head: 'as it is', submittedAt: 'instant', updatedAt: 'instant' },
} satisfies Record<keyof CaseRow, How>) as [keyof CaseRow, How][];
const ofStep = Object.entries({
  ...{ caseId: 'as it is', step: 'as it is', ord: 'as it is', service: 'as it is', authority: 'as it is', division: 'as it is', status: 'as it is' },
  ...{ due: 'instant', promised: 'instant', turn: 'instant', claimedBy: 'not compared' },
} satisfies Record<keyof StepRow, How>) as [keyof StepRow, How][];

/** Rows by their fields in one order, so that equal ones are equal texts. */
const plain = ({ case: k, steps }: Rows): string => JSON.stringify([valuesOf(k, ofCase), [...steps].sort((a, b) => a.ord - b.ord || (a.step < b.step ? -1 : 1)).map((s) => valuesOf(s, ofStep))]);
const valuesOf = <R>(row: R, fields: [keyof R, How][]): unknown[] =>
  fields.map(([field, how]) => (how === 'as it is' ? row[field] : how === 'instant' ? row[field] && Date.parse(row[field] as string) : null));
