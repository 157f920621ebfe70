/**
 * @module web/shared – a computer many people use one after another. `/shared` turns it on for this browser; from then on the session ends after five minutes without use,
 * no page is kept anywhere, and `/shared/end` clears up.
 */
import { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import type { Room } from '../room';
import { keep } from '../settings/keep';
import { ActionButton, LinkButton, Notice, page } from '../ui';
import { cookies, type Env } from '../visit';

export const shared: Room = (product) => {
  const app = new Hono<Env>();

  app.get('/shared', (c) => {
    const { t, shared } = c.var.visit;
    return page(
      c,
      { title: t.shared.title, trail: [{ href: '/settings', label: t.ui.settings }] },
      <>
        <h1>{t.shared.title}</h1>
        <p class="lead">{t.shared.lead}</p>
        {shared && (
          <Notice tone="good" live>
            <p>{t.shared.isOn}</p>
          </Notice>
        )}
        <p class="row">
          <ActionButton action="/shared" kind={shared ? 'secondary' : 'primary'} fields={{ shared: shared ? 'off' : 'on' }}>
            {shared ? t.shared.off : t.shared.on}
          </ActionButton>
        </p>
      </>,
    );
  });

  app.post('/shared', async (c) => {
    const form = await c.req.parseBody();
    if (form.shared === 'on') keep(c, 'shared', 'on');
    else deleteCookie(c, cookies.shared, { path: '/' });
    // A session from before has another limit.
    c.header('Set-Cookie', await product.sessions.end(c.var.visit.token), { append: true });
    return c.redirect('/shared', 303);
  });

  /** Somebody is still there: looking at who it is prolongs the session. */
  app.post('/shared/here', async (c) => {
    await c.var.visit.who();
    return c.body(null, 204);
  });

  app.post('/shared/end', async (c) => {
    await leave(c.var.visit.token);
    c.header('Set-Cookie', await product.sessions.end(null), { append: true });
    return c.redirect('/shared/end', 303);
  });

  /** Also where a page goes by itself: only a shared computer signs out by a mere visit. */
  app.get('/shared/end', async (c) => {
    const { t, token, shared } = c.var.visit;
    if (shared) {
      await leave(token);
      c.header('Set-Cookie', await product.sessions.end(null), { append: true });
      c.set('visit', { ...c.var.visit, token: null });
    }
    c.header('Clear-Site-Data', '"cache"');
    return page(
      c,
      { title: t.shared.endedTitle },
      <>
        <h1>{t.shared.endedTitle}</h1>
        <p class="lead">{t.shared.endedLead}</p>
        <p>
          <LinkButton kind="primary" href="/">
            {t.shared.begin}
          </LinkButton>
        </p>
      </>,
    );
  });

  const leave = async (token: string | null) => void (token && (await product.sessions.end(token)));
  return app;
};
