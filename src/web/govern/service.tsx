/** `/govern/service`: how the service runs – open steps and why they are late, fairness by channel and place – with a chart, a table, CSV and JSON for each. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Child } from '../html/jsx-runtime';
import { fewest, type Group, lookBack, serviceFigures, type ServiceFigures } from '../../app/service-figures';
import type { Product } from '../../app/product';
import { notFound } from '../errors';
import { moment, say } from '../text';
import { page, Table } from '../ui';
import type { Env, Visit } from '../visit';
import { Bars } from './bars';
import { csvAnswer, type Sheet, sheetRows } from './sheet';

const charts = ['standing', 'channel', 'division', 'authority', 'signs', 'ratings'] as const;
type Chart = (typeof charts)[number];
const isChart = (x: string): x is Chart => charts.some((c) => c === x);

export function serviceRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/govern/service', async (c) => {
    const v = c.var.visit;
    const words = v.t.serviceFigures;
    const f = await serviceFigures(product);
    return page(
      c,
      { title: words.title, description: words.lead(lookBack, ''), trail: [{ href: '/govern', label: v.t.govern.title }], width: 'wide' },
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(lookBack, moment(v.t, f.at, v.law.city.zone))}</p>
        <p class="muted">{words.small(fewest)}</p>
        <Part v={v} f={f} chart="standing" title={words.standing} lead={words.standingLead} picture={<StandingChart v={v} f={f} />} />
        <Part
          v={v}
          f={f}
          chart="channel"
          title={words.channelTitle}
          lead={words.channelLead}
          picture={<DaysChart v={v} what={words.channel} groups={f.byChannel} name={(id) => nameIn(v, 'channel', id)} />}
        />
        <Part v={v} f={f} chart="division" title={words.divisionTitle} picture={<DaysChart v={v} what={words.division} groups={f.byDivision} name={(id) => nameIn(v, 'division', id)} />} />
        <Part v={v} f={f} chart="authority" title={words.authorityTitle} picture={<DaysChart v={v} what={words.authority} groups={f.byAuthority} name={(id) => nameIn(v, 'authority', id)} />} />
        <Part v={v} f={f} chart="signs" title={words.signs} lead={words.signsLead} empty={words.noSigns} />
        <Part v={v} f={f} chart="ratings" title={words.grades} />
      </>,
    );
  });

  const download = (format: 'csv' | 'json') => async (c: Context<Env>) => {
    const chart = c.req.query('chart') ?? '';
    if (!isChart(chart)) return notFound(c);
    const v = c.var.visit;
    const f = await serviceFigures(product);
    const sheet = sheetOf(v, f, chart);
    return format === 'csv' ? csvAnswer(c, `service-${chart}`, sheet) : c.json({ chart, at: f.at, since: f.since, fewest, rows: sheetRows(sheet) });
  };
  app.get('/govern/service.csv', download('csv'));
  app.get('/govern/service.json', download('json'));

  return app;
}

const Part = (p: { v: Visit; f: ServiceFigures; chart: Chart; title: string; lead?: string; empty?: string; picture?: Child }) => {
  const words = p.v.t.serviceFigures;
  const sheet = sheetOf(p.v, p.f, p.chart);
  return (
    <section>
      <h2 id={p.chart}>{p.title}</h2>
      {p.lead && <p>{p.lead}</p>}
      {sheet.rows.length === 0 ? (
        <p class="muted">{p.empty ?? words.none}</p>
      ) : (
        <>
          {p.picture}
          <Table
            id={`${p.chart}-table`}
            caption={p.title}
            hideCaption
            columns={[{ label: firstColumn(p.v, p.chart) }, ...sheet.columns.map((c) => ({ label: c.label, number: true }))]}
            rows={sheet.rows.map((r) => [r.name, ...r.cells.map((x, i) => shown(p.v, x, p.chart, sheet.columns[i]!.share))])}
          />
          <p class="row">
            <a href={`/govern/service.csv?chart=${p.chart}`} aria-label={`${words.csv}: ${p.title}`}>
              {words.csv}
            </a>
            <a href={`/govern/service.json?chart=${p.chart}`} aria-label={`${words.json}: ${p.title}`}>
              {words.json}
            </a>
          </p>
        </>
      )}
    </section>
  );
};

const firstColumn = ({ t }: Visit, chart: Chart): string => (chart === 'channel' ? t.serviceFigures.channel : chart === 'division' ? t.serviceFigures.division : t.serviceFigures.authority);

function shown({ t }: Visit, x: number | null, chart: Chart, share: true | undefined): string {
  if (x === null) return chart === 'standing' || chart === 'signs' ? t.serviceFigures.few(fewest) : t.serviceFigures.hidden;
  return share ? `${Math.round(x * 100)} %` : `${x}`;
}

/** 1 to 4 of something are "a few": null. */
const few = (n: number): number | null => (n > 0 && n < fewest ? null : n);

