/**
 * The demonstration provider: a hosted page of its own (`/sample-till/…`), a book of its own, signed confirmations, refunds. It takes no money, and
 * every page of it says so. A real provider is another file beside this one.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { PaymentAnswer, Payments } from '../../app/ports/payments';
import { type Book, type Entry, openBook } from './book';
import { isSigned, sign } from './signature';

export type Demonstration = {
  now(): Date;
  /** Where its book lies; null keeps it in memory. */
  file: string | null;
  /** How a confirmation reaches the product: a post to `/payments/notify`. What is lost on the way is found by asking. */
  notify?(headers: { [name: string]: string }, body: string): Promise<unknown>;
};

export function demonstrationPayments({ now, file, notify }: Demonstration): Payments {
  const book = openBook(file);
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const tell = async (entry: Entry) => {
    const body = JSON.stringify({ type: 'payment.settled', key: entry.order.key });
    await notify?.(sign(secret, `msg_${entry.reference}_${entry.state}`, now(), body), body)?.catch(() => {});
  };
  const settle = async (entry: Entry, state: Entry['state']): Promise<Entry> => {
    if (entry.state !== 'open') return entry;
    const next = { ...entry, state, at: now().toISOString() };
    await book.put(next);
    return next;
  };
  return {
    id: 'demonstration',
    name: { zh: '示例支付', en: 'sample payment' },
    async begin(order) {
      const known = await book.get(order.key);
      const entry: Entry = known ?? { order, reference: `SAMPLE-${randomUUID()}`, state: 'open', at: now().toISOString(), refunds: {} };
      if (!known) await book.put(entry);
      return { page: `/sample-till/${entry.reference}` };
    },
    ask: async (key) => answer(await book.get(key)),
    async cancel(key) {
      const entry = await book.get(key);
      return answer(entry && (await settle(entry, 'cancelled')));
    },
    refund: (key, refund, amount) => refunded(book, key, refund, amount),
    confirmed(headers, body) {
      if (!isSigned(secret, headers, now(), body)) return null;
      return { id: headers['webhook-id']!, key: (JSON.parse(body) as { key: string }).key };
    },
    sample: {
      async order(reference) {
        const entry = await book.byReference(reference);
        return entry ? { order: entry.order, state: entry.state } : null;
      },
      async settle(reference, outcome) {
        const entry = await book.byReference(reference);
        if (entry?.state === 'open') await tell(await settle(entry, outcome));
      },
    },
  };
}

function answer(entry: Entry | undefined): PaymentAnswer {
  if (!entry) return { state: 'unknown' };
  return entry.state === 'paid' ? { state: 'paid', reference: entry.reference, amount: entry.order.amount, paidAt: entry.at.replace(/\.\d+Z$/, 'Z') } : { state: entry.state };
}

async function refunded(book: Book, key: string, refund: string, amount: number): Promise<{ reference: string } | null> {
  const entry = await book.get(key);
  if (entry?.state !== 'paid') return null;
  const before = entry.refunds[refund];
  if (before) return { reference: before.reference };
  const back = Object.values(entry.refunds).reduce((sum, r) => sum + r.amount, 0);
  if (back + amount > entry.order.amount) return null;
  const reference = `SAMPLE-R-${randomUUID()}`;
  await book.put({ ...entry, refunds: { ...entry.refunds, [refund]: { reference, amount } } });
  return { reference };
}
