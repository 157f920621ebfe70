/**
 * The documents a person hands over. Each requirement is met by one of its lists; a piece another step gives, a register
 * holds or the case has on file costs nothing, and a piece is a document type of one subject, counted once however many
 * services want it.
 */
import type { PieceUse, StepPlan } from '../step-plan';
import type { Documents, Piece, Supplied } from '../plan';
import type { Situation } from '../situation';
import type { Problem, Selection, Solve } from './problem';
import { select } from './select';
import { keyOf, problemOf, requirementId, wantedOf, type Wanted } from './wanted';

type Use = { use: PieceUse; w: Wanted };
export type DocumentOptions = { reuse: boolean; openCounts?: boolean; solve?: Solve | undefined };

export function documentsFor(s: Situation, steps: readonly StepPlan[], options: DocumentOptions = { reuse: true }): Documents {
  return chooseDocuments(s, steps, options).documents;
}

/** With the problem and the selection behind the documents, for the checker; no selection where nothing was to choose or no choice can be carried out. */
export function chooseDocuments(s: Situation, steps: readonly StepPlan[], options: DocumentOptions = { reuse: true }): { documents: Documents; problem: Problem; selection: Selection | null } {
  const all = wantedOf(s, steps, options.reuse, options.openCounts ?? false);
  const required = all.filter((w) => !w.optional);
  const problem = problemOf(s, steps, required);
  // Where nothing can be carried out the cheapest choice still says what each office wants; the schedule names the circle.
  const selection = required.some((w) => w.lists.length > 1) ? select(problem, options.solve) : null;
  const chosen = selection ?? (required.some((w) => w.lists.length > 1) ? select(withoutOrder(problem), options.solve) : null);
  const lists = new Map(chosen?.choices.map((c) => [c.requirement, c.list]));
  const uses = new Map<string, Use[]>();
  const supplied = new Map<string, Supplied>();
  required.forEach((w, i) => {
    for (const use of w.lists[lists.get(requirementId(w, i)) ?? 0]!) {
      const from = w.from(use);
      if (from) addSupplied(supplied, use, w, from);
      else uses.set(keyOf(use), [...(uses.get(keyOf(use)) ?? []), { use, w }]);
    }
  });
  const pieces = [...uses.values()].map(pieceOf).filter((p) => p.copies > 0);
  const documents: Documents = {
    pieces,
    optional: all.filter((w) => w.optional).flatMap((w) => w.lists[0]!.filter((p) => w.from(p) === null && !uses.has(keyOf(p))).map((use) => pieceOf([{ use, w }]))),
    supplied: [...supplied.values()],
    cost: pieces.reduce((n, p) => n + p.copies, 0),
    proof: chosen?.proof ?? 'optimal',
    gap: chosen?.gap ?? 0,
  };
  return { documents, problem, selection };
}

const withoutOrder = (p: Problem): Problem => ({
  ...p,
  order: () => [],
  requirements: p.requirements.map((r) => ({ ...r, lists: r.lists.map((list) => list.map((u) => ({ ...u, source: { price: u.source.price ?? 0, given: [] } }))) })),
});

function addSupplied(supplied: Map<string, Supplied>, use: PieceUse, w: Wanted, from: Supplied['from']): void {
  // The same piece may come from a step for one and from a register for another: the step that gives it needs its own.
  const key = `${keyOf(use)} ${JSON.stringify(from)}`;
  const entry = supplied.get(key) ?? { evidence: use.evidence, subject: use.subject, neededBy: [], from };
  if (!entry.neededBy.includes(w.step.id)) entry.neededBy.push(w.step.id);
  supplied.set(key, entry);
}

/** Copies over all uses: the largest number where a copy is looked at, the sum where paper is kept. */
function copiesOf(uses: readonly Use[]): number {
  let [seen, kept] = [0, 0];
  for (const { use, w } of uses) {
    const copies = use.copies * w.rows(use);
    if (use.kept && use.form === 'paper') kept += copies;
    else seen = Math.max(seen, copies);
  }
  return seen + kept;
}

function pieceOf(uses: Use[]): Piece {
  const { use, w } = uses[0]!;
  const per = w.need.per ?? (w.step.per === use.subject ? use.subject : null);
  return {
    evidence: use.evidence,
    subject: use.subject,
    copies: copiesOf(uses),
    form: uses.some((u) => u.use.form === 'paper') ? 'paper' : uses.every((u) => u.use.form === 'electronic') ? 'electronic' : 'either',
    neededBy: [...new Set(uses.map((u) => u.w.step.id))],
    by: w.need.stage,
    alternatives: w.need.lists.filter((l) => !l.some((p) => p.evidence === use.evidence)).map((l) => l.map((p) => p.evidence)),
    ...(per && { per }),
  };
}
