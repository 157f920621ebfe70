/** What things are called on the station's screens. */
import type { InForce, Label } from '../../../core/catalogue';
import { say, type Text } from '../../text';
import type { Entry } from './entry';

export const matterOf = (e: Pick<Entry, 'basket'>): string[] => ('journey' in e.basket ? [e.basket.journey] : [...e.basket.services]);
export const journeyOf = (e: Entry): string | null => ('journey' in e.basket ? e.basket.journey : null);

export function matterName(t: Text, law: InForce, e: Pick<Entry, 'basket'>): string {
  const labels = matterOf(e).map((id): Label => law.journeys.get(id)?.name ?? law.services.get(id)?.name ?? { zh: id, en: id });
  return labels.map((l) => say(t, l)).join(t.joins.list);
}

export function stationName(t: Text, law: InForce, station: string): string {
  const name = law.halls.get(station)?.name ?? law.divisions.get(station)?.name;
  return name ? say(t, name) : station;
}

/** Day and minute in the city. */
export const when = (t: Text, law: InForce, instant: string): string =>
  new Intl.DateTimeFormat(t.tag, { timeZone: law.city.zone, year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(instant));
