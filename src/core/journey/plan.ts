/** The plan: what the compiler makes of a basket for a person's answers (contracts.md). Arrays stand in plan order; durations are working hours. */
import type { Values } from '../case/event';
import type { Decided } from '../catalogue';

export type StepId = string;
export type ConceptId = string;
export type ServiceState = 'in' | 'out' | 'barred' | 'excluded' | 'later' | 'undecided';

/** Why a line came out as it did: the rule as written, where it stands, the facts it read, the source it cites. */
export type Why = {
  rule: string;
  file: string;
  line: number;
  facts: Values;
  source: string | null /** Only where a rule set took part: the rows and parameters that decided. */;
  decidedBy?: Decided[];
};

export type PlanService = {
  id: StepId;
  service: string;
  state: ServiceState;
  why: Why[];
  undecidedBy: ConceptId[];
  /** `later`: the step whose output decides. */
  decidedBy?: StepId;
  /** Lines left open by "I don't know": a clerk decides them. */
  clerkDecides?: ConceptId[];
};

export type Question = { concept: ConceptId; group: string; kind: 'deciding' | 'needed' | 'both'; mode: 'ask' | 'confirm'; neededBy: StepId[]; when: 'now' | 'later' };

export type Piece = { evidence: string; subject: string; copies: number; form: 'paper' | 'electronic' | 'either'; neededBy: StepId[]; by: string; alternatives: string[][]; per?: string };
/** A piece nobody has to hand over, and who gives it instead. */
export type Supplied = { evidence: string; subject: string; neededBy: StepId[]; from: { step: StepId } | { register: string } | { file: true } | { form: true } };
export type Documents = { pieces: Piece[]; optional: Piece[]; supplied: Supplied[]; cost: number; proof: 'optimal' | 'gap'; gap: number };

/** `start`, `finish` and `slack` in working hours from the day of filing. */
export type PlanStage = { id: string; start: number; finish: number; slack: number };
export type PlanStep = {
  id: StepId;
  service: string;
  authority: string;
  stages: PlanStage[];
  after: { step: StepId; stage: string; because: string }[];
  joined: string[];
  critical: boolean;
};

/** Working hours the last result would come earlier if this took no time; null where no single one gains anything. */
export type SpeedUp = {
  stage: { step: StepId; stage: string; gain: number } | null;
  step: { step: StepId; gain: number } | null;
  /** The stage that would gain most, if law did not fix how long it takes. */
  byLaw: { step: StepId; stage: string; gain: number } | null;
};

/** A number, or [least, most] while a service is undecided. */
export type Count = number | [number, number];
export type Number6 = { before: { oneAfterAnother: Count; allAtOnce: Count }; joined: Count; after: Count; floor: Count; illustrative: boolean };
export type Published = { before: Count; after: Count; illustrative: boolean };
export type Numbers = { acts: Number6; documents: Number6; fields: Number6; days: Number6; visits: Number6; counters: Number6; daysAsPublished: Published };

export type Plan = {
  city: string;
  journey: string | null;
  at: string;
  catalogue: string;
  services: PlanService[];
  questions: Question[];
  documents: Documents;
  steps: PlanStep[];
  speedUp: SpeedUp;
  numbers: Numbers;
  /** `inexact`: the line is open and too much for its diagram; what is said to decide it may be more than does. */
  trace: { line: string; because: Why[]; inexact?: true }[];
};

/** What may be known beside the person's answers. */
export type KnownFacts = {
  /** Registers in use; they supply what the catalogue says they hold. */
  registers: ReadonlySet<string>;
  /** Values that registers or an earlier case gave. */
  values: Values;
  /** Data a register did not give, or that the applicant refused: asked instead. */
  unavailable: ReadonlySet<ConceptId>;
  /** Given by the sign-in; never asked. */
  signIn: Values;
  /** Outputs of steps already granted. */
  outputs: Values;
  /** Documents already on file, as `evidence@subject`. */
  onFile: ReadonlySet<string>;
  /** Evidence the applicant chose among alternatives. */
  preferred: ReadonlySet<string>;
};
export const nothingKnown: KnownFacts = { registers: new Set(), values: {}, unavailable: new Set(), signIn: {}, outputs: {}, onFile: new Set(), preferred: new Set() };

/** `only`: what of a journey is filed again, by step; the rest is not in the basket. */
export type Basket = { journey: string; only?: readonly string[] } | { services: readonly string[] };
