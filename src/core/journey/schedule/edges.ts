/** What a step waits for in other steps of the basket, stage by stage: concepts, documents and gates. */
import type { StepPlan } from '../step-plan';
import type { Documents } from '../plan';
import type { Situation } from '../situation';

export type Edge = { step: string; stage: string; from: { step: string; stage: string }; because: string; kind: 'concept' | 'evidence' | 'gate' };

/** Edges that stand whatever documents are chosen, and those the chosen documents add. */
export function edgesOf(s: Situation, steps: readonly StepPlan[], documents: Documents): Edge[] {
  const active = new Set(steps.map((x) => x.id));
  const fromSteps = new Set(documents.supplied.flatMap((x) => ('step' in x.from ? x.neededBy.map((step) => `${step} ${x.evidence}@${x.subject}`) : [])));
  return unique(steps.flatMap((step) => [...conceptEdges(s, step, active), ...evidenceEdges(s, step, active, fromSteps), ...gateEdges(s, step, steps)]));
}

export function fixedEdges(s: Situation, steps: readonly StepPlan[]): Edge[] {
  const active = new Set(steps.map((x) => x.id));
  return unique(steps.flatMap((step) => [...conceptEdges(s, step, active), ...gateEdges(s, step, steps)]));
}

function unique(edges: readonly Edge[]): Edge[] {
  return [...new Map(edges.map((e) => [`${e.step} ${e.stage} ${e.from.step} ${e.because}`, e])).values()];
}

function conceptEdges(s: Situation, step: StepPlan, active: ReadonlySet<string>): Edge[] {
  const edges: Edge[] = [];
  const from = (concept: string, stage: string) => {
    const by = s.supplier('concept', concept, '', step.id);
    if (by && active.has(by.step.id)) edges.push({ step: step.id, stage, from: { step: by.step.id, stage: by.stage }, because: concept, kind: 'concept' });
  };
  for (const n of step.needs) if (s.holds(n.when, true)) from(n.item.concept, n.item.stage);
  const first = step.service.stages[0]!.id;
  for (const line of [...step.gates, ...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line)]) for (const c of line.concepts) from(c, first);
  return edges;
}

function evidenceEdges(s: Situation, step: StepPlan, active: ReadonlySet<string>, fromSteps: ReadonlySet<string>): Edge[] {
  if (fromSteps.size === 0) return [];
  const edges: Edge[] = [];
  for (const e of step.evidence) {
    if (e.item.line.necessity === 'optional' || !s.holds(e.when, true)) continue;
    for (const p of e.item.lists.flat()) {
      if (!fromSteps.has(`${step.id} ${p.evidence}@${p.subject}`)) continue;
      const by = s.supplier('evidence', p.evidence, p.subject, step.id);
      if (by && active.has(by.step.id)) edges.push({ step: step.id, stage: e.item.stage, from: { step: by.step.id, stage: by.stage }, because: p.evidence, kind: 'evidence' });
    }
  }
  return edges;
}

function gateEdges(s: Situation, step: StepPlan, steps: readonly StepPlan[]): Edge[] {
  const edges: Edge[] = [];
  for (const stage of step.stages)
    for (const gate of stage.item.after ?? []) {
      const dot = gate.lastIndexOf('.');
      const service = gate.slice(0, dot);
      for (const other of steps) {
        if (other.id === step.id || (other.service.id !== service && other.id !== service)) continue;
        const at = stageOfMoment(s, other, gate.slice(dot + 1));
        if (at !== null) edges.push({ step: step.id, stage: stage.item.id, from: { step: other.id, stage: at }, because: gate, kind: 'gate' });
      }
    }
  return edges;
}

/**
 * The stage with whose end a moment has come; null where it has come with the filing. A fee is paid before the stage its
 * `gate` names begins, else once the first stage has accepted the case.
 */
function stageOfMoment(s: Situation, step: StepPlan, moment: string): string | null {
  const stages = step.service.stages;
  const last = stages[stages.length - 1]!.id;
  if (moment === 'granted') return stages.find((x) => x.grants)?.id ?? last;
  if (moment !== 'paid') return last;
  const before = step.fees.filter((f) => f.item.amount > 0 && s.holds(f.when, true)).map((f) => stages.findIndex((x) => x.id === f.item.gate));
  const latest = Math.max(-1, ...before);
  return latest < 0 ? stages[0]!.id : latest === 0 ? null : stages[latest - 1]!.id;
}
