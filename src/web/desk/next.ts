/** What comes after a step: the next of the queue she works through, and the one she has just decided. */
import { atDesk } from '../../app/colleagues';
import { queue } from '../../app/desk';
import type { Clerk } from '../../app/ports/identity';
import type { CaseRow, QueueItem, StepRow } from '../../app/ports/store';
import type { Product } from '../../app/product';
import type { Visit } from '../visit';
import { toQueue } from './filters';
import { askedHere, statusesOf } from './kept';

/** The first that a clerk can move, other than the one she is at and those colleagues hold. */
export async function nextInQueue(product: Product, clerk: Clerk, v: Visit, here: { number: string; step: string }): Promise<QueueItem | null> {
  const { after, ...asked } = askedHere(v);
  const { items } = await queue(product, clerk, { ...toQueue(asked), statuses: [...statusesOf(asked)], limit: 25 });
  const others = items.filter((i) => i.number !== here.number || i.step !== here.step);
  return others.find((i) => i.claimedBy === null || i.claimedBy === clerk.id) ?? null;
}

export type Decided = { row: CaseRow; step: StepRow };

/** `number/step` of the address. Null when it is not on this desk, or not any more. */
export async function decidedOf(product: Product, clerk: Clerk, text: string | undefined): Promise<Decided | null> {
  const [number, step] = (text ?? '').split('/');
  return number && step ? atDesk(product, clerk, number, step) : null;
}
