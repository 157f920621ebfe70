/**
 * Whole lives of cases for tests and benches, rows folded from events as the program does it: filed, received, accepted, reviewed, granted,
 * delivered, closed, rated. As one command, so that many are quickly there.
 */
import { fold, type CaseEvent, type Recorded, type Values } from '../../../core/case';
import { chained, genesis } from '../../../core/case/chain';
import type { Command, StepRow } from '../../../app/ports/store';
import { caseRow, stepRows } from '../../../app/rows';
import { filed, nextId, sha256 } from './sample';

const person = { id: 'p-1', name: '欧阳·阿依古丽', capacity: 'self' as const };
const officer = { id: 'o-1', name: '易家俭', capacity: 'officer' as const, authority: 'lukou-market' };
const day = (n: number) => `2026-03-${String(2 + n).padStart(2, '0')}T09:00:00+08:00`;

/** @param i applicant and answers; two steps, 13 events. `underWay`: still in review. */
export function lived(
  i: number,
  caseId = nextId(),
  { steps = ['register', 'licence'], answers = {}, underWay = false, number = `430212-${caseId}` }: { steps?: string[]; answers?: Values; underWay?: boolean; number?: string } = {},
): Command {
  const applicant = { ...person, id: `p-${i}` };
  const recorded: Recorded[] = [];
  const says = (n: number, actor: Recorded['actor'], event: CaseEvent) => recorded.push({ n: recorded.length + 1, at: day(n), actor, event });
  says(0, applicant, {
    type: 'submitted',
    number,
    division: '430212',
    journey: 'open-business',
    basket: steps,
    catalogue: 'test',
    lawOf: '2026-03-02',
    applicant: { id: applicant.id, name: applicant.name, kind: 'person' },
    answers: { 'business.name': `渌口区第${i}家面馆`, ...answers },
    provenance: { 'business.name': { from: 'applicant' } },
    documents: [],
    steps: steps.map(filed),
  });
  for (const step of steps) says(0, applicant, { type: 'received', step, due: day(7), promised: day(3) });
  for (const step of steps) says(1, officer, { type: 'accepted', step, deemed: false, due: day(7), promised: day(3) });
  for (const step of steps) says(2, officer, { type: 'review-started', step });
  if (!underWay) {
    for (const step of steps) says(3, officer, { type: 'granted', step, values: {}, evidence: [{ evidence: 'business-licence', number: `示〔2026〕${i}号` }] });
    for (const step of steps) says(4, officer, { type: 'delivered', step, by: 'electronic' });
    says(4, officer, { type: 'closed', outcome: 'granted' });
    says(5, applicant, { type: 'rated', grade: 5 });
  }
  const events = chained(caseId, genesis, recorded, sha256);
  const state = fold(recorded)!;
  const head = { caseId, head: events.at(-1)!.hash, updatedAt: events.at(-1)!.at };
  const rows: StepRow[] = stepRows(state, head);
  const key = `k-${caseId}`;
  return {
    actor: applicant.id,
    key,
    fingerprint: sha256(key),
    case: caseRow(state, head),
    steps: rows,
    events,
    notices: [{ topic: 'case-submitted', key: `submitted:${number}`, body: { number } }],
    response: { number },
  };
}
