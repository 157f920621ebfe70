import { documentsFor, type Solve } from './documents';
import type { Documents, Question } from './plan';
import { edgesOf, type Edge } from './schedule';
import type { Situation } from './situation';
import type { StepPlan } from './step-plan';

/** One way of compiling the basket, with what it counts. */
export type Variant = { s: Situation; steps: readonly StepPlan[]; questions: readonly Question[]; documents: Documents; edges: Edge[] };

export function variant(s: Situation, steps: readonly StepPlan[], questions: readonly Question[], solve?: Solve): Variant {
  const documents = documentsFor(s, steps, { reuse: true, openCounts: true, solve });
  return { s, steps, questions, documents, edges: edgesOf(s, steps, documents) };
}
