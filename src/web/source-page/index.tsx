/** @module web/source-page – `/source`: the newspaper page behind the demand, fact by fact, with the screen that carries each. */
import { Hono } from 'hono';
import { newspaperFor } from '../../app/source';
import { notFound } from '../errors';
import type { Room } from '../room';
import { page } from '../ui';
import type { Env } from '../visit';
import { Newspaper } from './newspaper';

export { citedAt, FactLink } from './fact-link';

export const newspaper: Room = (product) => {
  const app = new Hono<Env>();
  app.get('/source', (c) => {
    const found = newspaperFor(product);
    if (!found) return notFound(c);
    const { t } = c.var.visit;
    return page(c, { title: t.newspaper.title, description: t.newspaper.lead(found.source.facts!.length), trail: [] }, <Newspaper v={c.var.visit} page={found} />);
  });
  return app;
};
