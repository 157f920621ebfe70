/** @module web/company – `/companies`: businesses one may act for, who else may and how far, their applications, and one application for many branches. */
import { Hono } from 'hono';
import { actingFor, companiesOf, ownerOf } from '../../app/companies';
import { offer, takeBack } from '../../app/entrust';
import type { DraftBody } from '../../app/draft';
import { startDraft } from '../../app/draft';
import { personIn } from '../apply/at-draft';
import { formOf } from '../apply/form';
import { draftHref } from '../apply/next';
import { basketOf } from '../basket/asked';
import { notFound } from '../errors';
import type { Room } from '../room';
import { Card, Cards, page } from '../ui';
import type { Env } from '../visit';
import { atCompany, companyHref, daysForColleagues, rightsForColleagues, type AtCompany } from './at-company';
import { branchRoutes } from './branches';
import { CompanyPage } from './company-page';

const mostCases = 30;

export const companies: Room = (product) => {
  const app = new Hono<Env>();

  app.get('/companies', async (c) => {
    const who = await personIn(c, '/companies');
    if (who instanceof Response) return who;
    const { t } = c.var.visit;
    const mine = await companiesOf(product, who);
    return page(
      c,
      { title: t.company.title, trail: [] },
      <>
        <h1>{t.company.title}</h1>
        <p class="lead">{mine.length > 0 ? t.company.lead : t.company.none}</p>
        {mine.length === 0 && <p>{t.company.noneBody}</p>}
        <Cards>
          {mine.map((x) => (
            <Card level={2} title={x.name} href={companyHref(x.creditCode)} note={t.company.code(x.creditCode)}>
              <p>{t.company.mayKinds[x.may]}</p>
            </Card>
          ))}
        </Cards>
      </>,
    );
  });

  const show = async (x: AtCompany, link?: string) => {
    const store = await product.store();
    const owner = ownerOf(x.company.creditCode);
    const [acting, drafts, cases] = await Promise.all([actingFor(product, x.company.creditCode), store.draftsOf(owner), store.casesOf(owner, { limit: mostCases })]);
    x.c.header('Cache-Control', 'no-store');
    if (link) x.c.header('Referrer-Policy', 'no-referrer');
    const open = drafts.map((d) => ({ id: d.id, body: d.body as DraftBody })).filter((d) => !d.body.submitted);
    return page(
      x.c,
      { title: x.company.name, trail: [{ href: '/companies', label: x.v.t.company.title }], styles: ['track'] },
      <CompanyPage x={x} acting={acting} drafts={open} cases={cases} link={link} />,
    );
  };

  app.get(
    '/companies/:code',
    atCompany('view', (x) => show(x)),
  );

  app.post(
    '/companies/:code/people',
    atCompany('represent', async (x) => {
      const form = await formOf(x.c);
      const { creditCode, name } = x.company;
      if (form.text('revoke')) {
        await takeBack(product, x.who, 'company', creditCode, form.text('revoke'), true);
        return x.c.redirect(companyHref(creditCode), 303);
      }
      const days = daysForColleagues.find((d) => `${d}` === form.text('days')) ?? daysForColleagues[1];
      const may = rightsForColleagues.find((r) => r === form.text('may')) ?? 'view';
      const token = await offer(product, x.who, { kind: 'company', about: creditCode, label: name, may, days });
      return show(x, `${new URL(x.c.req.url).origin}/continue/${token}`);
    }),
  );

  app.post(
    '/companies/:code/apply',
    atCompany('prepare', async ({ c, v, who, company }) => {
      const form = await formOf(c);
      const basket = basketOf(v.law, form.all('journey'), form.all('service'));
      if (!basket) return notFound(c);
      const applicant = { id: ownerOf(company.creditCode), name: company.name, kind: 'organisation' as const, gives: who.gives };
      return c.redirect(draftHref({ id: await startDraft(product, who, basket, v.division, { for: applicant }) }), 303);
    }),
  );

  app.route('/', branchRoutes(product));
  return app;
};
