/**
 * What comes after filing like the end of a purchase: paying once for the whole basket, how each result is handed over, and the times chosen
 * for acts in person. Events, what they make of the state, and nothing else; what may be done is `handling/checkout.ts`.
 */
import * as v from 'valibot';
import { instant } from './filing';

const of = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) => v.strictObject({ type: v.literal(type), ...entries });
const text = v.string();
const fen = v.pipe(v.number(), v.integer(), v.minValue(1));

/** When a fee comes back if its step ends without a grant: see `refundOf`. */
export const refundRules = ['before-work', 'unless-granted', 'never'] as const;
export type RefundRule = (typeof refundRules)[number];

const paymentLine = v.strictObject({ step: text, amount: fen, payee: text, refund: v.picklist(refundRules) });
export type PaymentLine = v.InferOutput<typeof paymentLine>;

export const ways = ['electronic', 'post', 'counter'] as const;
export type Way = (typeof ways)[number];
/** `place`: the hall or station where it is collected. */
const choice = v.strictObject({ step: text, by: v.picklist(ways), place: v.optional(text) });
export type DeliveryChoice = v.InferOutput<typeof choice>;
export const postal = v.strictObject({ name: text, phone: text, address: text });
export type Postal = v.InferOutput<typeof postal>;

/** `slot`: one act in person, possibly of several steps. `resource` and `seat`: which of the declared places at that time. */
const booked = v.strictObject({
  slot: text,
  kind: v.picklist(['appear', 'attend']),
  steps: v.array(text),
  resource: text,
  seat: v.number(),
  capacity: v.number(),
  hall: v.nullable(text),
  from: instant,
  to: instant,
});
export type Booking = v.InferOutput<typeof booked>;

export const checkoutEvents = [
  /** Written before the provider hears of it, so that no payment is ever unknown here. */
  of('payment-started', { payment: text, provider: text, amount: fen, lines: v.array(paymentLine) }),
  /** The provider's answer, never the browser's. */
  of('payment-made', { payment: text, reference: text, amount: fen, paidAt: v.optional(instant) }),
  of('payment-ended', { payment: text, because: v.picklist(['failed', 'cancelled', 'unknown', 'changed']) }),
  of('refund-made', { payment: text, step: text, amount: fen, reference: text, because: text }),
  /** One choice for the basket, with what differs per result. */
  of('delivery-chosen', { results: v.array(choice), post: v.optional(postal) }),
  /** Chosen, or moved: a later booking of the same slot takes the place of the earlier one. */
  of('slot-booked', booked.entries),
  of('slot-released', { slot: text }),
] as const;

const checkoutEvent = v.variant('type', [...checkoutEvents]);
export type CheckoutEvent = v.InferOutput<typeof checkoutEvent>;

export type Refund = { step: string; amount: number; reference: string; because: string; at: string };
export type Payment = {
  payment: string;
  provider: string;
  amount: number;
  lines: PaymentLine[];
  state: 'started' | 'paid' | 'ended';
  startedAt: string;
  /** When it was paid, by the provider's clock where it says so; or when it ended unpaid. */
  endedAt: string | null;
  reference: string | null;
  refunds: Refund[];
};
export type Checkout = {
  payments: Payment[];
  delivery: { [step: string]: DeliveryChoice };
  post: Postal | null;
  bookings: (Booking & { moved: number })[];
};
export const noCheckout: Checkout = { payments: [], delivery: {}, post: null, bookings: [] };

export function applyCheckout(c: Checkout, event: CheckoutEvent, at: string): Checkout {
  const onPayment = (payment: string, f: (p: Payment) => Payment): Checkout => ({ ...c, payments: c.payments.map((p) => (p.payment === payment ? f(p) : p)) });
  switch (event.type) {
    case 'payment-started': {
      const { payment, provider, amount, lines } = event;
      return { ...c, payments: [...c.payments, { payment, provider, amount, lines, state: 'started', startedAt: at, endedAt: null, reference: null, refunds: [] }] };
    }
    case 'payment-made':
      return onPayment(event.payment, (p) => ({ ...p, state: 'paid', reference: event.reference, endedAt: event.paidAt ?? at }));
    case 'payment-ended':
      return onPayment(event.payment, (p) => (p.state === 'started' ? { ...p, state: 'ended', endedAt: at } : p));
    case 'refund-made': {
      const { step, amount, reference, because } = event;
      return onPayment(event.payment, (p) => ({ ...p, refunds: [...p.refunds, { step, amount, reference, because, at }] }));
    }
    case 'delivery-chosen':
      return { ...c, delivery: { ...c.delivery, ...Object.fromEntries(event.results.map((r) => [r.step, r])) }, post: event.post ?? c.post };
    case 'slot-booked': {
      const { type: _, ...booking } = event;
      const before = c.bookings.find((b) => b.slot === event.slot);
      return { ...c, bookings: [...c.bookings.filter((b) => b.slot !== event.slot), { ...booking, moved: before ? before.moved + 1 : 0 }] };
    }
    case 'slot-released':
      return { ...c, bookings: c.bookings.filter((b) => b.slot !== event.slot) };
  }
}

/** An office that comes at another time takes the place of what was chosen. */
export const overtaken = (c: Checkout, step: string, slot: string): Checkout => {
  const gone = c.bookings.filter((b) => b.kind === 'attend' && b.steps.includes(step) && b.from !== slot);
  return gone.length === 0 ? c : { ...c, bookings: c.bookings.filter((b) => !gone.includes(b)) };
};
