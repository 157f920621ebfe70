/** @module web/basket – `/basket`: journeys and services put together like a shopping cart, compiled into one application. Kept in a cookie; needs no store. */
import { Hono } from 'hono';
import { localPath } from '../../app/local-path';
import type { Room } from '../room';
import { page } from '../ui';
import type { Env } from '../visit';
import { BasketPage } from './basket-page';
import { chosen, keepChosen } from './chosen';
import { itemsIn, most } from './list-cookie';

export const basket: Room = () => {
  const app = new Hono<Env>();

  app.get('/basket', (c) => {
    const v = c.var.visit;
    const removed = itemsIn(v.law, c.req.query('removed') ?? '').filter((id) => !v.list.includes(id));
    const at = Number(/^\d{1,2}$/.exec(c.req.query('at') ?? '')?.[0] ?? v.list.length);
    return page(c, { title: v.t.basket.title, trail: [] }, <BasketPage v={v} removed={removed} at={at} full={c.req.query('full') !== undefined} />);
  });

  app.post('/basket', async (c) => {
    const form = await c.req.parseBody({ all: true });
    const now = chosen(c);
    const { law } = c.var.visit;
    const add = itemsIn(
      law,
      [form.add ?? []]
        .flat()
        .filter((id) => typeof id === 'string')
        .join('~'),
    );
    if (add.length) {
      const more = add.filter((id) => !now.includes(id));
      if (now.length + more.length > most) return c.redirect('/basket?full=1', 303);
      const at = typeof form.at === 'string' && /^\d{1,2}$/.test(form.at) ? Number(form.at) : now.length;
      keepChosen(c, [...now.slice(0, at), ...more, ...now.slice(at)]);
    } else if (typeof form.remove === 'string') {
      const gone = form.remove === 'all' ? now : now.filter((id) => id === form.remove);
      keepChosen(
        c,
        now.filter((id) => !gone.includes(id)),
      );
      if (gone.length > 0) return c.redirect(`/basket?${new URLSearchParams({ removed: gone.join('~'), at: `${now.indexOf(gone[0]!)}` })}`, 303);
    }
    return c.redirect(typeof form.back === 'string' ? localPath(form.back) : '/basket', 303);
  });

  return app;
};
