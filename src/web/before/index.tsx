/** @module web/before – before one starts: `/eligibility`, the check without an account, and `/prepare`, the list to have ready. Needs no store. */
import { Hono } from 'hono';
import { typicalOf } from '../journey/figures';
import { basketName, basketOf } from '../basket/asked';
import { notFound } from '../errors';
import type { Room } from '../room';
import { page } from '../ui';
import type { Env } from '../visit';
import { eligibilityRoutes } from './eligibility';
import { beforeFor } from './figures';
import { PreparePage } from './prepare-page';

export const before: Room = (product) => {
  const app = new Hono<Env>();
  app.route('/', eligibilityRoutes(product));
  app.get('/prepare', (c) => {
    const v = c.var.visit;
    const basket = basketOf(v.law, c.req.queries('journey') ?? [], c.req.queries('service') ?? []);
    const scenario = c.req.query('scenario') ?? (basket && 'journey' in basket ? typicalOf(v.law, basket.journey) : undefined);
    const figures = basket && beforeFor(v, basket, scenario);
    if (!basket || !figures) return notFound(c);
    return page(c, { title: v.t.before.listTitle(basketName(v, basket)), trail: [], styles: ['track'] }, <PreparePage v={v} basket={basket} before={figures} scenario={scenario} />);
  });
  return app;
};
