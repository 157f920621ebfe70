/** Paying, refunds, delivery and times: what may be done with a filed case beside the procedure. Allowed after the case is closed where something is still owed. */
import type { CaseEvent } from '../event';
import type { Booking, DeliveryChoice, Payment, PaymentLine, Postal } from '../checkout';
import { type CaseState, isFinal, isGranted, type StepState } from '../state';
import type { Handling, Outcome } from './handling';

const total = (lines: readonly { amount: number }[]): number => lines.reduce((sum, l) => sum + l.amount, 0);

/** Paid for a step, less what came back. */
const paidFor = (state: CaseState, step: string): number =>
  state.checkout.payments.filter((p) => p.state === 'paid').reduce((sum, p) => sum + total(p.lines.filter((l) => l.step === step)) - total(p.refunds.filter((r) => r.step === step)), 0);

/** A step whose need is certain and that has not ended without a grant. */
const owesFee = (s: StepState): boolean => s.status !== 'depends' && (!isFinal(s) || isGranted(s));

/** What is to be paid now, one line per fee. A step is paid for as a whole or not at all. */
export const feesDue = (state: CaseState): PaymentLine[] =>
  [...state.steps.values()]
    .filter((s) => owesFee(s) && paidFor(state, s.filed.id) === 0)
    .flatMap((s) => (s.filed.fees ?? []).map((f) => ({ step: s.filed.id, amount: f.amount, payee: f.payee, refund: f.refund ?? 'before-work' })));

export type Paid = 'free' | 'due' | 'paid' | 'refunded';
export function paidState(state: CaseState, s: StepState): Paid {
  if (!s.filed.fees?.length) return 'free';
  if (paidFor(state, s.filed.id) > 0) return 'paid';
  if (state.checkout.payments.some((p) => p.refunds.some((r) => r.step === s.filed.id))) return 'refunded';
  return owesFee(s) ? 'due' : 'free';
}

/** The payment under way, if any: there is never more than one. */
export const openPayment = (state: CaseState): Payment | null => state.checkout.payments.find((p) => p.state === 'started') ?? null;

/** Whether the payment under way still asks for exactly what is due. */
export const stillAsks = (state: CaseState, payment: Payment): boolean => JSON.stringify(payment.lines) === JSON.stringify(feesDue(state));

export function startPayment(h: Handling, provider: string): Outcome {
  const lines = feesDue(h.state);
  if (lines.length === 0) return { refused: 'nothing-to-pay' };
  if (openPayment(h.state)) return { refused: 'payment-under-way' };
  return { events: [{ type: 'payment-started', payment: `${h.state.number}-P${h.state.checkout.payments.length + 1}`, provider, amount: total(lines), lines }] };
}

const paymentOf = (state: CaseState, payment: string): Payment | undefined => state.checkout.payments.find((p) => p.payment === payment);

/** Money that arrives is recorded even where the payment had been given up. An amount other than the one asked for is not ours to accept. */
export function paymentMade(h: Handling, payment: string, given: { reference: string; amount: number; paidAt?: string }): Outcome {
  const p = paymentOf(h.state, payment);
  if (!p) return { refused: 'no-such-payment' };
  if (p.state === 'paid') return { refused: 'not-needed-now' };
  if (given.amount !== p.amount) return { refused: 'other-amount' };
  return { events: [{ type: 'payment-made', payment, ...given }] };
}

export function paymentEnded(h: Handling, payment: string, because: Extract<CaseEvent, { type: 'payment-ended' }>['because']): Outcome {
  const p = paymentOf(h.state, payment);
  if (!p) return { refused: 'no-such-payment' };
  return p.state === 'started' ? { events: [{ type: 'payment-ended', payment, because }] } : { refused: 'not-needed-now' };
}

/**
 * Whether a fee comes back, by the rule its service declares. `before-work` (where nothing is declared): in full if the step ended before the
 * office accepted it, nothing afterwards, since the fee pays for the work. `unless-granted`: in full unless granted, for what is itself the thing
 * paid for (a tax, a contribution). `never`: said before paying.
 */
export function refundOf(s: StepState, line: PaymentLine): boolean {
  if (!isFinal(s) || isGranted(s) || s.status === 'revoked') return false;
  switch (line.refund) {
    case 'before-work':
      return s.acceptedAt === null;
    case 'unless-granted':
      return true;
    case 'never':
      return false;
  }
}

export type RefundOwed = { payment: string; step: string; amount: number; because: string };

/** What was paid and must go back: by the rule, or because the same step was paid twice. */
export const refundsOwed = (state: CaseState): RefundOwed[] => {
  const kept = new Set<string>();
  return state.checkout.payments
    .filter((p) => p.state === 'paid')
    .flatMap((p) =>
      [...new Set(p.lines.map((l) => l.step))].flatMap((step): RefundOwed[] => {
        if (p.refunds.some((r) => r.step === step)) return [];
        const lines = p.lines.filter((l) => l.step === step);
        const s = state.steps.get(step);
        const twice = kept.has(step);
        kept.add(step);
        const back = twice ? lines : lines.filter((l) => s && refundOf(s, l));
        return back.length === 0 ? [] : [{ payment: p.payment, step, amount: total(back), because: twice ? 'paid-twice' : s!.status }];
      }),
    );
};

