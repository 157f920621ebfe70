/**
 * Reading registers for a draft: once per register and key, only for whom the reader may read, with the basis and the purpose
 * logged; the applicant looks at each value and takes it or not. Refusing never costs her anything: she is asked instead.
 */
import type { Values } from '../../core/case';
import { demand, heldBy, registerFor, type Situation } from '../../core/journey';
import { mayBeAbsent } from '../answer';
import { type DraftBody, draftSituation, type OpenDraft, preparedOf, type Reading, saveDraft } from '../draft';
import type { Access } from '../ports/store';
import type { RegisterRequest, Related } from '../ports/registers';
import type { Product } from '../product';
import { companyOf } from '../companies';
import { type Mandate, mayRead } from './may-read';

/** What one register could give for one subject. */
export type Offer = { register: string; subject: string; key: string; keyValue: string; concepts: string[]; evidence: string[] };

/** Registers that would spare the applicant something, whose key is known, and that were not read yet. */
export function offers(product: Product, draft: OpenDraft, s: Situation = draftSituation(product, draft)): Offer[] {
  const found = new Map<string, Offer>();
  const at = (register: string, keyConcept: string, item: string): Offer | null => {
    const value = s.value(keyConcept);
    if (typeof value !== 'string' || value === '') return null;
    const dot = keyConcept.indexOf('.');
    const [subject, key] = [keyConcept.slice(0, dot), keyConcept.slice(dot + 1)];
    if (draft.body.readings.some((r) => r.register === register && r.subject === subject && r.key === key && covers(r, item))) return null;
    const id = `${register}|${keyConcept}`;
    const offer = found.get(id) ?? { register, subject, key, keyValue: value, concepts: [], evidence: [] };
    found.set(id, offer);
    return offer;
  };
  const want = (concept: string) => {
    if (concept in s.answers || concept in s.known.values) return;
    const by = registerFor(s, concept);
    const offer = by && at(by.register, by.key, concept);
    if (offer && !offer.concepts.includes(concept)) offer.concepts.push(concept);
  };
  const d = demand(s);
  for (const concept of d.deciding.keys()) want(concept);
  for (const step of s.active) {
    if (step.initiator === 'authority') continue;
    for (const n of step.needs) if (s.holds(n.when)) want(n.item.concept);
    for (const e of step.evidence)
      if (s.holds(e.when))
        for (const held of heldBy(s, e.item)) {
          const piece = `${held.piece.evidence}@${held.piece.subject}`;
          const offer = at(held.register, held.key, piece);
          if (offer && !offer.evidence.includes(piece)) offer.evidence.push(piece);
        }
  }
  return [...found.values()];
}

const covers = (r: Reading, item: string) => item in r.values || r.evidence.includes(item) || r.missing.includes(item);

/** The applicant will not have these registers read: she is asked instead, and they are not offered again. */
export async function declineRegisters(product: Product, draft: OpenDraft): Promise<OpenDraft | 'stale'> {
  const at = product.now().toISOString();
  const declined = offers(product, draft).map(
    (o): Reading => ({
      register: o.register,
      subject: o.subject,
      key: o.key,
      at,
      state: 'declined',
      asOf: null,
      values: {},
      evidence: [],
      missing: [...o.concepts, ...o.evidence],
      settled: { accepted: [], refused: [], wrong: [] },
    }),
  );
  return saveDraft(product, draft, { ...draft.body, readings: [...draft.body.readings, ...declined] });
}

/** Forgets what a register could not answer just now, so that it is offered once more. */
export async function retryRegisters(product: Product, draft: OpenDraft): Promise<OpenDraft | 'stale'> {
  const again = new Set<Reading['state']>(['later', 'unavailable', 'declined']);
  return saveDraft(product, draft, { ...draft.body, readings: draft.body.readings.filter((r) => !again.has(r.state)) });
}

/** Reads what is on offer. A register that does not answer in time costs nothing but the question. */
export async function readRegisters(product: Product, draft: OpenDraft): Promise<OpenDraft | 'stale'> {
  const wanted = offers(product, draft);
  if (wanted.length === 0) return draft;
  const at = product.now().toISOString();
  const gives = draft.acting.gives;
  const keys = Object.entries(gives).map(([datum, value]) => ({ datum, value }));
  const related = await relatedOf(product, draft);
  const readings = await Promise.all(wanted.map((o) => read(product, draft, o, { keys, related, at })));
  const store = await product.store();
  await store.recordAccess(
    readings
      .filter((r) => r.state !== 'not-permitted')
      .map(
        (r): Access => ({
          at,
          who: draft.actor.id,
          capacity: draft.actor.capacity,
          register: r.register,
          subject: keyOf(wanted, r),
          purpose: purposeText(draft.body),
          caseNumber: null,
          result: r.state,
        }),
      ),
  );
  return saveDraft(product, draft, { ...draft.body, readings: [...draft.body.readings, ...readings] });
}

const keyOf = (wanted: readonly Offer[], r: Reading) => wanted.find((o) => o.register === r.register && o.subject === r.subject && o.key === r.key)?.keyValue ?? '';
const purposeText = (body: DraftBody) => ('journey' in body.basket ? body.basket.journey : body.basket.services.join(','));

