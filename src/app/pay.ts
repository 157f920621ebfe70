/**
 * One payment for the whole basket. The record says first that a payment begins, then the provider is asked to take it; what came of it is always the
 * provider's answer, asked for when the person comes back, when a confirmation arrives, and by the sweep when neither happens.
 */
import { type Actor, openPayment, type Outcome, paymentEnded, paymentMade, type PaymentLine, refundMade, refundsOwed, startPayment, stillAsks } from '../core/case';
import type { Label } from '../core/catalogue';
import { journeyName, lawOfCase, payeeName, stepName } from './case-view';
import { clocksOf } from './clocks';
import { actorIn, carryOut, type OpenCase, openCase, openFor } from './open-case';
import type { Principal } from './ports/identity';
import { PaymentsAway, type PaymentAnswer, type PaymentOrder } from './ports/payments';
import type { Product } from './product';

const provider = (product: Product): Actor => ({ id: `payments:${product.payments.id}`, name: product.payments.name.zh, capacity: 'system' });

/** A command tried on the newest state until nobody else was faster. */
async function persistently(product: Product, number: string, actor: Actor, key: string, command: (open: OpenCase, at: string) => Outcome): Promise<OpenCase | null> {
  for (let tries = 0; tries < 6; tries++) {
    const open = await openCase(product, number);
    if (!open) return null;
    const done = await carryOut(product, open, actor, key, (at) => command(open, at));
    if (done.kind !== 'stale') return openCase(product, number);
  }
  throw new Error(`case ${number} moves faster than a payment can be written`);
}

export type Begun = { kind: 'page'; page: string; payment: string } | { kind: 'paid'; payment: string } | { kind: 'nothing-due' } | { kind: 'not-found' } | { kind: 'away' };

/** @param returnTo for a payment's id, the address to come back to. */
export async function beginPayment(product: Product, person: Principal, number: string, returnTo: (payment: string) => string): Promise<Begun> {
  let open = await openFor(product, person, number, 'act');
  if (!open) return { kind: 'not-found' };
  const actor = actorIn(open, person);
  try {
    const before = openPayment(open.state);
    if (before && !stillAsks(open.state, before)) open = await giveUp(product, open, before.payment);
    if (!open) return { kind: 'not-found' };
    if (!openPayment(open.state)) {
      const key = `pay:${open.state.number}:${open.state.checkout.payments.length + 1}`;
      open = await persistently(product, number, actor, key, (o, at) => startPayment({ state: o.state, at, actor, clocks: clocksOf(product.calendar()) }, product.payments.id));
    }
    const payment = open && openPayment(open.state);
    if (!open || !payment) return { kind: 'nothing-due' };
    const { page } = await product.payments.begin(orderOf(product, open, payment, returnTo(payment.payment)));
    // It may have been paid before, in a window that was closed.
    const after = await reconcile(product, number, payment.payment);
    return after?.state.checkout.payments.find((p) => p.payment === payment.payment)?.state === 'paid' ? { kind: 'paid', payment: payment.payment } : { kind: 'page', page, payment: payment.payment };
  } catch (error) {
    if (error instanceof PaymentsAway) return { kind: 'away' };
    throw error;
  }
}

function orderOf(product: Product, { state }: OpenCase, { payment, amount, lines }: { payment: string; amount: number; lines: PaymentLine[] }, returnTo: string): PaymentOrder {
  const law = lawOfCase(product, state);
  const name = (id: string): Label => {
    const s = state.steps.get(id);
    return s ? stepName(law, s) : { zh: id, en: id };
  };
  return { key: payment, amount, returnTo, says: journeyName(law, state), lines: lines.map((l) => ({ says: name(l.step), payee: payeeName(law, l.payee), amount: l.amount })) };
}

/** What is due has changed: the old payment is ended, unless somebody has made it meanwhile. */
async function giveUp(product: Product, open: OpenCase, payment: string): Promise<OpenCase | null> {
  const answer = await product.payments.cancel(payment);
  return write(product, open.state.number, payment, answer.state === 'open' ? { state: 'cancelled' } : answer, 'changed');
}

async function write(product: Product, number: string, payment: string, answer: PaymentAnswer, ended: 'changed' | null = null): Promise<OpenCase | null> {
  if (answer.state === 'open') return openCase(product, number);
  const actor = provider(product);
  return persistently(product, number, actor, `${payment}:${answer.state}`, (open, at): Outcome => {
    const h = { state: open.state, at, actor, clocks: clocksOf(product.calendar()) };
    if (answer.state !== 'paid') return paymentEnded(h, payment, ended ?? (answer.state as 'failed' | 'cancelled' | 'unknown'));
    const { reference, amount, paidAt } = answer;
    return paymentMade(h, payment, { reference, amount, paidAt });
  });
}

/** Asks the provider and writes what it says. Twice is once. */
export async function reconcile(product: Product, number: string, payment: string): Promise<OpenCase | null> {
  const open = await openCase(product, number);
  const known = open?.state.checkout.payments.find((p) => p.payment === payment);
  if (!open || !known || known.state === 'paid') return open;
  const answer = await product.payments.ask(payment);
  // Begun here a moment ago, and not heard of there yet: not the end of it.
  if (answer.state === 'unknown' && product.now().getTime() - Date.parse(known.startedAt) < patience) return open;
  return write(product, number, payment, answer);
}
const patience = 30 * 60_000;

/** A confirmation by the provider: taken in once, believed only as far as to ask. */
export async function takeConfirmation(product: Product, headers: { [name: string]: string }, body: string): Promise<boolean> {
  const said = product.payments.confirmed(headers, body);
  if (!said) return false;
  const number = /^(.+)-P\d+$/.exec(said.key)?.[1];
  if (number) {
    await reconcile(product, number, said.key);
    await (await product.store()).takeIn(`payments:${product.payments.id}`, said.id, { key: said.key });
  }
  return true;
}

/** Gives back what is owed on a case. What the provider does not do now is tried again by the sweep. */
export async function refundAll(product: Product, number: string): Promise<number> {
  const open = await openCase(product, number);
  if (!open) return 0;
  let made = 0;
  const actor = provider(product);
  for (const owed of refundsOwed(open.state)) {
    const refund = `${owed.payment}:${owed.step}`;
    const done = await product.payments.refund(owed.payment, refund, owed.amount);
    if (!done) continue;
    await persistently(product, number, actor, `refund:${refund}`, (o, at) => refundMade({ state: o.state, at, actor, clocks: clocksOf(product.calendar()) }, owed, done.reference));
    made++;
  }
  return made;
}

/** The sweep: payments nobody came back from, and refunds owed. @returns how many moved */
export async function settlePayments(product: Product, limit = 100): Promise<number> {
  const before = new Date(product.now().getTime() - 20_000).toISOString();
  let moved = 0;
  for (const { id, number, state } of await (await product.store()).openPayments(before, limit)) {
    try {
      if (state === 'owing') moved += await refundAll(product, number);
      else if ((await reconcile(product, number, id))?.state.checkout.payments.find((p) => p.payment === id)?.state !== 'started') moved++;
    } catch (error) {
      if (!(error instanceof PaymentsAway)) throw error;
    }
  }
  return moved;
}
