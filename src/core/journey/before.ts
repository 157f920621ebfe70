/** The numbers before: every service alone, no register and nothing reused; its own times are those of the plan. */
import type { Values } from '../case/event';
import { actsAlone, countersOf, visitsOf, type CountedAct } from './acts';
import type { StepPlan } from './step-plan';
import { daysOf, rowsOf, type Counts } from './count';
import { documentsFor } from './documents';
import { keptIn } from './memory';
import type { Documents, KnownFacts } from './plan';
import { hoursOf } from './schedule';
import type { Situation } from './situation';
import { innerLines } from './step-state';

/** Each service on its own, filed and collected as its guide says: once one after another, once all at the same time. */
export function beforeOf(s: Situation, steps: readonly StepPlan[]): { oneAfterAnother: Counts; allAtOnce: Counts } {
  const applied = steps.filter((x) => x.initiator === 'applicant');
  const day = s.prepared.law.city.workday.hours;
  const alone = applied.map((step) => aloneOf(s, step));
  const acts = alone.flatMap((x) => x.acts);
  const same = {
    acts: acts.length,
    documents: alone.reduce((n, x) => n + x.documents.cost, 0),
    fields: alone.reduce((n, x) => n + x.fields, 0),
    counters: countersOf(acts).size,
  };
  const edges = wholeEdges(s, steps);
  const path = waitedFor(applied, steps, edges).map((step) => ({ id: step.id, hours: ownHours(s, step, day) }));
  const hours = path.reduce((n, x) => n + x.hours, 0);
  return {
    oneAfterAnother: { ...same, days: daysOf(hours, day), visits: visitsOf(acts).length },
    allAtOnce: { ...same, days: daysOf(longest(path, edges), day), visits: new Set(visitsOf(acts).map((a) => `${a.kind}@${a.hall}`)).size },
  };
}

/** A service by itself: nobody supplies anything, so it hangs on nothing but its own lines. */
type Alone = { acts: CountedAct[]; documents: Documents; fields: number };
type Kept = Alone & { answers: Values; known: KnownFacts; lines: string };
const byStep = (): Map<StepPlan, Kept> => new Map();

/** Computed again only when a line of its own came out differently: many outcomes of one basket are counted one after another. */
function aloneOf(s: Situation, step: StepPlan): Alone {
  const mine = keptIn(s.kept.shared, byStep);
  let lines = '';
  for (const line of innerLines(step)) lines += s.holds(line, true) ? '1' : '0';
  const before = mine.get(step);
  if (before && before.lines === lines && before.answers === s.answers && before.known === s.known) return before;
  const alone: Kept = { acts: actsAlone(s, step), documents: documentsFor(s, [step], { reuse: false, openCounts: true }), fields: fieldsAlone(s, step), answers: s.answers, known: s.known, lines };
  mine.set(step, alone);
  return alone;
}

/** What an authority starts by itself is in the path only where the applicant's services wait for it – here as in the plan. */
function waitedFor(applied: readonly StepPlan[], steps: readonly StepPlan[], edges: readonly { from: string; to: string }[]): StepPlan[] {
  const path = new Set(applied.map((x) => x.id));
  for (let grown = true; grown; ) {
    grown = false;
    for (const e of edges) if (path.has(e.to) && !path.has(e.from)) [grown] = [true, path.add(e.from)];
  }
  return steps.filter((x) => path.has(x.id));
}

export function ownHours(s: Situation, step: StepPlan, day: number): number {
  return step.stages.filter((x) => s.holds(x.when, true)).reduce((n, x) => n + hoursOf(x.item, day), 0);
}

/** Whole services in dependency order: the later one reads or lists the earlier one's concept or document, or is gated by it. */
export function wholeEdges(s: Situation, steps: readonly StepPlan[]): { from: string; to: string }[] {
  const ids = new Set(steps.map((x) => x.id));
  return steps.flatMap((step) => {
    const { documents } = aloneOf(s, step);
    const from = new Set<string | undefined>();
    const giver = (concept: string) => s.supplier('concept', concept, '', step.id)?.step.id;
    for (const n of step.needs) if (s.holds(n.when, true)) from.add(giver(n.item.concept));
    for (const line of [...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line)]) for (const c of line.concepts) from.add(giver(c));
    for (const p of documents.pieces) from.add(s.supplier('evidence', p.evidence, p.subject, step.id)?.step.id);
    const gates = new Set(step.stages.flatMap((x) => x.item.after ?? []).map((gate) => gate.slice(0, gate.lastIndexOf('.'))));
    if (gates.size > 0) for (const other of steps) if (gates.has(other.service.id) || gates.has(other.id)) from.add(other.id);
    return [...from].flatMap((f) => (f !== undefined && ids.has(f) && f !== step.id ? [{ from: f, to: step.id }] : []));
  });
}

/** Critical path between whole services, in the unit of `hours`; a circle between whole services counts each once. */
export const longest = (nodes: readonly Node[], edges: readonly WholeEdge[]): number => longestPath(nodes, edges).hours;

type Node = { id: string; hours: number };
type WholeEdge = { from: string; to: string };

/** The same with the services it runs through, first to last. */
export function longestPath(nodes: readonly Node[], edges: readonly WholeEdge[]): { hours: number; path: string[] } {
  const own = new Map(nodes.map((n) => [n.id, n.hours]));
  const finish = new Map<string, { hours: number; path: string[] }>();
  const visiting = new Set<string>();
  const later = <T extends { hours: number }>(a: T, b: T): T => (b.hours > a.hours ? b : a);
  const nothing = { hours: 0, path: [] as string[] };
  const visit = (id: string): typeof nothing => {
    const done = finish.get(id);
    if (done !== undefined) return done;
    if (visiting.has(id)) return nothing;
    visiting.add(id);
    const start = edges
      .filter((e) => e.to === id)
      .map((e) => visit(e.from))
      .reduce(later, nothing);
    visiting.delete(id);
    const end = { hours: start.hours + own.get(id)!, path: [...start.path, id] };
    finish.set(id, end);
    return end;
  };
  return nodes.map((n) => visit(n.id)).reduce(later, nothing);
}

/** Leaf data a service alone reads or lists, once each; what only the journey reads is not among them. */
export function fieldsAlone(s: Situation, step: StepPlan): number {
  const fields = new Set<string>();
  for (const n of step.needs) if (s.holds(n.when, true)) for (const leaf of n.item.leaves) fields.add(leaf);
  for (const line of [...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line), ...innerLines(step)]) for (const c of line.concepts) fields.add(c);
  return [...fields].reduce((n, c) => n + rowsOf(s, c), 0);
}
