/** @module web – the pages, composed of rooms. A room is one function from the product to its routes; this list is the map of the site. */
import { Hono } from 'hono';
import type { Product } from '../app/product';
import { applyRoutes } from './apply';
import { agreements } from './agreements';
import { assetRoutes } from './assets/routes';
import { basket } from './basket';
import { before } from './before';
import { companies } from './company';
import { continueRoutes } from './continue';
import { designerRoutes } from './designer';
import { catalogueRoutes } from './designer/catalogue';
import { deskRoutes } from './desk';
import { missedSearchRoutes } from './designer/searches';
import { whatIfRoutes } from './designer/what-if';
import { failed, notFound } from './errors';
import { forOthers } from './for-others';
import { games } from './games';
import { govern } from './govern';
import { guards } from './guards';
import { home } from './home';
import { journeys } from './journey';
import { orders } from './orders';
import { policies } from './policies';
import type { Room } from './room';
import { services } from './service';
import { shopRoutes } from './shop';
import { settings } from './settings';
import { shared } from './shared';
import { stationRoutes } from './station';
import { signIn } from './sign-in';
import { sources } from './source';
import { newspaper } from './source-page';
import { papersRoutes } from './papers';
import { toldRoutes } from './told';
import { trackRoutes } from './track';
import { visitOf, type Env } from './visit';

export type { Room };

const rooms: readonly Room[] = [
  catalogueRoutes,
  home,
  journeys,
  services,
  basket,
  before,
  policies,
  sources,
  orders,
  newspaper,
  govern,
  forOthers,
  settings,
  signIn,
  applyRoutes,
  toldRoutes,
  continueRoutes,
  shopRoutes,
  companies,
  trackRoutes,
  deskRoutes,
  missedSearchRoutes,
  whatIfRoutes,
  designerRoutes,
  agreements,
  games,
  papersRoutes,
  stationRoutes,
  shared,
];

export function webApp(product: Product): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.route('/', assetRoutes(product));
  app.use(async (c, next) => {
    c.set('visit', visitOf(c, product));
    await next();
  });
  app.use(...guards(product));
  for (const room of rooms) app.route('/', room(product));
  app.notFound(notFound);
  app.onError(failed);
  return app;
}
