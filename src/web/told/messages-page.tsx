/** `/messages`: everything a person was told, newest first. Looking at it is reading it. */
import { Hono } from 'hono';
import type { Product } from '../../app/product';
import { only } from '../sign-in/only-for';
import { page, Pagination } from '../ui';
import type { Env } from '../visit';
import { MessageList } from './message-list';

const perPage = 30;

export const messageRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.get('/messages', async (c) => {
    const who = await only(c, 'person', 'helper');
    if (who instanceof Response) return who;
    const v = c.var.visit;
    const words = v.t.told;
    const before = /^\d{1,18}$/.exec(c.req.query('before') ?? '')?.[0];
    const store = await product.store();
    const messages = await store.messagesOf(who.id, { limit: perPage, ...(before && { before }) });
    // The page shows what was new; from now on it is not.
    if (messages[0] && messages.some((m) => m.readAt === null)) await store.markRead(who.id, messages[0].id, product.now().toISOString());
    return page(
      c,
      { title: words.title, trail: [{ href: '/mine', label: v.t.ui.mine }] },
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {messages.length === 0 ? <p>{words.none}</p> : <MessageList v={v} messages={messages} />}
        <Pagination t={v.t} next={messages.length === perPage ? `/messages?before=${messages.at(-1)!.id}` : undefined} />
        <p>
          <a class="go" href="/settings/told">
            {words.how}
          </a>
        </p>
        {product.demonstration && (
          <p>
            <a class="go" href="/sample-messages">
              {words.sampleTitle}
            </a>
          </p>
        )}
      </>,
    );
  });
  return app;
};
