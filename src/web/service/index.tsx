/** @module web/service – `/services/ID`: the guide of one service under the headings every clerk knows. */
import { Hono } from 'hono';
import { notFound } from '../errors';
import type { Room } from '../room';
import { say } from '../text';
import { page, to } from '../ui';
import type { Env } from '../visit';
import { ServicePage } from './service-page';

export const services: Room = () => {
  const app = new Hono<Env>();
  app.get('/services/:id', (c) => {
    const v = c.var.visit;
    const service = v.law.services.get(c.req.param('id'));
    if (!service) return notFound(c);
    const authority = v.law.authorities.get(service.authority)!;
    return page(
      c,
      {
        title: say(v.t, service.name),
        description: service.description && say(v.t, service.description),
        trail: [{ href: to('/authorities', authority.id), label: say(v.t, authority.name) }],
        width: 'wide',
      },
      <ServicePage v={v} service={service} />,
    );
  });
  return app;
};
