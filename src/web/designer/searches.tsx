/** /designer/searches: what people looked for and did not find, for those who describe the services. */
import { Hono } from 'hono';
import { atLeast, missed } from '../../app/missed-searches';
import type { MissedSearch } from '../../app/ports/store';
import type { Room } from '../room';
import { only } from '../sign-in/only-for';
import { day } from '../text';
import { page, Table } from '../ui';
import type { Env, Visit } from '../visit';

export const missedSearchRoutes: Room = (product) => {
  const app = new Hono<Env>();
  app.get('/designer/searches', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return who;
    const v = c.var.visit;
    return page(c, { title: v.t.designer.missed, trail: [] }, <MissedSearches v={v} found={await missed(product)} />);
  });
  return app;
};

const MissedSearches = ({ v, found }: { v: Visit; found: readonly MissedSearch[] }) => {
  const t = v.t.designer;
  return (
    <>
      <h1>{t.missed}</h1>
      <p class="lead">{t.missedLead(atLeast)}</p>
      {found.length === 0 ? (
        <p role="status">{t.missedNone}</p>
      ) : (
        <Table
          id="missed"
          caption={t.missedCaption}
          columns={[{ label: t.missedQuery }, { label: t.missedTimes, number: true }, { label: t.missedLast }]}
          rows={found.map((m) => [m.query, m.times, day(v.t, m.last)])}
        />
      )}
      <h2>{t.missedNext}</h2>
      <ul>
        {t.missedSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ul>
    </>
  );
};
