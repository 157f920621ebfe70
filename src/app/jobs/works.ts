/** Everything this program does for later: what time brings about, what residents are told, and what keeps the store in order. */
import { event } from '../../core/case';
import { carryOutDue, heldKind } from '../held-acceptance';
import { settlePayments } from '../pay';
import { scanHeld } from '../attachments/scan';
import type { Product } from '../product';
import { dateAnew, sweep } from '../sweep';
import { gaveUp, send } from '../told/send';
import { tell, toldTopics } from '../told/tell';
import { patient, repeated, type Works } from './work';

/** The store's own: an anchor over what moved, partitions for months to come. */
export type Keeping = { anchor(at: Date): Promise<unknown>; partitionsAhead(at: Date): Promise<unknown> };

export const worksOf = (product: Product, keeping: Keeping): Works => ({
  sweep: repeated(60, () => sweep(product)),
  dates: repeated(3600, () => dateAnew(product)),
  payments: repeated(20, () => settlePayments(product)),
  anchor: repeated(60, () => keeping.anchor(product.now())),
  partitions: repeated(3600, () => keeping.partitionsAhead(product.now())),
  'forget-jobs': repeated(3600, () => forget(product)),
  [heldKind]: {
    ...patient,
    firstPause: 5,
    handle: async (job) => {
      await carryOutDue(product, job.key);
      return 'done';
    },
  },
  scan: { ...patient, handle: (job) => scanHeld(product, job) },
  notice: { ...patient, handle: (job) => tell(product, job) },
  send: { ...patient, handle: (job) => send(product, job), died: (job) => gaveUp(product, job) },
});

const keptDays = 30;
async function forget(product: Product): Promise<void> {
  const store = await product.store();
  const before = new Date(product.now().getTime() - keptDays * 86_400_000).toISOString();
  while ((await store.forgetJobs(before, 1000)) === 1000);
}

/** Every event of a case is looked at: an act done for somebody is told whatever it is. */
export const topics: readonly string[] = toldTopics(event.options.map((o) => `case-${o.entries.type.literal}`));
