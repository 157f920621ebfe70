/**
 * Several steps accepted in one go: first a page that says for each what will happen, then each step on its own, once or not at all.
 * What is held back for a moment before it counts stands in held-acceptance.
 */
import type { Refusal } from '../core/case';
import type { Label } from '../core/catalogue';
import { act, actionsOf, outcomeOf } from './act';
import { stepName, lawOfCase } from './case-view';
import { clocksOf, instantOf } from './clocks';
import { openCase } from './open-case';
import type { Clerk } from './ports/identity';
import type { Product } from './product';

export type Picked = { number: string; step: string };
export const mostPicked = 50;

export type Foreseen = Picked & {
  name: Label;
  applicant: string;
  /** Number of the step's moments, so that a step that moves meanwhile is left alone. */
  seen: number;
  documents: { handed: number; needed: number };
  may: { due: string | null; promised: string | null } | null;
};

/** In the order given; steps that are not on this desk are left out. */
export async function foresee(product: Product, clerk: Clerk, picked: readonly Picked[]): Promise<Foreseen[]> {
  const all: Foreseen[] = [];
  for (const p of picked.slice(0, mostPicked)) {
    const open = await openCase(product, p.number, clerk.authority);
    const step = open?.state.steps.get(p.step);
    if (!open || !step || step.authority !== clerk.authority) continue;
    const at = instantOf(product);
    const actor = { id: clerk.id, name: clerk.name, capacity: 'officer' as const, authority: clerk.authority };
    const offered = actionsOf(open.state, step, at, clerk).includes('accept');
    const outcome = offered ? outcomeOf({ state: open.state, at, actor, clocks: clocksOf(product.calendar()) }, p.step, { action: 'accept' }, {}, () => []) : null;
    const after = outcome && 'events' in outcome ? outcome.events.find((e) => e.type === 'accepted') : null;
    const needed = new Set(step.filed.evidence.map((e) => `${e.evidence}@${e.subject}`));
    const handed = new Set(open.state.documents.map((d) => `${d.evidence}@${d.subject}`).filter((k) => needed.has(k)));
    all.push({
      number: open.state.number,
      step: p.step,
      name: stepName(lawOfCase(product, open.state), step),
      applicant: open.state.applicant.name,
      seen: step.moments.length,
      documents: { handed: handed.size, needed: needed.size },
      may: after ? { due: after.due, promised: after.promised } : null,
    });
  }
  return all;
}

export type BulkResult = Picked & { result: 'done' | 'repeated' | 'stale' | 'not-found' | Refusal['refused'] };

/** Step by step. The key of the form and the case make each happen once, however often the form is sent. */
export async function acceptAll(product: Product, clerk: Clerk, key: string, picked: readonly (Picked & { seen: number })[]): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const { number, step, seen } of picked.slice(0, mostPicked)) {
    const done = await act(product, clerk, number, step, `${key}:${number}`, { action: 'accept' }, seen);
    const result = done.kind === 'done' ? (done.repeated ? 'repeated' : 'done') : done.kind === 'refused' ? done.because : done.kind === 'bad-values' || done.kind === 'reshapes' ? 'stale' : done.kind;
    results.push({ number, step, result });
  }
  return results;
}
