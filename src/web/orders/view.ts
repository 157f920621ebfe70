/** What the page shows, worked out once: the order, the moment, what holds, and how instants and sources are written. */
import { formatInstant } from '../../core/calendar';
import type { Label } from '../../core/catalogue';
import { inForce, lies, type Clause, type Held, type Order, type OrderBook } from '../../core/order';
import { moment, say } from '../text';
import type { Visit } from '../visit';
import { offsetOf } from './asked-moment';

export type View = { v: Visit; book: OrderBook; order: Order; at: number; knownAt: number | null; held: Held[] };

export const viewOf = (v: Visit, book: OrderBook, order: Order, at: number, knownAt: number | null): View => ({
  v,
  book,
  order,
  at,
  knownAt,
  held: inForce(book, { at, knownAt: knownAt ?? at }).filter((h) => lies(h.order.area, order.area) !== 'elsewhere'),
});

export const firstMoment = (order: Order): number => Math.min(...order.clauses.map((c) => c.window.from));

/** 2021年10月28日 00:00 in the city's own time. */
export const written = (v: Visit, at: number): string => moment(v.t, formatInstant(at, offsetOf(v.law.city.offset)), v.law.city.zone);

/** The clause's place on this page. */
export const anchor = (order: { id: string }, clause: { id: string }): string => `${order.id}-${clause.id}`;

export const numberOf = (v: Visit, order: Order): string => say(v.t, order.number ?? order.title);

/** Everything about a clause that is assumed, in the order it is read. */
export function assumptions(clause: Clause): Label[] {
  const marked: { assumed?: boolean | undefined; note?: Label | undefined }[] = [clause, clause.from, ...(clause.to ? [clause.to] : [])];
  if (clause.kind === 'leave-area') marked.push(clause.unless, clause.unless.test);
  if (clause.kind === 'venue-closure' && clause.others) marked.push(clause.others, ...(clause.others.notMeant ? [clause.others.notMeant] : []));
  return marked.flatMap((m) => (m.assumed && m.note ? [m.note] : []));
}
