/**
 * One submission: compiled under the law of the day, filed as one command with the draft's idempotency key. A double click, a reload
 * or a lost answer gives one case and its number.
 */
import { type Actor, caseNumber, type CaseEvent, type EventOf, fold, type HandedOver, receive, recorded } from '../core/case';
import { submitChange } from './again';
import { canonicalBytes } from '../core/case/canonical';
import { chained, genesis } from '../core/case/chain';
import { nextQuestion } from '../core/journey';
import { clocksOf, instantOf } from './clocks';
import { includes } from './entrust';
import { pieceId } from './documents';
import { compiledDraft, filedValues, type OpenDraft, saveDraft } from './draft';
import { filedSteps, usedConcepts } from './filing';
import { sha256 } from './load-city';
import { caseIds } from './case-ids';
import type { Product } from './product';
import { offers, unsettled } from './registers/preview';
import { caseRow, stepRows } from './rows';

export type Unready = { kind: 'unready'; because: 'questions' | 'registers' | 'documents' | 'nothing-in'; what: string[] };
/** `changed`: not a new case, but facts of one that is under way. */
export type Submitted = { kind: 'submitted'; number: string; repeated: boolean; changed?: true };

/** What still keeps the draft from being submitted, or null. */
export function unready(product: Product, draft: OpenDraft): Unready | null {
  const { situation: s, plan } = compiledDraft(product, draft);
  if (!draft.body.offline && (unsettled(draft).length || offers(product, draft, s).length)) return { kind: 'unready', because: 'registers', what: [] };
  const next = nextQuestion(s);
  if (next) return { kind: 'unready', because: 'questions', what: [next.concept] };
  if (s.active.length === 0) return { kind: 'unready', because: 'nothing-in', what: plan.services.map((x) => x.id) };
  const have = new Set(draft.body.documents.map(pieceId));
  const missing = plan.documents.pieces.filter((p) => !have.has(pieceId(p))).map(pieceId);
  return missing.length ? { kind: 'unready', because: 'documents', what: missing } : null;
}

/** Filed by somebody else for the applicant, under a mandate. */
export type FiledBy = { actor: Actor; contact: string | null } & Required<Pick<EventOf<'submitted'>, 'receipt' | 'mandate'>>;

export async function submit(product: Product, draft: OpenDraft, by?: FiledBy): Promise<Submitted | Unready | { kind: 'key-reused' }> {
  if (!includes(draft.may, 'submit')) throw new Error('a draft was to be submitted by a hand that may not');
  const store = await product.store();
  const actor: Actor = by?.actor ?? draft.actor;
  // The key is the applicant's: two hands that press at once file one case.
  const sender = by?.actor.id ?? draft.person.id;
  const before = await store.repeated(sender, draft.body.key);
  if (before) return done(product, draft, (before.response as { number: string }).number, true, by);
  const lacking = unready(product, draft);
  if (lacking) return lacking;
  if (draft.body.again?.kind === 'change') return submitChange(product, draft);

  const compiled = compiledDraft(product, draft);
  const at = instantOf(product);
  const contact = by ? by.contact : draft.person.gives['phone'];
  const { values, provenance } = onlyUsed(filedValues(product, draft), usedConcepts(compiled));
  const steps = filedSteps(compiled);
  const documents = documentsOf(draft, compiled.plan.documents);
  const id = nextCaseId(product.now().getTime());
  const number = caseNumber(draft.body.division, id);
  const filing = {
    type: 'submitted' as const,
    division: draft.body.division,
    journey: compiled.plan.journey,
    basket: 'journey' in draft.body.basket ? [draft.body.basket.journey] : [...draft.body.basket.services],
    catalogue: compiled.plan.catalogue,
    lawOf: compiled.plan.at,
    applicant: { id: draft.person.id, name: draft.person.name, kind: draft.body.for?.kind ?? ('person' as const), ...(contact && { contact }) },
    answers: values,
    provenance,
    documents,
    steps,
    ...(by && { receipt: by.receipt, mandate: by.mandate }),
  };
  const events: CaseEvent[] = [{ ...filing, number }];
  for (const r of draft.body.readings) for (const concept of r.settled?.wrong ?? []) events.push({ type: 'correction-requested', register: r.register, concept });
  const first = recorded(events, 0, at, actor);
  const opened = fold(first)!;
  const received = recorded(receive({ state: opened, at, actor, clocks: clocksOf(product.calendar()) }), first.length, at, actor);
  const all = [...first, ...received];
  const caseId = id.toString();
  const stored = chained(caseId, genesis, all, sha256);
  const state = fold(all)!;
  const head = { caseId, head: stored.at(-1)!.hash, updatedAt: at };
  const result = await store.submit({
    actor: sender,
    key: draft.body.key,
    fingerprint: sha256(canonicalBytes({ draft: draft.id, basket: filing.basket })),
    case: caseRow(state, head),
    steps: stepRows(state, head),
    events: stored,
    notices: [{ topic: 'case-submitted', key: `submitted:${number}`, body: { number, n: 1 } }],
    response: { number },
  });
  switch (result.kind) {
    case 'done':
      return done(product, draft, number, false, by);
    case 'repeated':
      return done(product, draft, (result.response as { number: string }).number, true, by);
    default:
      return { kind: 'key-reused' };
  }
}

/** An answer that a later one made superfluous is not filed. */
function onlyUsed<T extends ReturnType<typeof filedValues>>({ values, provenance }: T, used: ReadonlySet<string>): Pick<T, 'values' | 'provenance'> {
  const lists = new Set([...used].map((concept) => concept.slice(0, concept.indexOf('.'))));
  const pick = <V>(all: { [concept: string]: V }) => Object.fromEntries(Object.entries(all).filter(([concept]) => used.has(concept) || lists.has(concept)));
  return { values: pick(values), provenance: pick(provenance) };
}

async function done(product: Product, draft: OpenDraft, number: string, repeated: boolean, by?: FiledBy): Promise<Submitted> {
  // Best effort: the case stands whether or not the draft remembers its number; the key finds it again.
  if (!by && !draft.body.submitted) await saveDraft(product, draft, { ...draft.body, submitted: number });
  return { kind: 'submitted', number, repeated };
}

function documentsOf(draft: OpenDraft, planned: ReturnType<typeof compiledDraft>['plan']['documents']): HandedOver[] {
  const wanted = new Set([...planned.pieces, ...planned.optional].map(pieceId));
  const held = planned.supplied.flatMap((s): HandedOver[] => ('register' in s.from ? [{ evidence: s.evidence, subject: s.subject, form: 'register', copies: 1, register: s.from.register }] : []));
  return [...draft.body.documents.filter((d) => wanted.has(pieceId(d))), ...held];
}

/** The cell number tells processes apart. */
const nextCaseId = caseIds(process.pid & 1023);
