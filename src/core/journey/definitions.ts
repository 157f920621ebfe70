/**
 * What a plan was counted from, written out for somebody else to count again: of every service that is in, the lines that hold
 * in this situation – bound to the persons they are about, each with its source –, who supplies what, and what waits for what.
 * Conditions are settled here; everything the published rule counts is left to whoever reads it.
 */
import type { PieceUse, StepPlan } from './step-plan';
import { wholeEdges } from './before';
import type { Compiled } from './compile';
import { rowsOf } from './count';
import { registerFor } from './demand';
import type { Variant } from './variant';
import type { Supplied } from './plan';
import { hoursOf } from './schedule';
import { innerLines } from './step-state';

export type Definitions = ReturnType<typeof definitionsOf>;

export function definitionsOf({ after, joined }: Pick<Compiled, 'after' | 'joined'>) {
  const { s, steps } = after;
  const { law } = s.prepared;
  const first = wholeEdges(s, steps);
  const asked = new Set([...after.questions, ...joined.questions].map((q) => q.concept));
  return {
    city: law.city.id,
    at: s.at,
    catalogue: law.hash,
    hoursPerDay: law.city.workday.hours,
    registers: [...s.known.registers],
    rows: Object.fromEntries([...new Set([...asked, ...steps.flatMap((x) => listedBy(after, x))])].map((c) => [c, rowsOf(s, c)])),
    steps: steps.map((step) => ({
      id: step.id,
      service: step.service.id,
      file: `services/${step.service.id}.yaml`,
      initiator: step.initiator,
      decidedBy: s.states.get(step.id)!.decidedBy,
      acts: actsOf(after, step),
      waitsForServices: first.filter((e) => e.to === step.id).map((e) => e.from),
      stages: stagesOf(after, step),
      waits: { joined: waitsOf(joined, step), after: waitsOf(after, step) },
      needs: needsOf(after, joined, step),
      reads: listedBy(after, step),
      evidence: evidenceOf(after, joined, step),
    })),
  };
}

/** Acts as declared, none merged: those of one name in `one` are one act. `alone` and `together` say where each is counted. */
function actsOf({ s }: Variant, step: StepPlan) {
  const { service } = step;
  const { alone, filing } = service;
  const counter = (id: string | undefined) => ({ counter: id ?? null, hall: id === undefined ? null : (s.prepared.law.counters.get(id)?.hall ?? id) });
  const [here, nowhere] = [counter(filing?.counter), counter(undefined)];
  const offline = filing?.online !== true;
  const act = (kind: string, one: string, place: typeof here, more: { alone?: boolean; together?: boolean; irreducible?: unknown; source?: string | undefined }) => ({
    kind,
    one,
    ...place,
    alone: more.alone ?? true,
    together: more.together ?? true,
    irreducible: more.irreducible !== undefined,
    source: more.source ?? null,
  });
  const onlyCounter = (delivery: readonly string[] = ['electronic']) => delivery.length > 0 && delivery.every((d) => d === 'counter');
  const paper = step.outputs.some((o) => o.item.kind === 'evidence' && s.holds(o.when, true));
  return [
    act('submit', 'submit', (alone?.filing ? alone.filing === 'counter' : offline) ? here : nowhere, { together: false, source: alone?.source }),
    act('submit', offline && here.hall ? `submit at ${here.hall}` : 'submit', offline ? here : nowhere, { alone: false, source: filing?.source }),
    act('collect', `collect ${step.id}`, here, { alone: paper && onlyCounter(alone?.delivery ?? service.delivery), together: paper && onlyCounter(service.delivery), source: alone?.source }),
    ...step.fees.filter((f) => f.item.amount > 0 && s.holds(f.when, true)).map(({ item }) => act('pay', `pay ${item.payee ?? service.authority} ${item.gate ?? ''}`, nowhere, item)),
    ...step.acts
      .filter((a) => s.holds(a.when, true))
      .map(({ item }) => {
        const place = item.kind === 'appear' ? counter(item.counter ?? filing?.counter) : nowhere;
        const whose = item.subject ? (step.bind.get(item.subject) ?? item.subject) : 'applicant';
        const merges = item.joins !== undefined && (item.kind === 'appear' || item.kind === 'attend');
        return act(item.kind, merges ? `${item.kind} ${item.joins} of ${whose} at ${item.kind === 'attend' ? 'the premises' : place.hall}` : `${item.kind} ${item.id} of ${step.id}`, place, item);
      }),
  ].filter((a) => a.alone || a.together);
}

