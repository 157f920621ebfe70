/**
 * What stands in one plan and not in the other: questions, documents, steps, and how the numbers move. The same comparison
 * tells what taking a service out of the basket saves, what a change of the rules would, and what changed after filing.
 */
import { most } from './aims';
import type { Count, Numbers, Piece, Plan, PlanStep, Question } from './plan';

export type Counted = Exclude<keyof Numbers, 'daysAsPublished'>;
export const counted: readonly Counted[] = ['acts', 'documents', 'fields', 'days', 'visits', 'counters'];

export type Moved<T> = { added: T[]; removed: T[] };
export type Difference = {
  questions: Moved<Question>;
  documents: Moved<Piece>;
  steps: Moved<PlanStep>;
  /** The numbers after, in both plans. */
  numbers: { [key in Counted]: { from: Count; to: Count } };
};

/** The parts of a plan that are compared. */
export type Compared = { readonly [part in 'questions' | 'documents' | 'steps' | 'numbers']: Readonly<Plan[part]> };

/** @param from the plan as it was; `added` stands only in `to`. */
export function difference(from: Compared, to: Compared): Difference {
  return {
    questions: moved(from.questions, to.questions, (q) => q.concept),
    documents: moved(from.documents.pieces, to.documents.pieces, (p) => `${p.evidence}@${p.subject}`),
    steps: moved(from.steps, to.steps, (s) => s.id),
    numbers: Object.fromEntries(counted.map((key) => [key, { from: from.numbers[key].after, to: to.numbers[key].after }])) as Difference['numbers'],
  };
}

function moved<T>(from: readonly T[], to: readonly T[], id: (item: T) => string): Moved<T> {
  const [before, after] = [new Set(from.map(id)), new Set(to.map(id))];
  return { added: to.filter((x) => !before.has(id(x))), removed: from.filter((x) => !after.has(id(x))) };
}

/** How far two sets of numbers lie apart: the units by which the six numbers after differ, at their upper ends. */
export const distance = (a: Numbers, b: Numbers): number => counted.reduce((n, key) => n + Math.abs(most(a[key].after) - most(b[key].after)), 0);
