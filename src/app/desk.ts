/**
 * An authority's desk: the queue by due date, one step with exactly the facts and documents it may see, and what may be done
 * with it. Opening somebody's step is recorded where she can see it.
 */
import {
  accept,
  acceptedBySilence,
  type Actor,
  deliver,
  grant,
  missingInputs,
  notAccept,
  type Outcome,
  readCaseNumber,
  refuse,
  requestSupplement,
  type StepState,
  type Values,
  waitForInputs,
} from '../core/case';
import type { Label } from '../core/catalogue';
import { compileLaw, nothingKnown, parseAnswer } from '../core/journey';
import { authorityName, conceptLabel, type DocumentView, evidenceName, type Fact, factsOf, lawOfCase, preparedCase, stepName } from './case-view';
import { clocksOf, instantOf } from './clocks';
import { filedSteps } from './filing';
import { carryOut, type Carried, type OpenCase, openCase } from './open-case';
import type { Clerk } from './ports/identity';
import type { Claimed, QueuePage } from './ports/store';
import type { Product } from './product';

export const statusesToDo = ['received', 'supplemented', 'accepted', 'under-review', 'paused'] as const;

export async function queue(product: Product, clerk: Clerk, page: { after?: string; statuses?: string[]; limit?: number }): Promise<QueuePage> {
  return (await product.store()).queue(clerk.authority, { limit: page.limit ?? 25, statuses: page.statuses ?? [...statusesToDo, 'supplement-requested'], ...(page.after && { after: page.after }) });
}

export type Action = 'accept' | 'request-supplement' | 'not-accept' | 'wait-for-inputs' | 'grant' | 'refuse' | 'deliver';

/** `given`: an earlier step made it, under this number. */
export type DeskDocument = DocumentView & { given?: { step: Label; number: string } };

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
  const open = await openCase(product, number);
  const step = open?.state.steps.get(stepId);
  if (!open || !step || step.filed.authority !== clerk.authority) return null;
  const { state } = open;
  const law = lawOfCase(product, state);
  const prepared = preparedCase(law, state);
  await (await product.store()).recordAccess([
    { at: instantOf(product), who: clerk.id, capacity: 'officer', register: null, subject: state.applicant.id, purpose: step.filed.service, caseNumber: state.number, result: 'opened' },
  ]);
  const visible = new Set(step.filed.evidence.map((e) => `${e.evidence}@${e.subject}`));
  const given = [...state.steps.values()].flatMap((s) => s.evidence.map((e) => ({ ...e, step: stepName(law, s) })));
  return {
    open,
    step,
    name: stepName(law, step),
    authority: authorityName(law, step.filed.authority),
    facts: factsOf(law, prepared, state, step.filed.facts),
    documents: [
      ...state.documents.filter((d) => visible.has(`${d.evidence}@${d.subject}`)).map((d) => ({ ...d, label: evidenceName(law, d.evidence) })),
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
    actions: actionsOf(open, step, instantOf(product)),
    silent: acceptedBySilence({ at: instantOf(product) }, step),
  };
}

function actionsOf({ state }: OpenCase, step: StepState, at: string): Action[] {
  switch (step.status) {
    case 'received':
    case 'supplemented':
      return acceptedBySilence({ at }, step) ? ['accept'] : ['accept', 'request-supplement', 'not-accept'];
    case 'accepted':
    case 'under-review':
      return missingInputs(state, step).length > 0 ? ['wait-for-inputs', 'refuse'] : ['grant', 'refuse'];
    case 'granted':
      return ['deliver'];
    default:
      return [];
  }
}

export type DeskCommand =
  | { action: 'accept' | 'wait-for-inputs' | 'deliver' }
  | { action: 'request-supplement'; defects: { about: string; says: string }[] }
  | { action: 'not-accept'; reason: string; rightAuthority?: string }
  | { action: 'refuse'; reasons: string[] }
  | { action: 'grant'; values: { [concept: string]: unknown }; evidence: { evidence: string; number: string }[]; note?: string };

/**
 * @param key idempotency key of the form: the same post twice happens once.
 * @param seen number of the step's moments when the form was made; a step that has moved since is left alone.
 */
