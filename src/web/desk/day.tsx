/** `/desk/day`: what one clerk did and wrote today. */
import { Hono } from 'hono';
import { dayOf } from '../../app/desk-notes';
import type { Product } from '../../app/product';
import { only } from '../sign-in/only-for';
import { day, type Text } from '../text';
import { page, Table } from '../ui';
import type { Env } from '../visit';
import { actName } from './act-name';
import { DeskNav } from './desk-nav';
import { deskPath } from './paths';

export function dayRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/desk/day', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const v = c.var.visit;
    const { t } = v;
    const words = t.staff;
    const entries = await dayOf(product, clerk, v.today);
    const counts = new Map<string, number>();
    for (const e of entries) counts.set(whatOf(t, e), (counts.get(whatOf(t, e)) ?? 0) + 1);
    return page(
      c,
      { title: words.dayTitle, trail: [{ href: '/desk', label: t.desk.title }], width: 'wide' },
      <>
        <h1>{words.dayTitle}</h1>
        <DeskNav v={v} clerk={clerk} here="day" />
        <p class="lead">{words.dayLead(day(t, v.today))}</p>
        {entries.length === 0 ? (
          <p class="desk-empty">{words.dayNone}</p>
        ) : (
          <>
            <ul>
              {[...counts].map(([what, n]) => (
                <li>
                  {what}: {words.dayCount(n)}
                </li>
              ))}
            </ul>
            <Table
              id="day"
              caption={words.dayTitle}
              hideCaption
              columns={[words.dayWhen, t.desk.columns.number, words.dayWhat, words.daySays].map((label) => ({ label }))}
              rows={entries.map((e) => [
                e.at.slice(11, 16),
                <a class="queue-link" href={deskPath(e.number, e.step)}>
                  {e.number}
                </a>,
                whatOf(t, e),
                e.kind === 'did' ? '' : e.says,
              ])}
            />
          </>
        )}
      </>,
    );
  });

  return app;
}

/** An act of the procedure by its name, a note as a note. */
const whatOf = (t: Text, { kind, says }: { kind: 'note' | 'handed-over' | 'did'; says: string }): string => (kind === 'did' ? actName(t, says) : t.staff.entryKinds[kind]);
