/** An order as the engine reads it: every instant in milliseconds, every duration measured. */
import type { Millis } from '../calendar/instant';
import type { LeaveArea } from './declare/leave-area';
import type { DeclaredOrder } from './declare/order';
import type { StayHome } from './declare/stay-home';
import type { VenueClosure } from './declare/venue-closure';

/** `from` is in, `to` is out; null where the order prints no end. */
export type Window = { from: Millis; to: Millis | null };

export type StayHomeClause = StayHome & { window: Window };
export type LeaveAreaClause = LeaveArea & { window: Window; maxAge: Millis };
export type VenueClosureClause = VenueClosure & { window: Window };
export type Clause = StayHomeClause | LeaveAreaClause | VenueClosureClause;
export type ClauseKind = Clause['kind'];

export type Order = Omit<DeclaredOrder, 'clauses' | 'ends'> & {
  file: string;
  publishedAt: Millis;
  clauses: readonly Clause[];
  ends: readonly { order: string; clause: string; at: Millis; source?: string | undefined }[];
};

/** All orders of one city; `area` is the city's own division, beyond which it knows nothing. */
export type OrderBook = { area: string; orders: readonly Order[] };

export const clauseName = (order: { id: string }, clause: { id: string }): string => `${order.id}#${clause.id}`;

/** Where a clause is printed: its own source, else its order's. */
export const sourceOf = (order: Order, clause: Clause): string | null => clause.source ?? order.source ?? null;
