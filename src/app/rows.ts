/** The current-state rows of a case, written from its folded state in the same transaction as the events. */
import { type Calendar, workdaysBetween, workingHoursBetween } from '../core/calendar';
import { bookingsHeld, type CaseState, fold, nextTurn, type Recorded, refundsOwed, stories } from '../core/case';
import type { BookingRow, CheckoutChange, PaymentRow } from './ports/checkout-store';
import type { StoryRow, VoiceChange, VoiceRow } from './ports/desk-store';
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
  return rowsIn(fold(events)!, events.at(-1)!);
}

const rowsIn = (state: CaseState, last: StoredEvent): { case: CaseRow; steps: StepRow[] } => {
  const head = { caseId: last.caseId, head: last.hash, updatedAt: last.at };
  return { case: caseRow(state, head), steps: stepRows(state, head) };
};

export type Remade = { case: CaseRow; steps: StepRow[]; voices: VoiceRow[]; payments: PaymentRow[]; bookings: BookingRow[]; stories?: StoryRow[] };

/** All that is kept beside the record and follows from it; stories only where the city's calendar is given. */
export function remadeRows(calendar?: Calendar): (events: StoredEvent[]) => Remade {
  return (events) => {
    const told = calendar && toldOf(events, calendar);
    const state = told?.state ?? fold(events)!;
    const rows = { ...rowsIn(state, events.at(-1)!), voices: voiceRows(events), payments: paymentRows(state), bookings: bookingRows(state) };
    return told ? { ...rows, stories: rowsTold(told) } : rows;
  };
}

/** What was said and is answered by now; each addressed as the case stood when it was said. */
function voiceRows(events: readonly Recorded[]): VoiceRow[] {
  const rows = new Map<string, VoiceRow>();
  for (const [i, e] of events.entries()) {
    if (!speaks.has(e.event.type)) continue;
    for (const change of voiceChanges(fold(events.slice(0, i + 1))!, [e])) {
      if ('said' in change) rows.set(`${change.said.kind} ${change.said.ref}`, change.said);
      else {
        const row = rows.get(`${change.answered.kind} ${change.answered.ref}`);
        if (row) row.answered ??= change.answered.at;
      }
    }
  }
  return [...rows.values()];
}
const speaks = new Set<Recorded['event']['type']>(['ticket-opened', 'ticket-answered', 'rated', 'rating-answered', 'rating-reviewed']);

/** How each step went, from the whole record. */
export const storyRows = (events: readonly Recorded[], calendar: Calendar): StoryRow[] => rowsTold(toldOf(events, calendar));

const toldOf = (events: readonly Recorded[], calendar: Calendar) =>
  stories(events, { workdays: (from, to) => workdaysBetween(calendar, from, to), hours: (from, to) => workingHoursBetween(calendar, from, to) });
const rowsTold = ({ told }: ReturnType<typeof stories>): StoryRow[] => [...told].map(([step, story]) => ({ step, ...story }));

/** What the applicant's side said, and what answers it. A step-less word goes to the authority of the first step, which leads the case. */
export function voiceChanges(state: CaseState, events: readonly Recorded[]): VoiceChange[] {
  return events.flatMap(({ n, at, event: e }): VoiceChange[] => {
    const said = (row: Pick<VoiceRow, 'kind' | 'ref' | 'due' | 'grade' | 'answered'>, step: string | undefined): VoiceChange[] => {
      const s = (step !== undefined && state.steps.get(step)) || [...state.steps.values()][0];
      return s ? [{ said: { ...row, step: step ?? null, authority: s.authority, division: state.division, at } }] : [];
    };
    switch (e.type) {
      case 'ticket-opened':
        return said({ kind: 'ticket', ref: e.ticket, due: e.due, grade: null, answered: null }, e.step);
      case 'rated':
        // Only the two lowest grades are owed an answer.
        return said({ kind: 'rating', ref: `${n}`, due: e.contactBy ?? null, grade: e.grade, answered: e.grade <= 2 ? null : at }, e.step);
      case 'ticket-answered':
        return e.solved ? [{ answered: { kind: 'ticket', ref: e.ticket, at } }] : [];
      case 'rating-answered':
        return e.mended ? [{ answered: { kind: 'rating', ref: `${e.rating}`, at } }] : [];
      case 'rating-reviewed':
        return [{ answered: { kind: 'rating', ref: `${e.rating}`, at } }];
      default:
        return [];
    }
  });
}

function paymentRows(state: CaseState): PaymentRow[] {
  const owing = new Set(refundsOwed(state).map((r) => r.payment));
  return state.checkout.payments.map((p) => ({ id: p.payment, state: owing.has(p.payment) ? 'owing' : p.state, at: p.startedAt }));
}

/** A place is held as long as a step it is for is not over. */
const bookingRows = (state: CaseState): BookingRow[] =>
  bookingsHeld(state).map(({ slot, resource, seat, capacity, steps, hall, from, to }) => ({ slot, resource, seat, capacity, steps, hall, at: from, until: to, person: state.applicant.id }));

/** What a command changes of payments and bookings. */
export function checkoutChange(before: CaseState, after: CaseState): CheckoutChange {
  const same = (b: BookingRow) => `${b.resource} ${b.seat} ${b.at} ${b.steps.join()}`;
  const held = new Map(bookingRows(before).map((b) => [b.slot, same(b)] as const));
  const holds = bookingRows(after);
  return {
    payments: paymentRows(after),
    booked: holds.filter((b) => held.get(b.slot) !== same(b)),
    released: [...held.keys()].filter((slot) => !holds.some((b) => b.slot === slot)),
  };
}
