/** A basket as it travels in a form or an address: `journey` and `service`, once or many times. Several things together are one joined journey. */
import { joinedId, partsOf, type InForce } from '../../core/catalogue';
import type { Basket } from '../../core/journey';
import { list, say } from '../text';
import type { Visit } from '../visit';

const mostServices = 40;

/** Null for anything the city does not have. Several services may come in one field, separated by commas. */
export function basketOf(law: InForce, journeys: readonly string[], given: readonly string[]): Basket | null {
  const clean = (all: readonly string[], by: RegExp) => [...new Set(all.flatMap((s) => s.split(by)).map((s) => s.trim()))].filter(Boolean);
  const parts = clean(journeys, /[,~]/);
  const services = clean(given, /,/);
  if (!services.every((s) => law.services.has(s)) || services.length > mostServices) return null;
  if (parts.length === 0) return services.length > 0 ? { services } : null;
  const journey = joinedId([...new Set([...parts, ...services])]);
  return law.journeys.has(journey) ? { journey } : null;
}

/** What stands in the list – journeys and services – as one basket. */
export const basketFor = (law: InForce, items: readonly string[]): Basket => (items.every((i) => law.services.has(i)) ? { services: items } : { journey: joinedId(items) });

/** The journeys and services a basket is made of. */
export const itemsOf = (basket: Basket): string[] => ('journey' in basket ? partsOf(basket.journey) : [...basket.services]);

export const basketFields = (basket: Basket): [name: string, value: string][] => ('journey' in basket ? [['journey', basket.journey]] : basket.services.map((s) => ['service', s]));

/** `/apply/new?service=a&service=b` */
export const basketHref = (path: string, basket: Basket, also: [string, string][] = []): string => `${path}?${new URLSearchParams([...basketFields(basket), ...also])}`;

/** What an application is called: its journey, or its services. */
export function basketName({ t, law }: Pick<Visit, 't' | 'law'>, basket: Basket): string {
  if ('journey' in basket) {
    const name = law.journeys.get(basket.journey)?.name;
    return name ? say(t, name) : basket.journey;
  }
  const names = basket.services.map((s) => law.services.get(s)?.name).flatMap((n) => (n ? [say(t, n)] : []));
  return names.length > 3 ? `${list(t, names.slice(0, 3))}…` : list(t, names);
}
