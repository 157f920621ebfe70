/** What colleagues write for each other, texts used again, and a clerk's day. None of it is part of the legal record, and the applicant never sees it. */
import { addDays } from '../core/calendar';
import { instantOf } from './clocks';
import { atDesk } from './colleagues';
import { type DeskEntry, type DeskText, textUses } from './ports/desk-store';
import type { Clerk } from './ports/identity';
import type { Product } from './product';

export async function writeNote(product: Product, clerk: Clerk, number: string, step: string, says: string): Promise<boolean> {
  const found = await atDesk(product, clerk, number, step);
  if (!found) return false;
  await enter(product, clerk, found.row, step, 'note', says);
  return true;
}

/** What she did, for the summary of her day; the record itself is in the events. */
export async function noteDone(product: Product, clerk: Clerk, on: { caseId: string; number: string }, step: string, action: string): Promise<void> {
  await enter(product, clerk, on, step, 'did', action);
}

const enter = async (product: Product, clerk: Clerk, { caseId, number }: { caseId: string; number: string }, step: string, kind: DeskEntry['kind'], says: string) =>
  (await product.store()).enterAtDesk({ at: instantOf(product), kind, who: clerk.id, whoName: clerk.name, authority: clerk.authority, caseId, number, step, says });

/** Oldest first. A step passed to another authority takes its notes along: they are about the step. */
export const notesOf = async (product: Product, caseId: string, step: string): Promise<DeskEntry[]> => (await product.store()).notesAt(caseId, step, 100);

/** One clerk's civil day, newest first. */
export async function dayOf(product: Product, clerk: Clerk, day: string): Promise<DeskEntry[]> {
  const { offset } = product.law().city;
  return (await product.store()).entriesOf(clerk.id, `${day}T00:00:00${offset}`, `${addDays(day, 1)}T00:00:00${offset}`, 500);
}

export const textsOf = async (product: Product, clerk: Clerk, use?: DeskText['use']): Promise<DeskText[]> =>
  (await (await product.store()).texts(clerk.authority)).filter((t) => use === undefined || t.use === use);

export const isTextUse = (x: string): x is DeskText['use'] => textUses.some((u) => u === x);

export const saveText = async (product: Product, clerk: Clerk, text: Omit<DeskText, 'authority'>): Promise<void> => (await product.store()).saveText({ ...text, authority: clerk.authority });
export const dropText = async (product: Product, clerk: Clerk, id: string): Promise<void> => (await product.store()).dropText(id, clerk.authority);
