/** A change of the catalogue tried out on every journey; kept per law and day, for it compiles the whole city. */
import type { InForce } from '../core/catalogue';
import { whatIf, type Change } from '../core/journey';
import type { Product } from './product';

const kept = new WeakMap<InForce, Map<string, ReturnType<typeof whatIf>>>();
const most = 60;

export function tried(product: Product, change: Change): ReturnType<typeof whatIf> {
  const law = product.law();
  const day = product.today();
  const mine = kept.get(law) ?? new Map<string, ReturnType<typeof whatIf>>();
  kept.set(law, mine);
  const key = JSON.stringify([day, [...product.connected], change]);
  let found = mine.get(key);
  if (!found) {
    if (mine.size >= most) mine.clear();
    mine.set(key, (found = whatIf(law, day, product.connected, change)));
  }
  return found;
}
