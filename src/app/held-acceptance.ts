/**
 * Several acceptances in one go, held for a moment before they count, so that a slip can be taken back.
 *
 * An acceptance takes effect when the applicant is told (行政许可法 §32: a dated written notice), and nothing in the law lets it be taken back quietly
 * afterwards. So what is undone here was never done: for twenty seconds nothing is recorded, nobody is told and no clock of a decision runs. The day
 * of acceptance is the instant at which it is carried out. Where the five days for accepting would run out meanwhile nothing is held, so that the
 * moment to think is never the applicant's loss.
 *
 * The acts are kept in the store before they are promised on the page. They are carried out by a job, or by whoever looks at the page first, or both:
 * the key of the form makes each happen once.
 */
import { acceptAll, type BulkResult, type Picked } from './bulk-accept';
import { instantOf } from './clocks';
import { atDesk } from './colleagues';
import type { HeldActs } from './ports/desk-store';
import type { Clerk } from './ports/identity';
import type { Product } from './product';

export const undoSeconds = 20;
export const heldKind = 'accept-held';

type Seen = Picked & { seen: number };

/** @param id key of the form: the same form again is the same act. */
export async function holdAcceptance(product: Product, clerk: Clerk, id: string, picked: readonly Seen[]): Promise<void> {
  const store = await product.store();
  const now = product.now().getTime();
  const at = instantOf(product);
  const until = (await runsOutBefore(product, clerk, picked, now + undoSeconds * 1000)) ? at : new Date(now + undoSeconds * 1000).toISOString();
  await store.addJobs([{ kind: heldKind, key: id, body: null, at: until }]);
  await store.hold({ id, who: clerk.id, officer: clerk, picked, at, until });
}

async function runsOutBefore(product: Product, clerk: Clerk, picked: readonly Picked[], instant: number): Promise<boolean> {
  for (const p of picked) {
    const due = (await atDesk(product, clerk, p.number, p.step))?.step.due;
    if (due && Date.parse(due) <= instant) return true;
  }
  return false;
}

export type Held = { kind: 'held'; seconds: number; n: number } | { kind: 'undone' } | { kind: 'done'; results: BulkResult[] };

/** Where it stands; what is due is carried out on the way. Null: there is no such thing of hers. */
export async function heldOf(product: Product, clerk: Clerk, id: string): Promise<Held | null> {
  const held = await (await product.store()).held(id);
  if (!held || held.who !== clerk.id) return null;
  if (held.state === 'undone') return { kind: 'undone' };
  if (held.state === 'done') return { kind: 'done', results: held.results as BulkResult[] };
  const left = Date.parse(held.until) - product.now().getTime();
  if (held.state === 'held' && left > 0) return { kind: 'held', seconds: Math.ceil(left / 1000), n: (held.picked as Seen[]).length };
  return { kind: 'done', results: await carryOutHeld(product, held) };
}

/** Nothing of it happens. False: it was too late. */
export async function undo(product: Product, clerk: Clerk, id: string): Promise<boolean> {
  const store = await product.store();
  const held = await store.held(id);
  return held?.who === clerk.id && store.turnHeld(id, ['held'], 'undone');
}

/** She will not wait. */
export async function acceptNow(product: Product, clerk: Clerk, id: string): Promise<void> {
  const held = await (await product.store()).held(id);
  if (held?.who === clerk.id && held.state === 'held') await carryOutHeld(product, held);
}

/** The job: once its time has come, unless it was undone. */
export async function carryOutDue(product: Product, id: string): Promise<void> {
  const held = await (await product.store()).held(id);
  if (held?.state === 'held' || held?.state === 'going') await carryOutHeld(product, held);
}

async function carryOutHeld(product: Product, held: HeldActs): Promise<BulkResult[]> {
  const store = await product.store();
  if (!(await store.turnHeld(held.id, ['held', 'going'], 'going'))) return ((await store.held(held.id))?.results ?? []) as BulkResult[];
  const done = await acceptAll(product, held.officer as Clerk, held.id, held.picked as Seen[]);
  // Carried out before, by the same act: whoever came first.
  const results = done.map((r) => (r.result === 'repeated' ? { ...r, result: 'done' as const } : r));
  await store.turnHeld(held.id, ['going'], 'done', results);
  return results;
}
