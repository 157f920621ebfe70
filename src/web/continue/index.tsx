/**
 * @module web/continue – taking up what somebody handed on: `/continue/TOKEN` keeps the token in a cookie for this page alone and shows `/continue`, so it
 * stands in no history, referrer or way back from the sign-in. Taking up is one form; it works once.
 */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { offerBehind, takeUp, tokenShape } from '../../app/entrust';
import type { Entrustment } from '../../app/ports/entrust-store';
import type { Room } from '../room';
import { forResidents } from '../apply/at-draft';
import { moment } from '../text';
import { Button, LinkButton, Notice, page } from '../ui';
import type { Env } from '../visit';

const cookie = 'yj-continue';
const keptSeconds = 1800;

export const continueRoutes: Room = (product) => {
  const app = new Hono<Env>();

  app.use('/continue/*', async (c, next) => {
    await next();
    c.res.headers.set('Referrer-Policy', 'no-referrer');
    c.res.headers.set('Cache-Control', 'no-store');
  });

  app.get('/continue/:token', async (c) => {
    const token = c.req.param('token');
    if (!tokenShape.test(token)) return gone(c);
    setCookie(c, cookie, token, { path: '/continue', httpOnly: true, sameSite: 'Lax', secure: product.secure, maxAge: keptSeconds });
    return c.redirect('/continue', 303);
  });

  app.get('/continue', async (c) => {
    const { v, found } = await behind(c);
    if (!found?.open) return gone(c);
    const who = await v.who();
    if (who && who.kind !== 'person') return forResidents(c);
    const { t, law } = v;
    const e = found.entrustment;
    const title = e.kind === 'draft' ? t.handOn.takeTitle(e.giverName, e.label) : t.company.takeTitle(e.label);
    return page(
      c,
      { title },
      <>
        <h1>{title}</h1>
        <p class="lead">{t.handOn.takeLead(t.handOn.mayKinds[e.may as 'submit'], moment(t, e.until, law.city.zone))}</p>
        <ul>
          <li>{e.kind === 'draft' ? t.handOn.takeSees(e.giverName) : t.company.takeSees(e.label)}</li>
          <li>{t.handOn.takeNamed(e.giverName)}</li>
          <li>{t.handOn.takeOnce}</li>
        </ul>
        {!who ? (
          <LinkButton kind="primary" href={await product.identity.begin('/continue')}>
            {t.handOn.takeSignIn}
          </LinkButton>
        ) : who.id === e.giver ? (
          <Notice tone="warning">
            <p>{t.handOn.own}</p>
          </Notice>
        ) : (
          <form method="post" action="/continue">
            <p class="muted">{t.handOn.takeAs(who.name)}</p>
            <Button kind="primary" icon="next">
              {t.handOn.take}
            </Button>
          </form>
        )}
      </>,
    );
  });

  app.post('/continue', async (c) => {
    const { v, token } = await behind(c);
    const who = await v.who();
    if (!who) return c.redirect(await product.identity.begin('/continue'), 303);
    if (who.kind !== 'person') return forResidents(c);
    const taken = token === undefined ? null : await takeUp(product, token, who);
    if (!taken) return gone(c);
    deleteCookie(c, cookie, { path: '/continue' });
    return c.redirect(hrefOf(taken), 303);
  });

  async function behind(c: Context<Env>) {
    const token = getCookie(c, cookie);
    return { v: c.var.visit, token, found: token === undefined ? null : await offerBehind(product, token) };
  }

  return app;
};

const hrefOf = (e: Entrustment): string => (e.kind === 'draft' ? `/apply/${encodeURIComponent(e.about)}/overview` : `/companies/${encodeURIComponent(e.about)}`);

/** Used, taken back, over, or never there: not told apart. */
function gone(c: Context<Env>) {
  const { t } = c.var.visit;
  c.header('Referrer-Policy', 'no-referrer');
  return page(
    c,
    { title: t.handOn.gone },
    <>
      <h1>{t.handOn.gone}</h1>
      <p class="lead">{t.handOn.goneBody}</p>
      <LinkButton kind="primary" href="/">
        {t.ui.home}
      </LinkButton>
    </>,
    410,
  );
}
