/**
 * When each stage can start and must end. A stage waits for the stage before it, for the outputs its needs and documents
 * come from, and for its gates; stages with the same `joins` start together at the latest of their starts. Times are
 * working hours from the day of filing, independent of any calendar.
 */
import type { Duration, Stage } from '../catalogue';
import type { StepPlan } from './basket';
import type { Documents, PlanStep } from './plan';
import type { Situation } from './situation';

export type Edge = { step: string; stage: string; from: { step: string; stage: string }; because: string; kind: 'concept' | 'evidence' | 'gate' };
export type Schedule = { steps: PlanStep[]; hours: number; edges: Edge[]; cycle: string[] | null };

/** Working hours of a stage or a promise; calendar days count five sevenths, a month and `next-month` 22 working days. */
export function hoursOf(stage: Duration & Pick<Stage, 'next-month'>, day: number): number {
  if (stage.h !== undefined) return stage.h;
  if (stage.wd !== undefined) return stage.wd * day;
  if (stage.days !== undefined) return Math.ceil((stage.days * 5) / 7) * day;
  if (stage.weeks !== undefined) return stage.weeks * 5 * day;
  return 22 * day * (stage.months ?? stage['next-month'] ?? 0);
}

/** What a step takes from other steps of the basket, stage by stage. */
export function edgesOf(s: Situation, steps: readonly StepPlan[], documents: Documents): Edge[] {
  const edges: Edge[] = [];
  const add = (e: Edge) => {
    if (!edges.some((x) => x.step === e.step && x.stage === e.stage && x.from.step === e.from.step && x.because === e.because)) edges.push(e);
  };
  const active = new Map(steps.map((x) => [x.id, x]));
  for (const step of steps) {
    for (const n of step.needs) {
      if (!s.holds(n.when, true)) continue;
      const by = s.supplier('concept', n.item.concept, '', step.id);
      if (by && active.has(by.step.id)) add({ step: step.id, stage: n.item.stage, from: { step: by.step.id, stage: by.stage }, because: n.item.concept, kind: 'concept' });
    }
    for (const line of [...step.gates, ...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line)])
      for (const c of line.concepts) {
        const by = s.supplier('concept', c, '', step.id);
        if (by && active.has(by.step.id)) add({ step: step.id, stage: step.service.stages[0]!.id, from: { step: by.step.id, stage: by.stage }, because: c, kind: 'concept' });
      }
    for (const e of step.evidence) {
      if (!s.holds(e.when, true) || e.item.line.necessity === 'optional') continue;
      for (const p of e.item.lists.flat()) {
        const supplied = documents.supplied.find((x) => x.evidence === p.evidence && x.subject === p.subject && x.neededBy.includes(step.id));
        if (!supplied || !('step' in supplied.from) || !active.has(supplied.from.step)) continue;
        const by = s.supplier('evidence', p.evidence, p.subject, step.id)!;
        add({ step: step.id, stage: e.item.stage, from: { step: by.step.id, stage: by.stage }, because: p.evidence, kind: 'evidence' });
      }
    }
    for (const stage of step.stages)
      for (const gate of stage.item.after ?? []) {
        const [service, moment] = [gate.slice(0, gate.lastIndexOf('.')), gate.slice(gate.lastIndexOf('.') + 1)];
        for (const other of steps) {
          if (other.id === step.id || (other.service.id !== service && other.id !== service)) continue;
          const all = other.service.stages;
          const at = moment === 'granted' ? (all.find((x) => x.grants) ?? all[all.length - 1]!) : moment === 'paid' ? all[0]! : all[all.length - 1]!;
          add({ step: step.id, stage: stage.item.id, from: { step: other.id, stage: at.id }, because: gate, kind: 'gate' });
        }
      }
  }
  return edges;
}

type Node = { step: StepPlan; stage: Stage; hours: number; before: Set<number>; after: Set<number>; start: number; latest: number };

