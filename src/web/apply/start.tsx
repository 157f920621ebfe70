/** Beginning: `POST /apply {journey | service…}`. Who is not signed in comes back by `GET /apply/new?journey=ID`, a page of one button. */
import { Hono } from 'hono';
import { startDraft, type DraftBody } from '../../app/draft';
import type { Person } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { myDrafts } from '../../app/track';
import type { Basket } from '../../core/journey';
import type { InForce } from '../../core/catalogue';
import { list, say } from '../text';
import { Button, LinkButton, Notice, page } from '../ui';
import type { Env, Visit } from '../visit';
import { dateOf } from './about';
import { forResidents } from './at-draft';
import { formOf } from './form';
import { draftHref } from './next';

const mostServices = 40;

export const startRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.post('/apply', async (c) => {
    const v = c.var.visit;
    const form = await formOf(c);
    const basket = basketOf(v.law, form.text('journey'), [...form.all('service'), ...form.all('services')]);
    if (!basket) return c.redirect('/apply/new', 303);
    const who = await v.who();
    if (!who) return c.redirect(await product.identity.begin(newHref(basket)), 303);
    if (who.kind !== 'person') return forResidents(c);
    const open = form.text('again') ? undefined : await unfinished(product, who, basket);
    // A second click on "start" finds the draft of the first.
    if (open) return c.redirect(isUntouched(open) ? draftHref(open) : newHref(basket), 303);
    return c.redirect(draftHref({ id: await startDraft(product, who, basket, v.division) }), 303);
  });

  app.get('/apply', (c) => c.redirect('/apply/new'));

  app.get('/apply/new', async (c) => {
    const v = c.var.visit;
    const { t } = v;
    const basket = basketOf(v.law, c.req.query('journey') ?? '', c.req.queries('service') ?? []);
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
  <>{'journey' in basket ? <input type="hidden" name="journey" value={basket.journey} /> : basket.services.map((s) => <input type="hidden" name="service" value={s} />)}</>
);

/** Null for anything the city does not have. Several services may come in one field, separated by commas. */
function basketOf(law: InForce, journey: string, given: readonly string[]): Basket | null {
  if (journey) return law.journeys.has(journey) ? { journey } : null;
  const services = [
    ...new Set(
      given
        .flatMap((s) => s.split(','))
        .map((s) => s.trim())
        .filter(Boolean),
    ),
  ];
  return services.length > 0 && services.length <= mostServices && services.every((s) => law.services.has(s)) ? { services } : null;
}

const newHref = (basket: Basket): string => {
  const query = new URLSearchParams('journey' in basket ? [['journey', basket.journey]] : basket.services.map((s) => ['service', s]));
  return `/apply/new?${query}`;
};

/** What an application is called: its journey, or its services. */
export function basketName({ t, law }: Pick<Visit, 't' | 'law'>, basket: Basket): string {
  if ('journey' in basket) {
    const name = law.journeys.get(basket.journey)?.name;
    return name ? say(t, name) : basket.journey;
  }
  const names = basket.services.map((s) => law.services.get(s)?.name).flatMap((n) => (n ? [say(t, n)] : []));
  return names.length > 3 ? `${list(t, names.slice(0, 3))}…` : list(t, names);
}

const sameBasket = (a: Basket, b: Basket) => JSON.stringify('journey' in a ? a.journey : [...a.services].sort()) === JSON.stringify('journey' in b ? b.journey : [...b.services].sort());

const unfinished = async (product: Product, who: Person, basket: Basket) => (await myDrafts(product, who)).find((d) => sameBasket(d.body.basket, basket));

const isUntouched = ({ body }: { body: DraftBody }) => Object.keys(body.answers).length === 0 && body.readings.length === 0 && body.documents.length === 0;
