/** `/assets/style.0a1b2c3d.css`: the hash is in the name, so it is kept for a year. An old hash gets the present file, kept for a minute. */
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Product } from '../../app/product';

export function assetRoutes(product: Product): Hono {
  const app = new Hono();
  app.use('/assets/*', compress());
  app.get('/assets/:file', (c) => {
    const asset = product.assets(nameOf(c.req.param('file')));
    if (!asset) return c.text('not found', 404);
    const kept = asset.path === c.req.path ? 'public, max-age=31536000, immutable' : 'public, max-age=60';
    return c.body(asset.body as string, 200, { 'content-type': asset.type, 'cache-control': kept, 'x-content-type-options': 'nosniff' });
  });
  return app;
}

/** `style.0a1b2c3d.css` → `style.css`. */
const nameOf = (file: string): string => file.replace(/\.[0-9a-f]{10}(\.[a-z]+)$/, '$1');
