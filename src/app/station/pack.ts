/** What a station takes along: the city's law of the coming days, as the compiler reads it, under a name that changes with its content. Everything in it is public. */
import { packLaw } from '../../core/catalogue';
import { addDays } from '../../core/calendar';
import { sha256 } from '../load-city';
import type { Product } from '../product';

/** Days ahead: longer than a tablet's token is good for. */
const ahead = 14;

export type StationPack = { name: string; body: string };
/** As the browser reads it: each law under the days it is the law. */
export type Packed = { catalogue: string; made: string; laws: { from: string; to: string; law: string }[] };

const kept = new WeakMap<object, StationPack>();

export function stationPack(product: Product): StationPack {
  const law = product.law();
  const before = kept.get(law);
  if (before) return before;
  const today = product.today();
  const days = [today, ...product.catalogue.changes.filter((day) => day > today && day <= addDays(today, ahead))];
  const laws = days.flatMap((day) => product.catalogue.inForce(day).law ?? []).map((l) => ({ from: l.from, to: l.to, law: packLaw(l) }));
  const body = JSON.stringify({ catalogue: law.hash, made: today, laws } satisfies Packed);
  const pack = { name: `${sha256(JSON.stringify(laws)).slice(0, 16)}.json`, body };
  kept.set(law, pack);
  return pack;
}
