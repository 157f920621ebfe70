/** `/mine`: what waits for her, what is on the way, what is done; her documents; who looked at her data; what she asked to be corrected. */
import { Hono } from 'hono';
import { openCase } from '../../app/open-case';
import type { CaseRow } from '../../app/ports/store';
import type { Product } from '../../app/product';
import { renewalsDue } from '../../app/renewals';
import { bySoonest, type MyPaper, papersIn } from '../../app/my-papers';
import { myCases, myCorrections, myDrafts, trackView, whoLooked, type TrackView } from '../../app/track';
import { dateOf } from '../apply/about';
import { personIn } from '../apply/at-draft';
import { draftHref } from '../apply/next';
import { basketName } from '../basket/asked';
import { Card, Cards, Disclosure, LinkButton, page, Pagination } from '../ui';
import type { Env } from '../visit';
import { Corrections, Looked } from './looked';
import { MyPapers } from './my-papers';
import { Renewals } from './renewals';
import { type Shelf, ShelfOf, shelfOf } from './shelf';

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
    const opened = await openedOf(product, rows);
    const views = opened.map((x) => x.view);
    const papers = opened.flatMap((x) => x.papers).sort(bySoonest);
    const shelf = (name: Shelf) => views.filter((x) => shelfOf(x) === name);
    const nothing = views.length === 0 && drafts.length === 0;
    return page(
      c,
      { title: t.track.mineTitle, width: 'wide', trail: [] },
      <>
        <h1>{t.track.mineTitle}</h1>
        {nothing && (
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
        {!nothing && <ShelfOf v={v} name="waiting" views={shelf('waiting')} />}
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
        {!nothing && <ShelfOf v={v} name="way" views={shelf('way')} />}
        {!nothing && <ShelfOf v={v} name="done" views={shelf('done')} />}
        <Pagination t={t} next={rows.length === 30 ? `/mine?before=${rows.at(-1)!.caseId}` : undefined} />
        {!nothing && <MyPapers v={v} papers={papers} />}
        <Renewals v={v} renewals={renewals} />
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

async function openedOf(product: Product, rows: readonly CaseRow[]): Promise<{ view: TrackView; papers: MyPaper[] }[]> {
  const all = await Promise.all(
    rows.map(async (r) => {
      const open = await openCase(product, r.number);
      return open && { view: trackView(product, open), papers: papersIn(product, open.state) };
    }),
  );
  return all.filter((x) => x !== null);
}
