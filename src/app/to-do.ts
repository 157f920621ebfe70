/** What the applicant can do with a case now, most pressing first: what waits for her, and what is only open to her. For the tracking page and for the list of everything of hers. */
import { feesDue, openPayment } from '../core/case';
import type { Label } from '../core/catalogue';
import { lawOfCase, payeeName, stepName } from './case-view';
import { resultsOf, type Result } from './delivery';
import type { OpenCase } from './open-case';
import type { Product } from './product';
import { appointmentsOf, type Appointment } from './slots';

export type ToPay = { amount: number; lines: { name: Label; what: Label | null; payee: Label; amount: number; refund: 'before-work' | 'unless-granted' | 'never' }[]; underWay: string | null };
export type PaymentView = {
  payment: string;
  state: 'started' | 'paid' | 'ended';
  amount: number;
  at: string;
  reference: string | null;
  lines: { name: Label; payee: Label; amount: number }[];
  refunds: { name: Label; amount: number; at: string; because: string; reference: string }[];
};
export type ToDo = {
  pay: ToPay | null;
  payments: PaymentView[];
  results: Result[];
  appointments: Appointment[];
  /** A place where a granted document waits for her. */
  collect: { name: Label; place: Label | null }[];
};

export function toDoOf(product: Product, { state }: OpenCase): ToDo {
  const law = lawOfCase(product, state);
  const name = (id: string): Label => {
    const s = state.steps.get(id);
    return s ? stepName(law, s) : { zh: id, en: id };
  };
  const due = feesDue(state);
  const results = resultsOf(product, state);
  const ready = results.flatMap((r) => {
    const s = state.steps.get(r.step)!;
    if (s.status !== 'granted' || s.readyAt === null || r.chosen.by !== 'counter') return [];
    return [{ name: r.name, place: law.halls.get(r.chosen.place ?? '')?.name ?? null }];
  });
  const fee = (line: (typeof due)[number]): Label | null => state.steps.get(line.step)?.filed.fees?.find((f) => f.amount === line.amount && f.payee === line.payee)?.label ?? null;
  return {
    pay:
      due.length === 0
        ? null
        : {
            amount: due.reduce((sum, l) => sum + l.amount, 0),
            lines: due.map((l) => ({ name: name(l.step), what: fee(l), payee: payeeName(law, l.payee), amount: l.amount, refund: l.refund })),
            underWay: openPayment(state)?.payment ?? null,
          },
    payments: state.checkout.payments.map((p) => ({
      payment: p.payment,
      state: p.state,
      amount: p.amount,
      at: p.endedAt ?? p.startedAt,
      reference: p.reference,
      lines: p.lines.map((l) => ({ name: name(l.step), payee: payeeName(law, l.payee), amount: l.amount })),
      refunds: p.refunds.map((r) => ({ name: name(r.step), amount: r.amount, at: r.at, because: r.because, reference: r.reference })),
    })),
    results,
    appointments: appointmentsOf(product, state),
    collect: ready,
  };
}

/** Whether something of it keeps the case from going on: money, a time nobody has chosen, a document to be collected. */
export const waitsForHer = (x: ToDo): boolean => x.pay !== null || x.collect.length > 0 || x.appointments.some((a) => a.offered && a.booking === null && a.arranged === null);
