/** `/desk/…/compare`: what was said beside what registers hold. Asking registers leaves a record, so it is a button that says so, never a link. */
import { Hono } from 'hono';
import { type Compared, compareWithRegisters } from '../../app/compare';
import type { DeskStep } from '../../app/desk';
import { instantOf } from '../../app/clocks';
import type { Product } from '../../app/product';
import { say } from '../text';
import { Button, LinkButton, Notice, Table } from '../ui';
import type { Env, Visit } from '../visit';
import { atStep, trailTo } from './at-step';
import { sourceOf } from './facts';
import { stepHref } from './kept';
import { decisionKeys } from './keys';
import { registerLabel } from './names';
import { pathOf } from './paths';
import { onScreen } from './screen';
import { shortDay } from './time-tag';

export function compareRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.post('/desk/:number/:step/compare', async (c) => {
    const at = await atStep(c, product);
    if (at instanceof Response) return at;
    const { clerk, found, here } = at;
    const v = c.var.visit;
    const rows = await compareWithRegisters(product, clerk, found);
    return onScreen(c, product, clerk, { title: v.t.desk.compareTitle, ...here, trail: trailTo(c, at), keys: decisionKeys(v.t) }, <Page v={v} found={found} rows={rows} />);
  });
  // Reloaded by its address: back to the step, where the button is.
  app.get('/desk/:number/:step/compare', (c) => c.redirect(stepHref(c.var.visit, c.req.param('number'), c.req.param('step')), 303));

  return app;
}

/** The button on the step's page, with what it does. */
export const CompareForm = ({ v, found }: { v: Visit; found: DeskStep }) => (
  <form method="post" action={stepHref(v, found.open.state.number, found.step.filed.id, 'compare')} class="compare-form">
    <Button small dataKey="l">
      {v.t.desk.compare}
    </Button>
    <span class="note">{v.t.desk.compareSays}</span>
  </form>
);

const Page = ({ v, found, rows }: { v: Visit; found: DeskStep; rows: readonly Compared[] }) => {
  const { t } = v;
  const { compareColumns: columns } = t.desk;
  const { number } = found.open.state;
  const step = found.step.filed.id;
  const differ = rows.filter((r) => r.outcome === 'different');
  const held = rows.some((r) => r.held !== null);
  const says = differ.length > 0 ? t.desk.compareDiffer(differ.length) : held ? t.desk.compareAlike : t.desk.compareNothing;
  return (
    <>
      <h1 class="desk-title">{t.desk.compareTitle}</h1>
      <p class="muted">{`${say(t, found.name)} · ${found.open.state.applicant.name} · ${number}`}</p>
      <Notice tone={differ.length > 0 ? 'warning' : held ? 'good' : 'plain'} live>
        <p>{says}</p>
      </Notice>
      <p class="note">{t.desk.compareLead(shortDay(t, instantOf(v.product), v.today, true))}</p>
      <Table
        id="compared"
        caption={t.desk.compareTitle}
        hideCaption
        columns={[columns.fact, columns.said, columns.held, columns.outcome].map((label) => ({ label }))}
        rows={rows.map((r) => [nameOf(v, r), <Said v={v} found={found} row={r} />, <Held v={v} row={r} />, <span class={`outcome ${r.outcome}`}>{t.desk.outcomes[r.outcome]}</span>])}
      />
      <p class="row">
        <LinkButton kind="primary" href={stepHref(v, number, step)} dataKey="h">
          {t.desk.back}
        </LinkButton>
        {differ.length > 0 && found.actions.includes('request-supplement') && (
          <LinkButton href={stepHref(v, number, step, pathOf['request-supplement'], { tick: differ.map((r) => r.concept).join(',') })} dataKey="s">
            {t.desk.compareSupplement}
          </LinkButton>
        )}
      </p>
    </>
  );
};

const nameOf = ({ t }: Visit, r: Compared): string => [r.subject && say(t, r.subject), say(t, r.label)].filter(Boolean).join(' · ');

const Said = ({ v, found, row }: { v: Visit; found: DeskStep; row: Compared }) => (
  <>
    {say(v.t, row.said)}
    <span class="from">{sourceOf(v, found, row.provenance)}</span>
  </>
);

const Held = ({ v: { t, law }, row }: { v: Visit; row: Compared }) => (
  <>
    {row.held ? say(t, row.held) : t.desk.noDate}
    {row.register && <span class="from">{row.asOf ? t.desk.asOf(say(t, registerLabel(law, row.register)), row.asOf.slice(0, 10)) : say(t, registerLabel(law, row.register))}</span>}
  </>
);
