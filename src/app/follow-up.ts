/** What the applicant can do with a filed case: answer a notice, hand in what was deferred, ask for a hearing, withdraw, say that it cannot be done, and rate it. */
import { type Given, type Refused, takeAnswers } from '../core/journey';
import { askHearing, type Handling, type HandedOver, openTicket, type Outcome, rate, type Rated, revokeMandate, supplement, supplyDeferred, type Values, withdraw } from '../core/case';
import { lawOfCase, preparedCase } from './case-view';
import { clocksOf } from './clocks';
import { type FileProblem, type Offered, takeFile } from './attachments/take';
import { actorIn, carryOut, type Carried, type OpenCase, openFor } from './open-case';
import type { Principal } from './ports/identity';
import type { Product } from './product';
import { reshapes } from './reshapes';

/** `facts`: what a notice asked about, as typed. */
export type Added = { note: string; files: (Offered & { evidence: string; subject: string })[]; paper: { evidence: string; subject: string }[]; facts?: Given };

type Done = Carried | { kind: 'not-found' };

/** One command of the applicant's side on a case she may follow. */
async function follow(product: Product, person: Principal, number: string, key: string, command: (h: Handling) => Outcome): Promise<Done> {
  const open = await openFor(product, person, number, 'act');
  if (!open) return { kind: 'not-found' };
  const actor = actorIn(open, person);
  return carryOut(product, open, actor, key, (at) => command({ state: open.state, at, actor, clocks: clocksOf(product.calendar()) }));
}

export async function addSupplement(
  product: Product,
  person: Principal,
  number: string,
  stepId: string,
  key: string,
  added: Added,
): Promise<Done | { kind: 'bad-file'; name: string; problem: FileProblem } | { kind: 'bad-facts'; refused: Refused[] } | { kind: 'reshapes' }> {
  const open = await openFor(product, person, number, 'act');
  if (!open) return { kind: 'not-found' };
  const read = factsIn(product, open, added.facts ?? {});
  if ('kind' in read) return read;
  const documents = await kept(product, added);
  if (!Array.isArray(documents)) return documents;
  const note = added.note.trim();
  // The same form answers a notice and brings what was deferred.
  const answersNotice = open.state.steps.get(stepId)?.status === 'supplement-requested';
  return follow(product, person, number, key, (h) => (answersNotice ? supplement(h, stepId, { answers: read.answers, documents, ...(note && { note }) }) : supplyDeferred(h, stepId, documents)));
}

/** The facts said anew. One that would change what is applied for is no supplement: it is confirmed as changed facts. */
function factsIn(product: Product, { state }: OpenCase, facts: Given): { answers: Values } | { kind: 'bad-facts'; refused: Refused[] } | { kind: 'reshapes' } {
  const prepared = preparedCase(lawOfCase(product, state), state);
  if (!prepared || Object.keys(facts).length === 0) return { answers: {} };
  const taken = takeAnswers(prepared, {}, facts);
  if ('refused' in taken) return { kind: 'bad-facts', refused: taken.refused };
  return reshapes(product, state, taken.answers) ? { kind: 'reshapes' } : taken;
}

async function kept(product: Product, added: Added): Promise<HandedOver[] | { kind: 'bad-file'; name: string; problem: FileProblem }> {
  const documents: HandedOver[] = added.paper.map((p) => ({ ...p, form: 'paper', copies: 1 }));
  for (const f of added.files) {
    const file = await takeFile(product, f);
    if ('problem' in file) return { kind: 'bad-file', name: f.name, problem: file.problem };
    documents.push({ evidence: f.evidence, subject: f.subject, form: 'file', copies: 1, file });
  }
  return documents;
}

export const withdrawCase = (product: Product, person: Principal, number: string, key: string, reason: string): Promise<Done> => follow(product, person, number, key, (h) => withdraw(h, reason));

export const askForHearing = (product: Product, person: Principal, number: string, step: string, key: string): Promise<Done> => follow(product, person, number, key, (h) => askHearing(h, step));

/** 办不成事: the ticket carries the key of its form, so that one form is one ticket. */
export const sayItCannotBeDone = (product: Product, person: Principal, number: string, key: string, says: string, step?: string): Promise<Done> =>
  follow(product, person, number, key, (h) => openTicket(h, key, says, step));

export const rateCase = (product: Product, person: Principal, number: string, key: string, rated: Rated): Promise<Done> => follow(product, person, number, key, (h) => rate(h, rated));

/** She, or the helper at her word, ends the mandate. */
export const endMandate = (product: Product, person: Principal, number: string, key: string, reason: string): Promise<Done> => follow(product, person, number, key, (h) => revokeMandate(h, reason));
