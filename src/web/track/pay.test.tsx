/** Paying for a case: once, whatever is closed, lost, repeated or withdrawn on the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../../app/act';
import { withdrawCase } from '../../app/follow-up';
import { openCase } from '../../app/open-case';
import { beginPayment, reconcile, refundAll, settlePayments } from '../../app/pay';
import { feesDue } from '../../core/case';
import { openTown, type Town } from '../testing/town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const fee = 32_000;
const stateOf = async (number: string) => (await openCase(town.product, number))!.state;
const person = () => town.product.identity.samples().find((p) => p.kind === 'person')! as ReturnType<Town['person']>;
const begin = async (number: string) => {
  const begun = await beginPayment(town.product, person(), number, (id) => `http://x/track/${number}/pay/${id}`);
  if (begun.kind !== 'page') throw new Error(begun.kind);
  return { ...begun, reference: begun.page.split('/').at(-1)! };
};
const later = (minutes: number) => void (town.clock.now = new Date(town.clock.now.getTime() + minutes * 60_000));

describe('a payment', () => {
  it('asks for the fees of the whole basket at once, in fen, and is made once', async () => {
    const number = await town.file('newborn', 'typical');
    expect(feesDue(await stateOf(number))).toEqual([{ step: 'medical-insurance-payment', amount: fee, payee: 'tax', refund: 'unless-granted' }]);
    const [one, two] = await Promise.all([begin(number), begin(number)]);
    expect(one).toEqual(two);
    await town.product.payments.sample!.settle(one.reference, 'paid');
    const { checkout } = await stateOf(number);
    expect(checkout.payments).toMatchObject([{ payment: `${number}-P1`, amount: fee, state: 'paid', reference: one.reference }]);
    expect(feesDue(await stateOf(number))).toEqual([]);
    expect((await beginPayment(town.product, person(), number, () => '')).kind).toBe('nothing-due');
  });

  it('is not lost when the window is closed before the return and no confirmation arrives', async () => {
    const number = await town.file('newborn', 'typical');
    const { reference } = await begin(number);
    town.confirmations.arrive = false;
    await town.product.payments.sample!.settle(reference, 'paid');
    town.confirmations.arrive = true;
    expect((await stateOf(number)).checkout.payments[0]!.state).toBe('started');
    expect(await settlePayments(town.product)).toBe(0);
    later(1);
    expect(await settlePayments(town.product)).toBe(1);
    expect((await stateOf(number)).checkout.payments[0]!.state).toBe('paid');
    expect(await settlePayments(town.product)).toBe(0);
  });

  it('that fails or is given up can be begun anew, and return, confirmation and sweep at one moment write one event', async () => {
    const number = await town.file('newborn', 'typical');
    await town.product.payments.sample!.settle((await begin(number)).reference, 'failed');
    expect((await stateOf(number)).checkout.payments[0]!.state).toBe('ended');
    const second = await begin(number);
    expect(second.payment).toBe(`${number}-P2`);
    town.confirmations.arrive = false;
    await town.product.payments.sample!.settle(second.reference, 'paid');
    town.confirmations.arrive = true;
    later(1);
    await Promise.all([reconcile(town.product, number, second.payment), reconcile(town.product, number, second.payment), settlePayments(town.product)]);
    const { case: row } = (await town.store.caseByNumber(number))!;
    expect((await town.store.events(row.caseId)).filter((e) => e.event.type === 'payment-made')).toHaveLength(1);
  });

  it('goes back by the stated rule when the matter is withdrawn, once', async () => {
    const number = await town.file('newborn', 'typical');
    await town.product.payments.sample!.settle((await begin(number)).reference, 'paid');
    await withdrawCase(town.product, person(), number, `withdraw-${number}`, '不办了');
    await Promise.all([refundAll(town.product, number), refundAll(town.product, number)]);
    later(1);
    await settlePayments(town.product);
    const [payment] = (await stateOf(number)).checkout.payments;
    expect(payment!.refunds).toMatchObject([{ step: 'medical-insurance-payment', amount: fee, because: 'withdrawn' }]);
  });

  it('goes back when what it waited for fails', async () => {
    const number = await town.file('newborn', 'typical');
    await town.product.payments.sample!.settle((await begin(number)).reference, 'paid');
    const first = (await stateOf(number)).steps.get('birth-certificate')!;
    await act(town.product, town.clerkOf(first.authority), number, 'birth-certificate', `a-${number}`, { action: 'accept' });
    await act(town.product, town.clerkOf(first.authority), number, 'birth-certificate', `r-${number}`, { action: 'refuse', reasons: ['示例'] });
    // Everything that waited for it is moot, the contribution too: it was never booked.
    expect((await stateOf(number)).steps.get('medical-insurance-payment')!.status).toBe('moot');
    expect(await refundAll(town.product, number)).toBe(1);
  });
});
