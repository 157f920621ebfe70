/**
 * The documents a person hands over. Each requirement is met by one of its lists; a piece another step gives, a register
 * holds or the case has on file costs nothing, and a piece is a document type of one subject, counted once however many
 * services want it. Small baskets are searched completely; larger ones greedily, with the gap to a proven bound.
 */
import type { Conditional, EvidenceNeed, PieceUse, StepPlan } from './basket';
import type { Documents, Piece, Supplied } from './plan';
import { heldBy } from './demand';
import type { Situation } from './situation';

type Requirement = { step: StepPlan; need: EvidenceNeed; lists: PieceUse[][]; optional: boolean; rows(p: PieceUse): number };
/** Where a piece comes from when the applicant need not bring it. */
type From = Supplied['from'] | null;

const exhaustive = 4096;

/** @param options.reuse false compiles as if each service stood alone: nobody supplies anything, forms count. */
export function documentsFor(s: Situation, steps: readonly StepPlan[], options: { reuse: boolean; openCounts?: boolean } = { reuse: true }): Documents {
  const requirements = steps.filter((x) => x.initiator === 'applicant').flatMap((step) => step.evidence.filter((e) => s.holds(e.when, options.openCounts)).map((e) => requirementOf(s, step, e)));
  const required = requirements.filter((r) => !r.optional);
  // Alone, a form counts only where a guide lists it.
  const from = (r: Requirement, p: PieceUse): From => (options.reuse ? supplyOf(s, r.step, p) : p.kind === 'form' && !isSourced(r.need.line) ? { form: true } : null);
  const { chosen, proof, gap, cost } = choose(required, (r, p) => from(r, p) === null);

  const supplied = new Map<string, Supplied>();
  const uses = new Map<string, { use: PieceUse; r: Requirement }[]>();
  required.forEach((r, i) => {
    for (const p of r.lists[chosen[i]!]!) {
      const key = `${p.evidence}@${p.subject}`;
      const f = from(r, p);
      if (!f) uses.set(key, [...(uses.get(key) ?? []), { use: p, r }]);
      else {
        const entry = supplied.get(key) ?? { evidence: p.evidence, subject: p.subject, neededBy: [], from: f };
        if (!entry.neededBy.includes(r.step.id)) entry.neededBy.push(r.step.id);
        supplied.set(key, entry);
      }
    }
  });
  const optional = requirements
    .filter((r) => r.optional)
    .flatMap((r) => r.lists[0]!.filter((p) => from(r, p) === null && !uses.has(`${p.evidence}@${p.subject}`)).map((p) => pieceOf([{ use: p, r }])));
  return { pieces: [...uses.values()].map(pieceOf).filter((p) => p.copies > 0), optional, supplied: [...supplied.values()], cost, proof, gap };
}

function requirementOf(s: Situation, step: StepPlan, e: Conditional<EvidenceNeed>): Requirement {
  // The applicant's free choice among alternatives, where she made one.
  const preferred = e.item.lists.filter((l) => l.some((p) => s.known.preferred.has(p.evidence)));
  const lists = preferred.length && e.item.lists.length > 1 ? preferred : e.item.lists;
  return { step, need: e.item, lists, optional: e.item.line.necessity === 'optional', rows: (p) => rowsIn(s, e.item.per ?? p.subject) };
}

/** A list the applicant has not filled in yet counts as one row. */
function rowsIn(s: Situation, subject: string): number {
  const rows = s.prepared.law.subjects.get(subject)?.many ? s.answers[subject] : undefined;
  return Array.isArray(rows) ? rows.length : 1;
}

const isSourced = (line: { source?: string | undefined; illustrative?: boolean | undefined }) => line.source !== undefined && line.illustrative !== true;

function supplyOf(s: Situation, step: StepPlan, p: PieceUse): From {
  if (p.kind === 'form') return { form: true };
  const by = s.supplier('evidence', p.evidence, p.subject, step.id);
  if (by) return { step: by.step.id };
  const held = heldBy(s, p.evidence, p.subject)[0];
  if (held) return { register: held.register };
  return s.known.onFile.has(`${p.evidence}@${p.subject}`) ? { file: true } : null;
}

