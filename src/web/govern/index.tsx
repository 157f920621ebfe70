/** @module web/govern – `/govern`: what the city promised and what it measures; `/govern/data.csv` is the same as one table. */
import { Hono } from 'hono';
import { measuresOf, reductionsOf, tableOf, targetsByArea } from '../../app/govern';
import { asCsv } from '../../core/index';
import type { Room } from '../room';
import { page } from '../ui';
import type { Env } from '../visit';
import { dayRoutes } from './day';
import { Frames } from './frames';
import { Reductions } from './reductions';
import { serviceRoutes } from './service';
import { Statistics } from './statistics';
import { Targets } from './targets';

export const govern: Room = (product) => {
  const app = new Hono<Env>();
  app.route('/', dayRoutes(product));
  app.route('/', serviceRoutes(product));

  app.get('/govern', (c) => {
    const v = c.var.visit;
    const words = v.t.govern;
    const measures = measuresOf(product);
    const parts = [
      ['reductions', words.reductions],
      ['targets', words.targets],
      ['statistics', words.statistics],
      ['indices', words.index],
    ] as const;
    return page(
      c,
      { title: words.title, description: words.lead, trail: [], width: 'wide' },
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <nav aria-label={words.contents}>
          <ul class="chips">
            {parts.map(([id, label]) => (
              <li>
                <a class="button small" href={`#${id}`}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ul class="plain">
          <li>
            <a href="/govern/day">{v.t.dayFigures.link}</a>
          </li>
          <li>
            <a href="/govern/service">{v.t.serviceFigures.link}</a>
          </li>
        </ul>
        <Reductions v={v} reductions={reductionsOf(product)} />
        <Targets v={v} areas={targetsByArea(measures, tableOf(product))} />
        <Statistics v={v} measures={measures} />
        <Frames v={v} measures={measures} />
        <p>
          <a href="/govern/data.csv">{words.download}</a>
        </p>
      </>,
    );
  });

  app.get('/govern/data.csv', (c) => c.body(`\uFEFF${asCsv(tableOf(product))}`, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="yijian-govern.csv"' }));

  return app;
};
