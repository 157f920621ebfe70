/** `/station/consent/ID`: the principal, on her own telephone and with her own sign-in, lets a helper apply for her – or does not. Works without JavaScript. */
import { Hono } from 'hono';
import { consentAsked, giveByLogin } from '../../app/station/consent';
import type { Product } from '../../app/product';
import { personIn } from '../apply/at-draft';
import { say } from '../text';
import { Button, Notice, page } from '../ui';
import type { Env, Visit } from '../visit';

export const consentRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  const here = (id: string) => `/station/consent/${encodeURIComponent(id)}`;

  app.get('/station/consent/:id', async (c) => {
    const v = c.var.visit;
    const id = c.req.param('id');
    const who = await personIn(c, here(id));
    if (who instanceof Response) return who;
    const asked = await consentAsked(product, id);
    const { t } = v;
    if (asked?.grantedAt)
      return page(
        c,
        { title: t.station.consentTitle },
        <>
          <h1>{t.station.consentTitle}</h1>
          <Notice tone="good" live>
            <p>{t.station.consentDone}</p>
          </Notice>
        </>,
      );
    if (!asked)
      return page(
        c,
        { title: t.station.consentTitle },
        <>
          <h1>{t.station.consentTitle}</h1>
          <p class="lead">{t.station.consentOver}</p>
        </>,
        410,
      );
    return page(
      c,
      { title: t.station.consentTitle },
      <>
        <h1>{t.station.consentTitle}</h1>
        <p class="lead">{t.station.consentAsk(asked.helperName, placeOf(v, asked.station))}</p>
        <ul>
          {asked.matter.map((id) => (
            <li>{matterName(v, id)}</li>
          ))}
        </ul>
        <p>{t.station.consentMeans}</p>
        <form method="post" action={here(id)}>
          <p class="row">
            <Button kind="primary">{t.station.consentYes}</Button>
          </p>
        </form>
        <p class="muted">{t.station.consentNo}</p>
      </>,
    );
  });

  app.post('/station/consent/:id', async (c) => {
    const id = c.req.param('id');
    const who = await personIn(c, here(id));
    if (who instanceof Response) return who;
    await giveByLogin(product, id, who);
    return c.redirect(here(id), 303);
  });

  return app;
};

export const placeOf = ({ t, law }: Pick<Visit, 't' | 'law'>, station: string): string => {
  const name = law.halls.get(station)?.name ?? law.divisions.get(station)?.name;
  return name ? say(t, name) : station;
};
export const matterName = ({ t, law }: Pick<Visit, 't' | 'law'>, id: string): string => {
  const name = law.journeys.get(id)?.name ?? law.services.get(id)?.name;
  return name ? say(t, name) : id;
};
