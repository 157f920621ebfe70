/** Beginning: `POST /apply {journey | service…}`. Who is not signed in comes back by `GET /apply/new?journey=ID`, a page of one button. */
import { Hono } from 'hono';
import { startDraft, type DraftBody } from '../../app/draft';
import { alsoToday } from '../../app/join-drafts';
import type { Person } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { myDrafts } from '../../app/track';
import type { Basket } from '../../core/journey';
import { basketFields, basketHref, basketName, basketOf, itemsOf } from '../basket/asked';
import { Button, LinkButton, Notice, page } from '../ui';
import type { Env } from '../visit';
import { dateOf } from './about';
import { forResidents } from './at-draft';
import { formOf } from './form';
import { draftHref } from './next';

export const startRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.post('/apply', async (c) => {
    const v = c.var.visit;
    const form = await formOf(c);
    const basket = basketOf(v.law, form.all('journey'), [...form.all('service'), ...form.all('services')]);
    if (!basket) return c.redirect('/apply/new', 303);
    const who = await v.who();
    if (!who) return c.redirect(await product.identity.begin(`${newHref(basket)}&start=1`), 303);
    if (who.kind !== 'person') return forResidents(c);
    const open = form.text('again') ? undefined : await unfinished(product, who, basket);
    // A second click on "start" finds the draft of the first.
    if (open) return c.redirect(isUntouched(open) ? draftHref(open) : newHref(basket), 303);
    const [also] = await alsoToday(product, who, { body: { basket } });
    return c.redirect(draftHref({ id: await startDraft(product, who, basket, v.division) }, undefined, { join: also?.id }), 303);
  });

  app.get('/apply', (c) => c.redirect('/apply/new'));

  app.get('/apply/new', async (c) => {
    const v = c.var.visit;
    const { t } = v;
    const basket = basketOf(v.law, c.req.queries('journey') ?? [], c.req.queries('service') ?? []);
    if (!basket)
      return page(
        c,
        { title: t.apply.nothingChosen },
        <>
          <h1>{t.apply.nothingChosen}</h1>
          <p class="lead">{t.apply.nothingChosenBody}</p>
          <p>
            <LinkButton kind="primary" href="/">
              {t.ui.home}
            </LinkButton>
          </p>
        </>,
        404,
      );
    const who = await v.who();
    if (who && who.kind !== 'person') return forResidents(c);
    const open = who ? await unfinished(product, who, basket) : undefined;
    // She pressed "start" before she signed in; once is enough. Only from our own page, and an untouched draft is taken again, so nothing piles up.
    if (who?.kind === 'person' && c.req.query('start') && c.req.header('sec-fetch-site') === 'same-origin' && (!open || isUntouched(open)))
      return c.redirect(draftHref(open ?? { id: await startDraft(product, who, basket, v.division) }), 303);
    const title = t.apply.startTitle(basketName(v, basket));
    return page(
      c,
      { title, trail: [] },
      <>
        <h1>{title}</h1>
        <p class="lead">{t.apply.startLead}</p>
        {!who && (
          <p>
            <LinkButton kind="primary" icon="next" href={await product.identity.begin(v.here)}>
              {t.apply.signInToStart}
            </LinkButton>
          </p>
        )}
        {open && (
          <Notice>
            <p>{t.apply.unfinished(dateOf(v, open.body.startedAt))}</p>
            <LinkButton kind="primary" icon="next" href={draftHref(open)}>
              {t.apply.goOn}
            </LinkButton>
          </Notice>
        )}
        {who && (
          <form method="post" action="/apply">
            <BasketFields basket={basket} />
            {open ? (
              <Button name="again" value="yes">
                {t.apply.again}
              </Button>
            ) : (
              <Button kind="primary" icon="next">
                {t.apply.start}
              </Button>
            )}
          </form>
        )}
      </>,
    );
  });

  return app;
};

const BasketFields = ({ basket }: { basket: Basket }) => (
  <>
    {basketFields(basket).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

const newHref = (basket: Basket): string => basketHref('/apply/new', basket);

const sameBasket = (a: Basket, b: Basket) => JSON.stringify(itemsOf(a).sort()) === JSON.stringify(itemsOf(b).sort());

const unfinished = async (product: Product, who: Person, basket: Basket) => (await myDrafts(product, who)).find((d) => sameBasket(d.body.basket, basket));

const isUntouched = ({ body }: { body: DraftBody }) => Object.keys(body.answers).length === 0 && body.readings.length === 0 && body.documents.length === 0;
