/**
 * What is late and why, for those who head an authority's team: every authority in numbers, her own case by case. Only what the queue shows anyway and
 * what stands in the clocks is read, never answers or documents.
 */
import { missingInputs } from '../core/case';
import type { Label } from '../core/catalogue';
import { instantOf } from './clocks';
import { lawOfCase, stepName } from './case-view';
import { queue } from './desk';
import { openCase } from './open-case';
import type { Standing } from './ports/desk-store';
import type { Clerk } from './ports/identity';
import type { QueueItem } from './ports/store';
import type { Product } from './product';

/** `because`: what befell the step on its way, as far as the record says. */
export type Because = { kind: 'escalated' | 'nobody' } | { kind: 'paused' | 'supplemented'; times: number } | { kind: 'lacks'; step: Label };
export type Late = { item: QueueItem; because: Because[] };

/** Steps looked at one by one. */
const mostLate = 20;

export async function lateness(product: Product, clerk: Clerk): Promise<{ standing: Standing[]; late: Late[] }> {
  const store = await product.store();
  const [standing, red] = await Promise.all([store.standing(instantOf(product)), queue(product, clerk, { light: 'red', limit: mostLate })]);
  return { standing, late: await Promise.all(red.items.map(async (item) => ({ item, because: await becauseOf(product, item) }))) };
}

async function becauseOf(product: Product, item: QueueItem): Promise<Because[]> {
  const open = await openCase(product, item.number);
  const step = open?.state.steps.get(item.step);
  if (!open || !step) return [];
  const law = lawOfCase(product, open.state);
  const lacks = missingInputs(open.state, step).flatMap((m) => {
    const from = open.state.steps.get(m.step);
    return from ? [{ kind: 'lacks' as const, step: stepName(law, from) }] : [];
  });
  return [
    ...(step.escalations.length > 0 ? [{ kind: 'escalated' as const }] : []),
    ...lacks,
    ...(step.pauses.length > 0 ? [{ kind: 'paused' as const, times: step.pauses.length }] : []),
    ...(step.supplements > 0 ? [{ kind: 'supplemented' as const, times: step.supplements }] : []),
    ...(item.claimedBy === null ? [{ kind: 'nobody' as const }] : []),
  ];
}