async function read(product: Product, draft: OpenDraft, offer: Offer, who: { keys: { datum: string; value: string }[]; related: Related[]; at: string }): Promise<Reading> {
  const base: Omit<Reading, 'state' | 'missing'> = { register: offer.register, subject: offer.subject, key: offer.key, at: who.at, asOf: null, values: {}, evidence: [], settled: null };
  const all = [...offer.concepts, ...offer.evidence];
  const allowed = mayRead(
    { signedIn: draft.acting.gives, related: who.related, mandates: mandatesOf(draft, who.at), register: offer.register, at: who.at },
    { datum: offer.key, value: offer.keyValue },
  );
  if (!allowed.allowed) return { ...base, state: 'not-permitted', missing: all, settled: { accepted: [], refused: [], wrong: [] } };
  const bare = (concept: string) => concept.slice(offer.subject.length + 1);
  const answer = await product.registers.read({
    register: offer.register,
    key: { datum: offer.key, value: offer.keyValue },
    data: offer.concepts.map(bare),
    evidence: offer.evidence.map((e) => e.slice(0, e.indexOf('@'))),
    purpose: purposeOf(product, draft, offer.register),
  });
  if (answer.state !== 'found') return { ...base, state: answer.state, missing: all, settled: { accepted: [], refused: [], wrong: [] } };
  const values: Values = {};
  for (const concept of offer.concepts) {
    const value = answer.data[bare(concept)];
    // Nothing, where there must be something, is not an answer.
    if (value === null && !mayBeAbsent(draft, product, concept)) continue;
    if (value !== undefined) values[concept] = value;
  }
  const evidence = offer.evidence.filter((e) => answer.evidence.includes(e.slice(0, e.indexOf('@'))));
  return { ...base, state: 'found', asOf: answer.asOf, values, evidence, missing: all.filter((c) => !(c in values) && !evidence.includes(c)) };
}

function purposeOf(product: Product, draft: OpenDraft, register: string): RegisterRequest['purpose'] {
  const basis = product.law().registers.get(register)?.basis;
  return {
    basis: basis ? `${basis.kind}${basis.source ? `:${basis.source}` : ''}` : '',
    journey: 'journey' in draft.body.basket ? draft.body.basket.journey : null,
    draft: draft.id,
    actor: draft.actor.id,
  };
}

/** Who acts for another may have read what that other could: the applicant's own record, or the company's – nobody's relatives. */
function mandatesOf({ body, actor, person, acting }: OpenDraft, at: string): Mandate[] {
  if (actor.id === person.id || !body.for) return [];
  const company = companyOf(body.for.id);
  const principal = company ? { creditCode: company } : body.for.gives;
  return [{ id: `${acting.id}:${body.for.id}`, principal, registers: 'all', from: at, until: new Date(Date.parse(at) + 1000).toISOString(), revokedAt: null }];
}

/** Relatives and businesses that a register proves, for the key of the person signed in only. */
export async function relatedOf(product: Product, draft: OpenDraft): Promise<Related[]> {
  const value = draft.acting.gives['idNumber'];
  if (!value) return [];
  const answers = await Promise.all([...product.connected].map((register) => product.registers.related(register, { datum: 'idNumber', value }, purposeOf(product, draft, register))));
  return answers.flatMap((related) => related ?? []);
}

/** What is still to be looked at. */
export const unsettled = (draft: OpenDraft): Reading[] => draft.body.readings.filter((r) => r.settled === null);

export type Choice = 'accept' | 'refuse' | 'wrong';

/**
 * @param choices per concept or `evidence@subject`; what is not named is refused. A wrong value is reported to the register's holder.
 * @param again look once more at everything that was read, not only at what is new
 */
export async function settle(product: Product, draft: OpenDraft, choices: { [item: string]: Choice }, again = false): Promise<OpenDraft | 'stale'> {
  const now = product.now().toISOString();
  const wrong: { register: string; concept: string }[] = [];
  const answers: Values = { ...draft.body.answers };
  const readings = draft.body.readings.map((r): Reading => {
    if (r.settled && !(again && r.state === 'found')) return r;
    const items = [...Object.keys(r.values), ...r.evidence];
    const chosen = (c: Choice) => items.filter((i) => (choices[i] ?? 'refuse') === c);
    const settled = { accepted: chosen('accept'), refused: chosen('refuse'), wrong: chosen('wrong') };
    for (const concept of settled.wrong) if (!r.settled?.wrong.includes(concept)) wrong.push({ register: r.register, concept });
    for (const concept of Object.keys(r.values)) {
      // Looking at a value and letting it stand is the confirmation that `reuse: confirm` asks for; taking that back asks again.
      if (settled.accepted.includes(concept) && toConfirm(product, draft, concept)) answers[concept] ??= r.values[concept]!;
      else if (!settled.accepted.includes(concept) && answers[concept] === r.values[concept]) delete answers[concept];
    }
    return { ...r, settled };
  });
  const saved = await saveDraft(product, draft, { ...draft.body, readings, answers });
  if (saved === 'stale') return 'stale';
  const store = await product.store();
  for (const w of wrong)
    await store.requestCorrection({
      id: `${draft.id}:${w.register}:${w.concept}`,
      at: now,
      register: w.register,
      concept: w.concept,
      caseNumber: null,
      draft: draft.id,
      requestedBy: draft.person.id,
      state: 'open',
    });
  return saved;
}

const toConfirm = (product: Product, draft: OpenDraft, concept: string) => preparedOf(product, draft).datum(concept)?.datum.reuse === 'confirm';
