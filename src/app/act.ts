/** What an officer may do with a step on her desk, and doing it: one command, carried out once or not at all. */
import * as procedure from '../core/case';
import type { Actor, CaseState, Outcome, Procedure, StepState, Values } from '../core/case';
import { compileLaw, nothingKnown, parseAnswer } from '../core/journey';
import { lawOfCase, preparedCase } from './case-view';
import { clocksOf } from './clocks';
import { noteDone } from './desk-notes';
import { filedSteps } from './filing';
import { carryOut, type Carried, type OpenCase, openCase } from './open-case';
import type { Clerk } from './ports/identity';
import type { Product } from './product';
import { reshapes } from './reshapes';

type Piece = { evidence: string; subject: string };
type Approval = procedure.Approval;

export type DeskCommand =
  | { action: 'accept'; deferred?: Piece[] }
  | { action: 'correct'; answers: { [concept: string]: unknown }; says: string }
  | { action: 'request-supplement'; defects: { about: string; says: string }[] }
  | { action: 'not-accept'; reason: string; rightAuthority?: string }
  | { action: 'start-review' | 'wait-for-inputs' | 'resume' | 'offer-hearing' }
  | { action: 'arrange-visit'; slot: string }
  | { action: 'visit'; officers: string[]; findings: string; passed: boolean }
  | { action: 'pause'; procedure: Procedure; reason: string; until: string }
  | { action: 'convene-hearing'; session: string; place: string; presiding: string }
  | { action: 'hold-hearing'; record: string }
  | { action: 'extend' | 'extend-joint'; reason: string; approvedBy: Approval }
  | { action: 'transfer'; to: string; reason: string }
  | { action: 'propose'; decision: 'grant' | 'refuse'; says: string }
  | { action: 'return-proposal' | 'lapse' | 'revoke'; reason: string }
  | { action: 'grant'; values: { [concept: string]: unknown }; evidence: { evidence: string; number: string }[]; note?: string }
  | { action: 'refuse'; reasons: string[] }
  | { action: 'ready'; place?: string }
  | { action: 'deliver'; by?: 'counter' | 'post'; post?: string; place?: string }
  | { action: 'check-promise'; piece: Piece; kept: boolean; says: string };
export type Action = DeskCommand['action'];

/** In the order the desk offers them: the next move first, what ends or weighs last. */
export function actionsOf(state: CaseState, step: StepState, at: string, clerk: Pick<Clerk, 'id'>): Action[] {
  switch (step.status) {
    case 'received':
    case 'supplemented':
      return procedure.acceptedBySilence({ at }, step) ? ['accept'] : ['accept', 'request-supplement', 'correct', ...visiting(step), 'transfer', 'not-accept'];
    case 'supplement-requested':
      return step.respondBy !== null && Date.parse(step.respondBy) < Date.parse(at) ? ['lapse'] : [];
    case 'accepted':
    case 'under-review':
      return reviewing(state, step, at, clerk);
    case 'paused':
      return pausing(step, at);
    case 'granted':
      return [...(procedure.wayOf(state, step).by === 'counter' && step.readyAt === null ? (['ready'] as const) : []), 'deliver', ...afterwards(state, step)];
    case 'delivered':
      return afterwards(state, step);
    default:
      return [];
  }
}

const visiting = (step: StepState): Action[] => (step.filed.visit && procedure.visitOutstanding(step) ? ['arrange-visit'] : []);

function reviewing(state: CaseState, step: StepState, at: string, clerk: Pick<Clerk, 'id'>): Action[] {
  const waits = procedure.missingInputs(state, step).length > 0;
  const visit = procedure.visitOutstanding(step);
  const heard = !procedure.hearingOutstanding({ at }, step);
  const owed = step.deferred.length > 0;
  const second = step.filed.approval === 'second-person';
  const mayDecide = !second || (step.proposal !== null && step.proposal.by.id !== clerk.id);
  const ready = !waits && !visit && heard && !owed;
  const decide = (decision: 'grant' | 'refuse'): Action[] => (mayDecide && (!second || step.proposal?.decision === decision) ? [decision] : []);
  return [
    ...(ready ? decide('grant') : []),
    ...(second && step.proposal === null && heard ? (['propose'] as const) : []),
    ...(second && step.proposal !== null && mayDecide ? (['return-proposal'] as const) : []),
    ...(waits ? (['wait-for-inputs'] as const) : []),
    ...(visit ? (['visit', 'arrange-visit'] as const) : []),
    ...(step.status === 'accepted' ? (['start-review'] as const) : []),
    'pause',
    ...(step.extended || step.due === null ? [] : (['extend'] as const)),
    ...(state.joint && !state.joint.extended ? (['extend-joint'] as const) : []),
    ...(step.hearing ? [] : (['offer-hearing'] as const)),
    'transfer',
    ...(owed && step.deferred.some((d) => d.due !== null && Date.parse(d.due) < Date.parse(at)) ? (['lapse'] as const) : []),
    ...(heard ? decide('refuse') : []),
  ];
}

