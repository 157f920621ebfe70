/**
 * @module web/orders – `/orders`: public orders at any moment, and "may I …?" answered with the clause it rests on. Questions are posted, so that
 * nothing about a person stands in an address; nothing of them is stored.
 */
import { Hono } from 'hono';
import { ordersOf } from '../../app/orders';
import { decide, type Order, type OrderBook } from '../../core/order';
import { notFound } from '../errors';
import type { Room } from '../room';
import { say } from '../text';
import { Notice, page } from '../ui';
import type { Env, Visit } from '../visit';
import { kindOf, questionIn } from './ask';
import { momentIn } from './asked-moment';
import { OrdersPage, type Shown } from './orders-page';
import { firstMoment, viewOf } from './view';

export const orders: Room = (product) => {
  const app = new Hono<Env>();
  /** The newest order, or the one named; null where there is no such order. */
  const find = (book: OrderBook, id?: string): Order | null => (id === undefined ? book.orders.at(-1) : book.orders.find((o) => o.id === id)) ?? null;

  for (const path of ['/orders', '/orders/:id'] as const) {
    app.get(path, (c) => {
      const v = c.var.visit;
      const { book, errors } = ordersOf(product);
      if (errors.length) return page(c, { title: v.t.orders.title, trail: [] }, <Nothing v={v} says={v.t.orders.broken} />, 503);
      const order = find(book, c.req.param('id'));
      if (!order) return c.req.param('id') === undefined ? page(c, { title: v.t.orders.title, trail: [] }, <Nothing v={v} says={v.t.orders.none} />) : notFound(c);
      const shown = looking(v, book, order, c.req.query());
      return page(c, frame(v, order, shown), <OrdersPage {...shown} />, shown.errors.length ? 422 : 200);
    });

    app.post(path, async (c) => {
      const v = c.var.visit;
      const { book } = ordersOf(product);
      const order = find(book, c.req.param('id'));
      if (!order) return notFound(c);
      const shown = asking(v, book, order, await c.req.parseBody());
      return page(c, frame(v, order, shown), <OrdersPage {...shown} />, shown.errors.length ? 422 : 200);
    });
  }
  return app;
};

const frame = (v: Visit, order: Order, shown: Shown) => ({
  title: say(v.t, order.title),
  description: say(v.t, order.clauses[0]!.says),
  trail: [{ href: '/orders', label: v.t.orders.title }],
  wrong: shown.errors.length > 0,
  width: 'wide' as const,
});

const Nothing = ({ v, says }: { v: Visit; says: string }) => (
  <>
    <h1>{v.t.orders.title}</h1>
    <Notice>
      <p>{says}</p>
    </Notice>
  </>
);

/** The order's own first day unless the address says otherwise. */
function looking(v: Visit, book: OrderBook, order: Order, query: { [name: string]: string }): Shown {
  const { offset } = v.law.city;
  const moment = momentIn(query, 'at', offset, v.t);
  const known = momentIn(query, 'known', offset, v.t);
  const errors = [...moment.errors, ...known.errors];
  const view = viewOf(v, book, order, moment.at ?? firstMoment(order), known.at);
  return { view, kind: kindOf(query.ask), fields: query, errors, known, ...(moment.errors.length > 0 && { moment }) };
}

function asking(v: Visit, book: OrderBook, order: Order, fields: { [name: string]: unknown }): Shown {
  const { question, at, sampled, errors } = questionIn(fields, order.area, v.law.city.offset, v.t);
  const moment = at.at ?? firstMoment(order);
  const view = viewOf(v, book, order, moment, null);
  const shown: Shown = { view, kind: question.kind, fields, errors, when: at, sampled };
  return errors.length ? shown : { ...shown, answered: { question, answer: decide(book, question, { at: moment }) } };
}
