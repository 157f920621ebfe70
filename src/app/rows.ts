/** The current-state rows of a case, written from its folded state in the same transaction as the events. */
import { type CaseState, fold, nextTurn } from '../core/case';
import type { CaseRow, StepRow, StoredEvent } from './ports/store';

export type Head = { caseId: string; head: string; updatedAt: string };

export function caseRow(state: CaseState, { caseId, head, updatedAt }: Head): CaseRow {
  return {
    caseId,
    number: state.number,
    division: state.division,
    journey: state.journey,
    applicantId: state.applicant.id,
    applicantName: state.applicant.name,
    actorId: state.actor.id,
    status: state.status,
    outcome: state.outcome,
    version: state.version,
    head,
    submittedAt: state.submittedAt,
    updatedAt,
  };
}

/** `claimedBy` is not in the events: it belongs to the desk, and is kept by the store. */
export function stepRows(state: CaseState, { caseId }: Head, claimed: ReadonlyMap<string, string | null> = new Map()): StepRow[] {
  return [...state.steps.values()].map((s, ord) => ({
    caseId,
    step: s.filed.id,
    ord,
    service: s.filed.service,
    authority: s.authority,
    division: state.division,
    status: s.status,
    due: s.due,
    promised: s.promised,
    turn: nextTurn({ state }, s),
    claimedBy: claimed.get(s.filed.id) ?? null,
  }));
}

/** The rows that must follow from the events of a case; for the audit and for making them anew. */
export function rowsOf(events: StoredEvent[]): { case: CaseRow; steps: StepRow[] } {
  const state = fold(events)!;
  const last = events.at(-1)!;
  const head = { caseId: last.caseId, head: last.hash, updatedAt: last.at };
  return { case: caseRow(state, head), steps: stepRows(state, head) };
}
