/**
 * Policies (惠企政策) matched to what is known of a firm, by the same rules and the same three states as any service: it qualifies, it does not,
 * or something is still to be said. Each condition is told apart, so that the firm sees why.
 */
import type { Values } from '../case/event';
import type { InForce, Service } from '../catalogue';
import type { Label } from '../catalogue/declare/scalar';
import { prepare, type Prepared } from './basket';
import type { Line, StepPlan } from './step-plan';
import { nothingKnown, type ConceptId } from './plan';
import { situation, type Situation } from './situation';

export type PolicyCondition = { says: Label | null; rule: string /** Null while it is open. */; holds: boolean | null; source: string | null };
export type PolicyMatch = { service: Service; state: 'qualifies' | 'needs' | 'not'; conditions: PolicyCondition[]; missing: ConceptId[] };

export const policiesOf = (law: InForce): Service[] => [...law.services.values()].filter((s) => s.policy);

/** All policies as one basket: its concepts are what they can ask. Null where a city has none. */
export function policyBasket(law: InForce): Prepared | null {
  const services = policiesOf(law).map((s) => s.id);
  return services.length ? prepare(law, { services }) : null;
}

/** What the policies read, in the order in which they read it; the smallest number of policies wait for the last. */
export function policyQuestions(prepared: Prepared): ConceptId[] {
  const waiting = new Map<ConceptId, number>();
  for (const step of prepared.steps) for (const concept of new Set(linesOf(step).flatMap((l) => l.line.concepts))) waiting.set(concept, (waiting.get(concept) ?? 0) + 1);
  return [...waiting].sort(([, a], [, b]) => b - a).map(([concept]) => concept);
}

/** @param facts concept → value; what is not there is unknown. @param at the day whose law applies. */
export function matchPolicies(law: InForce, facts: Values, at: string): PolicyMatch[] {
  const prepared = policyBasket(law);
  if (!prepared) return [];
  const s = situation(prepared, at, facts, nothingKnown);
  return prepared.steps.map((step) => match(s, step));
}

function match(s: Situation, step: StepPlan): PolicyMatch {
  const { state, undecidedBy } = s.states.get(step.id)!;
  const conditions = linesOf(step).map(({ line, says, wanted }): PolicyCondition => {
    const found = s.lineState(line);
    return { says, rule: line.text, holds: 'value' in found ? found.value === wanted : null, source: line.source };
  });
  return { service: step.service, state: state === 'in' || state === 'later' ? 'qualifies' : state === 'undecided' ? 'needs' : 'not', conditions, missing: undecidedBy };
}

/** The conditions of a service with the words they are told in. */
function linesOf(step: StepPlan): { line: Line; says: Label | null; wanted: boolean }[] {
  const told = (lines: readonly Line[], of: readonly { says?: Label | undefined }[] | undefined, wanted: boolean) => lines.map((line, i) => ({ line, says: of?.[i]?.says ?? null, wanted }));
  return [
    ...told(step.applies, step.service.applies, true),
    ...told(step.eligible, step.service.eligible, true),
    ...step.excludes.map((x, i) => ({ line: x.line, says: step.service.excludes?.[i]?.goTo ?? null, wanted: false })),
  ];
}
