/** The evidence lines of a basket that hold, with where each of their pieces comes from: the compiler's side of the choice of documents. */
import type { Conditional, EvidenceNeed, PieceUse, StepPlan } from '../step-plan';
import { heldBy } from '../demand';
import type { Supplied } from '../plan';
import { fixedEdges, momentOf, momentsInOrder } from '../schedule';
import type { Situation } from '../situation';
import type { Problem, Requirement, Source } from './problem';

/** @property from who supplies a piece, null where the applicant brings it. */
export type Wanted = { step: StepPlan; need: EvidenceNeed; lists: PieceUse[][]; optional: boolean; rows(p: PieceUse): number; from(p: PieceUse): Supplied['from'] | null };

export const keyOf = (p: { evidence: string; subject: string }) => `${p.evidence}@${p.subject}`;

/** @param reuse false: each service stands alone, nobody supplies anything, and a form counts where a guide lists it. */
export function wantedOf(s: Situation, steps: readonly StepPlan[], reuse: boolean, openCounts: boolean): Wanted[] {
  return steps.filter((x) => x.initiator === 'applicant').flatMap((step) => step.evidence.filter((e) => s.holds(e.when, openCounts)).map((e) => wanted(s, step, e, reuse)));
}

function wanted(s: Situation, step: StepPlan, { item }: Conditional<EvidenceNeed>, reuse: boolean): Wanted {
  // The applicant's free choice among alternatives, where she made one.
  const preferred = item.lists.filter((l) => l.some((p) => s.known.preferred.has(p.evidence)));
  const isListed = item.line.source !== undefined && item.line.illustrative !== true;
  const supplies = new Map<string, Supplied['from'] | null>();
  return {
    step,
    need: item,
    lists: preferred.length && item.lists.length > 1 ? preferred : item.lists,
    optional: item.line.necessity === 'optional',
    rows: (p) => rowsIn(s, item.per ?? p.subject),
    from: (p) => {
      if (!reuse) return p.kind === 'form' && !isListed ? { form: true } : null;
      const key = keyOf(p);
      if (!supplies.has(key)) supplies.set(key, supplyOf(s, step, item, p));
      return supplies.get(key)!;
    },
  };
}

/** A list the applicant has not filled in yet counts as one row. */
function rowsIn(s: Situation, subject: string): number {
  const rows = s.prepared.law.subjects.get(subject)?.many ? s.answers[subject] : undefined;
  return Array.isArray(rows) ? rows.length : 1;
}

function supplyOf(s: Situation, step: StepPlan, need: EvidenceNeed, p: PieceUse): Supplied['from'] | null {
  if (p.kind === 'form') return { form: true };
  const by = s.supplier('evidence', p.evidence, p.subject, step.id);
  if (by) return { step: by.step.id };
  const held = need.held.length > 0 && heldBy(s, need).find((h) => keyOf(h.piece) === keyOf(p));
  if (held) return { register: held.register };
  return s.known.onFile.has(keyOf(p)) ? { file: true } : null;
}

/** The same as an abstract problem. A step that gives a piece is in anyway; what choosing it does is to make one stage wait for another. */
export function problemOf(s: Situation, steps: readonly StepPlan[], all: readonly Wanted[]): Problem {
  const inBasket = new Set(steps.map((x) => x.id));
  const source = (w: Wanted, p: PieceUse): Source => {
    const from = w.from(p);
    if (!from) return { price: 1, given: [] };
    const by = 'step' in from && inBasket.has(from.step) ? s.supplier('evidence', p.evidence, p.subject, w.step.id) : null;
    return by ? { price: null, given: [{ by: by.step.id, at: momentOf(s, by.step, by.stage) }] } : { price: 0, given: [] };
  };
  return {
    requirements: all.map(
      (w, i): Requirement => ({
        id: requirementId(w, i),
        by: null,
        at: momentOf(s, w.step, w.need.stage),
        lists: w.lists.map((list) => list.map((p) => ({ piece: keyOf(p), copies: p.copies * w.rows(p), kept: p.kept && p.form === 'paper', source: source(w, p) }))),
      }),
    ),
    producers: new Map(),
    order: () => momentsInOrder(s, steps, fixedEdges(s, steps)),
  };
}

export const requirementId = (w: Wanted, i: number) => `${w.step.id}/${w.need.line.id}/${i}`;
