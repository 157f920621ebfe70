/** A journey compiled for one of its scenarios. Kept per law and day: the same page is not computed twice. */
import type { InForce } from '../../core/catalogue';
import { compileLaw, nothingKnown, scenarioInput, type Compiled } from '../../core/journey';
import type { Visit } from '../visit';

const kept = new WeakMap<InForce, Map<string, Compiled>>();
const most = 500;

type Asking = Pick<Visit, 'law' | 'today' | 'product'>;

/** Null when there is no such journey or scenario. */
export function compiledScenario({ law, today, product }: Asking, journey: string, scenario: string): Compiled | null {
  return remember(law, `${today}|${journey}|${scenario}|${[...product.connected].join()}`, () => {
    const input = scenarioInput(law, journey, scenario, product.connected);
    return input && compileLaw(law, { journey }, input.answers, input.known, today);
  });
}

/** Services put together by choice, with nothing answered: numbers may be ranges. */
export function compiledServices({ law, today, product }: Asking, services: readonly string[]): Compiled {
  return remember(law, `${today}|services ${services.join()}|${[...product.connected].join()}`, () => compileLaw(law, { services }, {}, { ...nothingKnown, registers: product.connected }, today))!;
}

function remember<T extends Compiled | null>(law: InForce, key: string, make: () => T): T {
  const map = kept.get(law) ?? new Map<string, Compiled>();
  kept.set(law, map);
  const found = map.get(key);
  if (found) return found as T;
  const made = make();
  if (map.size >= most) map.clear();
  if (made) map.set(key, made);
  return made;
}

/** The scenario that decides every service; published numbers rest on it. */
export const typicalOf = (law: InForce, journey: string): string =>
  law.journeys.get(journey)?.scenarios.typical ? 'typical' : (Object.keys(law.journeys.get(journey)?.scenarios ?? {})[0] ?? 'typical');
