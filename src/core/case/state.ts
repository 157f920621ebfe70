/** A case as the fold of its events. Nothing here is stored; rows beside the log are written from it in the same transaction. */
import type { Actor, EventOf, FiledStep, HandedOver, Provenance, Values } from './event';

/** design.md §4. `depends`: whether the step is needed hangs on an output still to come. */
export type StepStatus =
  | 'depends'
  | 'waiting'
  | 'received'
  | 'supplement-requested'
  | 'supplemented'
  | 'accepted'
  | 'under-review'
  | 'paused'
  | 'granted'
  | 'delivered'
  | 'not-accepted'
  | 'refused'
  | 'moot'
  | 'not-needed'
  | 'withdrawn';

export const finalStatuses: ReadonlySet<StepStatus> = new Set(['granted', 'delivered', 'not-accepted', 'refused', 'moot', 'not-needed', 'withdrawn']);
/** Statuses in which an authority has the step on its desk. */
export const onDesk: ReadonlySet<StepStatus> = new Set(['received', 'supplement-requested', 'supplemented', 'accepted', 'under-review', 'paused']);

/** The day the papers were last received: filed, released, or completed. */
export const dayOfReceipt = (s: StepState): string => s.moments.findLast((m) => m.status === 'received' || m.status === 'supplemented')?.at ?? s.receivedAt ?? s.moments[0]?.at ?? '';

export type Moment = { at: string; actor: Actor; status: StepStatus; text?: string };
export type StepState = {
  filed: FiledStep;
  status: StepStatus;
  /** End of the period running now (acceptance, decision, supplement), null while none runs or the calendar's year is missing. */
  due: string | null;
  promised: string | null;
  /** The calendar file a date waits for, such as `calendar-2027`. */
  pending: string | null;
  receivedAt: string | null;
  acceptedAt: string | null;
  pauses: { from: string; to: string | null; procedure: string; reason: string; waitsFor: string | null }[];
  defects: { about: string; says: string }[];
  supplements: number;
  reasons: string[];
  because: string | null;
  values: Values;
  evidence: { evidence: string; number: string }[];
  moments: Moment[];
};

export type CaseState = {
  number: string;
  division: string;
  journey: string | null;
  basket: string[];
  catalogue: string;
  lawOf: string;
  applicant: EventOf<'submitted'>['applicant'];
  actor: Actor;
  submittedAt: string;
  answers: Values;
  provenance: { [concept: string]: Provenance };
  documents: HandedOver[];
  /** In plan order. */
  steps: Map<string, StepState>;
  status: 'submitted' | 'closed' | 'rated';
  outcome: EventOf<'closed'>['outcome'] | null;
  version: number;
};
