/**
 * `bench submit`: applications submitted by 16 clients at once, acknowledged when they are on disk, against pgbench writing the same rows in the same
 * run; rounds of the two take turns. Beside it: the slowest hundredth, what sharing a commit costs one who submits alone, and the embedded store.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { submitTogether } from '../../adapters/store/commands/submit';
import { openEmbedded } from '../../adapters/store/pglite';
import { openPostgres } from '../../adapters/store/postgres';
import type { Sql } from '../../adapters/store/sql';
import { type Server, startPostgres } from '../../adapters/store/testing/postgres-server';
import { submission } from '../../adapters/store/testing/sample';
import type { Command, Store } from '../../app/ports/store';
import type { Arguments } from '../arguments';
import { filledAnswers } from './answers';
import { type Bench, median, within } from './bench';
import { pgbench, pgbenchOf } from './pgbench';

const clients = 16;
const bar = { op: '>=', value: 0.8 } as const;
const slowest = 60; // ms, 99 of 100
const aloneAtMost = 3; // ms

export const submitBench: Bench = async (a, { cache }) => {
  const server = await startPostgres({ durable: true });
  if (!server) return { holds: false, missing: 'postgresql' };
  try {
    const program = pgbenchOf(server);
    if (!program) return { holds: false, missing: 'pgbench' };
    const { store, sql } = await openPostgres(server.url);
    const samples = await rounds(program, server, store, a);
    const alone = await lone(store, sql, Math.min(300, casesOf(a)));
    await store.close();
    const ratio = Number(median(samples.map((s) => s.ratio)).toFixed(3));
    const p99 = median(samples.map((s) => s.p99));
    return {
      figure: Math.round(median(samples.map((s) => s.figure))),
      baseline: Math.round(median(samples.map((s) => s.baseline))),
      unit: 'cases/s',
      ratio,
      bar,
      holds: within(bar, ratio) && p99 < slowest && alone.delay <= aloneAtMost,
      clients,
      payload: payloadBytes,
      p99,
      alone,
      embedded: await embedded(cache, Math.ceil(casesOf(a) / 4)),
      samples,
    };
  } finally {
    await server.stop();
  }
};

/** Of one round, on either side, shared out evenly among the clients. Few, so that the memory of thousands made beforehand does not slow our side. */
const casesOf = (a: Arguments) => Number(a.option('cases') ?? 800);

type Round = { figure: number; baseline: number; ratio: number; p50: number; p99: number };

/** The side that begins changes from round to round. */
async function rounds(program: string, server: Server, store: Store, a: Arguments): Promise<Round[]> {
  const found: Round[] = [];
  const theirs = (round: number) => pgbench(program, server, sample(), { clients, transactions: Math.ceil(casesOf(a) / clients), first: BigInt(round + 1) * 10_000_000_000n });
  const ours = () => together(store, casesOf(a));
  await together(store, Math.min(3000, casesOf(a) * 4));
  for (let round = 0; round < Number(a.option('rounds') ?? 11); round++) {
    const [mine, baseline] = round % 2 ? await inTurn(ours, () => theirs(round)) : ((await inTurn(() => theirs(round), ours)).toReversed() as [Awaited<ReturnType<typeof ours>>, number]);
    found.push({ figure: mine.rate, baseline, ratio: Number((mine.rate / baseline).toFixed(3)), p50: mine.p50, p99: mine.p99 });
  }
  return found;
}

const inTurn = async <A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> => [await first(), await second()];

/** Every client submits its next application when the one before is acknowledged. Applications are made beforehand, as pgbench's are. */
async function together(store: Store, cases: number): Promise<{ rate: number; p50: number; p99: number }> {
  const ready = Array.from({ length: cases }, sample);
  const took: number[] = [];
  const began = performance.now();
  const client = async (_: unknown, own: number) => {
    for (const command of ready.filter((_, i) => i % clients === own)) {
      const from = performance.now();
      const { kind } = await store.submit(command);
      if (kind !== 'done') throw new Error(`a submission was ${kind}`);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }).map(client));
  const spent = (performance.now() - began) / 1000;
  took.sort((x, y) => x - y);
  const at = (share: number) => Number(took[Math.floor(took.length * share)]!.toFixed(1));
  return { rate: Math.round(cases / spent), p50: at(0.5), p99: at(0.99) };
}

/** One client alone: through the gathering, and the bare statement, in turn. */
async function lone(store: Store, sql: Sql, times: number): Promise<{ gathered: number; bare: number; delay: number }> {
  const took = { gathered: [] as number[], bare: [] as number[] };
  const timed = async (into: number[], work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    into.push(performance.now() - from);
  };
  for (let i = 0; i < times; i++) {
    const [one, other] = [sample(), sample()];
    await timed(took.gathered, () => store.submit(one));
    await timed(took.bare, () => submitTogether(sql, [other]));
  }
  const [gathered, bare] = [median(took.gathered), median(took.bare)];
  const rounded = (ms: number) => Number(ms.toFixed(2));
  return { gathered: rounded(gathered), bare: rounded(bare), delay: rounded(gathered - bare) };
}

/** The store without a server, fsync on. */
async function embedded(cache: string, cases: number): Promise<{ rate: number; p50: number; p99: number }> {
  const directory = await mkdtemp(join(tmpdir(), 'yijian-bench-'));
  try {
    const { store } = await openEmbedded(directory, cache);
    await together(store, Math.min(50, cases));
    const found = await together(store, cases);
    await store.close();
    return found;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const answers = filledAnswers(2000);
const payloadBytes = Buffer.byteLength(JSON.stringify(answers));

const five = ['register', 'licence', 'seal', 'tax', 'insurance'].map((step) => ({ step }));
const sample = (): Command => submission({ answers, steps: five });
