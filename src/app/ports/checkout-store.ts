/** What the shop needs from a store beside the record: payments somebody must look after, and times that nobody can have twice. Made from the record, in its transaction. */

/** `owing`: paid, and something of it must go back. */
export type PaymentRow = { id: string; state: 'started' | 'paid' | 'ended' | 'owing'; at: string };
/** One place at one time of one resource. `seat` counts from 1 to `capacity`; no two bookings share resource, time and seat, and no person has two at one time. */
export type BookingRow = { slot: string; resource: string; at: string; until: string; seat: number; capacity: number; person: string; steps: string[]; hall: string | null };
export type CheckoutChange = { payments: PaymentRow[]; booked: BookingRow[]; released: string[] };

export type OpenPayment = PaymentRow & { number: string };
/** Whom an authority sees: one row per case and time. `steps`: those of the authority. */
export type Visitor = { number: string; applicantName: string; slot: string; resource: string; at: string; until: string; hall: string | null; steps: string[]; services: string[] };

export interface CheckoutStore {
  /** Payments not answered yet that were begun before, and those of which something must go back; oldest first. */
  openPayments(before: string, limit: number): Promise<OpenPayment[]>;
  /** Places taken of a resource, from one instant up to another. */
  taken(resource: string, from: string, to: string): Promise<{ at: string; seat: number; caseId: string }[]>;
  /** Times of one person. */
  timesOf(person: string, from: string, to: string): Promise<{ at: string; until: string; caseId: string; slot: string }[]>;
  /** Who comes to an authority, or is visited by it. */
  visitors(authority: string, from: string, to: string): Promise<Visitor[]>;
}
