/** @module web/journey – `/journeys/ID`: what a life event joins, when, with what, and what it saves. Needs no store. */
import { Hono } from 'hono';
import { notFound } from '../errors';
import type { Room } from '../room';
import { say } from '../text';
import { page } from '../ui';
import type { Env } from '../visit';
import { compiledScenario, typicalOf } from './figures';
import { JourneyPage } from './journey-page';

export const journeys: Room = () => {
  const app = new Hono<Env>();

  app.get('/journeys', (c) => c.redirect('/#themes'));

  app.get('/journeys/:id', (c) => {
    const v = c.var.visit;
    const journey = v.law.journeys.get(c.req.param('id'));
    if (!journey) return notFound(c);
    const scenario = c.req.query('scenario') ?? typicalOf(v.law, journey.id);
    const compiled = Object.hasOwn(journey.scenarios, scenario) ? compiledScenario(v, journey.id, scenario) : null;
    if (!compiled) return notFound(c);
    return page(
      c,
      { title: say(v.t, journey.name), description: journey.description && say(v.t, journey.description), trail: [], width: 'wide' },
      <JourneyPage v={v} journey={journey} scenario={scenario} compiled={compiled} />,
    );
  });

  return app;
};
