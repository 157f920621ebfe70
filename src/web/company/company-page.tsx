/** One company: who may act for it, what is begun and what is filed. */
import { includes } from '../../app/entrust';
import type { DraftBody } from '../../app/draft';
import type { Entrustment } from '../../app/ports/entrust-store';
import type { CaseRow } from '../../app/ports/store';
import { stateOf } from '../apply/hand-on';
import { draftHref } from '../apply/next';
import { basketFields, basketFor, basketName } from '../basket/asked';
import { list, moment, say } from '../text';
import { ActionButton, Button, Card, Cards, LinkButton, RadioField, to } from '../ui';
import { MadeLink } from '../apply/made-link';
import type { Visit } from '../visit';
import { companyHref, daysForColleagues, rightsForColleagues, type AtCompany } from './at-company';

type Props = { x: AtCompany; acting: readonly Entrustment[]; drafts: readonly { id: string; body: DraftBody }[]; cases: readonly CaseRow[]; link: string | undefined };

export const CompanyPage = ({ x, acting, drafts, cases, link }: Props) => {
  const { v, company } = x;
  const { t, law } = v;
  return (
    <>
      <h1>{company.name}</h1>
      <p class="muted">
        {t.company.code(company.creditCode)} · {t.company.mayKinds[company.may]}
      </p>
      {link && <MadeLink v={v} link={link} made={v.t.company.made} how={v.t.company.madeHow} />}
      {includes(company.may, 'prepare') && <Start x={x} />}
      <h2>{t.company.drafts}</h2>
      {drafts.length === 0 && <p class="muted">{t.company.noneYet}</p>}
      <Cards>
        {drafts
          .filter((d) => !d.body.branch || d.body.branch.lead)
          .map((d) => (
            <Card
              title={d.body.branch ? `${basketName(v, d.body.basket)} · ${t.branches.count(drafts.filter((o) => o.body.branch?.batch === d.body.branch?.batch).length)}` : basketName(v, d.body.basket)}
              href={d.body.branch ? companyHref(company.creditCode, `/branches/${d.body.branch.batch}`) : draftHref(d, 'overview')}
            />
          ))}
      </Cards>
      <h2>{t.company.cases}</h2>
      {cases.length === 0 && <p class="muted">{t.company.noneYet}</p>}
      <Cards>
        {cases.map((row) => (
          <Card title={nameOf(v, row)} href={to('/track', row.number)} note={moment(t, row.submittedAt, law.city.zone)}>
            <p class="muted case-number">{row.number}</p>
          </Card>
        ))}
      </Cards>
      {company.may === 'represent' && <People x={x} acting={acting} />}
    </>
  );
};

const nameOf = ({ t, law }: Visit, row: CaseRow): string => {
  const name = row.journey ? law.journeys.get(row.journey)?.name : undefined;
  return name ? say(t, name) : row.number;
};

const Start = ({ x: { v, company } }: { x: AtCompany }) => {
  const { t } = v;
  if (v.list.length === 0) return <p class="note">{t.company.startOther}</p>;
  const basket = basketFor(v.law, v.list);
  return (
    <div class="row">
      <form method="post" action={companyHref(company.creditCode, '/apply')}>
        {basketFields(basket).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="primary" icon="next">
          {t.company.startList(basketName(v, basket))}
        </Button>
      </form>
      <LinkButton href={companyHref(company.creditCode, '/branches')}>{t.company.branches}</LinkButton>
    </div>
  );
};

const People = ({ x: { v, company }, acting }: { x: AtCompany; acting: readonly Entrustment[] }) => {
  const { t } = v;
  const action = companyHref(company.creditCode, '/people');
  return (
    <section>
      <h2>{t.company.people}</h2>
      <p>{t.company.peopleLead}</p>
      {acting.length === 0 && <p class="muted">{t.company.nobody}</p>}
      <ul class="people">
        {acting.map((e) => (
          <li>
            <div>
              <b>{e.holderName ?? t.company.nobodyYet}</b>
              <p class="muted">{list(t, [t.company.mayKinds[e.may], stateOf(v, e)])}</p>
            </div>
            <ActionButton small action={action} fields={{ revoke: e.id }} label={`${t.company.revoke} ${e.holderName ?? ''}`}>
              {t.company.revoke}
            </ActionButton>
          </li>
        ))}
      </ul>
      <h3>{t.company.give}</h3>
      <form method="post" action={action}>
        <RadioField t={t} id="may" name="may" label={t.company.may} value="prepare" options={rightsForColleagues.map((r) => ({ value: r, label: t.company.mayKinds[r] }))} />
        <RadioField t={t} id="days" name="days" label={t.company.days} value="30" options={daysForColleagues.map((d) => ({ value: `${d}`, label: t.company.daysOf(d) }))} />
        <p>
          <Button>{t.company.make}</Button>
        </p>
      </form>
    </section>
  );
};