function sheetOf(v: Visit, f: ServiceFigures, chart: Chart): Sheet {
  const words = v.t.serviceFigures;
  const labelled = <K extends string>(labels: { [k in K]: string }) => (Object.entries(labels) as [K, string][]).map(([id, label]) => ({ id, label }));
  const counts = <K extends string, R extends { authority: string } & { [k in K]: number }>(labels: { [k in K]: string }, rows: readonly R[]): Sheet => ({
    columns: labelled(labels),
    rows: rows.map((r) => ({ id: r.authority, name: nameIn(v, 'authority', r.authority), cells: (Object.keys(labels) as K[]).map((k) => few(r[k])) })),
  });
  switch (chart) {
    case 'standing':
      return counts(words.standingColumns, f.standing);
    case 'signs':
      return counts(words.signColumns, f.signs);
    case 'ratings':
      return { columns: labelled(words.gradesColumns), rows: f.grades.map((g) => ({ id: g.authority, name: nameIn(v, 'authority', g.authority), cells: [g.n, g.average] })) };
    case 'channel':
    case 'division':
    case 'authority': {
      const groups = chart === 'channel' ? f.byChannel : chart === 'division' ? f.byDivision : f.byAuthority;
      const keys = ['n', 'days', 'inTime', 'refused', 'supplemented', 'paused'] as const;
      const known = groups.some((g) => g.figures !== null);
      return {
        columns: keys.map((id) => ({ id, label: words.columns[id], ...(id !== 'n' && id !== 'days' && { share: true as const }) })),
        rows: known ? groups.map((g) => ({ id: g.id, name: nameIn(v, chart, g.id), cells: keys.map((k) => g.figures?.[k] ?? null) })) : [],
      };
    }
  }
}

function nameIn({ t, law }: Visit, kind: 'channel' | 'division' | 'authority', id: string): string {
  if (kind === 'channel') return t.staff.channel[id as keyof typeof t.staff.channel] ?? id;
  const named = kind === 'division' ? law.divisions.get(id)?.name : law.authorities.get(id)?.name;
  return named ? say(t, named) : id;
}

/** Only what the table shows is added up, so that nothing left out can be worked out from the picture. */
const StandingChart = ({ v, f }: { v: Visit; f: ServiceFigures }) => {
  const words = v.t.serviceFigures;
  const pairs = f.standing.map((s) => {
    const [inTime, late] = [(few(s.inTime) ?? 0) + (few(s.promiseOver) ?? 0), (few(s.overdue) ?? 0) + (few(s.escalated) ?? 0)];
    return { label: nameIn(v, 'authority', s.authority), before: inTime, after: late, beforeText: `${inTime}`, afterText: `${late}` };
  });
  return <Bars label={words.standingChart} pairs={pairs} />;
};

/** One bar for each group: the average days. Groups left out have none. */
const DaysChart = ({ v, what, groups, name }: { v: Visit; what: string; groups: readonly Group[]; name: (id: string) => string }) => {
  const bars = groups.flatMap((g) => (g.figures && g.figures.days !== null ? [{ label: name(g.id), value: g.figures.days }] : []));
  return bars.length === 0 ? null : <Singles label={v.t.serviceFigures.chart(what)} bars={bars} />;
};

const Singles = ({ label, bars }: { label: string; bars: readonly { label: string; value: number }[] }) => {
  const [width, row] = [400, 42];
  const most = Math.max(1, ...bars.map((b) => b.value));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${bars.length * row}`} role="img" aria-label={label}>
      {bars.map((b, i) => {
        const long = Math.max(2, Math.round((b.value / most) * (width - 80)));
        return (
          <g transform={`translate(0 ${i * row})`}>
            <text y="14">{b.label}</text>
            <rect class="is" x=".5" y="21" width={long} height="13" />
            <text x={long + 7} y="32" class="small">{`${b.value}`}</text>
          </g>
        );
      })}
    </svg>
  );
};
