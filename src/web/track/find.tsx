/** `/track`: a number as it was read out or copied down. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Product } from '../../app/product';
import { readCaseNumber, readProvisional } from '../../core/case';
import { Button, ErrorSummary, LinkButton, page, TextField, to } from '../ui';
import type { Env } from '../visit';

export const findRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.get('/track', async (c) => {
    const { t } = c.var.visit;
    const typed = c.req.query('number');
    const number = readCaseNumber((typed ?? '').normalize('NFKC'));
    if (number) return c.redirect(to('/track', number), 303);
    const provisional = readProvisional(typed ?? '');
    const arrived = provisional && (await (await product.store()).arrival(provisional));
    if (arrived) return c.redirect(to('/track', arrived.number), 303);
    const error = typed === undefined ? undefined : provisional ? t.station.notArrived : t.track.badNumber;
    return page(
      c,
      { title: t.track.findTitle, wrong: error !== undefined, trail: [{ href: '/mine', label: t.ui.mine }] },
      <>
        <ErrorSummary t={t} errors={error ? [{ field: 'number', message: error }] : []} />
        <FindForm c={c} value={typed?.slice(0, 60)} error={error} heading />
      </>,
      error ? 422 : 200,
    );
  });
  return app;
};

export const FindForm = ({ c, value, error, heading }: { c: Context<Env>; value?: string | undefined; error?: string | undefined; heading?: boolean }) => {
  const { t } = c.var.visit;
  return (
    <form method="get" action="/track">
      {heading && <h1>{t.track.findTitle}</h1>}
      <TextField t={t} id="number" name="number" label={t.track.findLabel} hint={t.track.findHint} value={value} error={error} width="medium" maxlength={60} autocomplete="off" />
      <Button kind={heading ? 'primary' : 'secondary'}>{t.track.find}</Button>
    </form>
  );
};

/** No such case, or not hers: the two look the same to everyone. */
export async function notHere(c: Context<Env>): Promise<Response> {
  const v = c.var.visit;
  const { t } = v;
  const who = await v.who();
  return page(
    c,
    { title: t.track.notHere },
    <>
      <h1>{t.track.notHere}</h1>
      <p class="lead">{who ? t.track.notHereSignedIn : t.track.notHereSignedOut}</p>
      {!who && (
        <p>
          <LinkButton kind="primary" href={await v.product.identity.begin(c.req.method === 'GET' ? v.here : '/mine')}>
            {t.ui.signIn}
          </LinkButton>
        </p>
      )}
      <FindForm c={c} />
    </>,
    404,
  );
}
