/** Pages of the shop stand behind this: she is signed in, and the case is hers to follow. */
import type { Context, Hono } from 'hono';
import type { Person } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { track, type TrackView } from '../../app/track';
import { personIn } from '../apply/at-draft';
import { type Form, formOf } from '../apply/form';
import { say } from '../text';
import { trackHref } from '../track/case-page';
import { notHere } from '../track/find';
import type { Env, Visit } from '../visit';

export type AtCase = { c: Context<Env>; v: Visit; who: Person; view: TrackView };
export type Posted = AtCase & { form: Form };

async function opened(product: Product, c: Context<Env>): Promise<AtCase | Response> {
  const number = c.req.param('number') ?? '';
  const who = await personIn(c, c.req.method === 'GET' ? c.var.visit.here : trackHref(number));
  if (who instanceof Response) return who;
  const view = await track(product, who, number);
  return view ? { c, v: c.var.visit, who, view } : notHere(c);
}

export const atCase = (app: Hono<Env>, product: Product) => ({
  get: (part: string, answer: (x: AtCase) => Promise<Response> | Response) =>
    app.get(`/track/:number/${part}`, async (c) => {
      const x = await opened(product, c);
      return x instanceof Response ? x : answer(x);
    }),
  post: (part: string, answer: (x: Posted) => Promise<Response> | Response) =>
    app.post(`/track/:number/${part}`, async (c) => {
      const x = await opened(product, c);
      return x instanceof Response ? x : answer({ ...x, form: await formOf(c) });
    }),
});

export const trailOf = ({ v: { t }, view }: Pick<AtCase, 'v' | 'view'>) => [
  { href: '/mine', label: t.ui.mine },
  { href: trackHref(view.number), label: say(t, view.name) },
];
