/** `/desk/visitors`: who comes to this authority on a day, and whom it visits. */
import { Hono } from 'hono';
import { visitorsOf } from '../../app/slots';
import type { Product } from '../../app/product';
import { addDays, parseDate } from '../../core/calendar';
import { only } from '../sign-in/only-for';
import { day as dayWords, list, say } from '../text';
import { page, Table, to } from '../ui';
import type { Env } from '../visit';
import { DeskNav } from './desk-nav';
import { serviceLabel } from './names';
import { deskPath } from './paths';

export function visitorRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/desk/visitors', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const v = c.var.visit;
    const { t, law } = v;
    const asked = c.req.query('day') ?? '';
    const day = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(asked) && parseDate(asked) !== null ? asked : v.today;
    const visitors = await visitorsOf(product, clerk, day);
    const title = t.shop.visitorsTitle(dayWords(t, day));
    return page(
      c,
      { title, width: 'wide', trail: [{ href: '/desk', label: t.desk.title }] },
      <>
        <h1>{title}</h1>
        <DeskNav v={v} clerk={clerk} here="visitors" />
        {visitors.length === 0 ? (
          <p>{t.shop.visitorsNone}</p>
        ) : (
          <Table
            id="visitors"
            caption={title}
            hideCaption
            columns={[t.shop.visitorsWhen, t.shop.visitorsWho, t.shop.visitorsFor, t.shop.visitorsWhere].map((label) => ({ label }))}
            rows={visitors.map((x) => [
              `${x.at.slice(11, 16)}–${x.until.slice(11, 16)}`,
              <a href={deskPath(x.number, x.steps[0]!)}>{x.applicantName}</a>,
              list(
                t,
                x.services.map((s) => say(t, serviceLabel(law, s))),
              ),
              x.hall === null ? t.shop.onSite : say(t, law.halls.get(x.hall)?.name ?? { zh: x.hall, en: x.hall }),
            ])}
          />
        )}
        <p class="row">
          <a href={to('/desk/visitors', undefined, { day: addDays(day, -1) })}>{t.shop.previousDay}</a>
          <a href={to('/desk/visitors', undefined, { day: addDays(day, 1) })}>{t.shop.nextDay}</a>
        </p>
      </>,
    );
  });
  return app;
}
