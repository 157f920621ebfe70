/**
 * Why a plan is as it is: why a service is in or out, why a question is asked or not, why this document and not the other,
 * why this date. Every reason points at the line of the catalogue that makes it so, with the source it cites.
 */
import type { StepPlan } from './step-plan';
import type { Compiled } from './compile';
import { heldBy, registerFor } from './demand';
import type { Why } from './plan';
import { account } from './situation';
import { innerLines } from './step-state';

export type Asked = { service: string } | { question: string } | { document: string } | { date: string };
/** Where a line stands and what it cites. */
export type Cited = { step: string; file: string; line: number; source: string | null };
export type Reason =
  /** A condition, with the facts it read. */
  | ({ kind: 'condition'; step: string } & Why)
  /** A line of a service that lists the concept or the document. */
  | ({ kind: 'listed' } & Cited)
  /** Somebody else gives it. */
  | { kind: 'supplied'; from: 'step' | 'register' | 'file' | 'form' | 'sign-in' | 'earlier'; by: string | null }
  /** The key by which a register gives the rest. */
  | { kind: 'key'; register: string; opens: string[] }
  /** A step whose result decides. */
  | { kind: 'waits-for-step'; step: string }
  /** The other way to meet the requirement, and the copies it would add to what is brought anyway. */
  | { kind: 'alternative'; step: string; instead: string[]; copies: number }
  /** A stage on the way to the date, in working hours from filing; `after` is what it had to wait for. */
  | ({ kind: 'stage'; stage: string; start: number; finish: number; after: { step: string; stage: string; because: string } | 'filing' | 'stage before' | 'joined' } & Cited);

/** `answer` is the state of a service, asked or not-asked, brought or supplied or not-wanted, or the working hours to the date; null where the plan knows no such thing. */
export type Explanation = { answer: string | number; reasons: Reason[] } | null;

export function explain(compiled: Compiled, asked: Asked): Explanation {
  if ('service' in asked) return whyService(compiled, asked.service);
  if ('question' in asked) return whyQuestion(compiled, asked.question);
  if ('document' in asked) return whyDocument(compiled, asked.document);
  return whyDate(compiled, asked.date);
}

const stepsOf = (c: Compiled): readonly StepPlan[] => c.situation.prepared.steps;
const inPlan = (c: Compiled, step: StepPlan): boolean => c.situation.active.includes(step);
const outerLines = (step: StepPlan) => [...step.gates, ...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line)];
const cited = (c: Compiled, step: StepPlan, path: (string | number)[], source: string | undefined): Cited => {
  const file = `services/${step.service.id}.yaml`;
  return { step: step.id, file, line: c.situation.prepared.law.place(file, path).line, source: source ?? step.service.source ?? null };
};

function whyService(c: Compiled, id: string): Explanation {
  const planned = c.plan.services.find((s) => s.id === id || s.service === id);
  if (!planned) return null;
  const state = c.situation.states.get(planned.id)!;
  const open = state.open.map((o) => account(c.situation, o.line));
  const conditions = [...planned.why, ...open].map((why): Reason => ({ kind: 'condition', step: planned.id, ...why }));
  return { answer: planned.state, reasons: [...conditions, ...(planned.decidedBy ? [{ kind: 'waits-for-step', step: planned.decidedBy } as const] : [])] };
}

function whyQuestion(c: Compiled, concept: string): Explanation {
  const { situation: s, plan } = c;
  const reading = stepsOf(c).flatMap((step) =>
    [...outerLines(step), ...(inPlan(c, step) ? innerLines(step) : [])].filter((l) => l.concepts.includes(concept)).map((line): Reason => ({ kind: 'condition', step: step.id, ...account(s, line) })),
  );
  const listing = stepsOf(c)
    .filter((step) => inPlan(c, step) && step.initiator === 'applicant')
    .flatMap((step) =>
      step.needs.flatMap((n, i): Reason[] => (n.item.leaves.includes(concept) && s.holds(n.when, true) ? [{ kind: 'listed', ...cited(c, step, ['needs', i], step.service.needs?.[i]?.source) }] : [])),
    );
  const question = plan.questions.find((q) => q.concept === concept);
  if (question) {
    const wanted = (r: Reason) => !('step' in r) || question.neededBy.includes(r.step);
    return { answer: 'asked', reasons: [...[...reading, ...listing].filter(wanted), ...keysOf(c, concept)] };
  }
  if (!s.prepared.datum(concept) && !s.prepared.choices.has(concept)) return null;
  return { answer: 'not-asked', reasons: [...suppliersOf(c, concept), ...reading, ...listing] };
}

/** Registers this concept opens, with what the services in the plan have from them. */
function keysOf(c: Compiled, concept: string): Reason[] {
  const opens = new Map<string, Set<string>>();
  const add = (by: { register: string; key: string } | null, what: string) => {
    if (by?.key === concept) opens.set(by.register, (opens.get(by.register) ?? new Set()).add(what));
  };
  for (const step of c.situation.active) {
    for (const what of [...step.needs.flatMap((n) => n.item.leaves), ...outerLines(step).flatMap((l) => l.concepts)]) add(registerFor(c.situation, what), what);
    for (const e of step.evidence) for (const by of heldBy(c.situation, e.item)) add(by, by.piece.evidence);
  }
  return [...opens].map(([register, what]) => ({ kind: 'key', register, opens: [...what] }));
}

