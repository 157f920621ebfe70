/** How a case may be spoken of. After a death nothing cheerful is said and nobody is asked for stars, whether the whole journey was filed or one of its services. */
import type { CaseState } from '../core/case';
import { type InForce, placedUses } from '../core/catalogue';

export function isGentle(law: InForce, state: Pick<CaseState, 'journey' | 'basket'>): boolean {
  if (state.journey) return law.journeys.get(state.journey)?.tone === 'gentle';
  const gentle = [...law.journeys.values()].filter((j) => j.tone === 'gentle').flatMap(placedUses);
  return gentle.some((p) => state.basket.includes(p.use.use));
}