function pausing(step: StepState, at: string): Action[] {
  if (step.pauses.at(-1)?.procedure === 'awaiting-output') return [];
  if (step.hearing?.state === 'asked') return ['convene-hearing'];
  if (step.hearing?.state === 'convened') return step.hearing.session !== null && Date.parse(step.hearing.session) <= Date.parse(at) ? ['hold-hearing'] : ['convene-hearing'];
  return ['resume'];
}

/** Promises are checked, and a grant got by a false one is taken back. */
function afterwards(state: CaseState, step: StepState): Action[] {
  const promised = promisedPieces(state, step).length > 0;
  return [...(promised ? (['check-promise'] as const) : []), ...(step.brokenPromises.length > 0 ? (['revoke'] as const) : [])];
}

export const promisedPieces = (state: CaseState, step: StepState): Piece[] => [
  ...(step.filed.promised ?? []),
  ...state.documents.filter((d) => d.form === 'promise' && step.filed.evidence.some((e) => e.evidence === d.evidence && e.subject === d.subject)),
];

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
): Promise<Carried | { kind: 'not-found' } | { kind: 'bad-values'; concepts: string[] } | { kind: 'reshapes' }> {
  const open = await openCase(product, number, clerk.authority);
  const step = open?.state.steps.get(stepId);
  if (!open || !step || step.authority !== clerk.authority) return { kind: 'not-found' };
  const actor: Actor = { id: clerk.id, name: clerk.name, capacity: 'officer', authority: clerk.authority };
  const moved = seen !== undefined && seen !== step.moments.length;
  const parsed = 'values' in command ? parseOutputs(product, open, command.values) : 'answers' in command ? parseOutputs(product, open, command.answers) : { values: {} };
  if ('bad' in parsed) return { kind: 'bad-values', concepts: parsed.bad };
  if (command.action === 'correct' && reshapes(product, open.state, parsed.values)) return { kind: 'reshapes' };
  const done = await carryOut(product, open, actor, formKey(command.action, stepId, key), (at) => {
    if (moved) return { refused: 'wrong-state' };
    return outcomeOf({ state: open.state, at, actor, clocks: clocksOf(product.calendar()) }, stepId, command, parsed.values, (values) => decideLater(product, open, values));
  });
  if (done.kind === 'done' && !done.repeated) await noteDone(product, clerk, open.row, stepId, command.action);
  return done;
}

/** Also tells, before anything is done, whether a command would be refused. */
export function outcomeOf(h: procedure.Handling, id: string, command: DeskCommand, values: Values, later: procedure.DecideLater): Outcome {
  switch (command.action) {
    case 'accept':
      return procedure.accept(h, id, command.deferred);
    case 'correct':
      return procedure.correct(h, id, { answers: values, documents: [], says: command.says });
    case 'request-supplement':
      return procedure.requestSupplement(h, id, command.defects);
    case 'not-accept':
      return procedure.notAccept(h, id, command.reason, command.rightAuthority);
    case 'start-review':
      return procedure.startReview(h, id);
    case 'wait-for-inputs':
      return procedure.waitForInputs(h, id);
    case 'resume':
      return procedure.resume(h, id);
    case 'offer-hearing':
      return procedure.offerHearing(h, id);
    case 'arrange-visit':
      return procedure.arrangeVisit(h, id, command.slot);
    case 'visit':
      return procedure.recordVisit(h, id, command);
    case 'pause':
      return procedure.pause(h, id, command);
    case 'convene-hearing':
      return procedure.conveneHearing(h, id, command);
    case 'hold-hearing':
      return procedure.holdHearing(h, id, command.record);
    case 'extend':
      return procedure.extend(h, id, command);
    case 'extend-joint':
      return procedure.extendJoint(h, command);
    case 'transfer':
      return procedure.transfer(h, id, command.to, command.reason);
    case 'propose':
      return procedure.propose(h, id, command.decision, command.says);
    case 'return-proposal':
      return procedure.returnProposal(h, id, command.reason);
    case 'lapse':
      return procedure.lapse(h, id, command.reason);
    case 'grant':
      return procedure.grant(h, id, { values, evidence: command.evidence, ...(command.note && { note: command.note }) }, later);
    case 'refuse':
      return procedure.refuse(h, id, command.reasons);
    case 'deliver':
      return procedure.deliver(h, id, command.by ?? 'counter', command.post, command.place);
    case 'ready':
      return procedure.readyToCollect(h, id, command.place ?? null);
    case 'check-promise':
      return procedure.checkPromise(h, id, command.piece, command.kept, command.says);
    case 'revoke':
      return procedure.revoke(h, id, command.reason, null);
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
