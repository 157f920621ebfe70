/** Every page of a company stands behind this: she is signed in and may do what the page does; a company she has no right to is not told that it is there. */
import type { Context } from 'hono';
import { type Company, rightFor } from '../../app/companies';
import { includes } from '../../app/entrust';
import type { Right } from '../../app/ports/entrust-store';
import type { Person } from '../../app/ports/identity';
import { forResidents } from '../apply/at-draft';
import { notFound } from '../errors';
import { LinkButton, page } from '../ui';
import type { Env, Visit } from '../visit';

export type AtCompany = { c: Context<Env>; v: Visit; who: Person; company: Company };

/** What a representative may hand on, and for how long. */
export const rightsForColleagues = ['view', 'prepare', 'submit'] as const;
export const daysForColleagues = [7, 30, 365] as const;

export const companyHref = (creditCode: string, part = ''): string => `/companies/${encodeURIComponent(creditCode)}${part}`;

export const atCompany =
  (needs: Right, answer: (x: AtCompany) => Promise<Response> | Response) =>
  async (c: Context<Env>): Promise<Response> => {
    const v = c.var.visit;
    const who = await v.who();
    if (!who) return c.redirect(await v.product.identity.begin(c.req.method === 'GET' ? c.req.path : '/companies'), 303);
    if (who.kind !== 'person') return forResidents(c);
    const creditCode = c.req.param('code') ?? '';
    const right = /^[0-9A-Z]{18}$/.test(creditCode) ? await rightFor(v.product, who, creditCode) : null;
    if (!right) return notFound(c);
    return includes(right.may, needs) ? answer({ c, v, who, company: { creditCode, name: right.name, may: right.may } }) : forbidden(c, creditCode);
  };

const forbidden = (c: Context<Env>, creditCode: string) => {
  const { t } = c.var.visit;
  return page(
    c,
    { title: t.handOn.forbidden },
    <>
      <h1>{t.handOn.forbidden}</h1>
      <p class="lead">{t.handOn.forbiddenBody}</p>
      <LinkButton kind="primary" href={companyHref(creditCode)}>
        {t.ui.back}
      </LinkButton>
    </>,
    403,
  );
};
