/**
 * A draft: what a person has said, what registers were read for her, and what she will hand over, before she submits.
 * Saved at every answer; the address of the draft is the link she comes back by.
 */
import { randomBytes } from 'node:crypto';
import type { Actor, HandedOver, Provenance, Value, Values } from '../core/case';
import type { InForce } from '../core/catalogue';
import {
  compileLaw,
  groupOf,
  nextQuestion,
  pageWith,
  prepare,
  demand,
  situation,
  type Basket,
  type Compiled,
  type KnownFacts,
  type Prepared,
  type QuestionPage,
  type Situation,
} from '../core/journey';
import { companyOf, rightFor } from './companies';
import { includes, rightTo } from './entrust';
import type { Right } from './ports/entrust-store';
import type { Person, Principal } from './ports/identity';
import type { RegisterAnswer } from './ports/registers';
import type { Product } from './product';

/** One reading of one register for one key; values stand until they are accepted or refused. */
export type Reading = {
  register: string;
  /** Subject and key datum: `mother` by `idNumber`. */
  subject: string;
  key: string;
  at: string;
  /** `declined`: the applicant would not have it read. */
  state: RegisterAnswer['state'] | 'not-permitted' | 'declined';
  asOf: string | null;
  values: Values;
  evidence: string[];
  /** What was asked for and not given is asked of the person instead. */
  missing: string[];
  /** Null until the applicant has looked at it. */
  settled: null | { accepted: string[]; refused: string[]; wrong: string[] };
};

export type DraftBody = {
  basket: Basket;
  division: string;
  /** The day whose law the draft is compiled under; the law of the day of submission applies in the end. */
  answers: Values;
  passed: string[];
  readings: Reading[];
  documents: HandedOver[];
  /** Evidence chosen among alternatives. */
  preferred: string[];
  /** Idempotency key of the submission: the same draft can be submitted once. */
  key: string;
  startedAt: string;
  submitted: string | null;
  /** Answered where no register could be asked, at a village station or on paper: compiled with none, under the law of the day it was signed. */
  offline?: { day: string };
  /** Begun from a case that was filed: facts of it have changed, or what failed is filed again. */
  again?: Again;
  /** Whose it is, where others may fill it in: a company, or a person who handed it on; with what her sign-in gave. */
  for?: Applicant;
  /** One of several branches that are applied for together. */
  branch?: Branch;
};

export type Applicant = { id: string; name: string; kind: 'person' | 'organisation'; gives: Person['gives'] };
/** `lead` is the draft that is asked what all branches share; `columns` are what each says for itself. */
export type Branch = { batch: string; row: number; name: string; lead: boolean; columns: string[]; sharedAt?: number };

/** What is carried over so that nothing is asked twice: outputs of granted steps, and documents (`evidence@subject`) already on file. */
export type Again = { number: string; kind: 'change' | 'refile'; outputs: Values; onFile: string[] };

/** `person` is the applicant's side; `actor` is who has it open now, in which capacity, and `may` what she may do. */
export type OpenDraft = { id: string; version: number; body: DraftBody; person: Person; actor: Actor; acting: Person; may: Right /** When acting for another ends. */; until?: string };

export type DraftProblem = 'no-such-draft' | 'not-yours' | 'stale' | 'submitted';

const newId = () => randomBytes(12).toString('base64url');

export async function startDraft(
  product: Product,
  person: Person,
  basket: Basket,
  division: string,
  carried: Partial<Pick<DraftBody, 'answers' | 'documents' | 'again' | 'for' | 'branch' | 'readings' | 'preferred'>> = {},
): Promise<string> {
  prepare(product.law(), basket);
  const id = newId();
  const body: DraftBody = { basket, division, answers: {}, passed: [], readings: [], documents: [], preferred: [], key: newId(), startedAt: product.now().toISOString(), submitted: null, ...carried };
  const store = await product.store();
  await store.saveDraft({ id, owner: carried.for?.id ?? person.id, body }, 0, product.now().toISOString());
  return id;
}

/** Hers, or one she may act on: for a company, or because it was handed on to her. Anybody else is not told that it is there. */
export async function openDraft(product: Product, who: Principal | null, id: string): Promise<OpenDraft | DraftProblem> {
  const draft = await (await product.store()).draft(id);
  if (!draft) return 'no-such-draft';
  if (who?.kind !== 'person') return 'not-yours';
  const body = draft.body as DraftBody;
  const opened = { id, version: draft.version, body, acting: who };
  if (draft.owner === who.id) return { ...opened, person: who, actor: { id: who.id, name: who.name, capacity: 'self' }, may: 'represent' };
  const company = companyOf(draft.owner);
  const right = company ? await rightFor(product, who, company) : await rightTo(product, who, 'draft', id);
  if (!right || !body.for) return 'not-yours';
  const { kind: _, ...applicant } = body.for;
  const person: Person = { ...who, ...applicant };
  return {
    ...opened,
    person,
    actor: { id: who.id, name: who.name, capacity: right.may === 'represent' ? 'legal-representative' : 'agent', behalf: { id: person.id, name: person.name } },
    may: right.may,
    until: right.until,
  };
}

/** Throws for a hand that may only look: pages ask before. */
export async function saveDraft(product: Product, draft: OpenDraft, body: DraftBody): Promise<OpenDraft | 'stale'> {
  if (!includes(draft.may, 'prepare')) throw new Error('a draft that may only be viewed was to be saved');
  const saved = await (await product.store()).saveDraft({ id: draft.id, owner: draft.person.id, body }, draft.version, product.now().toISOString());
  return saved.kind === 'stale' ? 'stale' : { ...draft, body, version: saved.version };
}

