/** Nobody's telephone rings at night: outside messages of the quiet hours go in the morning. */
import type { Product } from '../product';

type Quiet = { from: string; to: string };
const night: Quiet = { from: '21:30', to: '08:00' };

/** When a message of `at` may go out: at once, or when the quiet hours end. */
export const mayGoFrom = (product: Product, at: Date = product.now()): string => {
  return endOfQuiet(at, product.law().city.offset, quietHours(product)).toISOString();
};

export const quietHours = (product: Product): Quiet => product.law().city.quiet ?? night;

export function endOfQuiet(at: Date, offset: string, { from, to }: Quiet): Date {
  const shift = (offset.startsWith('-') ? -1 : 1) * minutes(offset.slice(1));
  const local = new Date(at.getTime() + shift * 60_000);
  const now = local.getUTCHours() * 60 + local.getUTCMinutes();
  const [begins, ends] = [minutes(from), minutes(to)];
  const overMidnight = begins > ends;
  const quiet = overMidnight ? now >= begins || now < ends : now >= begins && now < ends;
  if (!quiet) return at;
  const wait = (ends - now + 1440) % 1440;
  return new Date(at.getTime() - (at.getTime() % 60_000) + wait * 60_000);
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
