/** @module web/track – following a case like a parcel, answering for it, withdrawing it; and everything of hers in one list. */
import { Hono } from 'hono';
import type { Room } from '../room';
import type { Env } from '../visit';
import { eventRoutes } from './events';
import { changeRoutes } from './change';
import { followRoutes } from './follow-routes';
import { findRoutes } from './find';
import { mineRoutes } from './mine';
import { caseRoutes } from './case-page';
import { supplementRoutes } from './supplement';
import { withdrawRoutes } from './withdraw';

export const trackRoutes: Room = (product) => {
  const app = new Hono<Env>();
  for (const part of [findRoutes, mineRoutes, eventRoutes, supplementRoutes, followRoutes, changeRoutes, withdrawRoutes, caseRoutes]) app.route('/', part(product));
  return app;
};
