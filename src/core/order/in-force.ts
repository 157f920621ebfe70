/**
 * Which clauses hold at a moment, as far as was known at another. Two times: `at` the instant asked about, `knownAt` the instant by which an order
 * must have been published to be seen. A clause that continues another ends it at its own `from`: no gap and nothing twice.
 */
import type { Millis } from '../calendar/instant';
import type { Clause, ClauseKind, Order, OrderBook, Window } from './order';

export type Held = { order: Order; clause: Clause; window: Window };
export type Moments = { at: Millis; knownAt: Millis };

const earliest = (a: Millis | null, b: Millis): Millis => (a === null ? b : Math.min(a, b));

/** Every clause of these orders, its window cut where another of them continues or lifts it. */
export function everyWindow(orders: readonly Order[]): Held[] {
  return orders.flatMap((order) =>
    order.clauses.map((clause): Held => {
      let { from, to } = clause.window;
      for (const other of orders) {
        if (other.continues?.order === order.id)
          for (const [mine, theirs] of Object.entries(other.continues.clauses)) if (theirs === clause.id) to = earliest(to, other.clauses.find((c) => c.id === mine)!.window.from);
        for (const e of other.ends) if (e.order === order.id && e.clause === clause.id) to = earliest(to, e.at);
      }
      return { order, clause, window: { from, to } };
    }),
  );
}

export const known = (book: OrderBook, knownAt: Millis): readonly Order[] => book.orders.filter((o) => o.publishedAt <= knownAt);

export const holds = ({ from, to }: Window, at: Millis): boolean => from <= at && (to === null || at < to);

/** Windows as known by a moment; worked out once for each number of orders published, since later sets hold the earlier ones. */
const worked = new WeakMap<readonly Order[], Held[][]>();
function windowsKnown(book: OrderBook, knownAt: Millis): readonly Held[] {
  const orders = known(book, knownAt);
  const byNumber = worked.get(book.orders) ?? [];
  worked.set(book.orders, byNumber);
  return (byNumber[orders.length] ??= everyWindow(orders).filter((h) => h.window.from < (h.window.to ?? Infinity)));
}

export function inForce(book: OrderBook, { at, knownAt }: Moments, kind?: ClauseKind): Held[] {
  return windowsKnown(book, knownAt).filter((h) => (kind === undefined || h.clause.kind === kind) && holds(h.window, at));
}

/** Every instant at which an answer can change: a clause begins or ends, or an order is published; in order, each once. */
export function boundaries(book: OrderBook): Millis[] {
  const all = everyWindow(book.orders).flatMap(({ window }) => [window.from, ...(window.to === null ? [] : [window.to])]);
  const uncut = book.orders.flatMap((o) => o.clauses.flatMap(({ window }) => (window.to === null ? [] : [window.to])));
  return [...new Set([...all, ...uncut, ...book.orders.map((o) => o.publishedAt)])].sort((a, b) => a - b);
}
