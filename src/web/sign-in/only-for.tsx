/** For rooms that need somebody signed in: `const who = await only(c, 'person', 'helper')`; a Response is the way to the sign-in, or a refusal. */
import type { Context } from 'hono';
import type { Principal } from '../../app/ports/identity';
import { LinkButton, page, to } from '../ui';
import type { Env } from '../visit';

export async function only<K extends Principal['kind']>(c: Context<Env>, ...kinds: K[]): Promise<Extract<Principal, { kind: K }> | Response> {
  const v = c.var.visit;
  const who = await v.who();
  const back = c.req.method === 'GET' ? v.here : '/';
  if (who === null) return c.redirect(await v.product.identity.begin(back), 303);
  if ((kinds as string[]).includes(who.kind)) return who as Extract<Principal, { kind: K }>;
  return page(
    c,
    { title: v.t.signIn.wrongKind },
    <>
      <h1>{v.t.signIn.wrongKind}</h1>
      <p class="lead">{v.t.signIn.wrongKindBody}</p>
      <LinkButton kind="primary" href={to('/sign-in', undefined, { to: back })}>
        {v.t.ui.signIn}
      </LinkButton>
    </>,
    403,
  );
}
