/**
 * Who has a step open now, so that two do not decide it at once. A browser says every half minute that it is still there; what has not been said for
 * a minute and a half no longer counts. Nobody is locked out by it, and it says nothing of the applicant's to anybody.
 */
import { atDesk } from './colleagues';
import { instantOf } from './clocks';
import type { Clerk } from './ports/identity';
import type { Product } from './product';

export const saidEverySeconds = 30;
const countsForSeconds = 90;

/** Says that she has it open; names of colleagues who have too. Null: not on this desk. */
export async function openHere(product: Product, clerk: Clerk, number: string, step: string): Promise<string[] | null> {
  const found = await atDesk(product, clerk, number, step);
  return found && openedHere(product, clerk, found.row.caseId, step);
}

/** Of a step that is known to be on her desk. */
export async function openedHere(product: Product, clerk: Clerk, caseId: string, step: string): Promise<string[]> {
  const since = new Date(product.now().getTime() - countsForSeconds * 1000).toISOString();
  return (await product.store()).present({ caseId, step, who: clerk.id, whoName: clerk.name, at: instantOf(product), since });
}

export async function leaves(product: Product, clerk: Clerk, number: string, step: string): Promise<void> {
  const found = await atDesk(product, clerk, number, step);
  if (found) await (await product.store()).leave(found.row.caseId, step, clerk.id);
}