/** Who gives a concept, so that nobody is asked. */
function suppliersOf({ situation: s }: Compiled, concept: string): Reason[] {
  const by = s.supplier('concept', concept, '', '');
  if (by) return [{ kind: 'supplied', from: 'step', by: by.step.id }];
  if (concept in s.known.signIn) return [{ kind: 'supplied', from: 'sign-in', by: null }];
  const register = registerFor(s, concept);
  if (register) return [{ kind: 'supplied', from: 'register', by: register.register }];
  return concept in s.known.values || concept in s.known.outputs ? [{ kind: 'supplied', from: 'earlier', by: null }] : [];
}

function whyDocument(c: Compiled, piece: string): Explanation {
  const [evidence, subject] = piece.split('@');
  const is = (p: { evidence: string; subject: string }) => p.evidence === evidence && (subject === undefined || p.subject === subject);
  const { pieces, optional, supplied } = c.plan.documents;
  const listing = stepsOf(c)
    .filter((step) => inPlan(c, step))
    .flatMap((step) => step.evidence.flatMap((e, i) => (e.item.lists.some((l) => l.some(is)) && c.situation.holds(e.when, true) ? [{ step, e, i }] : [])));
  const lines = listing.flatMap(({ step, e, i }): Reason[] => [
    { kind: 'listed', ...cited(c, step, ['evidence', i], e.item.line.source) },
    ...(e.when ? [{ kind: 'condition', step: step.id, ...account(c.situation, e.when) } as const] : []),
  ]);
  const others = listing.flatMap(({ step, e }) =>
    e.item.lists.filter((l) => !l.some(is)).map((l): Reason => ({ kind: 'alternative', step: step.id, instead: l.map((p) => p.evidence), copies: extra(c, step, l) })),
  );
  if ([...pieces, ...optional].some(is)) return { answer: 'brought', reasons: [...lines, ...others] };
  const from = supplied.filter(is).map(
    ({ from }): Reason => ({
      kind: 'supplied',
      from: 'step' in from ? 'step' : 'register' in from ? 'register' : 'form' in from ? 'form' : 'file',
      by: 'step' in from ? from.step : 'register' in from ? from.register : null,
    }),
  );
  if (from.length > 0) return { answer: 'supplied', reasons: [...from, ...lines] };
  return evidence !== undefined && c.situation.prepared.law.evidence.has(evidence) ? { answer: 'not-wanted', reasons: [...lines, ...others] } : null;
}

/** Copies a list would add to what is brought anyway. */
function extra({ plan }: Compiled, step: StepPlan, list: StepPlan['evidence'][number]['item']['lists'][number]): number {
  const there = (p: (typeof list)[number]) =>
    [...plan.documents.pieces, ...plan.documents.supplied.filter((x) => x.neededBy.includes(step.id))].some((x) => x.evidence === p.evidence && x.subject === p.subject);
  return list.filter((p) => p.kind !== 'form' && !there(p)).reduce((n, p) => n + p.copies, 0);
}

/** Back from the last stage of a step to the day of filing, each stage with what it had to wait for. */
function whyDate(c: Compiled, id: string): Explanation {
  const step = c.plan.steps.find((s) => s.id === id || s.service === id);
  const last = step?.stages.at(-1);
  if (!step || !last) return null;
  const reasons: Reason[] = [];
  const seen = new Set<string>();
  let at: { step: string; stage: string } | null = { step: step.id, stage: last.id };
  while (at && !seen.has(`${at.step} ${at.stage}`)) {
    seen.add(`${at.step} ${at.stage}`);
    const found: { reason: Reason; next: { step: string; stage: string } | null } = behind(c, at.step, at.stage);
    reasons.unshift(found.reason);
    at = found.next;
  }
  return { answer: last.finish, reasons };
}

function behind(c: Compiled, stepId: string, stageId: string): { reason: Reason; next: { step: string; stage: string } | null } {
  const planned = c.plan.steps.find((s) => s.id === stepId)!;
  const i = planned.stages.findIndex((x) => x.id === stageId);
  const stage = planned.stages[i]!;
  const step = stepsOf(c).find((s) => s.id === stepId)!;
  const declared = step.service.stages.findIndex((x) => x.id === stageId);
  const told = (after: Extract<Reason, { kind: 'stage' }>['after']): Reason => ({
    kind: 'stage',
    stage: stageId,
    start: stage.start,
    finish: stage.finish,
    after,
    ...cited(c, step, ['stages', declared], step.service.stages[declared]?.source),
  });
  if (stage.start === 0) return { reason: told('filing'), next: null };
  const finish = (of: string, at: string) => c.plan.steps.find((s) => s.id === of)?.stages.find((x) => x.id === at)?.finish;
  const edge = c.after.edges.find((e) => e.step === stepId && e.stage === stageId && finish(e.from.step, e.from.stage) === stage.start);
  if (edge) return { reason: told({ ...edge.from, because: edge.because }), next: edge.from };
  const previous = planned.stages[i - 1];
  if (previous && previous.finish === stage.start) return { reason: told('stage before'), next: { step: stepId, stage: previous.id } };
  // Stages that join start together, at the latest of their starts: go on from the one that had to wait.
  const joins = step.service.stages[declared]?.joins;
  const latest = c.plan.steps.flatMap((o) => {
    const own = stepsOf(c)
      .find((s) => s.id === o.id)!
      .service.stages.find((x) => x.joins !== undefined && x.joins === joins);
    const k = o.stages.findIndex((x) => x.id === own?.id);
    return o.id !== stepId && k > 0 && o.stages[k]!.start === stage.start && o.stages[k - 1]!.finish === stage.start ? [{ step: o.id, stage: o.stages[k - 1]!.id }] : [];
  })[0];
  return { reason: told('joined'), next: latest ?? (previous ? { step: stepId, stage: previous.id } : null) };
}
