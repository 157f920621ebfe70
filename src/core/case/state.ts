/** A case as the fold of its events. Nothing here is stored; rows beside the log are written from it in the same transaction. */
import type { Checkout } from './checkout';
import type { Actor, ClockKind, EventOf, FiledStep, HandedOver, Mandate, Provenance, SignedReceipt, Values } from './event';

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
  | 'revoked'
  | 'moot'
  | 'not-needed'
  | 'lapsed'
  | 'withdrawn';

export const finalStatuses: ReadonlySet<StepStatus> = new Set(['granted', 'delivered', 'not-accepted', 'refused', 'revoked', 'moot', 'not-needed', 'lapsed', 'withdrawn']);
/** Statuses in which an authority has the step on its desk. */
export const onDesk: ReadonlySet<StepStatus> = new Set(['received', 'supplement-requested', 'supplemented', 'accepted', 'under-review', 'paused']);

export const isFinal = (s: StepState): boolean => finalStatuses.has(s.status);
export const isGranted = (s: StepState | undefined): boolean => s?.status === 'granted' || s?.status === 'delivered';

/** The day the papers were last received: filed, released, or completed. */
export const dayOfReceipt = (s: StepState): string => s.moments.findLast((m) => m.status === 'received' || m.status === 'supplemented')?.at ?? s.receivedAt ?? s.moments[0]?.at ?? '';

export type Moment = { at: string; actor: Actor; status: StepStatus; text?: string };
export type Pause = { from: string; to: string | null; procedure: string; reason: string; waitsFor: string | null; until: string | null };
export type Deferred = { evidence: string; subject: string; due: string | null };
export type Visit = { act: string; slot: string | null; joins: string | null; officers: string[]; findings: string | null; passed: boolean | null };
export type Hearing = {
  state: 'offered' | 'asked' | 'convened' | 'held';
  askBy: string | null;
  holdBy: string | null;
  session: string | null;
  place: string | null;
  presiding: string | null;
  record: string | null;
};
export type Proposal = { by: Actor; decision: 'grant' | 'refuse'; says: string; at: string };
export type Escalation = { at: string; clock: ClockKind; to: string };

export type StepState = {
  filed: FiledStep;
  /** Who handles it now; a transfer changes it. */
  authority: string;
  status: StepStatus;
  /** End of the period running now (acceptance, decision, delivery), null while none runs or the calendar's year is missing. */
  due: string | null;
  promised: string | null;
  /** The calendar file a date waits for, such as `calendar-2027`. */
  pending: string | null;
  receivedAt: string | null;
  acceptedAt: string | null;
  pauses: Pause[];
  defects: { about: string; says: string }[];
  /** End of the applicant's own time to add what is missing. */
  respondBy: string | null;
  supplements: number;
  /** What a second notice may be about: what the first asked for, and what the answer brought. Nothing else. */
  grounds: string[];
  deferred: Deferred[];
  visits: Visit[];
  hearing: Hearing | null;
  extended: boolean;
  proposal: Proposal | null;
  escalations: Escalation[];
  brokenPromises: { evidence: string; subject: string; says: string }[];
  /** Nobody decided by the licence's expiry: it counts as renewed. */
  deemedRenewed: boolean;
  reasons: string[];
  because: string | null;
  values: Values;
  evidence: { evidence: string; number: string }[];
  /** Since when its documents wait where they are collected. */
  readyAt: string | null;
  /** How they were handed over in the end. */
  handedOver: { at: string; by: string; post: string | null; place: string | null } | null;
  moments: Moment[];
};

/** The joint period of steps handled together: 45 working days from the case's first acceptance (行政许可法 §42 ¶2). */
export type Joint = { from: string; due: string | null; extended: boolean };
export type Ticket = { ticket: string; step: string | null; says: string; at: string; due: string | null; answers: { at: string; by: Actor; says: string; solved: boolean }[] };
export type Rating = {
  /** Number of the event that gave it. */
  rating: number;
  grade: 1 | 2 | 3 | 4 | 5;
  words: string | null;
  step: string | null;
  at: string;
  contactBy: string | null;
  mendBy: string | null;
  answers: { at: string; by: Actor; says: string; mended: boolean }[];
  /** After a review asked for by the one rated: false where it does not count. */
  counts: boolean;
  review: string | null;
};
export type FactsChange = { at: string; actor: Actor; answers: Values; added: string[]; changed: string[]; ended: string[]; told: string[] };

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
  receipt?: SignedReceipt | undefined;
  /** Null `revokedAt`: the helper may act. */
  mandate?: (Mandate & { revokedAt?: string | undefined }) | undefined;
  /** In plan order. */
  steps: Map<string, StepState>;
  joint: Joint | null;
  changes: FactsChange[];
  tickets: Ticket[];
  ratings: Rating[];
  checkout: Checkout;
  status: 'submitted' | 'closed' | 'rated';
  outcome: EventOf<'closed'>['outcome'] | null;
  version: number;
};
