/** `/mine`: what waits for her, what is on the way, what is done; who looked at her data; what she asked to be corrected. */
import { Hono } from 'hono';
import { openCase } from '../../app/open-case';
import type { CaseRow } from '../../app/ports/store';
import type { Product } from '../../app/product';
import { renewalsDue } from '../../app/renewals';
import { myCases, myCorrections, myDrafts, trackView, whoLooked, type TrackView } from '../../app/track';
import { dateOf } from '../apply/about';
import { personIn } from '../apply/at-draft';
import { draftHref } from '../apply/next';
import { basketName } from '../basket/asked';
import { moment, say } from '../text';
import { Card, Cards, Disclosure, LinkButton, page, Pagination, Tag } from '../ui';
import type { Env, Visit } from '../visit';
import { trackHref } from './case-page';
import { Corrections, Looked } from './looked';
import { Renewals } from './renewals';

export const mineRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.get('/mine', async (c) => {
    const who = await personIn(c, '/mine');
    if (who instanceof Response) return who;
    const v = c.var.visit;
    const { t } = v;
    const before = /^\d{1,19}$/.exec(c.req.query('before') ?? '')?.[0];
    const [renewals, rows, drafts, looked, corrections] = await Promise.all([
      before ? [] : renewalsDue(product, who),
      myCases(product, who, before),
      before ? [] : myDrafts(product, who),
      whoLooked(product, who),
      myCorrections(product, who),
    ]);
    const views = await viewsOf(product, rows);
    const waiting = views.filter((x) => isWaiting(x));
    const onTheWay = views.filter((x) => x.status === 'submitted' && !isWaiting(x));
    const done = views.filter((x) => x.status !== 'submitted');
    return page(
      c,
      { title: t.track.mineTitle, width: 'wide', trail: [] },
      <>
        <h1>{t.track.mineTitle}</h1>
        {views.length === 0 && drafts.length === 0 && (
          <>
            <p class="lead">{t.track.nothing}</p>
            <p>{t.track.nothingBody}</p>
            <p>
              <LinkButton kind="primary" href="/">
                {t.ui.home}
              </LinkButton>
            </p>
          </>
        )}
        <Group v={v} title={t.track.waiting} views={waiting} />
        <Renewals v={v} renewals={renewals} />
        {drafts.length > 0 && (
          <section>
            <h2>{t.track.drafts}</h2>
            <Cards>
              {drafts.map((d) => (
                <Card href={draftHref(d, 'overview')} title={basketName(v, d.body.basket)} note={t.track.draftAt(dateOf(v, d.body.startedAt))} />
              ))}
            </Cards>
          </section>
        )}
        <Group v={v} title={t.track.onTheWay} views={onTheWay} />
        <Group v={v} title={t.track.done} views={done} />
        <Pagination t={t} next={rows.length === 30 ? `/mine?before=${rows.at(-1)!.caseId}` : undefined} />
        <p>
          <a href="/track">{t.track.findOther}</a>
        </p>
        <Disclosure title={t.track.looked}>
          <Looked v={v} me={who.id} accesses={looked} />
        </Disclosure>
        {corrections.length > 0 && (
          <Disclosure title={t.track.corrections}>
            <Corrections v={v} corrections={corrections} />
          </Disclosure>
        )}
      </>,
    );
  });
  return app;
};

async function viewsOf(product: Product, rows: readonly CaseRow[]): Promise<TrackView[]> {
  const views = await Promise.all(
    rows.map(async (r) => {
      const open = await openCase(product, r.number);
      return open && trackView(product, open);
    }),
  );
  return views.filter((x): x is TrackView => x !== null);
}

const isWaiting = (x: TrackView) => x.steps.some((s) => s.status === 'supplement-requested');

const Group = ({ v, title, views }: { v: Visit; title: string; views: readonly TrackView[] }) => {
  const { t, law } = v;
  if (views.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Cards>
        {views.map((x) => (
          <Card href={trackHref(x.number)} title={say(t, x.name)} note={t.track.submittedAt(moment(t, x.submittedAt, law.city.zone))}>
            <p>{say(t, x.sentence)}</p>
            <p>
              <Tag tone={isWaiting(x) ? 'warning' : x.status === 'submitted' ? 'info' : x.outcome === 'granted' ? 'good' : 'plain'}>{t.track.progress(x.done, x.total)}</Tag>{' '}
              <span class="muted case-number">{x.number}</span>
            </p>
          </Card>
        ))}
      </Cards>
    </section>
  );
};
