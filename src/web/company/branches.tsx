/** `/companies/CODE/branches`: the CSV of branches – template, upload, every error with its row and column, a look before it counts – and how each stands. */
import { Hono } from 'hono';
import { branchColumns, type BranchState, branchesOf, mostBranches, readBranches, type ReadBranches, settleBranch, startBranches, submitReady } from '../../app/branches';
import { csvCell, textOfCsv } from '../../app/csv';
import { includes } from '../../app/entrust';
import type { Product } from '../../app/product';
import { prepare, type Basket } from '../../core/journey';
import { shown } from '../../app/case-view';
import { formOf } from '../apply/form';
import { nextHref } from '../apply/next';
import { basketFields, basketFor, basketName, basketOf } from '../basket/asked';
import { compiledFor } from '../before/figures';
import { notFound } from '../errors';
import { conceptName, say, textOf } from '../text';
import { ActionButton, Button, ErrorSummary, LinkButton, Notice, page, Table, to } from '../ui';
import type { Env, Visit } from '../visit';
import { atCompany, companyHref, type AtCompany } from './at-company';

const largest = 200_000;

export const branchRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get(
    '/companies/:code/branches',
    atCompany('prepare', (x) => (x.v.list.length === 0 ? x.c.redirect(companyHref(x.company.creditCode), 303) : upload(x, basketFor(x.v.law, x.v.list)))),
  );

  app.get(
    '/companies/:code/branches.csv',
    atCompany('prepare', ({ c, v }) => {
      if (v.list.length === 0) return notFound(c);
      const columns = columnsOf(v, basketFor(v.law, v.list));
      const heads = [v.t.branches.name, ...columns.map((x) => conceptName(v.t, v.law, x))];
      // With the mark by which spreadsheets know UTF-8.
      return c.body(`\uFEFF${heads.map(csvCell).join()}\r\n`, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="branches.csv"' });
    }),
  );

  app.post(
    '/companies/:code/branches',
    atCompany('prepare', async (x) => {
      const { c, v, who, company } = x;
      const form = await formOf(c);
      const basket = basketOf(v.law, form.all('journey'), form.all('service'));
      if (!basket) return notFound(c);
      const file = form.file('file');
      const text = file ? (file.size > largest ? null : textOfCsv(new Uint8Array(await file.arrayBuffer()))) : form.text('csv').slice(0, largest);
      if (text === null) return upload(x, basket, { zh: '', en: '' });
      const read = readBranches(prepare(v.law, basket), text, namesFor(v, basket));
      if (form.text('do') !== 'start' || read.errors.length > 0 || read.rows.length === 0) return preview(x, basket, read, text);
      return c.redirect(companyHref(company.creditCode, `/branches/${await startBranches(product, who, company, basket, v.division, read)}`), 303);
    }),
  );

  app.get(
    '/companies/:code/branches/:batch',
    atCompany('view', async (x) => {
      const all = await batchOf(product, x);
      return all.length > 0 ? progress(x, all) : notFound(x.c);
    }),
  );

  app.post(
    '/companies/:code/branches/:batch',
    atCompany('prepare', async (x) => {
      const form = await formOf(x.c);
      const all = await batchOf(product, x);
      const here = companyHref(x.company.creditCode, `/branches/${encodeURIComponent(x.c.req.param('batch') ?? '')}`);
      const branch = all.find((b) => b.draft.id === form.text('open'));
      if (!branch) return all.length > 0 ? x.c.redirect(here, 303) : notFound(x.c);
      const kept = await settleBranch(product, branch);
      return x.c.redirect(kept === 'stale' ? here : nextHref(product, kept), 303);
    }),
  );

  app.post(
    '/companies/:code/branches/:batch/submit',
    atCompany('submit', async (x) => {
      const all = await batchOf(product, x);
      if (all.length === 0) return notFound(x.c);
      const done = await submitReady(product, all);
      return x.c.redirect(companyHref(x.company.creditCode, `/branches/${encodeURIComponent(x.c.req.param('batch') ?? '')}?done=${done.length}`), 303);
    }),
  );

  return app;
};

/** My companies › this company. */
const trailOf = ({ v, company }: AtCompany) => [
  { href: '/companies', label: v.t.company.title },
  { href: companyHref(company.creditCode), label: company.name },
];

const batchOf = (product: Product, x: AtCompany): Promise<BranchState[]> => branchesOf(product, x.who, x.company.creditCode, x.c.req.param('batch') ?? '');

const columnsOf = (v: Visit, basket: Basket): string[] => branchColumns(compiledFor(v, basket)!);

/** A column may be headed with the concept's name in any language. */
function namesFor(v: Visit, basket: Basket): Map<string, string> {
  const { prepared } = compiledFor(v, basket)!.situation;
  const asked = [...new Set([...columnsOf(v, basket), ...prepared.steps.flatMap((s) => s.needs.map((n) => n.item.concept))])].filter((c) => prepared.datum(c) !== null);
  return new Map(asked.flatMap((c) => (['zh', 'en'] as const).map((lang): [string, string] => [conceptName(textOf(lang), v.law, c).toLowerCase(), c])));
}

