/** The case's legal clocks on the city's calendar. A date beyond the calendar is pending, never guessed. */
import type { Clocks } from '../core/case';
import { type Calendar, due } from '../core/calendar';
import type { Product } from './product';

export const clocksOf = (calendar: Calendar): Clocks => ({
  due: (length, from, pauses) => {
    const found = due(calendar, { ...length, from, pauses });
    return found.due === null ? { due: null, pending: found.pending } : { due: found.due };
  },
});

/** Now as an instant with the city's offset, as the record writes it. */
export function instantOf(product: Product): string {
  const offset = product.law().city.offset;
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = sign * (+offset.slice(1, 3) * 60 + +offset.slice(4, 6));
  return `${new Date(product.now().getTime() + minutes * 60_000).toISOString().slice(0, 19)}${offset}`;
}
