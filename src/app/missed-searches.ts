/**
 * What people looked for and did not find: noted without personal data and without making anybody wait, shown to those who describe the
 * services, who add the words or the service that was missing.
 */
import { keepable } from '../core/search';
import type { MissedSearch } from './ports/store';
import type { Product } from './product';

/** Fewer than this may still be one person's own words. */
export const atLeast = 3;
const days = 30;
const most = 200;

/** Never fails and never waits: a search is answered whether or not it can be counted. */
export function noteMissed(product: Product, query: string): void {
  const kept = keepable(query, (run) => product.find(run, 1).length > 0);
  if (kept === null) return;
  product
    .store()
    .then((store) => store.noteMissedSearch(product.today(), kept))
    .catch(() => {});
}

/** Those of the last thirty days that find nothing under today's catalogue either: what has been mended disappears. */
export async function missed(product: Product): Promise<MissedSearch[]> {
  const since = new Date(Date.parse(`${product.today()}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  const all = await (await product.store()).missedSearches(since, atLeast, most);
  return all.filter((m) => product.find(m.query, 1).length === 0);
}
