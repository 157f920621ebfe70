/** What applicants say is wrong in the registers an authority keeps: which item, which case; never the value or the person. */
import { Hono } from 'hono';
import { answerCorrection, openCorrections } from '../../app/corrections';
import type { Product } from '../../app/product';
import { conceptName, say } from '../text';
import { ActionButton, page, Table } from '../ui';
import { notFound } from '../errors';
import { only } from '../sign-in/only-for';
import type { Env } from '../visit';
import { registerLabel } from './names';
import { shortDay } from './time-tag';

export function correctionRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/desk/corrections', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const v = c.var.visit;
    const { t, law } = v;
    const open = await openCorrections(product, clerk);
    const columns = t.desk.correctionColumns;
    return page(
      c,
      { title: t.desk.correctionsTitle, trail: [{ href: '/desk', label: t.desk.title }], width: 'wide' },
      <>
        <h1>{t.desk.correctionsTitle}</h1>
        <p class="lead">{t.desk.correctionsLead}</p>
        {open === null && <p class="desk-empty">{t.desk.correctionsNoRegister}</p>}
        {open?.length === 0 && <p class="desk-empty">{t.desk.correctionsNone}</p>}
        {open !== null && open.length > 0 && (
          <Table
            id="corrections"
            caption={t.desk.correctionsTitle}
            hideCaption
            columns={[columns.concept, columns.register, columns.case, columns.at, columns.answer].map((label) => ({ label }))}
            rows={open.map((x) => [
              conceptName(t, law, x.concept),
              say(t, registerLabel(law, x.register)),
              x.caseNumber ?? t.desk.noCase,
              shortDay(t, x.at, v.today),
              <ActionButton action="/desk/corrections" fields={{ id: x.id }} small label={t.desk.answeredWhat(conceptName(t, law, x.concept))}>
                {t.desk.answered}
              </ActionButton>,
            ])}
          />
        )}
      </>,
    );
  });

  /** Answering twice is answering once. */
  app.post('/desk/corrections', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const id = (await c.req.formData().catch(() => null))?.get('id');
    if (typeof id !== 'string' || !(await answerCorrection(product, clerk, id))) return notFound(c);
    return c.redirect('/desk/corrections', 303);
  });

  return app;
}
