/** `/desk/accept`: several steps accepted in one go – a page that says what will happen with each, then each on its own. No undo, and why not is said (app/bulk-accept). */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { acceptAll, foresee, mostPicked, type Picked } from '../../app/bulk-accept';
import type { Product } from '../../app/product';
import { say } from '../text';
import { only } from '../sign-in/only-for';
import { Button, LinkButton, Notice, page, Table } from '../ui';
import type { Env } from '../visit';
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
              <p>{words.bulkFinal}</p>
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
    const results = await acceptAll(product, clerk, key, pickedIn(form.all('pick')));
    const { t } = c.var.visit;
    const words = t.staff;
    return page(
      c,
      { title: words.bulkDone, trail: [{ href: '/desk', label: t.desk.title }], width: 'wide' },
      <>
        <h1>{words.bulkDone}</h1>
        <Table
          id="bulk-results"
          caption={words.bulkDone}
          hideCaption
          columns={[{ label: t.desk.columns.number }, { label: words.bulkResult }]}
          rows={results.map((r) => [
            <a class="queue-link" href={deskPath(r.number, r.step)}>
              {r.number}
            </a>,
            words.bulkResults[r.result] ?? words.bulkResults['other']!,
          ])}
        />
        <LinkButton kind="primary" href="/desk?state=new">
          {t.desk.backToQueue}
        </LinkButton>
      </>,
    );
  });

  return app;
}