/** @param keep false leaves a stage out (the floor keeps only what law forbids to drop). */
export function schedule(s: Situation, steps: readonly StepPlan[], edges: readonly Edge[], keep: (stage: Stage) => boolean = () => true): Schedule {
  const day = s.prepared.law.city.workday.hours;
  const nodes: Node[] = [];
  const indexOf = new Map<string, number>();
  for (const step of steps)
    for (const { item, when } of step.stages) {
      if (!s.holds(when, true) || !keep(item)) continue;
      indexOf.set(`${step.id}\u0000${item.id}`, nodes.length);
      nodes.push({ step, stage: item, hours: hoursOf(item, day), before: new Set(), after: new Set(), start: 0, latest: Infinity });
    }
  const link = (a: number | undefined, b: number | undefined) => {
    if (a === undefined || b === undefined || a === b) return;
    nodes[a]!.after.add(b);
    nodes[b]!.before.add(a);
  };
  for (let i = 1; i < nodes.length; i++) if (nodes[i]!.step === nodes[i - 1]!.step) link(i - 1, i);
  for (const e of edges) link(stageIndex(indexOf, nodes, e.from.step, e.from.stage, 'last'), stageIndex(indexOf, nodes, e.step, e.stage, 'first'));
  const groups = new Map<string, number[]>();
  nodes.forEach((n, i) => {
    if (n.stage.joins) groups.set(n.stage.joins, [...(groups.get(n.stage.joins) ?? []), i]);
  });
  for (const members of groups.values()) {
    const before = new Set(members.flatMap((m) => [...nodes[m]!.before]));
    for (const m of members) for (const b of before) if (!members.includes(b)) link(b, m);
  }

  const order = topological(nodes);
  if (!order) return { steps: [], hours: 0, edges: [...edges], cycle: cycleIn(nodes) };
  for (const i of order) nodes[i]!.start = Math.max(0, ...[...nodes[i]!.before].map((b) => nodes[b]!.start + nodes[b]!.hours));
  // Joined stages start together; pushing one back may push what follows it, so go round until nothing moves.
  for (let moved = true; moved; ) {
    moved = false;
    for (const members of groups.values()) {
      const start = Math.max(...members.map((m) => nodes[m]!.start));
      for (const m of members) if (nodes[m]!.start < start) [nodes[m]!.start, moved] = [start, true];
    }
    for (const i of order) {
      const start = Math.max(nodes[i]!.start, ...[...nodes[i]!.before].map((b) => nodes[b]!.start + nodes[b]!.hours));
      if (start > nodes[i]!.start) [nodes[i]!.start, moved] = [start, true];
    }
  }
  const counted = nodes.filter((n) => n.step.initiator === 'applicant');
  const hours = Math.max(0, ...counted.map((n) => n.start + n.hours));
  const end = Math.max(hours, ...nodes.map((n) => n.start + n.hours));
  for (const i of [...order].reverse()) {
    const n = nodes[i]!;
    const own = n.step.initiator === 'applicant' ? hours : end;
    n.latest = Math.min(own, ...[...n.after].map((a) => nodes[a]!.latest - nodes[a]!.hours));
  }
  for (const members of groups.values()) {
    const latestStart = Math.min(...members.map((m) => nodes[m]!.latest - nodes[m]!.hours));
    for (const m of members) nodes[m]!.latest = Math.min(nodes[m]!.latest, Math.max(latestStart + nodes[m]!.hours, nodes[m]!.start + nodes[m]!.hours));
  }
  const planned = steps.map((step): PlanStep => {
    const own = nodes.filter((n) => n.step === step);
    const stages = own.map((n) => ({ id: n.stage.id, start: n.start, finish: n.start + n.hours, slack: n.latest - n.start - n.hours }));
    return {
      id: step.id,
      service: step.service.id,
      authority: step.service.authority,
      stages,
      after: edges.filter((e) => e.step === step.id).map((e) => ({ step: e.from.step, stage: e.stage, because: e.because })),
      joined: [...new Set(own.flatMap((n) => (n.stage.joins && groups.get(n.stage.joins)!.length > 1 ? [n.stage.joins] : [])))],
      critical: step.initiator === 'applicant' && stages.some((x) => x.slack === 0 && x.finish > x.start),
    };
  });
  return { steps: planned, hours, edges: [...edges], cycle: null };
}

/** A stage that is left out hands its edge to the nearest one kept: what it gives comes at the step's end so far, what it needs is needed at the next. */
function stageIndex(indexOf: ReadonlyMap<string, number>, nodes: readonly Node[], step: string, stage: string, fallback: 'first' | 'last'): number | undefined {
  const exact = indexOf.get(`${step}\u0000${stage}`);
  if (exact !== undefined) return exact;
  const own = nodes.flatMap((n, i) => (n.step.id === step ? [i] : []));
  if (own.length === 0) return undefined;
  const stages = nodes[own[0]!]!.step.service.stages.map((x) => x.id);
  const at = stages.indexOf(stage);
  if (fallback === 'last') return own.findLast((i) => stages.indexOf(nodes[i]!.stage.id) <= at) ?? own[0];
  return own.find((i) => stages.indexOf(nodes[i]!.stage.id) >= at) ?? own[own.length - 1];
}

function topological(nodes: readonly Node[]): number[] | null {
  const waiting = nodes.map((n) => n.before.size);
  const ready = nodes.flatMap((_, i) => (waiting[i] === 0 ? [i] : []));
  const order: number[] = [];
  while (ready.length) {
    const i = ready.shift()!;
    order.push(i);
    for (const a of nodes[i]!.after) if (--waiting[a]! === 0) ready.push(a);
  }
  return order.length === nodes.length ? order : null;
}

/** The steps of one circle, for the finding. */
function cycleIn(nodes: readonly Node[]): string[] {
  const state = new Map<number, 'open' | 'done'>();
  const stack: number[] = [];
  const visit = (i: number): number[] | null => {
    if (state.get(i) === 'done') return null;
    if (state.get(i) === 'open') return stack.slice(stack.indexOf(i));
    state.set(i, 'open');
    stack.push(i);
    for (const a of nodes[i]!.after) {
      const found = visit(a);
      if (found) return found;
    }
    stack.pop();
    state.set(i, 'done');
    return null;
  };
  for (let i = 0; i < nodes.length; i++) {
    const found = visit(i);
    if (found) return [...new Set(found.map((k) => nodes[k]!.step.id))];
  }
  return [];
}
