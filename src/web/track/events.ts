/** `GET /track/NUMBER/events`: tells an open page that the case has changed – nothing more; the page fetches itself. */
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Product } from '../../app/product';
import { track } from '../../app/track';
import type { Env } from '../visit';

/** Streams open at one time; further pages stay as they are and can be refreshed. */
const most = 5000;
const heartbeat = 20_000;
/** Then the page connects anew, and is asked again who it is. */
const longest = 10 * 60_000;

let open = 0;

export const eventRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.get('/track/:number/events', async (c) => {
    const view = await track(product, await c.var.visit.who(), c.req.param('number'));
    if (!view) return c.text('not found', 404);
    // 204 tells the browser not to try again.
    if (view.status !== 'submitted' || open >= most) return c.body(null, 204);
    return streamSSE(c, async (stream) => {
      open++;
      let changed = false;
      let wake = () => {};
      const stop = product.follow(view.number, () => {
        changed = true;
        wake();
      });
      stream.onAbort(() => wake());
      const until = Date.now() + longest;
      try {
        await stream.writeSSE({ event: 'version', data: String(view.version) });
        while (!stream.aborted && Date.now() < until) {
          if (!changed)
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, heartbeat);
              wake = () => {
                clearTimeout(timer);
                resolve();
              };
            });
          if (stream.aborted) break;
          if (changed) {
            changed = false;
            await stream.writeSSE({ event: 'changed', data: '' });
          } else await stream.write(':\n\n');
        }
      } finally {
        open--;
        stop();
      }
    });
  });
  return app;
};
