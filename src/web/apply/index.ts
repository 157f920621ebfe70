/** @module web/apply – one application from the first question to the submission. `next.ts` says where it goes on. */
import { Hono } from 'hono';
import type { Room } from '../room';
import type { Env } from '../visit';
import { checkRoutes } from './check';
import { documentRoutes } from './documents';
import { handOnRoutes } from './hand-on';
import { joinRoutes } from './join';
import { overviewRoutes } from './overview';
import { questionRoutes } from './questions';
import { registerRoutes } from './registers';
import { startRoutes } from './start';

export const applyRoutes: Room = (product) => {
  const app = new Hono<Env>();
  for (const part of [startRoutes, registerRoutes, questionRoutes, documentRoutes, checkRoutes, joinRoutes, handOnRoutes, overviewRoutes]) app.route('/', part(product));
  return app;
};
