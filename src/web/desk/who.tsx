/** Who may come to the desk: signed-in clerks. Everyone else is sent to sign in, or told that this is not her page. */
import type { Context, MiddlewareHandler } from 'hono';
import type { Clerk } from '../../app/ports/identity';
import { LinkButton, page, to } from '../ui';
import type { Env } from '../visit';

export type DeskEnv = { Variables: Env['Variables'] & { clerk: Clerk } };

export const onlyClerks: MiddlewareHandler<DeskEnv> = async (c, next) => {
  const { visit } = c.var;
  const who = await visit.who();
  if (who === null) return c.redirect(to('/sign-in', undefined, { to: c.req.method === 'GET' ? visit.here : '/desk' }), 303);
  if (who.kind !== 'clerk') return stranger(c);
  c.set('clerk', who);
  await next();
};

function stranger(c: Context<DeskEnv>): Promise<Response> {
  const { t } = c.var.visit;
  return page(
    c,
    { title: t.desk.onlyClerks },
    <>
      <h1>{t.desk.onlyClerks}</h1>
      <p class="lead">{t.desk.onlyClerksBody}</p>
      <LinkButton kind="primary" href="/mine">
        {t.desk.mineLink}
      </LinkButton>
    </>,
    403,
  );
}
