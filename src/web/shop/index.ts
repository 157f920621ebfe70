/** @module web/shop – what comes after filing like the end of a purchase: paying, times, delivery. */
import { Hono } from 'hono';
import type { Room } from '../room';
import type { Env } from '../visit';
import { deliveryRoutes } from './delivery';
import { payRoutes } from './pay';
import { tillRoutes } from './till';
import { timesRoutes } from './times';

export const shopRoutes: Room = (product) => {
  const app = new Hono<Env>();
  for (const part of [payRoutes, tillRoutes, deliveryRoutes, timesRoutes]) app.route('/', part(product));
  return app;
};
