/** @module web/sign-in – `/sign-in`, `/sign-out`. The demonstration chooses a sample person in the open; a real identity provider takes over the same routes. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { localPath } from '../../app/local-path';
import type { Principal } from '../../app/ports/identity';
import type { Room } from '../room';
import { page } from '../ui';
import type { Env } from '../visit';
import { SignInPage, Unsuccessful } from './sign-in-page';

export const signIn: Room = (product) => {
  const app = new Hono<Env>();

  app.get('/sign-in', async (c) => {
    const back = localPath(c.req.query('to') ?? '/');
    const samples = product.identity.samples();
    if (samples.length === 0) return c.redirect(await product.identity.begin(back));
    return page(c, { title: c.var.visit.t.signIn.title, trail: [] }, <SignInPage v={c.var.visit} samples={samples} back={back} />);
  });

  app.post('/sign-in', async (c) => {
    const form = await c.req.parseBody();
    const sent = new URLSearchParams(Object.entries(form).filter((e): e is [string, string] => typeof e[1] === 'string'));
    return enter(c, sent, localPath(sent.get('to') ?? '/'));
  });

  /** Where a real identity provider sends people back to. */
  app.get('/sign-in/return', (c) => enter(c, new URL(c.req.url).searchParams, localPath(c.req.query('to') ?? '/')));

  app.post('/sign-out', async (c) => {
    c.header('Set-Cookie', await product.sessions.end(c.var.visit.token), { append: true });
    return c.redirect('/', 303);
  });

  async function enter(c: Context<Env>, sent: URLSearchParams, back: string): Promise<Response> {
    const done = await product.identity.complete(sent);
    if ('refused' in done)
      return page(c, { title: c.var.visit.t.signIn.title, trail: [] }, <Unsuccessful v={c.var.visit} reason={done.refused} back={back} />, done.refused === 'unavailable' ? 503 : 400);
    c.header('Set-Cookie', await product.sessions.begin(done.principal, c.var.visit.token, c.var.visit.shared ? 'shared' : undefined), { append: true });
    return c.redirect(back === '/' ? homeOf(done.principal) : back, 303);
  }

  return app;
};

/** Where each kind of user begins. */
function homeOf(who: Principal): string {
  switch (who.kind) {
    case 'person':
      return '/';
    case 'clerk':
      return '/desk';
    case 'helper':
      return '/station';
  }
}
