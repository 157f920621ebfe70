/** Colleagues who have the step open too: shown when the page comes, and kept up to date by the island where there is a script. */
import { Hono } from 'hono';
import { leaves, openHere, saidEverySeconds } from '../../app/presence';
import type { Product } from '../../app/product';
import { notFound } from '../errors';
import { only } from '../sign-in/only-for';
import type { Text } from '../text';
import type { Env, Visit } from '../visit';
import { deskPath } from './paths';

const wordsFor = (t: Text, names: readonly string[]): string => (names.length === 0 ? '' : t.desk.alsoHere(names.join(t.joins.list)));

export const Present = ({ v, number, step, names }: { v: Visit; number: string; step: string; names: readonly string[] }) => (
  <p class="present" role="status" data-here={deskPath(number, step, 'here')} data-every={saidEverySeconds}>
    {wordsFor(v.t, names)}
  </p>
);

export function presentRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  /** The island says that the page is still open, or – with `?left=yes` – that it was closed. */
  app.post('/desk/:number/:step/here', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const { number, step } = c.req.param();
    if (c.req.query('left') === 'yes') {
      await leaves(product, clerk, number, step);
      return c.body(null, 204);
    }
    const names = await openHere(product, clerk, number, step);
    return names ? c.text(wordsFor(c.var.visit.t, names)) : notFound(c);
  });

  return app;
}
