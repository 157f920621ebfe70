/** @module web/basket – `/basket`: services put together like a shopping cart, compiled into one application. Kept in a cookie; needs no store. */
import { Hono } from 'hono';
import { localPath } from '../../app/local-path';
import type { Room } from '../room';
import { page } from '../ui';
import type { Env } from '../visit';
import { BasketPage } from './basket-page';
import { chosen, keepChosen, most } from './chosen';

export const basket: Room = () => {
  const app = new Hono<Env>();

  app.get('/basket', (c) => page(c, { title: c.var.visit.t.basket.title, trail: [] }, <BasketPage v={c.var.visit} services={chosen(c)} />));

  app.post('/basket', async (c) => {
    const form = await c.req.parseBody({ all: true });
    const now = chosen(c);
    const { law } = c.var.visit;
    const add = [form.add ?? []].flat().filter((id): id is string => typeof id === 'string' && law.services.has(id));
    if (add.length) keepChosen(c, [...new Set([...now, ...add])].slice(0, most));
    else if (typeof form.remove === 'string') keepChosen(c, form.remove === 'all' ? [] : now.filter((id) => id !== form.remove));
    return c.redirect(typeof form.back === 'string' ? localPath(form.back) : '/basket', 303);
  });

  return app;
};