/** Copies over all uses: the largest number where a copy is looked at, the sum where paper is kept. */
function copiesOf(uses: readonly { use: PieceUse; r: Requirement }[]): number {
  const seen = uses.filter((u) => !(u.use.kept && u.use.form === 'paper'));
  const kept = uses.filter((u) => u.use.kept && u.use.form === 'paper');
  const copies = (u: { use: PieceUse; r: Requirement }) => u.use.copies * u.r.rows(u.use);
  return Math.max(0, ...seen.map(copies)) + kept.reduce((n, u) => n + copies(u), 0);
}

function pieceOf(uses: { use: PieceUse; r: Requirement }[]): Piece {
  const { use, r } = uses[0]!;
  const paper = uses.some((u) => u.use.form === 'paper');
  return {
    evidence: use.evidence,
    subject: use.subject,
    copies: copiesOf(uses),
    form: paper ? 'paper' : uses.every((u) => u.use.form === 'electronic') ? 'electronic' : 'either',
    neededBy: [...new Set(uses.map((u) => u.r.step.id))],
    by: r.need.stage,
    alternatives: r.need.lists.filter((l) => !l.some((p) => p.evidence === use.evidence)).map((l) => l.map((p) => p.evidence)),
    ...(rowSubject(r, use) && { per: rowSubject(r, use)! }),
  };
}

/** The list whose rows each bring the piece. */
const rowSubject = (r: Requirement, use: PieceUse): string | null => r.need.per ?? (r.step.per === use.subject ? use.subject : null);

/** The cheapest choice of one list per requirement; ties by cost, number of pieces, then ids, so that the same person sees the same plan. */
function choose(required: Requirement[], costs: (r: Requirement, p: PieceUse) => boolean): { chosen: number[]; cost: number; proof: 'optimal' | 'gap'; gap: number } {
  const priceOf = (chosen: readonly number[]) => {
    const uses = new Map<string, { use: PieceUse; r: Requirement }[]>();
    required.forEach((r, i) => {
      for (const p of r.lists[chosen[i]!] ?? []) if (costs(r, p)) uses.set(`${p.evidence}@${p.subject}`, [...(uses.get(`${p.evidence}@${p.subject}`) ?? []), { use: p, r }]);
    });
    let cost = 0;
    for (const u of uses.values()) cost += copiesOf(u);
    return { cost, count: uses.size, ids: [...uses.keys()].sort().join() };
  };
  const better = (a: ReturnType<typeof priceOf>, b: ReturnType<typeof priceOf>) => a.cost - b.cost || a.count - b.count || (a.ids < b.ids ? -1 : a.ids > b.ids ? 1 : 0);
  const combinations = required.reduce((n, r) => n * r.lists.length, 1);
  const current = required.map(() => 0);
  let best = priceOf(current);
  let chosen = [...current];
  if (combinations === 1) return { chosen, cost: best.cost, proof: 'optimal', gap: 0 };
  if (combinations <= exhaustive) {
    for (;;) {
      let i = 0;
      while (i < current.length && ++current[i]! >= required[i]!.lists.length) current[i++] = 0;
      if (i === current.length) return { chosen, cost: best.cost, proof: 'optimal', gap: 0 };
      const price = priceOf(current);
      if (better(price, best) < 0) {
        best = price;
        chosen = [...current];
      }
    }
  }
  // Greedy: each requirement in turn takes the list that adds least to what is already chosen.
  const open = required.map(() => -1);
  required.forEach((r, i) => {
    let least: { k: number; price: ReturnType<typeof priceOf> } | null = null;
    r.lists.forEach((_, k) => {
      open[i] = k;
      const price = priceOf(open);
      if (!least || better(price, least.price) < 0) least = { k, price };
    });
    open[i] = least!.k;
  });
  best = priceOf(open);
  // Bound: requirements that share no piece must each pay for their own cheapest list.
  const taken = new Set<string>();
  let bound = 0;
  for (const r of required) {
    const keys = r.lists.flat().map((p) => `${p.evidence}@${p.subject}`);
    if (keys.some((k) => taken.has(k))) continue;
    for (const k of keys) taken.add(k);
    bound += Math.min(...r.lists.map((l) => l.reduce((n, p) => n + (costs(r, p) ? p.copies * r.rows(p) : 0), 0)));
  }
  return { chosen: open, cost: best.cost, proof: best.cost === bound ? 'optimal' : 'gap', gap: best.cost - bound };
}
