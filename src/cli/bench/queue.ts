/**
 * `bench queue`: the desk's queue of one authority and of one authority in one division, over `--cases` (1,000,000) of 100 services, first by one user,
 * then by sixteen at once; every read through desk_queue, as the role that sees one authority alone. The first page, and a page far down.
 */
import { openPostgres } from '../../adapters/store/postgres';
import { queue } from '../../adapters/store/reads/queue';
import { startPostgres } from '../../adapters/store/testing/postgres-server';
import { statusesToDo } from '../../app/desk';
import type { Store } from '../../app/ports/store';
import { type Bench, median, within } from './bench';
import { authorities, authorityOf, crowd } from './crowd';
import { seeded } from './seeded';

const one = 20; // ms
const many = 60;
const users = 16;

export const queueBench: Bench = async (a) => {
  const server = await startPostgres({ settings: { shared_buffers: '256MB', max_wal_size: '8GB', maintenance_work_mem: '256MB' } });
  if (!server) return { holds: false, missing: 'postgresql' };
  try {
    const { store, sql } = await openPostgres(server.url);
    const cases = Number(a.option('cases') ?? 1_000_000);
    await crowd(sql, cases, (made) => process.stderr.write(`\r${made} / ${cases}`));
    process.stderr.write('\n');
    const ask = asking(queue(sql));
    const alone = await timed(ask, 1, 400);
    const crowded = await timed(ask, users, 1600);
    await store.close();
    const figure = Number(median(alone).toFixed(2));
    const at16 = Number(median(crowded).toFixed(2));
    const bar = { op: '<=', value: 1 } as const;
    const ratio = Number((figure / one).toFixed(3));
    return {
      figure,
      baseline: one,
      unit: 'ms median, one user',
      ratio,
      bar,
      holds: within(bar, ratio) && at16 < many,
      cases,
      sixteen: { median: at16, bar: many, p99: Number(crowded.toSorted((x, y) => x - y)[Math.floor(crowded.length * 0.99)]!.toFixed(1)) },
      samples: alone.map((ms) => Number(ms.toFixed(2))),
    };
  } finally {
    await server.stop();
  }
};

/** A page somebody asks for: half within a division, a third of them the fourth page. */
function asking(read: Store['queue']): () => Promise<number> {
  const next = seeded(7);
  return async () => {
    const authority = authorityOf(Math.floor(next() * authorities));
    const division = next() < 0.5 ? `4302${String(Math.floor(next() * 30)).padStart(2, '0')}` : null;
    const where = { limit: 25, statuses: [...statusesToDo, 'supplement-requested'], ...(division !== null && { division }) };
    let after: string | null = null;
    if (next() < 0.33) for (let page = 0; page < 3; page++) after = (await read(authority, { ...where, ...(after !== null && { after }) })).next ?? after;
    const began = performance.now();
    await read(authority, { ...where, ...(after !== null && { after }) });
    return performance.now() - began;
  };
}

async function timed(ask: () => Promise<number>, atOnce: number, reads: number): Promise<number[]> {
  for (let i = 0; i < 50; i++) await ask();
  const took: number[] = [];
  const user = async () => {
    while (took.length < reads) took.push(await ask());
  };
  await Promise.all(Array.from({ length: atOnce }, user));
  return took;
}