/** What the sign-in gives about the applicant. */
export function signedIn(product: Product, person: Person): Values {
  const data = product.law().data.get('person');
  return Object.fromEntries(
    Object.entries(person.gives)
      .filter(([datum]) => data?.has(datum))
      .map(([datum, value]) => [`applicant.${datum}`, value]),
  );
}

export function knownOf(product: Product, draft: OpenDraft): KnownFacts {
  const values: Values = {};
  const { again } = draft.body;
  // A register is not asked for a paper that is on file.
  const unavailable = new Set<string>(again?.onFile);
  for (const r of draft.body.readings) {
    for (const m of r.missing) unavailable.add(m);
    if (!r.settled) continue;
    // A register that gave nothing, or of which nothing was wanted, is not counted on for anything else it holds of that subject.
    if (r.settled.accepted.length === 0) for (const item of heldIn(lawOf(product, draft), r)) unavailable.add(item);
    for (const [concept, value] of Object.entries(r.values)) if (r.settled.accepted.includes(concept)) values[concept] = value;
    for (const concept of [...r.settled.refused, ...r.settled.wrong]) unavailable.add(concept);
  }
  return {
    registers: draft.body.offline ? new Set<string>() : product.connected,
    values,
    unavailable,
    signIn: signedIn(product, draft.person),
    outputs: again?.outputs ?? {},
    onFile: new Set(again?.onFile),
    preferred: new Set(draft.body.preferred),
  };
}

/** Everything a register could give about a subject by that key: concepts, and documents as `evidence@subject`. */
function heldIn(law: InForce, { register, subject, key }: Reading): string[] {
  const entity = law.subjects.get(subject)?.entity;
  const by = (x: { register: string; key: string }) => x.register === register && x.key === key;
  const data = entity ? [...(law.data.get(entity)?.values() ?? [])].filter((d) => d.suppliedBy?.some(by)).map((d) => `${subject}.${d.id}`) : [];
  return [...data, ...[...law.evidence.values()].filter((e) => e.heldBy?.some(by)).map((e) => `${e.id}@${subject}`)];
}

/** Today's law, or that of the day a filing was signed. */
const lawOf = (product: Product, { body }: OpenDraft): InForce => (body.offline && product.catalogue.inForce(body.offline.day).law) || product.law();
const dayOf = (product: Product, { body }: OpenDraft): string => body.offline?.day ?? product.today();

export const preparedOf = (product: Product, draft: OpenDraft): Prepared => prepare(lawOf(product, draft), draft.body.basket);

const compiledBodies = new WeakMap<DraftBody, { law: InForce; today: string; compiled: Compiled }>();

/** Compiled once for each state of a draft under one day's law: a page asks for it more than once. */
export function compiledDraft(product: Product, draft: OpenDraft): Compiled {
  const [law, today] = [lawOf(product, draft), dayOf(product, draft)];
  const kept = compiledBodies.get(draft.body);
  if (kept?.law === law && kept.today === today) return kept.compiled;
  const compiled = compileLaw(law, draft.body.basket, draft.body.answers, knownOf(product, draft), today);
  compiledBodies.set(draft.body, { law, today, compiled });
  return compiled;
}

export function draftSituation(product: Product, draft: OpenDraft): Situation {
  return situation(preparedOf(product, draft), dayOf(product, draft), draft.body.answers, knownOf(product, draft));
}

export type { QuestionPage } from '../core/journey';

export function nextPage(product: Product, draft: OpenDraft): QuestionPage | null {
  const s = draftSituation(product, draft);
  const d = demand(s);
  const passed = new Set(draft.body.passed);
  const next = nextQuestion(s, d, passed);
  return next && pageWith(s, d, next.concept, next.reason, (concept) => !(concept in draft.body.answers) && !passed.has(concept));
}

/** The page a question stands on, whether answered or not; for going back and changing. */
export function pageOf(product: Product, draft: OpenDraft, concept: string): QuestionPage | null {
  const prepared = preparedOf(product, draft);
  if (!prepared.datum(concept) && !prepared.choices.has(concept)) return null;
  const s = draftSituation(product, draft);
  const path = compiledDraft(product, draft).plan.questions;
  const question = path.find((q) => q.concept === concept);
  if (!question) return null;
  return question.kind === 'needed' ? pageWith(s, demand(s), concept, 'needed', () => true) : { group: groupOf(prepared, concept), reason: 'deciding', concepts: [concept] };
}

/** Every value that will be filed, with where it came from. */
export function filedValues(product: Product, draft: OpenDraft): { values: Values; provenance: { [concept: string]: Provenance } } {
  const known = knownOf(product, draft);
  const values: Values = {};
  const provenance: { [concept: string]: Provenance } = {};
  const put = (from: Values, of: (concept: string) => Provenance) => {
    for (const [concept, value] of Object.entries(from)) {
      values[concept] = value as Value;
      provenance[concept] = of(concept);
    }
  };
  const reading = (concept: string) => draft.body.readings.find((r) => concept in r.values);
  put(known.signIn, () => ({ from: 'sign-in' }));
  put(known.values, (c) => {
    const r = reading(c);
    return { from: 'register', ...(r && { register: r.register }), ...(r?.asOf && { asOf: r.asOf }) };
  });
  // A register's value she looked at and let stand is still the register's.
  const stands = (c: string) => c in known.values && known.values[c] === draft.body.answers[c];
  put(draft.body.answers, (c) => (stands(c) ? provenance[c]! : { from: draft.body.again?.kind === 'refile' ? 'earlier-case' : 'applicant' }));
  return { values, provenance };
}
