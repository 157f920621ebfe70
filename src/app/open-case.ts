/** A case read from the store and folded; what the desk, the tracking page and every command start from. */
import { type Actor, type CaseEvent, type CaseState, fold, type Outcome, readCaseNumber, recorded, type Refusal } from '../core/case';
import { chained } from '../core/case/chain';
import { canonicalBytes } from '../core/case/canonical';
import { instantOf } from './clocks';
import { companyOf, rightFor } from './companies';
import { includes } from './entrust';
import { sha256 } from './load-city';
import type { Right } from './ports/entrust-store';
import type { Person, Principal } from './ports/identity';
import type { Product } from './product';
import type { CaseRow, StepRow, StoredEvent } from './ports/store';
import { caseRow, checkoutChange, stepRows, storyRows, voiceChanges } from './rows';

/** `right`: what whoever opened the case of a company may do for it. */
export type OpenCase = { row: CaseRow; steps: StepRow[]; events: StoredEvent[]; state: CaseState; right?: Right };

/** `within` an authority: null unless it has a step of the case; the database itself shows it no other, so a desk that opens a case says whose it is. */
export async function openCase(product: Product, number: string, within?: string): Promise<OpenCase | null> {
  const plain = readCaseNumber(number);
  if (!plain) return null;
  const store = await product.store();
  const found = await store.wholeCase(plain, within);
  if (!found) return null;
  const { events } = found;
  const state = fold(events);
  if (!state) return null;
  await product.versions.ensure(state.catalogue);
  return { row: found.case, steps: found.steps, events, state };
}

/** The applicant – by her sign-in, or by the number she was filed for under – and whoever filed for her, as long as her consent stands. */
function mayFollow({ row, state }: OpenCase, who: Principal | null): boolean {
  if (who === null) return false;
  if (row.applicantId === who.id) return true;
  // Whoever filed for a company follows as long as she may act for it; `openFor` knows.
  if (companyOf(row.applicantId) !== null) return false;
  if (state.mandate) return who.kind === 'person' ? isPrincipal(state, who) : state.mandate.helper.id === who.id && state.mandate.revokedAt === undefined;
  return who.kind === 'person' && row.actorId === who.id;
}

/** The case, for somebody of the applicant's side who may look at it, or act in it; anybody else is not told that it is there. */
export async function openFor(product: Product, who: Principal | null, number: string, does: 'look' | 'act'): Promise<OpenCase | null> {
  const open = await openCase(product, number);
  if (!open || who === null) return null;
  const company = companyOf(open.row.applicantId);
  if (company === null) return mayFollow(open, who) ? open : null;
  const right = await rightFor(product, who, company);
  return right && includes(right.may, does === 'look' ? 'view' : 'submit') ? { ...open, right: right.may } : null;
}

const isPrincipal = (state: CaseState, who: Person): boolean => who.assurance >= 2 && who.gives['idNumber'] !== undefined && residentId(who.gives['idNumber']) === state.applicant.id;

/** Somebody who was filed for and whose sign-in is not known: the same number is the same person. */
export const residentId = (idNumber: string): string => `resident:${sha256(`yijian resident ${idNumber}`).slice(0, 32)}`;

/** In what capacity somebody who may follow a case acts in it. */
export function actorIn({ state, row, right }: OpenCase, who: Principal): Actor {
  const { id, name } = who;
  const behalf = { id: state.applicant.id, name: state.applicant.name };
  if (who.kind !== 'person') return { id, name, capacity: who.kind === 'helper' ? 'helper' : 'counter-clerk', behalf };
  if (row.applicantId === id || isPrincipal(state, who)) return { id, name, capacity: 'self' };
  return { id, name, capacity: right === 'represent' ? 'legal-representative' : 'agent', behalf };
}

/** A relative who filed once: facts are changed by the applicant, or for a company by who may. */
export const isHelping = (open: OpenCase, person: Person): boolean => open.right === undefined && actorIn(open, person).capacity === 'agent';

/** `repeated`: the same form was sent before; what counts is what was recorded then. */
export type Carried = { kind: 'done'; state: CaseState; repeated?: true } | { kind: 'stale' } | { kind: 'refused'; because: Refusal['refused'] };

/** Appends the events of a command in one round trip. `key` makes a repeated form post happen once. */
export async function carryOut(product: Product, open: OpenCase, actor: Actor, key: string, command: (at: string) => Outcome): Promise<Carried> {
  const store = await product.store();
  const fingerprint = sha256(canonicalBytes({ case: open.row.caseId, key }));
  const before = await store.repeated(actor.id, key);
  if (before) return before.fingerprint === fingerprint ? { kind: 'done', state: open.state, repeated: true } : { kind: 'stale' };
  const at = instantOf(product);
  const outcome = command(at);
  if ('refused' in outcome) return { kind: 'refused', because: outcome.refused };
  const events: CaseEvent[] = outcome.events;
  const stored = chained(open.row.caseId, open.row.head, recorded(events, open.row.version, at, actor), sha256);
  const state = fold([...open.events, ...stored])!;
  const head = { caseId: open.row.caseId, head: stored.at(-1)!.hash, updatedAt: at };
  const claimed = new Map(open.steps.map((s) => [s.step, s.claimedBy] as const));
  const result = await store.append({
    actor: actor.id,
    key,
    fingerprint,
    case: caseRow(state, head),
    steps: stepRows(state, head, claimed),
    events: stored,
    voices: voiceChanges(state, stored),
    checkout: checkoutChange(open.state, state),
    stories: storyRows([...open.events, ...stored], product.calendar()),
    notices: events.map((e, i) => ({
      topic: `case-${e.type}`,
      key: `${open.row.caseId}:${open.row.version + i + 1}`,
      body: { number: open.row.number, n: open.row.version + i + 1, ...('step' in e && { step: e.step }) },
    })),
    response: { version: state.version },
  });
  switch (result.kind) {
    case 'done':
      product.changed(open.row.number);
      return { kind: 'done', state };
    case 'repeated':
      return { kind: 'done', state: open.state, repeated: true };
    case 'taken':
      return { kind: 'refused', because: 'slot-taken' };
    case 'stale':
    case 'key-reused':
      return { kind: 'stale' };
  }
}
