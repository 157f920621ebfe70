/** `/sample-messages`: what the demonstration's gateways were given; there only while the product is a demonstration. */
import { Hono } from 'hono';
import { sampleMessages } from '../../app/told/samples';
import type { Product } from '../../app/product';
import { notFound } from '../errors';
import { moment } from '../text';
import { Notice, page, Tag } from '../ui';
import type { Env } from '../visit';

export const sampleRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.get('/sample-messages', async (c) => {
    if (!product.demonstration) return notFound(c);
    const v = c.var.visit;
    const words = v.t.told;
    const sent = await sampleMessages(product);
    return page(
      c,
      { title: words.sampleTitle, trail: [{ href: '/messages', label: words.title }], styles: ['messages'] },
      <>
        <h1>{words.sampleTitle}</h1>
        <Notice tone="warning">
          <p>{words.sampleLead}</p>
        </Notice>
        {sent.length === 0 && <p>{words.sampleNone}</p>}
        <ul class="messages">
          {sent.map((m) => (
            <li>
              <p class="note muted">
                <Tag tone="plain">{words.ways[m.channel]}</Tag> {moment(v.t, m.at, v.law.city.zone)} · {m.to}
              </p>
              {m.channel === 'email' && <p>{m.subject}</p>}
              <p class="bubble">{m.text}</p>
            </li>
          ))}
        </ul>
      </>,
    );
  });
  return app;
};
