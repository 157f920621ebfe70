/** Requests to correct a register, for the authority that keeps it. They never hold a value: what is right is found out in the register. */
import type { Clerk } from './ports/identity';
import type { Correction } from './ports/store';
import type { Product } from './product';

const most = 200;

/** Oldest first; null when this authority keeps no register. */
export async function openCorrections(product: Product, clerk: Clerk): Promise<Correction[] | null> {
  const kept = [...product.law().registers.values()].filter((r) => r.authority === clerk.authority);
  if (kept.length === 0) return null;
  const store = await product.store();
  const all = await Promise.all(kept.map((r) => store.corrections(r.id, most)));
  return all
    .flat()
    .filter((c) => c.state === 'open')
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** False when there is no such open request for this authority. */
export async function answerCorrection(product: Product, clerk: Clerk, id: string): Promise<boolean> {
  const open = (await openCorrections(product, clerk))?.find((c) => c.id === id);
  if (open) await (await product.store()).requestCorrection({ ...open, state: 'answered' });
  return open !== undefined;
}
