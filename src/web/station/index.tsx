/**
 * @module web/station – the village station and the hall counter. `/station` is a shell without anything of anybody in it, so that a service worker may keep it;
 * what it holds is in `client/`, which runs the same compiler in the browser.
 */
import { Hono } from 'hono';
import { raw } from '../html/jsx-runtime';
import { stationPack } from '../../app/station/pack';
import type { Product } from '../../app/product';
import type { Room } from '../room';
import type { Env } from '../visit';
import { stationApi } from './api';
import { consentRoutes } from './consent-page';

const parts = ['style.css', 'station.css', 'station.js', 'mark.svg'] as const;

export const stationRoutes: Room = (product) => {
  const app = new Hono<Env>();
  const shell = async (c: import('hono').Context<Env>) => {
    c.header('Cache-Control', 'no-cache');
    return c.html(<Shell v={c.var.visit} pack={`/station/pack/${stationPack(product).name}`} />);
  };
  app.get('/station', shell);
  /** A form printed at a counter opens by its QR. */
  app.get('/station/form/:id', (c) => c.redirect(`/station#/form/${encodeURIComponent(c.req.param('id'))}`));

  app.get('/station/pack/:name', (c) => {
    const pack = stationPack(product);
    if (c.req.param('name') !== pack.name) return c.json({ gone: pack.name }, 404);
    return c.body(pack.body, 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=31536000, immutable' });
  });

  app.get('/station/worker.js', (c) => {
    const worker = product.assets('station-worker.js');
    const body = `const files = ${JSON.stringify(kept(product))};\n${new TextDecoder().decode(worker?.body as Uint8Array | undefined)}`;
    return c.body(body, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', 'service-worker-allowed': '/station' });
  });

  app.route('/', consentRoutes(product));
  app.route('/', stationApi(product));
  return app;
};

/** Everything the station needs without a connection, under names that change with the content. */
const kept = (product: Product): string[] => ['/station', `/station/pack/${stationPack(product).name}`, ...parts.flatMap((name) => product.assets(name)?.path ?? [])];

const Shell = ({ v, pack }: { v: Env['Variables']['visit']; pack: string }) => {
  const { t, product } = v;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={t.tag} data-mode={v.care ? 'care' : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{t.ui.pageTitle(t.station.title)}</title>
          <meta name="color-scheme" content="light dark" />
          {['style.css', 'station.css'].map((name) => (
            <link rel="stylesheet" href={product.assets(name)?.path} />
          ))}
          <link rel="icon" type="image/svg+xml" href={product.assets('mark.svg')?.path} />
          <script type="module" src={product.assets('station.js')?.path} />
        </head>
        <body>
          <div id="station" data-pack={pack} data-demonstration={product.demonstration ? 'yes' : undefined}>
            <main id="main" class="reading">
              <h1>{t.station.title}</h1>
              <p>{t.station.opening}</p>
              <noscript>
                <p>{t.station.needsScript}</p>
              </noscript>
            </main>
          </div>
        </body>
      </html>
    </>
  );
};
