/** `/track/NUMBER/pay`: what is to be paid, and the way to the provider; `/track/NUMBER/pay/ID`: where one comes back to, which is the receipt once it is paid. */
import { Hono } from 'hono';
import { beginPayment, reconcile, refundAll, takeConfirmation } from '../../app/pay';
import { track } from '../../app/track';
import type { PaymentView, ToPay } from '../../app/to-do';
import type { Product } from '../../app/product';
import { moment, money, say } from '../text';
import { Button, Facts, LinkButton, Notice, page, Table } from '../ui';
import { addressOf, trackHref } from '../track/case-page';
import { notHere } from '../track/find';
import type { Env, Visit } from '../visit';
import { type AtCase, atCase, trailOf } from './at-case';

export const payRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  const at = atCase(app, product);

  at.get('pay', (x) => (x.view.todo.pay ? payPage(x, x.view.todo.pay) : nothingPage(x)));

  at.post('pay', async ({ c, who, view, v }) => {
    const begun = await beginPayment(product, who, view.number, (payment) => addressOf(c, trackHref(view.number, `pay/${payment}`)));
    switch (begun.kind) {
      case 'page':
        return c.redirect(begun.page, 303);
      case 'paid':
        return c.redirect(trackHref(view.number, `pay/${begun.payment}`), 303);
      case 'nothing-due':
        return c.redirect(trackHref(view.number, 'pay'), 303);
      case 'not-found':
        return notHere(c);
      case 'away':
        return page(
          c,
          { title: v.t.shop.payAway, trail: trailOf({ v, view }) },
          <>
            <h1>{v.t.shop.payAway}</h1>
            <p class="lead">{v.t.shop.payAwayBody}</p>
            <p>
              <LinkButton kind="primary" href={trackHref(view.number, 'pay')}>
                {v.t.shop.payAgain}
              </LinkButton>
            </p>
          </>,
          503,
        );
    }
  });

  at.get('pay/:payment', async (x) => {
    const id = x.c.req.param('payment') ?? '';
    if (!x.view.todo.payments.some((p) => p.payment === id)) return notHere(x.c);
    await reconcile(product, x.view.number, id);
    await refundAll(product, x.view.number);
    const view = await track(product, x.who, x.view.number);
    const payment = view?.todo.payments.find((p) => p.payment === id);
    if (!view || !payment) return notHere(x.c);
    return payment.state === 'paid' ? receiptPage({ ...x, view }, payment) : unpaidPage({ ...x, view }, payment);
  });

  /** A confirmation by the provider: no page, no session, only its signature. */
  app.post('/payments/notify', async (c) => {
    const headers = Object.fromEntries(['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((h) => [h, c.req.header(h) ?? '']));
    return (await takeConfirmation(product, headers, await c.req.text())) ? c.body(null, 204) : c.body(null, 401);
  });

  return app;
};

const Sample = ({ v }: { v: Visit }) =>
  v.product.payments.sample ? (
    <Notice tone="plain">
      <p>{v.t.shop.paySample}</p>
    </Notice>
  ) : null;

const Lines = ({ v, lines, sum }: { v: Visit; lines: { name: string; what: string | null; payee: string; amount: number }[]; sum: number }) => {
  const { t } = v;
  return (
    <Table
      id="fees"
      caption={t.shop.payTitle}
      hideCaption
      columns={[{ label: t.shop.payWhat }, { label: t.shop.payTo }, { label: t.shop.payAmount, number: true }]}
      rows={[...lines.map((l) => [l.what ? `${l.name}${t.joins.colon}${l.what}` : l.name, l.payee, money(t, l.amount)]), [<strong>{t.shop.paySum}</strong>, '', <strong>{money(t, sum)}</strong>]]}
    />
  );
};

function payPage({ c, v, view }: AtCase, pay: ToPay) {
  const { t } = v;
  const rules = [...new Set(pay.lines.map((l) => l.refund))];
  return page(
    c,
    { title: t.shop.payTitle, trail: trailOf({ v, view }), islands: ['once'] },
    <>
      <h1>{t.shop.payTitle}</h1>
      <p class="lead">{t.shop.payLead}</p>
      <Lines v={v} lines={pay.lines.map((l) => ({ name: say(t, l.name), what: l.what && say(t, l.what), payee: say(t, l.payee), amount: l.amount }))} sum={pay.amount} />
      <Sample v={v} />
      <form method="post" action={trackHref(view.number, 'pay')} data-once={t.shop.payGo}>
        <p class="row">
          <Button kind="primary">{pay.underWay ? t.shop.payContinue : t.shop.payGo}</Button>
          <LinkButton href={trackHref(view.number)}>{t.shop.backToCase}</LinkButton>
        </p>
      </form>
      <h2>{t.shop.refundTitle}</h2>
      <ul class="bullets">
        {rules.map((r) => (
          <li>
            {rules.length > 1 &&
              `${pay.lines
                .filter((l) => l.refund === r)
                .map((l) => say(t, l.name))
                .filter((x, i, all) => all.indexOf(x) === i)
                .join(t.joins.list)}${t.joins.colon}`}
            {t.shop.refundRules[r]}
          </li>
        ))}
      </ul>
      <p class="note muted">{t.shop.refundHow}</p>
    </>,
  );
}

const nothingPage = ({ c, v, view }: AtCase) =>
  page(
    c,
    { title: v.t.shop.payNothing, trail: trailOf({ v, view }) },
    <>
      <h1>{v.t.shop.payNothing}</h1>
      <p class="lead">{v.t.shop.payNothingBody}</p>
      <p>
        <LinkButton kind="primary" href={trackHref(view.number)}>
          {v.t.shop.backToCase}
        </LinkButton>
      </p>
    </>,
  );

function unpaidPage({ c, v, view }: AtCase, payment: PaymentView) {
  const { t } = v;
  const ended = payment.state === 'ended';
  const title = ended ? t.shop.endedTitle : t.shop.waitingTitle;
  return page(
    c,
    { title, trail: trailOf({ v, view }), islands: ['once'] },
    <>
      <h1>{title}</h1>
      <p class="lead">{ended ? t.shop.endedBody : t.shop.waitingBody}</p>
      <form method="post" action={trackHref(view.number, 'pay')} data-once={t.shop.payGo}>
        <p class="row">
          {!ended && (
            <LinkButton kind="primary" href={trackHref(view.number, `pay/${payment.payment}`)}>
              {t.shop.check}
            </LinkButton>
          )}
          {view.todo.pay && <Button kind={ended ? 'primary' : 'secondary'}>{ended ? t.shop.payAgain : t.shop.payContinue}</Button>}
          <LinkButton href={trackHref(view.number)}>{t.shop.backToCase}</LinkButton>
        </p>
      </form>
    </>,
  );
}

function receiptPage({ c, v, view }: AtCase, payment: PaymentView) {
  const { t, law } = v;
  const at = (instant: string) => moment(t, instant, law.city.zone);
  return page(
    c,
    { title: t.shop.receiptTitle, trail: trailOf({ v, view }) },
    <>
      <article class="paper">
        <header class="paper-head">
          <h1>{t.shop.receiptTitle}</h1>
        </header>
        {v.product.payments.sample && (
          <Notice tone="warning">
            <p>{t.shop.receiptSample}</p>
          </Notice>
        )}
        <Facts
          rows={[
            { label: t.shop.receiptNumber, value: <span class="case-number">{payment.payment}</span> },
            { label: t.shop.receiptFor, value: view.applicant },
            { label: t.shop.receiptAt, value: at(payment.at) },
            { label: t.shop.receiptCase, value: <span class="case-number">{view.number}</span> },
            { label: t.shop.receiptReference, value: <span class="reference">{payment.reference ?? ''}</span> },
          ]}
        />
        <Lines v={v} lines={payment.lines.map((l) => ({ name: say(t, l.name), what: null, payee: say(t, l.payee), amount: l.amount }))} sum={payment.amount} />
        {payment.refunds.map((r) => (
          <p>
            {t.shop.refundMade(say(t, r.name), money(t, r.amount), at(r.at))}
            {t.shop.refundWhy[r.because] && <span class="muted"> · {t.shop.refundWhy[r.because]}</span>}
          </p>
        ))}
      </article>
      <p class="note muted no-print">{t.shop.receiptPrint}</p>
      <p class="no-print">
        <LinkButton kind="primary" href={trackHref(view.number)}>
          {t.shop.backToCase}
        </LinkButton>
      </p>
    </>,
  );
}
