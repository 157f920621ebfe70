/** The orders of a city folder, read once per law. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { InForce } from '../core/catalogue';
import { loadOrders, type Loaded } from '../core/order';
import { readFolder } from './load-city';
import type { Product } from './product';

const kept = new WeakMap<InForce, Loaded>();

/** Orders with findings are not in the book; `errors` says why. */
export function ordersIn(dir: string, law: InForce): Loaded {
  const before = kept.get(law);
  if (before) return before;
  const folder = join(dir, 'orders');
  const { files, findings } = existsSync(folder) ? readFolder(folder) : { files: new Map<string, string>(), findings: [] };
  const loaded = loadOrders(new Map([...files].map(([name, text]) => [`orders/${name}`, text])), law);
  const all = { ...loaded, errors: [...findings.map((f) => ({ ...f, file: `orders/${f.file}` })), ...loaded.errors] };
  kept.set(law, all);
  return all;
}

export const ordersOf = (product: Product): Loaded => ordersIn(product.dir, product.law());
