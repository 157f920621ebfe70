/**
 * From a filed case back to a form: facts that changed after filing, and what failed filed again alone. Both are drafts that carry over
 * everything said, handed in and granted, so the same pages ask only what is new (design.md §4).
 */
import { type CaseState, changeFacts, type FactsChange, type FiledStep, type HandedOver, isFinal, isGranted, refiling, type StepState, type Values } from '../core/case';
import { canonical } from '../core/case/canonical';
import type { Label } from '../core/catalogue';
import { compileLaw, type Basket, type Prepared } from '../core/journey';
import { lawOfCase, preparedCase, stepName } from './case-view';
import { clocksOf } from './clocks';
import { pieceId } from './documents';
import { type DraftBody, filedValues, knownOf, type OpenDraft, saveDraft, startDraft } from './draft';
import { filedSteps } from './filing';
import { carryOut, isHelping, openCase, type OpenCase, openFor } from './open-case';
import type { Person } from './ports/identity';
import type { Product } from './product';

/** Documents on file: handed in, and given by steps that were granted. */
export function onFile(prepared: Prepared | null, state: CaseState): string[] {
  const granted = (prepared?.steps ?? []).filter((s) => isGranted(state.steps.get(s.id)));
  return [...new Set([...state.documents.map(pieceId), ...granted.flatMap((s) => s.outputs.filter((o) => o.item.kind === 'evidence').map((o) => `${o.item.id}@${o.item.subject}`))])];
}

export const outputsOf = (state: CaseState): Values => Object.assign({}, ...[...state.steps.values()].filter(isGranted).map((s) => s.values));
const basketOf = (state: CaseState): Basket => (state.journey ? { journey: state.journey } : { services: state.basket });
const handed = (state: CaseState): HandedOver[] => state.documents.filter((d) => d.form !== 'register');

const forCompany = ({ right, state }: OpenCase, person: Person): Pick<DraftBody, 'for'> =>
  right === undefined ? {} : { for: { id: state.applicant.id, name: state.applicant.name, kind: 'organisation', gives: person.gives } };

/** The draft in which the applicant changes facts of a case under way, or null where that is not hers or over. */
export async function startChange(product: Product, person: Person, number: string): Promise<string | null> {
  const open = await openFor(product, person, number, 'act');
  if (!open || isHelping(open, person) || open.state.status !== 'submitted') return null;
  const { state } = open;
  const again = { number: state.number, kind: 'change' as const, outputs: outputsOf(state), onFile: onFile(preparedCase(lawOfCase(product, state), state), state) };
  return startDraft(product, person, basketOf(state), state.division, { answers: state.answers, documents: handed(state), again, ...forCompany(open, person) });
}

/** The draft in which only what failed is filed again, or null where nothing did. */
export async function startRefiling(product: Product, person: Person, number: string): Promise<string | null> {
  const open = await openFor(product, person, number, 'act');
  if (!open || isHelping(open, person)) return null;
  const { state } = open;
  const failed = refiling(state);
  if (failed.steps.length === 0) return null;
  const basket: Basket = state.journey ? { journey: state.journey, only: failed.steps.map((s) => s.filed.id) } : { services: failed.steps.map((s) => s.filed.service) };
  const again = { number: state.number, kind: 'refile' as const, outputs: failed.outputs, onFile: onFile(preparedCase(lawOfCase(product, state), state), state) };
  return startDraft(product, person, basket, state.division, { answers: failed.answers, documents: handed(state), again, ...forCompany(open, person) });
}

/**
 * The same once more, with what stays the same filled in: for a renewal, everything said and granted in the case that gave the licence; for the
 * matter itself, only what she said about herself – the next child has another name.
 */
export async function startAgain(product: Product, person: Person, number: string, services: readonly string[]): Promise<string | null> {
  const open = await openFor(product, person, number, 'act');
  if (!open || isHelping(open, person)) return null;
  const { state } = open;
  const known = services.filter((id) => product.law().services.has(id));
  if (known.length > 0) return startDraft(product, person, { services: known }, state.division, { answers: { ...state.answers, ...outputsOf(state) }, ...forCompany(open, person) });
  if (state.journey !== null && !product.law().journeys.has(state.journey)) return null;
  const answers: Values = Object.fromEntries(Object.entries(state.answers).filter(([concept]) => concept.startsWith('applicant.')));
  return startDraft(product, person, basketOf(state), state.division, { answers, ...forCompany(open, person) });
}

/** What a change sets going, told before it is confirmed. */
export type Difference = { added: Label[]; changed: Label[]; ended: Label[]; granted: Label[]; goOn: Label[] };