export function refundMade(h: Handling, owed: RefundOwed, reference: string): Outcome {
  const still = refundsOwed(h.state).find((r) => r.payment === owed.payment && r.step === owed.step && r.amount === owed.amount);
  return still ? { events: [{ type: 'refund-made', ...still, reference }] } : { refused: 'not-needed-now' };
}

/** Whether a way of handing over can still be chosen for the step. */
export const deliveryOpen = (s: StepState): boolean => s.filed.outputs.evidence.length > 0 && s.status !== 'delivered' && (s.status === 'granted' || !isFinal(s));

/** How the step's documents reach the applicant: as chosen, else electronically where the service can, else as the service says first. */
export const wayOf = (state: CaseState, s: StepState): DeliveryChoice =>
  state.checkout.delivery[s.filed.id] ?? { step: s.filed.id, by: s.filed.delivery.includes('electronic') ? 'electronic' : s.filed.delivery.includes('counter') ? 'counter' : 'post' };

export function chooseDelivery(h: Handling, results: readonly DeliveryChoice[], post?: Postal): Outcome {
  for (const r of results) {
    const s = h.state.steps.get(r.step);
    if (!s) return { refused: 'no-such-step' };
    if (!deliveryOpen(s)) return { refused: 'wrong-state' };
    if (!s.filed.delivery.includes(r.by)) return { refused: 'no-such-way' };
  }
  if (results.length === 0) return { refused: 'not-needed-now' };
  const posted = results.some((r) => r.by === 'post');
  const address = post ?? h.state.checkout.post;
  if (posted && !address) return { refused: 'address-missing' };
  return { events: [{ type: 'delivery-chosen', results: [...results], ...(posted && address && { post: address }) }] };
}

/** Made and waiting at the place where it is collected. */
export function readyToCollect(h: Handling, id: string, place: string | null): Outcome {
  const s = h.state.steps.get(id);
  if (!s) return { refused: 'no-such-step' };
  if (s.status !== 'granted' || s.readyAt !== null) return { refused: 'wrong-state' };
  return { events: [{ type: 'ready-to-collect', step: id, ...(place !== null && { place }) }] };
}

/** An act in person that is still to come, of one step or of several that join. */
export type Appearance = { slot: string; kind: 'appear' | 'attend'; act: string; joins: string | null; counter: string | null; steps: string[] };

/** Acts with the same `joins` at the same place are one act, as the plan counts them. */
export function appearances(state: CaseState): Appearance[] {
  const found = new Map<string, Appearance>();
  for (const s of state.steps.values()) {
    if (isFinal(s) || s.status === 'depends') continue;
    for (const a of s.filed.appears ?? []) {
      if (a.kind === 'attend' && s.visits.some((x) => x.act === a.act && x.findings !== null)) continue;
      const slot = a.joins === null ? `${s.filed.id}:${a.act}` : `${a.kind}:${a.joins}:${a.counter ?? ''}`;
      const same = found.get(slot);
      if (same) same.steps.push(s.filed.id);
      else found.set(slot, { slot, kind: a.kind, act: a.act, joins: a.joins, counter: a.counter, steps: [s.filed.id] });
    }
  }
  return [...found.values()];
}

export const bookingOf = (state: CaseState, slot: string): Booking | undefined => state.checkout.bookings.find((b) => b.slot === slot);

/** Bookings that still hold their place: some step they are for is not over. */
export const bookingsHeld = (state: CaseState): Booking[] =>
  state.checkout.bookings.filter((b) =>
    b.steps.some((id) => {
      const s = state.steps.get(id);
      return s !== undefined && !isFinal(s);
    }),
  );

/** @param movableUntil of the time chosen before, if there is one; null where it can be moved no more. */
export function bookSlot(h: Handling, wanted: Pick<Booking, 'slot' | 'resource' | 'seat' | 'capacity' | 'hall' | 'from' | 'to'>, movableUntil: string | null): Outcome {
  const act = appearances(h.state).find((a) => a.slot === wanted.slot);
  if (!act) return { refused: 'not-needed-now' };
  if (Date.parse(wanted.from) <= Date.parse(h.at)) return { refused: 'too-late' };
  if (bookingOf(h.state, wanted.slot) && (movableUntil === null || Date.parse(movableUntil) <= Date.parse(h.at))) return { refused: 'too-late' };
  const events: CaseEvent[] = [{ type: 'slot-booked', ...wanted, kind: act.kind, steps: act.steps }];
  // The office sees a visit that is arranged, whoever chose its time.
  if (act.kind === 'attend')
    for (const id of act.steps) {
      const visit = h.state.steps.get(id)?.filed.visit;
      if (visit && (act.joins === null ? visit.act === act.act : visit.joins === act.joins)) events.push({ type: 'visit-arranged', step: id, act: visit.act, slot: wanted.from, joins: act.joins });
    }
  return { events };
}

export function releaseSlot(h: Handling, slot: string, movableUntil: string | null): Outcome {
  if (!bookingOf(h.state, slot)) return { refused: 'not-needed-now' };
  if (movableUntil === null || Date.parse(movableUntil) <= Date.parse(h.at)) return { refused: 'too-late' };
  return { events: [{ type: 'slot-released', slot }] };
}
