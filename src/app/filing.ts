/** Steps as they are filed: what each waits for, may see and gives, and its clocks – enough to run the case without compiling again. */
import type { FiledStep } from '../core/case';
import type { Duration } from '../core/catalogue';
import { clockOf, innerLines, type Compiled, type StepPlan } from '../core/journey';

export function filedSteps(c: Compiled): FiledStep[] {
  return c.situation.active.map((step) => filedStep(c, step));
}

export function filedStep(c: Compiled, step: StepPlan): FiledStep {
  const s = c.situation;
  const state = s.states.get(step.id)!;
  const first = step.service.stages[0]!.id;
  const inputs = c.after.edges.filter((e) => e.step === step.id).map((e) => ({ step: e.from.step, stage: e.stage, because: e.because, kind: e.kind }));
  const clock = clockOf(s, step);
  const decides = [...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line)].flatMap((l) => l.concepts);
  const listed = step.needs.filter((n) => s.holds(n.when, true)).flatMap((n) => [n.item.concept, ...n.item.leaves]);
  const sees = step.evidence.filter((e) => s.holds(e.when, true)).flatMap((e) => e.item.lists.flat().map((p) => ({ evidence: p.evidence, subject: p.subject })));
  const outputs = step.outputs.filter((o) => s.holds(o.when, true)).map((o) => o.item);
  return {
    id: step.id,
    service: step.service.id,
    authority: step.service.authority,
    initiator: step.initiator,
    waitsFor: [...new Set(inputs.filter((i) => i.stage === first).map((i) => i.step))],
    inputs,
    facts: [...new Set([...listed, ...decides])],
    evidence: [...new Map(sees.map((e) => [`${e.evidence}@${e.subject}`, e])).values()],
    outputs: { evidence: outputs.filter((o) => o.kind === 'evidence').map((o) => o.id), concepts: outputs.filter((o) => o.kind === 'concept').map((o) => o.id) },
    clock: { statutory: lengthOf(clock.statutory), promised: lengthOf(clock.promised) },
    delivery: step.service.delivery ?? ['electronic'],
    finish: Math.max(0, ...(c.schedule.steps.find((x) => x.id === step.id)?.stages.map((x) => x.finish) ?? [])),
    clerkDecides: state.clerkDecides,
    ...optional(
      'deferrable',
      step.evidence
        .filter((e) => e.item.line.deferrable && s.holds(e.when, true))
        .flatMap((e) => e.item.lists.flat().map((p) => ({ evidence: p.evidence, subject: p.subject, within: lengthOf(e.item.line.deferrable!.within)! }))),
    ),
    ...optional(
      'promised',
      step.evidence
        .filter((e) => s.holds(e.when, true))
        .flatMap((e) =>
          e.item.lists
            .flat()
            .filter((p) => p.kind === 'promise')
            .map((p) => ({ evidence: p.evidence, subject: p.subject })),
        ),
    ),
    ...(step.service.approval && { approval: step.service.approval }),
    ...visitOf(c, step),
    ...optional('fees', feesIn(c, step)),
    ...optional('appears', appearsIn(c, step)),
    state: state.state === 'later' ? 'later' : 'in',
    ...(state.decidedBy && { decidedBy: state.decidedBy }),
  };
}

const optional = <K extends 'deferrable' | 'promised' | 'fees' | 'appears', T>(key: K, list: T[]): { [k in K]?: T[] } => (list.length ? ({ [key]: list } as { [k in K]: T[] }) : {});

/** Officers come to the applicant's own place; what joins is visited together. */
function visitOf(c: Compiled, step: StepPlan): Pick<FiledStep, 'visit'> {
  const visit = step.acts.find((a) => a.item.kind === 'attend' && c.situation.holds(a.when, true))?.item;
  return visit ? { visit: { act: visit.id, joins: visit.joins ?? null } } : {};
}

function feesIn(c: Compiled, step: StepPlan): NonNullable<FiledStep['fees']> {
  if (step.initiator !== 'applicant') return [];
  return step.fees
    .filter((f) => f.item.amount > 0 && c.situation.holds(f.when, true))
    .map(({ item }) => ({
      amount: item.amount,
      payee: item.payee ?? step.service.authority,
      ...(item.label && { label: { zh: item.label.zh, en: item.label.en } }),
      ...(item.refund && { refund: item.refund }),
    }));
}

/** Where the applicant has to be in person, and which acts of several services are one. */
function appearsIn(c: Compiled, step: StepPlan): NonNullable<FiledStep['appears']> {
  return step.acts.flatMap(({ item, when }) => {
    if ((item.kind !== 'appear' && item.kind !== 'attend') || !c.situation.holds(when, true)) return [];
    const counter = item.kind === 'appear' ? (item.counter ?? step.service.filing?.counter ?? null) : null;
    return [{ act: item.id, kind: item.kind, joins: item.joins ?? null, counter }];
  });
}

function lengthOf(d: Duration | null): { [unit: string]: number } | null {
  if (!d) return null;
  const { h, wd, days, weeks, months } = d;
  return Object.fromEntries(Object.entries({ h, wd, days, weeks, months }).filter((e): e is [string, number] => e[1] !== undefined));
}

/** Concepts that some line of the basket reads or lists, or that were asked: nothing else belongs in a filing. */
export function usedConcepts(c: Compiled): Set<string> {
  const { steps } = c.situation.prepared;
  const read = steps.flatMap((s) => [...s.gates, ...s.applies, ...s.eligible, ...s.excludes.map((x) => x.line)].flatMap((l) => l.concepts));
  const inside = c.situation.active.flatMap((s) => [
    ...innerLines(s).flatMap((l) => l.concepts),
    ...s.needs.filter((n) => c.situation.holds(n.when, true)).flatMap((n) => [n.item.concept, ...n.item.leaves]),
  ]);
  return new Set([...c.plan.questions.map((q) => q.concept), ...read, ...inside]);
}
