/**
 * The numbers, by the one published rule (docs/numbers.md, contracts.md): before – each service on its own, one after another
 * or all at once –, joined (no register), after (the given registers), and the floor that law forbids to go below.
 * The compiler never shortens an authority's own time.
 */
import type { Duration } from '../catalogue';
import { actsAlone, actsTogether, countActs, countersOf, visitsOf } from './acts';
import { innerLines } from './situation';
import { leaves, type StepPlan } from './basket';
import { documentsFor } from './documents';
import type { Count, Documents, Number6, Numbers, Published, Question } from './plan';
import { edgesOf, hoursOf, schedule, type Edge } from './schedule';
import type { Situation } from './situation';

/** One way of compiling the basket, with what it counts. */
export type Variant = { s: Situation; steps: readonly StepPlan[]; questions: readonly Question[]; documents: Documents; edges: Edge[] };

export function variant(s: Situation, steps: readonly StepPlan[], questions: readonly Question[]): Variant {
  const documents = documentsFor(s, steps, { reuse: true, openCounts: true });
  return { s, steps, questions, documents, edges: edgesOf(s, steps, documents) };
}

type Counts = Record<'acts' | 'documents' | 'fields' | 'days' | 'visits' | 'counters', number>;

export function numbersOf(after: Variant, joined: Variant): Numbers {
  const before = beforeOf(after.s, after.steps);
  const a = countsOf(after);
  const j = countsOf(joined);
  const floor = floorOf(after);
  const illustrative = illustrativeOf(after.s, after.steps);
  const six = (key: keyof Counts): Number6 => ({
    before: { oneAfterAnother: before.oneAfterAnother[key], allAtOnce: before.allAtOnce[key] },
    joined: j[key],
    after: a[key],
    floor: Math.min(floor[key], a[key]),
    illustrative: illustrative[key],
  });
  return { acts: six('acts'), documents: six('documents'), fields: six('fields'), days: six('days'), visits: six('visits'), counters: six('counters'), daysAsPublished: published(after) };
}

/** Hours to days, rounded up once to a tenth. */
export const daysOf = (hours: number, day: number) => Math.ceil((hours * 10) / day) / 10;

export const rowsOf = (s: Situation, concept: string): number => {
  const subject = concept.slice(0, concept.indexOf('.'));
  if (!s.prepared.law.subjects.get(subject)?.many) return 1;
  const rows = s.answers[subject];
  return Array.isArray(rows) ? rows.length : 1;
};

function countsOf(v: Variant): Counts {
  const acts = actsTogether(v.s, v.steps, v.questions);
  const day = v.s.prepared.law.city.workday.hours;
  return {
    acts: countActs(acts),
    documents: v.documents.pieces.reduce((n, p) => n + p.copies, 0),
    fields: v.questions.reduce((n, q) => n + rowsOf(v.s, q.concept), 0),
    days: daysOf(schedule(v.s, v.steps, v.edges).hours, day),
    visits: visitsOf(acts).length,
    counters: countersOf(acts).size,
  };
}

function beforeOf(s: Situation, steps: readonly StepPlan[]): { oneAfterAnother: Counts; allAtOnce: Counts } {
  const applied = steps.filter((x) => x.initiator === 'applicant');
  const day = s.prepared.law.city.workday.hours;
  const acts = applied.flatMap((step) => actsAlone(s, step));
  const alone = applied.map((step) => ({ step, documents: documentsFor(s, [step], { reuse: false, openCounts: true }), hours: ownHours(s, step, day) }));
  const same = {
    acts: acts.length,
    documents: alone.reduce((n, x) => n + x.documents.cost, 0),
    fields: applied.reduce((n, step) => n + fieldsAlone(s, step), 0),
    counters: countersOf(acts).size,
  };
  const edges = wholeEdges(s, alone);
  return {
    oneAfterAnother: {
      ...same,
      days: daysOf(
        alone.reduce((n, x) => n + x.hours, 0),
        day,
      ),
      visits: visitsOf(acts).length,
    },
    allAtOnce: {
      ...same,
      days: daysOf(
        longest(
          alone.map((x) => ({ id: x.step.id, hours: x.hours })),
          edges,
        ),
        day,
      ),
      visits: new Set(visitsOf(acts).map((a) => `${a.kind}@${a.hall}`)).size,
    },
  };
}

