/**
 * What the product needs from whoever takes the money. Every call may be made twice: `key` names the payment, and a second call with it finds what the
 * first made. What counts is what `ask` answers: neither the browser's return nor a confirmation is believed by itself.
 */
import type { Label } from '../../core/catalogue';

export type PaymentOrder = {
  key: string;
  /** In fen. */
  amount: number;
  says: Label;
  lines: { says: Label; payee: Label; amount: number }[];
  /** Where the person comes back to, whatever came of it. */
  returnTo: string;
};

/** `unknown`: never heard of it. */
export type PaymentAnswer = { state: 'open' | 'failed' | 'cancelled' | 'unknown' } | { state: 'paid'; reference: string; amount: number; paidAt: string };

export type Payments = {
  /** As it stands in the record. */
  id: string;
  name: Label;
  /** Where its pages are, if not here: forms may lead there. */
  origin?: string;
  /** The page on which to pay. */
  begin(order: PaymentOrder): Promise<{ page: string }>;
  ask(key: string): Promise<PaymentAnswer>;
  /** Ends a payment nobody has made; answers `paid` where somebody has. */
  cancel(key: string): Promise<PaymentAnswer>;
  /** @param refund names the refund: twice the same is one. Null where it is not made now. */
  refund(key: string, refund: string, amount: number): Promise<{ reference: string } | null>;
  /** The payment a confirmation is about, where its signature is right and it is not old; else null. */
  confirmed(headers: { [name: string]: string }, body: string): { id: string; key: string } | null;
  /** A till of our own, for demonstration: takes no money and says so. */
  sample?: SampleTill;
};

export type SampleTill = {
  order(reference: string): Promise<{ order: PaymentOrder; state: PaymentAnswer['state'] } | null>;
  settle(reference: string, outcome: 'paid' | 'failed' | 'cancelled'): Promise<void>;
};

/** The service that takes the money does not answer now; nothing was paid by this call. */
export class PaymentsAway extends Error {
  override name = 'PaymentsAway';
}
