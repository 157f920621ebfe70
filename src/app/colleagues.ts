/**
 * Colleagues at one desk: who works there, who holds which step, who stands in for whom. Nothing legal happens here: holding a step tells
 * colleagues who is at it, and anybody of the authority may still act on it.
 */
import { readCaseNumber } from '../core/case';
import { parseDate } from '../core/calendar';
import { instantOf } from './clocks';
import type { Officer, Substitution } from './ports/desk-store';
import type { Clerk } from './ports/identity';
import type { CaseRow, StepRow } from './ports/store';
import type { Product } from './product';

export const officerOf = (c: Clerk): Officer => ({ id: c.id, name: c.name, authority: c.authority, division: c.division, lead: c.lead ?? false });

/** Everybody known at the desk: those who have opened it, and the sample clerks of a demonstration. */
export async function colleagues(product: Product, clerk: Clerk): Promise<Officer[]> {
  const known = new Map((await (await product.store()).officers(clerk.authority)).map((o) => [o.id, o]));
  for (const p of product.identity.samples()) if (p.kind === 'clerk' && p.authority === clerk.authority && !known.has(p.id)) known.set(p.id, officerOf(p));
  return [...known.values()];
}

export const arrives = async (product: Product, clerk: Clerk): Promise<void> => (await product.store()).seenAtDesk(officerOf(clerk), product.today());

/** Substitutions of the authority that have not passed. */
export const substitutions = async (product: Product, clerk: Clerk): Promise<Substitution[]> => (await product.store()).substitutions(clerk.authority, product.today());

/** Ids of those a clerk stands in for today. */
export async function standsInFor(product: Product, clerk: Clerk): Promise<string[]> {
  const today = product.today();
  return (await substitutions(product, clerk)).filter((s) => s.substitute === clerk.id && s.firstDay <= today).map((s) => s.absent);
}

/** A clerk names who stands in for her while she is away. */
export async function nameSubstitute(product: Product, clerk: Clerk, given: Pick<Substitution, 'id' | 'substitute' | 'firstDay' | 'lastDay'>): Promise<'named' | 'no-such-colleague' | 'bad-days'> {
  const others = (await colleagues(product, clerk)).filter((o) => o.id !== clerk.id);
  if (!others.some((o) => o.id === given.substitute)) return 'no-such-colleague';
  const good = [given.firstDay, given.lastDay].every((d) => /^\d{4}-\d{2}-\d{2}$/.test(d) && parseDate(d) !== null);
  if (!good || given.firstDay > given.lastDay || given.lastDay < product.today()) return 'bad-days';
  await (await product.store()).nameSubstitute({ ...given, authority: clerk.authority, absent: clerk.id });
  return 'named';
}

export const endSubstitution = async (product: Product, clerk: Clerk, id: string): Promise<void> => (await product.store()).endSubstitution(id, clerk.id);

export type ClaimResult = { kind: 'claimed' } | { kind: 'taken' };

/** Takes a step nobody holds, or one held by somebody she stands in for; or lays down her own – a lead lays down anybody's. Null: not on this desk. */
export async function claimStep(product: Product, clerk: Clerk, number: string, stepId: string, take: boolean): Promise<ClaimResult | null> {
  const found = await atDesk(product, clerk, number, stepId);
  if (!found) return null;
  const store = await product.store();
  const { caseId } = found.row;
  const holder = found.step.claimedBy;
  if (!take) {
    if (holder === null) return { kind: 'claimed' };
    if (holder !== clerk.id && !clerk.lead) return { kind: 'taken' };
    return { kind: (await store.handOn(caseId, stepId, holder, null)) ? 'claimed' : 'taken' };
  }
  if (holder !== null && holder !== clerk.id && (await standsInFor(product, clerk)).includes(holder)) {
    return { kind: (await store.handOn(caseId, stepId, holder, clerk.id)) ? 'claimed' : 'taken' };
  }
  const claimed = await store.claim(caseId, stepId, clerk.id);
  return claimed.kind === 'unknown' ? null : { kind: claimed.kind };
}

/** Hands a step to a colleague, with a note that stays among colleagues. Who holds it may, whoever stands in for her, and the lead; a step nobody holds anybody may give. */
export async function handOver(product: Product, clerk: Clerk, number: string, stepId: string, to: string, note: string): Promise<'handed-over' | 'not-here' | 'taken' | 'no-such-colleague'> {
  const found = await atDesk(product, clerk, number, stepId);
  if (!found) return 'not-here';
  const colleague = (await colleagues(product, clerk)).find((o) => o.id === to && o.id !== found.step.claimedBy);
  if (!colleague) return 'no-such-colleague';
  const holder = found.step.claimedBy;
  const may = holder === null || holder === clerk.id || clerk.lead === true || (await standsInFor(product, clerk)).includes(holder);
  const store = await product.store();
  if (!may || !(await store.handOn(found.row.caseId, stepId, holder, to))) return 'taken';
  const says = [`→ ${colleague.name}`, note].filter(Boolean).join('：');
  await store.enterAtDesk({
    at: instantOf(product),
    kind: 'handed-over',
    who: clerk.id,
    whoName: clerk.name,
    authority: clerk.authority,
    caseId: found.row.caseId,
    number: found.row.number,
    step: stepId,
    says,
  });
  return 'handed-over';
}

/** A step of the clerk's authority, without opening it. */
export async function atDesk(product: Product, clerk: Clerk, number: string, stepId: string): Promise<{ row: CaseRow; step: StepRow } | null> {
  const plain = readCaseNumber(number);
  const found = plain ? await (await product.store()).caseByNumber(plain) : null;
  const step = found?.steps.find((s) => s.step === stepId);
  return found && step?.authority === clerk.authority ? { row: found.case, step } : null;
}
