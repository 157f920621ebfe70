/** @module web/source – `/sources/ID`: where a fact comes from. An entry's id leads to its document, at the entry. */
import { Hono } from 'hono';
import { notFound } from '../errors';
import type { Room } from '../room';
import { say } from '../text';
import { page, to } from '../ui';
import type { Env } from '../visit';
import { fileOf } from './cited';
import { SourcePage } from './source-page';

export const sources: Room = () => {
  const app = new Hono<Env>();
  app.get('/sources/:id', async (c) => {
    const v = c.var.visit;
    const id = c.req.param('id');
    const file = fileOf(v.law, id);
    if (file === undefined) return notFound(c);
    if (file !== id) return c.redirect(to('/sources', file, undefined, id.includes('#') ? id.slice(id.indexOf('#') + 1) : id));
    const source = v.law.sources.get(file)!;
    return page(c, { title: say(v.t, source.title), trail: [] }, <SourcePage v={v} source={source} />);
  });
  return app;
};
