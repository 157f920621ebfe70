/** What differs between what a device sent and what the city knows now, each shown side by side before anything is filed. */
import type { Value } from '../../core/case';
import { nextQuestion, type ServiceState } from '../../core/journey';
import { compiledDraft, type OpenDraft } from '../draft';
import { pieceId } from '../documents';
import type { Product } from '../product';
import type { StationFiling } from './filing';

export type Conflict =
  /** A register holds another value than was typed. */
  | { kind: 'register'; concept: string; register: string; typed: Value; held: Value; asOf: string | null }
  /** The rules of today make something else of the same answers; `ask` and `bring` are wanted besides. */
  | { kind: 'plan'; catalogue: string; changed: { step: string; was: ServiceState | null; now: ServiceState }[]; ask: string[]; bring: string[] }
  /** The same person filed for the same meanwhile, herself or through somebody else. */
  | { kind: 'meanwhile'; number: string; submittedAt: string; by: string };

/** What today's rules make of it, where that is not what the device made. */
export function planConflict(product: Product, draft: OpenDraft, filing: StationFiling): Conflict | null {
  const { plan, situation } = compiledDraft(product, draft);
  const states = situation.states;
  const changed = [...states].filter(([step, s]) => filing.states[step] !== s.state).map(([step, s]) => ({ step, was: filing.states[step] ?? null, now: s.state }));
  const gone = Object.entries(filing.states).filter(([step, was]) => !states.has(step) && was !== 'out');
  const next = nextQuestion(situation);
  const ask = next ? plan.questions.map((q) => q.concept).filter((c) => !(c in draft.body.answers)) : [];
  const have = new Set(draft.body.documents.map(pieceId));
  const bring = plan.documents.pieces.map(pieceId).filter((p) => !have.has(p));
  const all = [...changed, ...gone.map(([step, was]) => ({ step, was, now: 'out' as const }))];
  if (ask.length === 0 && bring.length === 0 && (all.length === 0 || filing.settled.plan === plan.catalogue)) return null;
  return { kind: 'plan', catalogue: plan.catalogue, changed: all, ask, bring };
}

/** Her cases for the same matter that are under way or came after this one was begun, and that the helper has not looked at. */
export async function meanwhile(product: Product, draft: OpenDraft, filing: StationFiling, ids: readonly string[]): Promise<Conflict[]> {
  const store = await product.store();
  const journey = 'journey' in filing.basket ? filing.basket.journey : null;
  const found = (await Promise.all(ids.map((id) => store.casesOf(id, { limit: 20 })))).flat();
  const services = new Set(compiledDraft(product, draft).situation.active.map((s) => s.service.id));
  const out: Conflict[] = [];
  for (const row of found) {
    if (filing.settled.meanwhile.includes(row.number)) continue;
    if (row.status !== 'submitted' && Date.parse(row.submittedAt) < Date.parse(filing.startedAt)) continue;
    const same = journey !== null && row.journey === journey;
    const steps = same ? [] : ((await store.caseByNumber(row.number))?.steps ?? []);
    if (same || steps.some((s) => services.has(s.service))) out.push({ kind: 'meanwhile', number: row.number, submittedAt: row.submittedAt, by: row.actorId === row.applicantId ? 'self' : 'other' });
  }
  return out;
}