function ownHours(s: Situation, step: StepPlan, day: number): number {
  return step.stages.filter((x) => s.holds(x.when, true)).reduce((n, x) => n + hoursOf(x.item, day), 0);
}

/** Whole services in dependency order: the later one lists the earlier one's concept or document, or is gated by it. */
function wholeEdges(s: Situation, alone: readonly { step: StepPlan; documents: Documents }[]): { from: string; to: string }[] {
  const ids = new Set(alone.map((x) => x.step.id));
  return alone.flatMap(({ step, documents }) => {
    const from = new Set<string>();
    for (const n of step.needs) if (s.holds(n.when, true)) from.add(s.supplier('concept', n.item.concept, '', step.id)?.step.id ?? '');
    for (const p of documents.pieces) from.add(s.supplier('evidence', p.evidence, p.subject, step.id)?.step.id ?? '');
    for (const stage of step.stages) for (const gate of stage.item.after ?? []) for (const other of alone) if (other.step.service.id === gate.slice(0, gate.lastIndexOf('.'))) from.add(other.step.id);
    return [...from].filter((f) => ids.has(f) && f !== step.id).map((f) => ({ from: f, to: step.id }));
  });
}

/** Critical path between whole services, in the unit of `hours`; a circle between whole services counts each once. */
export function longest(nodes: readonly { id: string; hours: number }[], edges: readonly { from: string; to: string }[]): number {
  const own = new Map(nodes.map((n) => [n.id, n.hours]));
  const finish = new Map<string, number>();
  const visiting = new Set<string>();
  const visit = (id: string): number => {
    const done = finish.get(id);
    if (done !== undefined) return done;
    if (visiting.has(id)) return 0;
    visiting.add(id);
    const start = Math.max(0, ...edges.filter((e) => e.to === id).map((e) => visit(e.from)));
    visiting.delete(id);
    finish.set(id, start + own.get(id)!);
    return start + own.get(id)!;
  };
  return Math.max(0, ...nodes.map((n) => visit(n.id)));
}

/** Leaf data a service alone reads or lists, once each; what only the journey reads is not among them. */
export function fieldsAlone(s: Situation, step: StepPlan): number {
  const fields = new Set<string>();
  for (const n of step.needs) if (s.holds(n.when, true)) for (const leaf of leaves(s.prepared.law, n.item.concept)) fields.add(leaf);
  for (const line of [...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line), ...innerLines(step)]) for (const c of line.concepts) fields.add(c);
  return [...fields].reduce((n, c) => n + rowsOf(s, c), 0);
}

/** Only what is marked irreducible with a legal source; the one `submit` stays whenever a service by application is in. */
function floorOf(v: Variant): Counts {
  const { s, steps } = v;
  const applied = steps.filter((x) => x.initiator === 'applicant');
  const acts = actsTogether(s, steps, []).filter((a) => a.irreducible);
  const pieces = v.documents.pieces.filter((p) =>
    applied.some((step) =>
      step.evidence.some((e) => e.item.line.irreducible && s.holds(e.when, true) && e.item.lists.some((l) => l.some((u) => u.evidence === p.evidence && u.subject === p.subject))),
    ),
  );
  const fields = new Set(applied.flatMap((step) => step.needs.filter((n) => n.item.irreducible && s.holds(n.when, true)).flatMap((n) => leaves(s.prepared.law, n.item.concept))));
  const asked = new Set(v.questions.map((q) => q.concept));
  return {
    acts: (applied.length > 0 ? 1 : 0) + countActs(acts),
    documents: pieces.reduce((n, p) => n + p.copies, 0),
    fields: [...fields].filter((f) => asked.has(f)).reduce((n, f) => n + rowsOf(s, f), 0),
    days: daysOf(schedule(s, steps, v.edges, (stage) => stage.irreducible !== undefined).hours, s.prepared.law.city.workday.hours),
    visits: visitsOf(acts).length,
    counters: countersOf(acts).size,
  };
}