const stagesOf = ({ s }: Variant, step: StepPlan) =>
  step.stages.flatMap(({ item, when }, place) =>
    s.holds(when, true)
      ? [{ place, id: item.id, hours: hoursOf(item, s.prepared.law.city.workday.hours), joins: item.joins ?? null, irreducible: item.irreducible !== undefined, source: item.source ?? null }]
      : [],
  );

/** Stages by their place in the service. */
function waitsOf(v: Variant, step: StepPlan) {
  const place = (of: StepPlan, stage: string) => of.service.stages.findIndex((x) => x.id === stage);
  return v.edges
    .filter((e) => e.step === step.id)
    .map((e) => ({ stage: place(step, e.stage), for: e.from.step, at: place(v.steps.find((x) => x.id === e.from.step)!, e.from.stage), because: e.because }));
}

/** The data a service lists, each with who supplies it, if not the person. */
function needsOf(after: Variant, joined: Variant, step: StepPlan) {
  if (step.initiator === 'authority') return [];
  const from = ({ s }: Variant, concept: string): string | null => {
    const by = s.supplier('concept', concept, '', step.id);
    if (by) return `step ${by.step.id}`;
    if (concept in s.known.outputs || concept in s.known.signIn) return 'known';
    const datum = s.prepared.datum(concept)?.datum;
    if (concept in s.answers || datum?.reuse === 'confirm' || datum?.reuse === 'always-ask') return null;
    return registerFor(s, concept) ? `register ${registerFor(s, concept)!.register}` : concept in s.known.values ? 'earlier case' : null;
  };
  return step.needs
    .filter((n) => after.s.holds(n.when))
    .flatMap((n) => n.item.leaves.map((concept) => ({ concept, irreducible: n.item.irreducible, from: { joined: from(joined, concept), after: from(after, concept) } })));
}

/** Everything a service lists or its own conditions read, each once. */
function listedBy({ s }: Variant, step: StepPlan): string[] {
  const needs = step.needs.filter((n) => s.holds(n.when, true)).flatMap((n) => n.item.leaves);
  const lines = [...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line), ...innerLines(step)];
  return [...new Set([...needs, ...lines.flatMap((l) => l.concepts)])];
}

function evidenceOf(after: Variant, joined: Variant, step: StepPlan) {
  const { s } = after;
  const rows = (subject: string) => rowsOf(s, `${subject}.`);
  const piece = (p: PieceUse, per: string | null) => ({
    piece: `${p.evidence}@${p.subject}`,
    copies: p.copies * rows(per ?? p.subject),
    kept: p.kept && p.form === 'paper',
    form: p.kind === 'form',
    from: { joined: supplierOf(joined, step, p), after: supplierOf(after, step, p) },
  });
  return step.evidence
    .filter((e) => e.item.line.necessity !== 'optional' && s.holds(e.when, true))
    .map(({ item: { line, per, lists } }) => ({
      id: line.id,
      source: line.source ?? null,
      irreducible: line.irreducible !== undefined,
      listedForm: line.source !== undefined && line.illustrative !== true,
      lists: lists.map((list) => list.map((p) => piece(p, per))),
    }));
}

function supplierOf({ s, documents }: Variant, step: StepPlan, p: PieceUse): string | null {
  const found = documents.supplied.find((x) => x.evidence === p.evidence && x.subject === p.subject && x.neededBy.includes(step.id));
  if (found) return said(found.from);
  const by = s.supplier('evidence', p.evidence, p.subject, step.id);
  return p.kind === 'form' ? 'form' : by ? `step ${by.step.id}` : null;
}
const said = (from: Supplied['from']): string => ('step' in from ? `step ${from.step}` : 'register' in from ? `register ${from.register}` : 'form' in from ? 'form' : 'file');
