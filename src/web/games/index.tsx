/** @module web/games – `/games`: what is known of the city Games, who may enter and how; `/games/entries`: who has entered, with names covered. */
import { Hono } from 'hono';
import { entriesOf, gamesOf } from '../../app/games';
import type { Room } from '../room';
import { say } from '../text';
import { Notice, page } from '../ui';
import type { Env, Visit } from '../visit';
import { EntriesPage } from './entries-page';
import { GamesPage } from './games-page';

export const games: Room = (product) => {
  const app = new Hono<Env>();
  /** The newest edition. */
  const current = () => {
    const { editions, findings } = gamesOf(product);
    return { edition: editions.at(-1), broken: findings.length > 0 };
  };
  app.get('/games', (c) => {
    const v = c.var.visit;
    const { edition, broken } = current();
    if (!edition) return page(c, { title: v.t.games.title, trail: [] }, <Nothing v={v} broken={broken} />, broken ? 503 : 404);
    return page(c, { title: say(v.t, edition.name), description: v.t.games.lead, trail: [] }, <GamesPage v={v} games={edition} />);
  });
  app.get('/games/entries', async (c) => {
    const v = c.var.visit;
    const { edition, broken } = current();
    const trail = [{ href: '/games', label: v.t.games.title }];
    if (!edition) return page(c, { title: v.t.games.entriesTitle, trail }, <Nothing v={v} broken={broken} />, broken ? 503 : 404);
    const after = c.req.query('after');
    const listed = await entriesOf(product, edition, after && /^[\w-]{1,200}$/.test(after) ? after : undefined);
    return page(c, { title: v.t.games.entriesTitle, trail }, <EntriesPage v={v} games={edition} {...listed} />);
  });
  return app;
};

const Nothing = ({ v: { t }, broken }: { v: Visit; broken: boolean }) => (
  <>
    <h1>{t.games.title}</h1>
    <Notice>
      <p>{broken ? t.games.broken : t.games.none}</p>
      {broken && <p>{t.games.runLint}</p>}
    </Notice>
  </>
);