export async function act(
  product: Product,
  clerk: Clerk,
  number: string,
  stepId: string,
  key: string,
  command: DeskCommand,
  seen?: number,
): Promise<Carried | { kind: 'not-found' } | { kind: 'bad-values'; concepts: string[] }> {
  const open = await openCase(product, number);
  const step = open?.state.steps.get(stepId);
  if (!open || !step || step.filed.authority !== clerk.authority) return { kind: 'not-found' };
  const actor: Actor = { id: clerk.id, name: clerk.name, capacity: 'officer', authority: clerk.authority };
  const handling = (at: string) => ({ state: open.state, at, actor, clocks: clocksOf(product.calendar()) });
  const moved = seen !== undefined && seen !== step.moments.length;
  const carry = (make: (at: string) => Outcome) => carryOut(product, open, actor, formKey(command.action, stepId, key), (at) => (moved ? { refused: 'wrong-state' } : make(at)));
  switch (command.action) {
    case 'accept':
      return carry((at) => accept(handling(at), stepId));
    case 'wait-for-inputs':
      return carry((at) => waitForInputs(handling(at), stepId));
    case 'deliver':
      return carry((at) => deliver(handling(at), stepId, 'counter'));
    case 'request-supplement':
      return carry((at) => requestSupplement(handling(at), stepId, command.defects));
    case 'not-accept':
      return carry((at) => notAccept(handling(at), stepId, command.reason, command.rightAuthority));
    case 'refuse':
      return carry((at) => refuse(handling(at), stepId, command.reasons));
    case 'grant': {
      const parsed = parseOutputs(product, open, command.values);
      if ('bad' in parsed) return { kind: 'bad-values', concepts: parsed.bad };
      return carry((at) =>
        grant(handling(at), stepId, { values: parsed.values, evidence: command.evidence, ...(command.note && { note: command.note }) }, (values) => decideLater(product, open, values)),
      );
    }
  }
}

function parseOutputs(product: Product, { state }: OpenCase, given: { [concept: string]: unknown }): { values: Values } | { bad: string[] } {
  const prepared = preparedCase(lawOfCase(product, state), state);
  const values: Values = {};
  const bad: string[] = [];
  for (const [concept, raw] of Object.entries(given)) {
    const parsed = prepared ? parseAnswer(prepared, concept, raw) : { value: String(raw) };
    if ('refused' in parsed) bad.push(concept);
    else values[concept] = parsed.value;
  }
  return bad.length ? { bad } : { values };
}

/** Compiles again under the case's law with the outputs so far: it may only turn later into in, out or barred. */
function decideLater(product: Product, { state }: OpenCase, values: Values): { step: string; state: 'in' | 'out' | 'barred' | 'excluded'; filed?: ReturnType<typeof filedSteps>[number] }[] {
  const waiting = [...state.steps.values()].filter((s) => s.status === 'depends');
  const law = lawOfCase(product, state);
  if (waiting.length === 0 || !preparedCase(law, state)) return [];
  const outputs: Values = Object.assign({}, ...[...state.steps.values()].map((s) => s.values), values);
  const basket = state.journey ? { journey: state.journey } : { services: state.basket };
  const compiled = compileLaw(law, basket, state.answers, { ...nothingKnown, outputs }, state.lawOf);
  const filed = filedSteps(compiled);
  return waiting.flatMap((s) => {
    const now = compiled.plan.services.find((x) => x.id === s.filed.id)?.state;
    if (now === undefined || now === 'later' || now === 'undecided') return [];
    const again = filed.find((f) => f.id === s.filed.id);
    return [{ step: s.filed.id, state: now, ...(now === 'in' && again && { filed: again }) }];
  });
}

const formKey = (action: Action, stepId: string, key: string) => `${action}:${stepId}:${key}`;

/** Whether this very form was carried out before. */
export const actedBefore = async (product: Product, clerk: Clerk, stepId: string, key: string, action: Action): Promise<boolean> =>
  (await (await product.store()).repeated(clerk.id, formKey(action, stepId, key))) !== null;

/** Takes a step, or lays it down. Nothing legal: colleagues see who is at it. Null when it is not on this authority's desk. */
export async function claimStep(product: Product, clerk: Clerk, number: string, stepId: string, take: boolean): Promise<Claimed | null> {
  const plain = readCaseNumber(number);
  const store = await product.store();
  const found = plain && (await store.caseByNumber(plain));
  if (!found || found.steps.find((s) => s.step === stepId)?.authority !== clerk.authority) return null;
  return store.claim(found.case.caseId, stepId, take ? clerk.id : null);
}

/** A file of the step, if the clerk's step may see it. */
export async function deskFile(product: Product, clerk: Clerk, number: string, stepId: string, sha256: string): Promise<{ bytes: Uint8Array; type: string; name: string } | null> {
  const found = await deskStep(product, clerk, number, stepId);
  const document = found?.documents.find((d) => d.file?.sha256 === sha256);
  if (!document?.file) return null;
  const bytes = await (await product.files()).get(sha256);
  return bytes && { bytes, type: document.file.type, name: document.file.name };
}