export async function differenceOf(product: Product, draft: OpenDraft): Promise<{ change: FactsChange; difference: Difference; open: OpenCase } | null> {
  if (draft.body.again?.kind !== 'change') return null;
  const open = await openCase(product, draft.body.again.number);
  if (!open) return null;
  const { state } = open;
  const law = lawOfCase(product, state);
  const compiled = compileLaw(law, draft.body.basket, draft.body.answers, knownOf(product, draft), state.lawOf);
  const filed = filedSteps(compiled);
  const { values, provenance } = filedValues(product, draft);
  const said: Values = Object.fromEntries(Object.entries(values).filter(([c]) => draft.body.answers[c] !== undefined));
  const change = changeBetween(state, filed, said, draft.body.documents);
  const name = (id: string): Label => {
    const step = state.steps.get(id);
    return step ? stepName(law, step) : (law.services.get(filed.find((f) => f.id === id)?.service ?? '')?.name ?? { zh: id, en: id });
  };
  const touched = new Set(Object.keys(change.answers));
  const added = change.added.map((f) => f.id);
  const changed = change.changed.map((f) => f.id);
  const ended = change.ended.map((e) => e.step);
  const goOn = [...state.steps.values()].filter((s) => !isFinal(s) && ![...changed, ...ended].includes(s.filed.id)).map((s) => s.filed.id);
  return {
    open,
    change: { ...change, provenance: Object.fromEntries([...touched].flatMap((c) => (provenance[c] ? [[c, provenance[c]]] : []))) },
    difference: { added: added.map(name), changed: changed.map(name), ended: ended.map(name), granted: grantedThatRead(state, touched).map((s) => name(s.filed.id)), goOn: goOn.map(name) },
  };
}

/** What a case is granted on facts that have changed stays granted; its authority is told. */
const grantedThatRead = (state: CaseState, touched: ReadonlySet<string>) => [...state.steps.values()].filter((s) => isGranted(s) && s.filed.facts.some((f) => touched.has(f)));

const undecided: ReadonlySet<StepState['status']> = new Set(['moot', 'not-needed']);

/** @param filed the steps as they would be filed with what is said now. */
export function changeBetween(state: CaseState, filed: readonly FiledStep[], said: Values, documents: readonly HandedOver[]): FactsChange {
  const answers: Values = Object.fromEntries(Object.entries(said).filter(([c, x]) => !same(x, state.answers[c])));
  const touched = new Set(Object.keys(answers));
  const now = new Set(filed.map((f) => f.id));
  const added = filed.filter((f) => {
    const old = state.steps.get(f.id);
    if (!old || !isFinal(old)) return !old;
    // A decision stands unless it rested on what has changed; what never came to a decision is wanted now.
    return undecided.has(old.status) || (!isGranted(old) && (f.facts.some((x) => touched.has(x)) || !same(shape(f), shape(old.filed))));
  });
  const changed = filed.filter((f) => {
    const old = state.steps.get(f.id);
    return old && !isFinal(old) && (f.facts.some((x) => touched.has(x)) || !same(shape(f), shape(old.filed)));
  });
  const ended = [...state.steps.values()].filter((s) => !isFinal(s) && !now.has(s.filed.id));
  const authorities = [...[...added, ...changed].map((f) => f.authority), ...[...ended, ...grantedThatRead(state, touched)].map((s) => s.authority)];
  return {
    answers,
    provenance: {},
    documents: documents.filter((d) => !state.documents.some((x) => same(x, d))),
    added,
    changed,
    ended: ended.map((s) => ({ step: s.filed.id, reason: '条件变化，不再需要' })),
    told: [...new Set(authorities)],
  };
}

export const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);
/** What of a filed step matters to those who handle it; when it ends is a forecast. */
export const shape = ({ finish: _, ...filed }: FiledStep) => filed;

/** The applicant has confirmed: one command on the case, once. */
export async function submitChange(product: Product, draft: OpenDraft): Promise<{ kind: 'submitted'; number: string; repeated: boolean; changed: true } | { kind: 'key-reused' }> {
  const found = await differenceOf(product, draft);
  if (!found) return { kind: 'key-reused' };
  const { open, change } = found;
  const number = open.state.number;
  const { actor } = draft;
  const nothing = Object.keys(change.answers).length + change.documents.length + change.added.length + change.ended.length === 0;
  if (!nothing) {
    const done = await carryOut(product, open, actor, draft.body.key, (at) => changeFacts({ state: open.state, at, actor, clocks: clocksOf(product.calendar()) }, change));
    if (done.kind !== 'done') return { kind: 'key-reused' };
  }
  await saveDraft(product, draft, { ...draft.body, submitted: number });
  return { kind: 'submitted', number, repeated: false, changed: true };
}
