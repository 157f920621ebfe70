/**
 * The papers of a case: each is an event that the law wants in writing, with a number, a day and an authority (行政许可法 §32, §38, §42, §45,
 * §48). Nothing is written twice: the paper is drawn from the event whenever somebody wants to see, print or check it.
 */
import type { CaseEvent, Recorded } from './event';
import type { CaseState } from './state';

export type PaperKind =
  | 'receipt'
  | 'supplement'
  | 'acceptance'
  | 'non-acceptance'
  | 'special-procedure'
  | 'hearing-right'
  | 'hearing-notice'
  | 'extension'
  | 'joint-extension'
  | 'grant'
  | 'refusal'
  | 'delivery'
  | 'revocation'
  | 'lapse'
  | 'transfer'
  | 'facts-change'
  | 'withdrawal';

/** `number`: the case's number and the event's, so that one event is one paper. `authority` is null where the applicant is the author. */
export type Paper = { number: string; n: number; kind: PaperKind; at: string; step: string | null; authority: string | null; event: CaseEvent };

export const paperNumber = (caseNumber: string, n: number): string => `${caseNumber}-${n}`;

/** The case number and the event's number, or null. */
export function readPaperNumber(text: string): { caseNumber: string; n: number } | null {
  const m = /^(.+)-(\d{1,6})$/.exec(text.trim());
  return m ? { caseNumber: m[1]!, n: Number(m[2]) } : null;
}

export function papersOf(state: CaseState, events: readonly Recorded[]): Paper[] {
  const authority = new Map([...state.steps].map(([id, s]) => [id, s.filed.authority] as const));
  return events.flatMap(({ n, at, event, actor }) => {
    if (event.type === 'transferred') authority.set(event.step, event.to);
    const kind = kindOf(event);
    if (!kind) return [];
    const step = 'step' in event && event.step !== undefined ? event.step : null;
    // A transfer and a joint extension come from whoever acted, not from the office that has the step.
    const from = event.type === 'transferred' || event.type === 'joint-extended' ? (actor.authority ?? null) : step === null ? null : (authority.get(step) ?? null);
    return [{ number: paperNumber(state.number, n), n, kind, at, step, authority: from, event }];
  });
}

function kindOf(event: CaseEvent): PaperKind | null {
  switch (event.type) {
    case 'submitted':
      return 'receipt';
    case 'supplement-requested':
      return 'supplement';
    case 'accepted':
      return 'acceptance';
    case 'not-accepted':
      return 'non-acceptance';
    case 'paused':
      return event.procedure === 'awaiting-output' ? null : 'special-procedure';
    case 'hearing-offered':
      return 'hearing-right';
    case 'hearing-convened':
      return 'hearing-notice';
    case 'extended':
      return 'extension';
    case 'joint-extended':
      return 'joint-extension';
    case 'granted':
      return 'grant';
    case 'refused':
      return 'refusal';
    case 'delivered':
      return 'delivery';
    case 'revoked':
      return 'revocation';
    case 'lapsed':
      return 'lapse';
    case 'transferred':
      return 'transfer';
    case 'facts-changed':
      return 'facts-change';
    case 'withdrawn':
    case 'step-withdrawn':
      return 'withdrawal';
    case 'received':
    case 'released':
    case 'corrected':
    case 'supplemented':
    case 'deferred-supplied':
    case 'review-started':
    case 'visit-arranged':
    case 'visited':
    case 'resumed':
    case 'dated':
    case 'hearing-asked':
    case 'hearing-held':
    case 'decision-proposed':
    case 'proposal-returned':
    case 'promise-checked':
    case 'made-moot':
    case 'decided-later':
    case 'escalated':
    case 'mandate-revoked':
    case 'correction-requested':
    case 'ticket-opened':
    case 'ticket-answered':
    case 'closed':
    case 'rated':
    case 'rating-answered':
    case 'rating-reviewed':
    case 'ready-to-collect':
    case 'payment-started':
    case 'payment-made':
    case 'payment-ended':
    case 'refund-made':
    case 'delivery-chosen':
    case 'slot-booked':
    case 'slot-released':
      return null;
  }
}
