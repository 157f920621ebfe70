/** @module web/told – what residents were told, how they want to be told, what the demonstration sent, and what got stuck. */
import { Hono } from 'hono';
import type { Room } from '../room';
import type { Env } from '../visit';
import { choiceRoutes } from './choice-page';
import { messageRoutes } from './messages-page';
import { sampleRoutes } from './samples-page';
import { stuckRoutes } from './stuck-page';

export const toldRoutes: Room = (product) => {
  const app = new Hono<Env>();
  for (const part of [messageRoutes, choiceRoutes, sampleRoutes, stuckRoutes]) app.route('/', part(product));
  return app;
};
