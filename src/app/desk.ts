/**
 * An authority's desk: the queue by due date, one step with exactly the facts and documents it may see, and what may be done
 * with it. Opening somebody's step is recorded where she can see it.
 */
import { acceptedBySilence, type HandedOver, missingInputs, type StepState } from '../core/case';
import type { Label } from '../core/catalogue';
import { type Action, actionsOf } from './act';
import { checksOf } from './attachments/scan';
import { authorityName, conceptLabel, type DocumentView, evidenceName, type Fact, factsOf, lawOfCase, preparedCase, stepName } from './case-view';
import { instantOf } from './clocks';
import { standsInFor } from './colleagues';
import { lightLimits } from './light';
import { type OpenCase, openCase } from './open-case';
import type { Clerk } from './ports/identity';
import type { FileCheck, QueuePage } from './ports/store';
import type { Product } from './product';

export const statusesToDo = ['received', 'supplemented', 'accepted', 'under-review', 'paused'] as const;

export type QueueFilters = { statuses?: string[]; service?: string; division?: string; holder?: 'mine' | 'free'; light?: 'red' | 'yellow' | 'green'; after?: string; limit?: number };

/** `mine`: what she holds, and what those she stands in for hold today. */
export async function queue(product: Product, clerk: Clerk, asked: QueueFilters): Promise<QueuePage> {
  const store = await product.store();
  const law = product.law();
  const holders = asked.holder === 'free' ? [] : asked.holder === 'mine' ? [clerk.id, ...(await standsInFor(product, clerk))] : undefined;
  const services = [...law.services.values()].filter((s) => s.authority === clerk.authority).map((s) => s.id);
  return store.queue(clerk.authority, {
    limit: asked.limit ?? 25,
    statuses: asked.statuses ?? [...statusesToDo, 'supplement-requested'],
    ...(asked.service && { service: asked.service }),
    ...(asked.division && { within: asked.division }),
    ...(holders && { holders }),
    ...(asked.light && { light: { colour: asked.light, limits: lightLimits(product.calendar(), instantOf(product), law, services) } }),
    ...(asked.after && { after: asked.after }),
  });
}

/** `given`: an earlier step made it, under this number. */
export type DeskDocument = DocumentView & { given?: { step: Label; number: string }; check?: FileCheck };

export type DeskStep = {
  open: OpenCase;
  step: StepState;
  name: Label;
  authority: Label;
  facts: Fact[];
  documents: DeskDocument[];
  missing: { step: Label; because: Label }[];
  /** What granting must state. */
  outputs: { concepts: { concept: string; label: Label; type: string }[]; evidence: { evidence: string; label: Label }[] };
  actions: Action[];
  /** The time for acceptance has passed in silence: it counts as accepted (行政许可法 §32). */
  silent: boolean;
};

/** Null when there is no such step on this authority's desk. */
export async function deskStep(product: Product, clerk: Clerk, number: string, stepId: string): Promise<DeskStep | null> {
  const open = await openCase(product, number, clerk.authority);
  const step = open?.state.steps.get(stepId);
  if (!open || !step || step.authority !== clerk.authority) return null;
  const { state } = open;
  const law = lawOfCase(product, state);
  const prepared = preparedCase(law, state);
  const seen = (await product.store()).recordAccess([
    { at: instantOf(product), who: clerk.id, capacity: 'officer', register: null, subject: state.applicant.id, purpose: step.filed.service, caseNumber: state.number, result: 'opened' },
  ]);
  const visible = new Set(step.filed.evidence.map((e) => `${e.evidence}@${e.subject}`));
  const shown = state.documents.filter((d) => visible.has(`${d.evidence}@${d.subject}`));
  const [checks] = await Promise.all([
    checksOf(
      product,
      shown.map((d) => d.file),
    ),
    seen,
  ]);
  const checked = (d: HandedOver) => (d.file && checks.has(d.file.sha256) ? { check: checks.get(d.file.sha256)! } : {});
  const given = [...state.steps.values()].flatMap((s) => s.evidence.map((e) => ({ ...e, step: stepName(law, s) })));
  return {
    open,
    step,
    name: stepName(law, step),
    authority: authorityName(law, step.authority),
    facts: factsOf(law, prepared, state, step.filed.facts),
    documents: [
      ...shown.map((d) => ({ ...d, label: evidenceName(law, d.evidence), ...checked(d) })),
      ...given
        .filter((g) => step.filed.evidence.some((e) => e.evidence === g.evidence))
        .map((g): DeskDocument => ({ evidence: g.evidence, subject: '', form: 'register', copies: 1, label: evidenceName(law, g.evidence), given: { step: g.step, number: g.number } })),
    ],
    missing: missingInputs(state, step).map((m) => {
      const from = state.steps.get(m.step);
      return { step: from ? stepName(law, from) : { zh: m.step, en: m.step }, because: law.evidence.get(m.because)?.label ?? conceptLabel(prepared, m.because).label };
    }),
    outputs: {
      concepts: step.filed.outputs.concepts.map((concept) => ({ concept, label: conceptLabel(prepared, concept).label, type: prepared?.datum(concept)?.datum.type ?? 'text' })),
      evidence: step.filed.outputs.evidence.map((evidence) => ({ evidence, label: evidenceName(law, evidence) })),
    },
    actions: actionsOf(state, step, instantOf(product), clerk),
    silent: acceptedBySilence({ at: instantOf(product) }, step),
  };
}

/** A file of the step, if the clerk's step may see it. */
export async function deskFile(
  product: Product,
  clerk: Clerk,
  number: string,
  stepId: string,
  sha256: string,
): Promise<{ bytes: AsyncIterable<Uint8Array>; size: number; type: string; name: string } | null> {
  const found = await deskStep(product, clerk, number, stepId);
  const document = found?.documents.find((d) => d.file?.sha256 === sha256);
  if (!document?.file || document.check) return null;
  const kept = await (await product.files()).open(sha256);
  return kept && { ...kept, type: document.file.type, name: document.file.name };
}
