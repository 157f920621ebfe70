/** Short versions of the benches of the store: that each runs, counts what it says and finds what it must. Times are not asked of a test. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { findPostgres } from '../../adapters/store/testing/postgres-server';
import { readArguments } from '../arguments';
import { benches } from '.';

vi.setConfig({ testTimeout: 120_000 });

const surroundings = { root: '.', cache: join(tmpdir(), 'yijian-bench-cache'), self: 'bin/yijian.mjs', load: (url: string) => import(url) };
const bench = (name: string, ...args: string[]) => benches[name]!(readArguments(args, ['rounds', 'cases', 'events', 'requests']), surroundings);
const here = findPostgres() !== null;

it.skipIf(!here)('queue: reads pages of a generated city as one authority', async () => {
  const found = await bench('queue', '--cases', '3000');
  expect(found).toMatchObject({ cases: 3000, baseline: 20, bar: { op: '<=', value: 1 } });
  expect((found as { samples: number[] }).samples.length).toBeGreaterThanOrEqual(400);
});

it.skipIf(!here)('audit: finds every changed byte with its place', async () => {
  const found = (await bench('audit', '--events', '3000')) as unknown as { changedBytes: { found: boolean }[]; samples: { broken: number; events: number }[] };
  expect(found.samples.map((s) => s.broken)).toEqual([0, 0, 0]);
  expect(found.samples.map((s) => s.events)).toEqual([3024, 3024, 3024]);
  expect(found.changedBytes.length).toBeGreaterThan(10);
  expect(found.changedBytes.every((b) => b.found)).toBe(true);
});

it.skipIf(!here)('rebuild: makes equal state', async () => {
  expect(await bench('rebuild', '--events', '3000')).toMatchObject({ equal: true, baseline: 20_000 });
});

it.skipIf(!here)('track: pages of two running products, and what each costs', async () => {
  const found = await bench('track', '--rounds', '1', '--requests', '32', '--cases', '40');
  expect(found).toMatchObject({ unit: 'requests/s', baseline: 1000, samples: [expect.any(Number)], cpuPerRequest: { unit: 'ms', products: expect.any(Number), database: expect.any(Number) } });
});

it.skipIf(!here)('submit: both sides write the same rows, the embedded store beside them', async () => {
  const found = (await bench('submit', '--rounds', '1', '--cases', '64')) as unknown as { missing?: string };
  if (found.missing) return; // a PostgreSQL without pgbench
  expect(found).toMatchObject({
    clients: 16,
    unit: 'cases/s',
    bar: { op: '>=', value: 0.8 },
    samples: [{ figure: expect.any(Number), baseline: expect.any(Number) }],
    embedded: { rate: expect.any(Number) },
  });
});
