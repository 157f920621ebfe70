/** A form printed at a counter, kept so that any counter of the same hall opens it again by its QR: unsigned, for thirty days, then it is gone with the drafts. */
import { randomBytes } from 'node:crypto';
import type { Product } from '../product';
import type { StationWorker } from './worker';

const days = 30;
const ownerOf = (worker: StationWorker) => `counter:${worker.station}`;

type Kept = { counterForm: true; entry: { id: string; [part: string]: unknown } };

/** The same entry keeps the same form. */
export async function keepForm(product: Product, worker: StationWorker, entry: Kept['entry']): Promise<string> {
  const store = await product.store();
  const before = (await store.draftsOf(ownerOf(worker))).find((d) => (d.body as Kept).entry?.id === entry.id);
  const id = before?.id ?? randomBytes(12).toString('base64url');
  await store.saveDraft({ id, owner: ownerOf(worker), body: { counterForm: true, entry } satisfies Kept }, before?.version ?? 0, product.now().toISOString());
  return id;
}

export async function openForm(product: Product, worker: StationWorker, id: string): Promise<Kept['entry'] | null> {
  const draft = await (await product.store()).draft(id);
  if (draft?.owner !== ownerOf(worker) || Date.parse(draft.updatedAt) < product.now().getTime() - days * 86_400_000) return null;
  return (draft.body as Kept).entry;
}

/** Filed: the paper leads to the case from here on. */
export async function dropForm(product: Product, worker: StationWorker, key: string): Promise<void> {
  const store = await product.store();
  for (const d of await store.draftsOf(ownerOf(worker))) if ((d.body as Kept).entry?.id === key) await store.deleteDraft(d.id);
}