function illustrativeOf(s: Situation, steps: readonly StepPlan[]): Record<keyof Counts, boolean> {
  const applied = steps.filter((x) => x.initiator === 'applicant');
  const acts = applied.flatMap((step) => actsAlone(s, step));
  const whole = applied.some((x) => x.service.illustrative);
  const read = (x: StepPlan) => [...x.gates, ...x.applies, ...x.eligible, ...x.excludes.map((e) => e.line), ...innerLines(x)];
  const numbers = {
    acts: acts.some((a) => a.illustrative),
    documents: applied.some((x) => x.evidence.some((e) => e.item.line.illustrative && e.item.line.necessity !== 'optional' && s.holds(e.when, true))),
    fields: applied.some((x) => x.needs.some((n) => n.item.illustrative && s.holds(n.when, true)) || read(x).some((line) => line.illustrative)),
    days: applied.some((x) => x.stages.some((st) => st.item.illustrative && s.holds(st.when, true))),
    visits: visitsOf(acts).some((a) => a.illustrative),
    counters: visitsOf(acts).some((a) => a.illustrative),
  };
  return whole ? { acts: true, documents: true, fields: true, days: true, visits: true, counters: true } : numbers;
}

/** Working days of a legal clock, as the press counts them. */
const clockDays = (d: Duration, day: number) =>
  d.wd ?? (d.h !== undefined ? d.h / day : d.days !== undefined ? Math.ceil((d.days * 5) / 7) : d.weeks !== undefined ? d.weeks * 5 : (d.months ?? 0) * 22);

export function clockOf(s: Situation, step: StepPlan): { statutory: Duration | null; promised: Duration | null } {
  const clock = step.clocks.find((c) => s.holds(c.when));
  return { statutory: clock?.statutory ?? null, promised: clock?.promised ?? null };
}

/** The pair press figures use: before = Σ statutory; after = the sourced joint promise, else the critical path on promised clocks. */
function published(v: Variant): Published {
  const { s } = v;
  const day = s.prepared.law.city.workday.hours;
  const applied = v.steps.filter((x) => x.initiator === 'applicant');
  let illustrative = false;
  const daysFor = (step: StepPlan, first: 'statutory' | 'promised') => {
    const clock = clockOf(s, step);
    const used = first === 'statutory' ? (clock.statutory ?? clock.promised) : (clock.promised ?? clock.statutory);
    if (used?.illustrative || (!used && step.stages.some((x) => x.item.illustrative))) illustrative = true;
    return used ? clockDays(used, day) : ownHours(s, step, day) / day;
  };
  const tenth = (x: number) => Math.ceil(Number((x * 10).toPrecision(12))) / 10;
  const before = applied.reduce((n, step) => n + daysFor(step, 'statutory'), 0);
  const joint = s.prepared.journey?.jointPromise;
  if (joint?.source && !joint.illustrative) return { before: tenth(before), after: tenth(clockDays(joint, day)), illustrative };
  const edges = v.edges.map((e) => ({ from: e.from.step, to: e.step }));
  const after = longest(
    applied.map((x) => ({ id: x.id, hours: daysFor(x, 'promised') })),
    edges.filter((e) => applied.some((x) => x.id === e.from) && applied.some((x) => x.id === e.to)),
  );
  return { before: tenth(before), after: tenth(after), illustrative };
}

/** Least and most over several outcomes; a plain number where all agree in being decided. */
export function spread(all: readonly Numbers[]): Numbers {
  const range = (pick: (n: Numbers) => Count): Count => {
    const values = all.map(pick) as number[];
    return [Math.min(...values), Math.max(...values)];
  };
  const six = (key: Exclude<keyof Numbers, 'daysAsPublished'>): Number6 => ({
    before: { oneAfterAnother: range((n) => n[key].before.oneAfterAnother), allAtOnce: range((n) => n[key].before.allAtOnce) },
    joined: range((n) => n[key].joined),
    after: range((n) => n[key].after),
    floor: range((n) => n[key].floor),
    illustrative: all.some((n) => n[key].illustrative),
  });
  return {
    acts: six('acts'),
    documents: six('documents'),
    fields: six('fields'),
    days: six('days'),
    visits: six('visits'),
    counters: six('counters'),
    daysAsPublished: { before: range((n) => n.daysAsPublished.before), after: range((n) => n.daysAsPublished.after), illustrative: all.some((n) => n.daysAsPublished.illustrative) },
  };
}
