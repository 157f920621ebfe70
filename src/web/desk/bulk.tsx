/** `/desk/accept`: several steps accepted in one go – a page that says what will happen with each, then twenty seconds to take it back (app/held-acceptance), then each on its own. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { foresee, mostPicked, type Picked } from '../../app/bulk-accept';
import { acceptNow, type Held, heldOf, holdAcceptance, undo, undoSeconds } from '../../app/held-acceptance';
import type { Product } from '../../app/product';
import { notFound } from '../errors';
import { say } from '../text';
import { only } from '../sign-in/only-for';
import { ActionButton, Button, LinkButton, Notice, page, Table } from '../ui';
import type { Env, Visit } from '../visit';
import { plainPost } from './form';
import { deskPath } from './paths';
import { shortDay } from './time-tag';

/** `430212-…/step`, and where it was seen `430212-…/step/3`. */
function pickedIn(texts: readonly string[]): (Picked & { seen: number })[] {
  return texts.slice(0, mostPicked).flatMap((text) => {
    const [number, step, seen] = text.split('/');
    return number && step && /^\d{0,6}$/.test(seen ?? '') ? [{ number, step, seen: Number(seen ?? '0') }] : [];
  });
}

export function bulkRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/desk/accept', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const v = c.var.visit;
    const { t } = v;
    const words = t.staff;
    const all = await foresee(product, clerk, pickedIn(c.req.queries('pick') ?? []));
    const may = all.flatMap((x) => (x.may ? [{ ...x, may: x.may }] : []));
    const not = all.filter((x) => !x.may);
    const date = (instant: string | null) => (instant ? shortDay(t, instant, v.today) : null);
    return page(
      c,
      { title: words.bulkTitle, trail: [{ href: '/desk', label: t.desk.title }], width: 'wide' },
      <>
        <h1>{words.bulkTitle}</h1>
        {may.length === 0 && <p class="desk-empty">{words.bulkNone}</p>}
        {may.length > 0 && (
          <form method="post" action="/desk/accept">
            <p>{words.bulkLead(may.length)}</p>
            <Table
              id="bulk-list"
              caption={words.bulkTitle}
              hideCaption
              columns={[t.desk.columns.number, t.desk.columns.matter, t.desk.columns.applicant, words.bulkDocuments, words.bulkWhat].map((label) => ({ label }))}
              rows={may.map((x) => [
                <a class="queue-link" href={deskPath(x.number, x.step)}>
                  {x.number}
                </a>,
                say(t, x.name),
                x.applicant,
                words.bulkHanded(x.documents.handed, x.documents.needed),
                words.bulkDue(date(x.may.due), date(x.may.promised)),
              ])}
            />
            <Notice tone="warning">
              <p>{words.bulkFinal(undoSeconds)}</p>
            </Notice>
            <input type="hidden" name="key" value={randomUUID()} />
            {may.map((x) => (
              <input type="hidden" name="pick" value={`${x.number}/${x.step}/${x.seen}`} />
            ))}
            <p class="row">
              <Button kind="primary">{words.bulkDo(may.length)}</Button>
              <a href="/desk?state=new">{t.desk.backToQueue}</a>
            </p>
          </form>
        )}
        {not.length > 0 && (
          <>
            <p>{words.bulkNot}</p>
            <ul>
              {not.map((x) => (
                <li>
                  <a class="queue-link" href={deskPath(x.number, x.step)}>
                    {x.number}
                  </a>{' '}
                  {say(t, x.name)}
                </li>
              ))}
            </ul>
          </>
        )}
        {may.length === 0 && <LinkButton href="/desk?state=new">{t.desk.backToQueue}</LinkButton>}
      </>,
    );
  });

  app.post('/desk/accept', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const form = await plainPost(c);
    const key = form.text('key', 64);
    if (!/^[\w-]{16,64}$/.test(key)) throw new HTTPException(400);
    await holdAcceptance(product, clerk, key, pickedIn(form.all('pick')));
    return c.redirect(heldPath(key), 303);
  });

  app.get('/desk/held/:id', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const held = await heldOf(product, clerk, c.req.param('id'));
    if (!held) return notFound(c);
    const v = c.var.visit;
    const title = v.t.staff.heldTitles[held.kind];
    // Without a script too the page comes again when the time is over.
    if (held.kind === 'held') c.header('Refresh', `${held.seconds + 1}`);
    return page(
      c,
      { title, trail: [{ href: '/desk', label: v.t.desk.title }], width: 'wide', islands: held.kind === 'held' ? ['countdown'] : [] },
      <>
        <h1>{title}</h1>
        <HeldPage v={v} id={c.req.param('id')} held={held} />
      </>,
    );
  });

  for (const [under, act] of [
    ['undo', undo],
    ['now', acceptNow],
  ] as const)
    app.post(`/desk/held/:id/${under}`, async (c) => {
      const clerk = await only(c, 'clerk');
      if (clerk instanceof Response) return clerk;
      await act(product, clerk, c.req.param('id'));
      return c.redirect(heldPath(c.req.param('id')), 303);
    });

  return app;
}

const heldPath = (id: string, under?: string): string => `/desk/held/${encodeURIComponent(id)}${under ? `/${under}` : ''}`;

const HeldPage = ({ v, id, held }: { v: Visit; id: string; held: Held }) => {
  const { t } = v;
  const words = t.staff;
  const back = (
    <LinkButton kind="primary" href="/desk?state=new">
      {t.desk.backToQueue}
    </LinkButton>
  );
  switch (held.kind) {
    case 'held':
      return (
        <>
          <p class="lead">
            {words.heldLead(held.n)} <strong data-left={held.seconds}>{words.heldSeconds(held.seconds)}</strong>
          </p>
          <p class="note">{words.heldNote}</p>
          <div class="row">
            <ActionButton kind="primary" action={heldPath(id, 'undo')}>
              {words.heldUndo}
            </ActionButton>
            <ActionButton action={heldPath(id, 'now')}>{words.heldNow(held.n)}</ActionButton>
          </div>
        </>
      );
    case 'undone':
      return (
        <>
          <p class="lead">{words.heldUndone}</p>
          {back}
        </>
      );
    case 'done':
      return (
        <>
          <Table
            id="bulk-results"
            caption={words.bulkDone}
            hideCaption
            columns={[{ label: t.desk.columns.number }, { label: words.bulkResult }]}
            rows={held.results.map((r) => [
              <a class="queue-link" href={deskPath(r.number, r.step)}>
                {r.number}
              </a>,
              words.bulkResults[r.result] ?? words.bulkResults['other']!,
            ])}
          />
          {back}
        </>
      );
  }
};
