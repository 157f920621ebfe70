/** `/desk/stuck`, for leads: work that failed for good – messages that did not go out – to be tried again or given up; and what waits. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Store } from '../../app/ports/store';
import type { Product } from '../../app/product';
import { DeskNav } from '../desk/desk-nav';
import { only } from '../sign-in/only-for';
import { moment } from '../text';
import { Button, Notice, page, Table } from '../ui';
import type { Env, Visit } from '../visit';

const shown = 100;

export const stuckRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get('/desk/stuck', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const v = c.var.visit;
    const words = v.t.told;
    const trail = [{ href: '/desk', label: v.t.desk.title }];
    if (!clerk.lead) return page(c, { title: words.stuckTitle, trail }, <p class="desk-empty">{words.onlyLead}</p>, 403);
    const store = await product.store();
    const [dead, figures] = await Promise.all([store.deadJobs(shown), store.jobFigures()]);
    const done = c.req.query('done');
    const said = done === 'retry' || done === 'drop' || done === 'gone' ? words.stuckDone[done] : null;
    const when = (at: string) => moment(v.t, at, v.law.city.zone);
    return page(
      c,
      { title: words.stuckTitle, trail, width: 'wide' },
      <>
        <h1>{words.stuckTitle}</h1>
        <DeskNav v={v} clerk={clerk} here="stuck" />
        {said && (
          <Notice tone="good" live>
            <p>{said}</p>
          </Notice>
        )}
        <p class="lead">{words.stuckLead}</p>
        {dead.length === 0 ? (
          <p class="desk-empty">{words.stuckNone}</p>
        ) : (
          <>
            <Table
              id="stuck"
              caption={words.stuckTitle}
              hideCaption
              columns={words.stuckColumns.map((label) => ({ label }))}
              rows={dead.map((d) => [when(d.at), workName(v, d.kind), words.stuckTimes(d.attempts), d.error, <Acts v={v} id={d.id} about={`${workName(v, d.kind)} ${when(d.at)}`} />])}
            />
            {dead.length > 1 && (
              <form method="post" action="/desk/stuck">
                <Button name="do" value="retry-all">
                  {words.stuckAll}
                </Button>
              </form>
            )}
          </>
        )}
        <h2>{words.stuckFigures}</h2>
        {figures.length === 0 ? <p class="desk-empty">{words.stuckNothing}</p> : <Figures v={v} figures={figures} />}
      </>,
    );
  });

  app.post('/desk/stuck', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    if (!clerk.lead) throw new HTTPException(403);
    const form = await c.req.parseBody();
    const store = await product.store();
    const now = product.now().toISOString();
    const [act, id] = [form['do'], typeof form['id'] === 'string' && /^\d{1,18}$/.test(form['id']) ? form['id'] : null];
    if (act === 'retry-all') {
      for (const d of await store.deadJobs(shown)) await store.retryDead(d.id, now);
      return c.redirect('/desk/stuck?done=retry', 303);
    }
    if (id === null || (act !== 'retry' && act !== 'drop')) throw new HTTPException(400);
    const happened = act === 'retry' ? await store.retryDead(id, now) : await store.dropDead(id);
    return c.redirect(`/desk/stuck?done=${happened ? act : 'gone'}`, 303);
  });
  return app;
};

const Figures = ({ v, figures }: { v: Visit; figures: Awaited<ReturnType<Store['jobFigures']>> }) => (
  <Table
    id="waiting"
    caption={v.t.told.stuckFigures}
    hideCaption
    columns={v.t.told.stuckFigureColumns.map((label, i) => ({ label, number: i === 1 || i === 2 }))}
    rows={figures.map((f) => [workName(v, f.kind), f.open, f.dead, f.oldest ? moment(v.t, f.oldest, v.law.city.zone) : '–'])}
  />
);

const workName = (v: Visit, kind: string): string => v.t.told.works[kind] ?? v.t.told.otherWork;

const Acts = ({ v, id, about }: { v: Visit; id: string; about: string }) => (
  <form method="post" action="/desk/stuck" class="row">
    <input type="hidden" name="id" value={id} />
    {(['retry', 'drop'] as const).map((act) => (
      <Button small name="do" value={act}>
        {act === 'retry' ? v.t.told.stuckRetry : v.t.told.stuckDrop}
        <span class="visually-hidden">{v.t.told.stuckAbout(about)}</span>
      </Button>
    ))}
  </form>
);
