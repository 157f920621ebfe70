/** `/sample-till/REFERENCE`: the hosted page of the demonstration provider. It stands for somebody else's site, so it knows the order and nothing of the case. */
import { Hono } from 'hono';
import type { Product } from '../../app/product';
import { formOf } from '../apply/form';
import { notFound } from '../errors';
import { list, money, say } from '../text';
import { ActionButton, Facts, LinkButton, Notice, page, to } from '../ui';
import type { Env } from '../visit';

export const tillRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  const till = product.payments.sample;
  if (!till) return app;

  app.get('/sample-till/:reference', async (c) => {
    const found = await till.order(c.req.param('reference'));
    if (!found) return notFound(c);
    const { t } = c.var.visit;
    const { order, state } = found;
    const here = to('/sample-till', c.req.param('reference'));
    return page(
      c,
      { title: t.shop.tillTitle, trail: [] },
      <>
        <h1>{t.shop.tillTitle}</h1>
        <Notice tone="warning">
          <p>{t.shop.tillLead}</p>
        </Notice>
        <Facts
          rows={[
            { label: t.shop.payWhat, value: say(t, order.says) },
            { label: t.shop.tillFor, value: list(t, [...new Set(order.lines.map((l) => say(t, l.payee)))]) },
            { label: t.shop.payAmount, value: <strong>{money(t, order.amount)}</strong> },
          ]}
        />
        {state === 'open' ? (
          <div class="row">
            <ActionButton action={here} fields={{ outcome: 'paid' }} kind="primary">
              {t.shop.tillPay}
            </ActionButton>
            <ActionButton action={here} fields={{ outcome: 'cancelled' }}>
              {t.shop.tillCancel}
            </ActionButton>
            <ActionButton action={here} fields={{ outcome: 'failed' }} kind="plain">
              {t.shop.tillFail}
            </ActionButton>
          </div>
        ) : (
          <>
            <p>{t.shop.tillOver}</p>
            <p>
              <LinkButton kind="primary" href={pathOf(order.returnTo)}>
                {t.shop.backToCase}
              </LinkButton>
            </p>
          </>
        )}
      </>,
    );
  });

  app.post('/sample-till/:reference', async (c) => {
    const found = await till.order(c.req.param('reference'));
    if (!found) return notFound(c);
    const outcome = outcomeIn((await formOf(c)).text('outcome'));
    if (outcome) await till.settle(c.req.param('reference'), outcome);
    return c.redirect(pathOf(found.order.returnTo), 303);
  });

  return app;
};

const outcomeIn = (text: string) => (['paid', 'failed', 'cancelled'] as const).find((o) => o === text);

/** Back to this very site: the till is its own, whatever name the browser knew it by. */
const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);
