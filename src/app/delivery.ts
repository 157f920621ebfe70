/** How results are handed over: what can be chosen per result, where it can be collected, and choosing it. */
import { type CaseState, chooseDelivery, deliveryOpen, type DeliveryChoice, type Postal, type StepState, wayOf } from '../core/case';
import type { InForce, Label } from '../core/catalogue';
import { evidenceName, lawOfCase, stepName } from './case-view';
import { clocksOf } from './clocks';
import { actorIn, carryOut, type Carried, openFor } from './open-case';
import type { Principal } from './ports/identity';
import type { Product } from './product';

export type Place = { id: string; name: Label; hours: Label | null };
export type Result = {
  step: string;
  name: Label;
  documents: Label[];
  ways: DeliveryChoice['by'][];
  chosen: DeliveryChoice;
  /** Chosen by the applicant, not taken by default. */
  said: boolean;
  places: Place[];
  open: boolean;
};

/** The hall of the service's own counter, and every helpers' station of a level at which it can be collected. */
export function placesOf(law: InForce, s: StepState): Place[] {
  const service = law.services.get(s.filed.service);
  const counter = law.counters.get(service?.filing?.counter ?? '');
  const levels = new Set<string>(service?.level?.collect ?? []);
  const levelOf = (division: string) => (division.length === 12 ? 'village' : division.length === 9 ? 'town' : 'county');
  const own = counter && law.halls.get(counter.hall);
  const stations = [...law.halls.values()].filter((h) => h.kind === 'station' && levels.has(levelOf(h.division)));
  return [...(own ? [own] : []), ...stations].map((h) => ({ id: h.id, name: h.name, hours: h.hours ?? null }));
}

export function resultsOf(product: Product, state: CaseState): Result[] {
  const law = lawOfCase(product, state);
  return [...state.steps.values()]
    .filter((s) => s.filed.outputs.evidence.length > 0 && s.status !== 'depends' && (s.status === 'granted' || s.status === 'delivered' || deliveryOpen(s)))
    .map((s) => ({
      step: s.filed.id,
      name: stepName(law, s),
      documents: s.filed.outputs.evidence.map((e) => evidenceName(law, e)),
      ways: (['electronic', 'post', 'counter'] as const).filter((w) => s.filed.delivery.includes(w)),
      chosen: withPlace(law, s, wayOf(state, s)),
      said: s.filed.id in state.checkout.delivery,
      places: s.filed.delivery.includes('counter') ? placesOf(law, s) : [],
      open: deliveryOpen(s),
    }));
}

/** Collected at the service's own hall unless another place was chosen. */
export function withPlace(law: InForce, s: StepState, choice: DeliveryChoice): DeliveryChoice {
  if (choice.by !== 'counter' || choice.place) return choice;
  const first = placesOf(law, s)[0];
  return first ? { ...choice, place: first.id } : choice;
}

export type Wish = { all: DeliveryChoice['by'] | null; place: string | null; each: { [step: string]: DeliveryChoice['by'] }; post: Postal | null };

/** One choice for the basket; a result that cannot be handed over that way keeps its own; `each` says otherwise for one of them. */
export function wishedFor(results: readonly Result[], wish: Wish): DeliveryChoice[] {
  return results
    .filter((r) => r.open)
    .map((r) => {
      const asked = wish.each[r.step] ?? wish.all;
      const by = asked && r.ways.includes(asked) ? asked : r.chosen.by;
      const place = by === 'counter' ? (r.places.find((p) => p.id === wish.place) ?? r.places[0])?.id : undefined;
      return { step: r.step, by, ...(place && { place }) };
    });
}

export async function deliverAs(product: Product, person: Principal, number: string, key: string, wish: Wish): Promise<Carried | { kind: 'not-found' }> {
  const open = await openFor(product, person, number, 'act');
  if (!open) return { kind: 'not-found' };
  const actor = actorIn(open, person);
  const choices = wishedFor(resultsOf(product, open.state), wish);
  return carryOut(product, open, actor, `delivery:${key}`, (at) => chooseDelivery({ state: open.state, at, actor, clocks: clocksOf(product.calendar()) }, choices, wish.post ?? undefined));
}
