/**
 * `bench pages`: pages rendered per second of one core, against the bare framework rendering the same bytes in the same run: the page's own elements
 * as plain JSX without a component, a dictionary, a law or a guard behind them. CPU time of this process, no network on either side.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { webApp } from '../../web/server';
import { folderOf } from '../input';
import { openProduct } from '../open-product';
import { type Bench, median, within } from './bench';
import { elementsOf, rendered } from './same-bytes';

const bar = { op: '>=', value: 0.5 } as const;
const paths = ['/', '/journeys/newborn', '/journeys/open-guesthouse?scenario=largest', '/services/food-licence', `/search?q=${encodeURIComponent('上户口')}`, '/policies', '/settings'];

export const pagesBench: Bench = async (a, s) => {
  const data = await mkdtemp(join(tmpdir(), 'yijian-pages-'));
  const dir = join(s.root, 'cities', 'zhuzhou');
  const running = openProduct({ dir, ...folderOf(dir), languages: [], data, cache: s.cache, alarm: () => {} });
  try {
    await running.opened;
    const ours = webApp(running.product);
    const samples: { path: string; bytes: number; ours: number; bare: number; stored: number }[] = [];
    for (const path of paths) samples.push(await compared(ours, path, Number(a.option('rounds') ?? 5)));
    // The mean cost of a page, each path as often as any other.
    const perSecond = (of: 'ours' | 'bare' | 'stored') => samples.length / samples.reduce((sum, x) => sum + 1 / x[of], 0);
    const [figure, baseline] = [Math.round(perSecond('ours')), Math.round(perSecond('bare'))];
    const ratio = Number((figure / baseline).toFixed(3));
    return { figure, baseline, unit: 'pages/s of one core', ratio, bar, holds: within(bar, ratio), stored: Math.round(perSecond('stored')), samples };
  } finally {
    await running.close();
    await rm(data, { recursive: true, force: true });
  }
};

type App = { request(path: string): Response | Promise<Response> };

async function compared(ours: App, path: string, rounds: number): Promise<{ path: string; bytes: number; ours: number; bare: number; stored: number }> {
  const html = await (await ours.request(path)).text();
  const elements = elementsOf(html);
  const bare = new Hono().get('*', (c) => c.html(rendered(elements).toString()));
  const stored = new Hono().get('*', (c) => c.html(html));
  if ((await (await bare.request(path)).text()) !== html) throw new Error(`${path}: not the same bytes`);
  const apps = { ours, bare, stored };
  const rates: { [name in keyof typeof apps]: number[] } = { ours: [], bare: [], stored: [] };
  const n = Math.max(5, Math.round(2_000_000 / html.length));
  for (const app of Object.values(apps)) await pages(app, path, n);
  for (let i = 0; i < rounds; i++) for (const [name, app] of Object.entries(apps)) rates[name as keyof typeof apps].push(await pages(app, path, n));
  return { path, bytes: Buffer.byteLength(html), ours: Math.round(median(rates.ours)), bare: Math.round(median(rates.bare)), stored: Math.round(median(rates.stored)) };
}

/** @returns pages per second of CPU time */
async function pages(app: App, path: string, n: number): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < n; i++) await (await app.request(path)).text();
  const { user, system } = process.cpuUsage(before);
  return n / ((user + system) / 1e6);
}
