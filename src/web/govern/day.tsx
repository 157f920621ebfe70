/** `/govern/day`: the numbers of the day, each with a chart, a table, and CSV and JSON at an address that stays. */
import { Hono } from 'hono';
import type { Child } from '../html/jsx-runtime';
import { type DayFigures, dayFigures } from '../../app/day-figures';
import { fewest, lookBack } from '../../app/service-figures';
import type { Product } from '../../app/product';
import { notFound } from '../errors';
import { moment } from '../text';
import { Disclosure, page, Table } from '../ui';
import type { Env, Visit } from '../visit';
import { type DayChart, dayCharts, daySheet, firstColumn, isDayChart } from './day-sheets';
import { Columns, Lines } from './figure';
import { csvAnswer, type Sheet, sheetRows } from './sheet';

export function dayRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/govern/day', async (c) => {
    const v = c.var.visit;
    const words = v.t.dayFigures;
    const f = await dayFigures(product);
    return page(
      c,
      { title: words.title, description: words.lead(''), trail: [{ href: '/govern', label: v.t.govern.title }], width: 'wide' },
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(moment(v.t, f.at, v.law.city.zone))}</p>
        <Tiles v={v} f={f} />
        <p class="muted">{words.small(fewest)}</p>
        <div class="day-charts">
          {dayCharts.map((chart) => (
            <Part v={v} f={f} chart={chart} />
          ))}
        </div>
        <p class="row">
          <a href="/govern/service">{words.more}</a>
          <a href="/govern/day.json">{words.all}</a>
        </p>
      </>,
    );
  });

  app.get('/govern/day.json', async (c) => {
    const v = c.var.visit;
    const f = await dayFigures(product);
    const charts = dayCharts.map((chart) => {
      const about = v.t.dayFigures.charts[chart];
      return {
        chart,
        title: about.title,
        about: about.lead,
        columns: daySheet(v, f, chart).columns.map(({ id, label }) => ({ id, label })),
        csv: `/govern/day/${chart}.csv`,
        json: `/govern/day/${chart}.json`,
      };
    });
    return c.json({ at: f.at, since: f.since, fewest, charts });
  });

  app.get('/govern/day/:file{[a-z-]+\\.(?:csv|json)}', async (c) => {
    const [chart, format] = c.req.param('file').split('.') as [string, string];
    if (!isDayChart(chart)) return notFound(c);
    const f = await dayFigures(product);
    const sheet = daySheet(c.var.visit, f, chart);
    return format === 'csv' ? csvAnswer(c, `day-${chart}`, sheet) : c.json({ chart, at: f.at, since: f.since, fewest, rows: sheetRows(sheet) });
  });

  return app;
}

const Tiles = ({ v: { t }, f }: { v: Visit; f: DayFigures }) => {
  const words = t.dayFigures;
  const cases = (n: number | null) => (n === null ? words.few(fewest) : words.cases(n));
  const reached = f.reductions.aims.reduce((n, a) => n + a.reached + a.byFloor, 0);
  const aims = reached + f.reductions.aims.reduce((n, a) => n + a.missed, 0);
  const tiles: [string, string, string?][] = [
    [words.tiles.today, cases(f.today)],
    [words.tiles.week, cases(f.week)],
    [words.tiles.all(lookBack), cases(f.all)],
    [words.tiles.onTime, f.onTime ? percent(f.onTime.share) : words.nothing, f.onTime ? words.onTimeOf(f.onTime.n) : undefined],
    [words.tiles.reductions, words.reachedOf(reached, aims)],
    [words.tiles.ratings, f.ratings ? words.ratingOf(f.ratings.average, f.ratings.n) : words.nothing],
  ];
  return (
    <dl class="tiles">
      {tiles.map(([label, value, more]) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <b>{value}</b>
            {more && <span class="muted">{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
};

const Part = ({ v, f, chart }: { v: Visit; f: DayFigures; chart: DayChart }) => {
  const words = v.t.dayFigures;
  const about = words.charts[chart];
  const sheet = daySheet(v, f, chart);
  return (
    <section aria-labelledby={chart}>
      <h2 id={chart}>{about.title}</h2>
      <p>{about.lead}</p>
      {sheet.rows.length === 0 ? (
        <p class="muted">{about.empty}</p>
      ) : (
        <>
          <figure>{pictureOf(v, f, chart, sheet)}</figure>
          <Disclosure title={words.asTable}>
            <Table
              id={`${chart}-table`}
              caption={about.title}
              hideCaption
              columns={[{ label: firstColumn(v, chart) }, ...sheet.columns.map((c) => ({ label: c.label, number: true }))]}
              rows={sheet.rows.map((r) => [r.name, ...r.cells.map((x, i) => (x === null ? words.few(fewest) : sheet.columns[i]!.share ? percent(x) : `${x}`))])}
            />
          </Disclosure>
        </>
      )}
      <p class="row">
        <a href={`/govern/day/${chart}.csv`} aria-label={`${words.csv}: ${about.title}`}>
          {words.csv}
        </a>
        <a href={`/govern/day/${chart}.json`} aria-label={`${words.json}: ${about.title}`}>
          {words.json}
        </a>
      </p>
    </section>
  );
};

const percent = (share: number): string => `${Math.floor(share * 1000) / 10} %`;

function pictureOf({ t }: Visit, f: DayFigures, chart: DayChart, sheet: Sheet): Child {
  const words = t.dayFigures;
  const about = words.charts[chart];
  const drawn = { id: `${chart}-chart`, title: about.title, says: about.says };
  const text = (n: number | null) => (n === null ? words.few(fewest) : `${n}`);
  switch (chart) {
    case 'cases':
      // Every seventh day is named, the last among them.
      return <Columns {...drawn} bars={f.perDay.map((d, i) => ({ ...d, mark: (f.perDay.length - 1 - i) % 7 === 0 ? `${Number(d.id.slice(5, 7))}/${Number(d.id.slice(8))}` : '' }))} />;
    case 'on-time':
    case 'by-division':
      return <Lines {...drawn} of={1} bars={sheet.rows.flatMap((r) => (r.cells[1] == null ? [] : [{ label: r.name, n: r.cells[1], text: percent(r.cells[1]) }]))} />;
    case 'reductions':
      return <Lines {...drawn} of={1} bars={f.reductions.aims.map((a) => reachedBar(words.aims[a.aim], a.reached + a.byFloor, a.missed))} />;
    default:
      return <Lines {...drawn} bars={sheet.rows.map((r) => ({ label: r.name, n: r.cells[0]!, text: text(r.cells[0] ?? null) }))} />;
  }
}

/** Of the matters for which the aim is set. */
const reachedBar = (label: string, reached: number, missed: number) => ({ label, n: reached / Math.max(1, reached + missed), text: `${reached} / ${reached + missed}` });
