/** @module web/home – the front door: search, popular matters, life events, authorities. Needs no store. */
import { Hono } from 'hono';
import { noteMissed } from '../../app/missed-searches';
import type { Room } from '../room';
import { page } from '../ui';
import { say } from '../text';
import type { Env } from '../visit';
import { notFound } from '../errors';
import { AuthorityPage } from './authority-page';
import { HomePage } from './home-page';
import { NumbersPage } from './numbers-page';
import { hitsFor, SearchPage, suggestions } from './search-page';

/** Longest query that is looked at. */
const longest = 100;

export const home: Room = (product) => {
  const app = new Hono<Env>();

  app.get('/', (c) => {
    const { t, law } = c.var.visit;
    return page(c, { title: t.home.title(say(t, law.divisions.get(law.city.home)!.name)), description: t.home.what, islands: ['suggest'], width: 'wide' }, <HomePage v={c.var.visit} />);
  });

  app.get('/search', (c) => {
    const query = (c.req.query('q') ?? '').trim().slice(0, longest);
    const { t } = c.var.visit;
    const hits = hitsFor(c.var.visit, query, 20);
    if (query && hits.length === 0) noteMissed(product, query);
    return page(c, { title: query ? t.home.results(query) : t.home.searchTitle, trail: [], islands: ['suggest'] }, <SearchPage v={c.var.visit} query={query} hits={hits} />);
  });

  app.get('/search/suggest', (c) => c.json(suggestions(c.var.visit, (c.req.query('q') ?? '').trim().slice(0, longest))));

  app.get('/authorities/:id', (c) => {
    const authority = c.var.visit.law.authorities.get(c.req.param('id'));
    if (!authority) return notFound(c);
    return page(c, { title: say(c.var.visit.t, authority.name), trail: [] }, <AuthorityPage v={c.var.visit} authority={authority} />);
  });

  app.get('/numbers', (c) => page(c, { title: c.var.visit.t.home.numbersTitle, trail: [] }, <NumbersPage t={c.var.visit.t} />));

  return app;
};