function upload(x: AtCompany, basket: Basket, wrong?: object) {
  const { c, v, company } = x;
  const { t } = v;
  return page(
    c,
    { title: t.branches.title, trail: trailOf(x), wrong: wrong !== undefined },
    <>
      <ErrorSummary t={t} errors={wrong ? [{ field: 'file', message: t.branches.unreadable }] : []} />
      <h1>{t.branches.title}</h1>
      <p class="lead">{t.branches.lead(basketName(v, basket))}</p>
      <ol>
        <li>
          {t.branches.first} <a href={companyHref(company.creditCode, '/branches.csv')}>{t.branches.template}</a>
          <span class="from">{t.branches.columns([t.branches.name, ...columnsOf(v, basket).map((x) => conceptName(t, v.law, x))].join(t.joins.list))}</span>
        </li>
        <li>{t.branches.second(mostBranches)}</li>
        <li>{t.branches.third}</li>
      </ol>
      <UploadForm x={x} basket={basket} />
    </>,
    wrong ? 422 : 200,
  );
}

const UploadForm = ({ x: { v, company }, basket }: { x: AtCompany; basket: Basket }) => (
  <form method="post" action={companyHref(company.creditCode, '/branches')} enctype="multipart/form-data">
    {basketFields(basket).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <div class="field">
      <label class="label" for="file">
        {v.t.branches.file}
      </label>
      <input class="input file" type="file" id="file" name="file" accept=".csv,text/csv" />
    </div>
    <Button kind="primary">{v.t.branches.look}</Button>
  </form>
);

function preview(x: AtCompany, basket: Basket, read: ReadBranches, text: string) {
  const { c, v, company } = x;
  const { t, law } = v;
  const prepared = prepare(law, basket);
  const wrong = read.errors.length > 0;
  return page(
    c,
    { title: t.branches.previewTitle, trail: trailOf(x), width: 'wide', wrong },
    <>
      <ErrorSummary t={t} errors={read.errors.slice(0, 50).map((e) => ({ field: 'file', message: t.branches.at(e.row, e.column, say(t, e.message)) }))} />
      <h1>{t.branches.previewTitle}</h1>
      <p class="lead">{wrong ? t.branches.mend(read.errors.length) : t.branches.previewLead(read.rows.length)}</p>
      {read.rows.length > 0 && (
        <Table
          id="branches"
          caption={t.branches.previewTitle}
          hideCaption
          columns={[t.branches.name, ...read.columns.map((x) => conceptName(t, law, x))].map((label) => ({ label }))}
          rows={read.rows.map((r) => [r.name, ...read.columns.map((x) => (r.answers[x] === undefined ? '' : say(t, shown(law, prepared, x, r.answers[x]!))))])}
        />
      )}
      {!wrong && (
        <form method="post" action={companyHref(company.creditCode, '/branches')} enctype="multipart/form-data">
          {basketFields(basket).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="csv" value={text} />
          <Button kind="primary" icon="next" name="do" value="start">
            {t.branches.start(read.rows.length)}
          </Button>
        </form>
      )}
      <h2>{t.branches.again}</h2>
      <UploadForm x={x} basket={basket} />
    </>,
    wrong ? 422 : 200,
  );
}

function progress(x: AtCompany, all: readonly BranchState[]) {
  const { c, v, company } = x;
  const { t } = v;
  const here = companyHref(company.creditCode, `/branches/${encodeURIComponent(c.req.param('batch') ?? '')}`);
  const [done, ready] = [all.filter((b) => b.state.kind === 'submitted').length, all.filter((b) => b.state.kind === 'ready').length];
  const lead = all.find((b) => b.lead);
  const fills = includes(company.may, 'prepare');
  return page(
    c,
    { title: t.branches.progressTitle, trail: trailOf(x) },
    <>
      <h1>{t.branches.progressTitle}</h1>
      <p class="lead">{t.branches.progressLead(done, ready, all.length)}</p>
      {c.req.query('done') !== undefined && (
        <Notice tone="good" live>
          <p>{t.branches.submitted(done)}</p>
        </Notice>
      )}
      {fills && lead && lead.state.kind === 'unready' && (
        <Notice>
          <p>{t.branches.shared(lead.name)}</p>
          <ActionButton kind="primary" action={here} fields={{ open: lead.draft.id }}>
            {t.branches.answerShared}
          </ActionButton>
        </Notice>
      )}
      <ul class="people">
        {all.map((b) => (
          <li>
            <div>
              <b>{b.name}</b>
              <p class="muted">{stateIn(v, b)}</p>
            </div>
            {b.state.kind === 'submitted' ? (
              <LinkButton small href={to('/track', b.state.number)}>
                {t.branches.follow}
              </LinkButton>
            ) : (
              fills && (
                <ActionButton small action={here} fields={{ open: b.draft.id }} label={`${t.branches.open} ${b.name}`}>
                  {t.branches.open}
                </ActionButton>
              )
            )}
          </li>
        ))}
      </ul>
      {ready > 0 && includes(company.may, 'submit') && (
        <form method="post" action={`${here}/submit`}>
          <p class="muted">{t.branches.submitNote}</p>
          <Button kind="primary" icon="next">
            {t.branches.submit(ready)}
          </Button>
        </form>
      )}
      {ready > 0 && !includes(company.may, 'submit') && <p>{t.handOn.onlyPrepare}</p>}
    </>,
  );
}

const stateIn = ({ t }: Visit, { state }: BranchState): string => {
  if (state.kind === 'submitted') return t.branches.states.submitted(state.number);
  return state.kind === 'ready' ? t.branches.states.ready : t.branches.states[state.because](state.what.length);
};
