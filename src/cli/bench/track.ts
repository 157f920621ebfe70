/**
 * `bench track`: the tracking page of a case with five steps, asked for by its applicant over HTTP, sixteen at a time, from two running products on one
 * PostgreSQL. Asking, answering and the database share this machine's cores, so the figure is what all of them together reach. The cases are a thousand,
 * filed two days ago and within their time – more than the QR codes a server keeps, so that each page draws its own –, and every request reads its case
 * anew. The servers have answered thousands of requests before the first that counts, as any has that is up for a minute.
 */
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSession } from '../../adapters/identity/session';
import { sessionCookie } from '../../adapters/identity/cookie';
import { openPostgres } from '../../adapters/store/postgres';
import { lived } from '../../adapters/store/testing/lived';
import { freePort, startPostgres } from '../../adapters/store/testing/postgres-server';
import { caseIdOf, caseNumber } from '../../core/case';
import type { Person } from '../../app/ports/identity';
import { serverFlags } from '../server-flags';
import type { Surroundings } from '../surroundings';
import { filledAnswers } from './answers';
import { type Bench, median, within } from './bench';
import { processorTime } from './processor-time';

const bar = { op: '>=', value: 1 } as const;
const wanted = 1000; // requests a second
const warmth = 10_000;

export const trackBench: Bench = async (a, s) => {
  const server = await startPostgres();
  if (!server) return { holds: false, missing: 'postgresql' };
  const data = await mkdtemp(join(tmpdir(), 'yijian-track-'));
  const products: Awaited<ReturnType<typeof product>>[] = [];
  const cases = Number(a.option('cases') ?? 1000);
  try {
    const { store } = await openPostgres(server.url);
    const applicant: Person = { kind: 'person', id: 'p-1', name: '示例', gives: {}, assurance: 2, sample: true };
    const { token } = await startSession(store, applicant, new Date());
    const numbers: string[] = [];
    for (let i = 0; i < cases; i++) numbers.push(await filed(store.submit, i));
    await store.close();
    for (let i = 0; i < 2; i++) products.push(await product(s, server.url, join(data, String(i))));
    const ask = asking(
      products.map((p) => p.port),
      numbers,
      sessionCookie(token, { secure: false }).split(';')[0]!,
    );
    const rounds: number[] = [];
    const asked = Number(a.option('requests') ?? 1000);
    await ask(Math.min(warmth, 10 * asked));
    const before = await spent(products, server.pid);
    for (let i = 0; i < Number(a.option('rounds') ?? 5); i++) rounds.push(Math.round(await ask(asked)));
    const after = await spent(products, server.pid);
    const each = (who: keyof Spent) => Number((((after[who] - before[who]) * 1000) / (asked * rounds.length)).toFixed(3));
    const cpu = { products: each('products'), database: each('database'), asking: each('asking') };
    const figure = median(rounds);
    const ratio = Number((figure / wanted).toFixed(3));
    return { figure, baseline: wanted, unit: 'requests/s', ratio, bar, holds: within(bar, ratio), cpuPerRequest: { unit: 'ms', ...cpu }, samples: rounds };
  } finally {
    for (const p of products) await p.stop();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
};

type Spent = { products: number; database: number; asking: number };

/** Seconds of processor so far. What asks is no part of a server, and shares its processor here: by these one sees what the figure is made of. */
async function spent(products: readonly { pid: number }[], database: number): Promise<Spent> {
  const { user, system } = process.cpuUsage();
  let sum = 0;
  for (const p of products) sum += (await processorTime(p.pid, false)) ?? 0;
  return { products: sum, database: (await processorTime(database)) ?? 0, asking: (user + system) / 1e6 };
}

async function filed(submit: (c: ReturnType<typeof lived>) => Promise<{ kind: string }>, i: number): Promise<string> {
  const id = caseIdOf(Date.now(), 1, i);
  const on = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  const command = lived(1, String(id), { steps: ['register', 'licence', 'seal', 'tax', 'insurance'], answers: filledAnswers(2000), underWay: true, on, number: caseNumber('430212', id) });
  if ((await submit(command)).kind !== 'done') throw new Error('a case was not filed');
  return command.case.number;
}

async function product(s: Surroundings, database: string, data: string): Promise<{ port: number; pid: number; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, [...serverFlags(s.root), s.self, 'serve', '--port', String(port), '--database', database, '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error('serve ended');
    if (
      await fetch(`http://127.0.0.1:${port}/`).then(
        (r) => r.ok,
        () => false,
      )
    )
      break;
    await sleep(100);
  }
  return {
    port,
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/**
 * Asks as a load generator does, over sixteen connections that stay open, and looks only at the status and the length: what asks shares the processor
 * with what answers, and Node's own client costs half as much as the page. @returns requests per second
 */
function asking(ports: readonly number[], numbers: readonly string[], cookie: string): (requests: number) => Promise<number> {
  let asked = 0;
  return async (requests) => {
    const until = asked + requests;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: 16 }, async (_, i) => {
        const port = ports[i % ports.length]!;
        const ask = await connection(port);
        while (asked < until) await ask(`GET /track/${numbers[asked++ % numbers.length]} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`);
        await ask(null);
      }),
    );
    return requests / ((performance.now() - began) / 1000);
  };
}

/** One connection: sends a request, answers when the whole page is there; null closes it. Rejects for anything but a page. */
async function connection(port: number): Promise<(request: string | null) => Promise<void>> {
  const socket = connect(port, '127.0.0.1');
  let waiting: { resolve(): void; reject(error: Error): void } | null = null;
  let [head, missing] = ['', -1];
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('data', (chunk) => {
    if (missing < 0) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/^content-length: (\d+)/im.exec(head.slice(0, end))?.[1]);
      if (!head.startsWith('HTTP/1.1 200') || !(length > 2000)) return waiting?.reject(new Error(head.slice(0, end)));
      missing = length - (head.length - end - 4);
    } else missing -= chunk.length;
    if (missing > 0) return;
    [head, missing] = ['', -1];
    waiting?.resolve();
  });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return (request) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      if (request === null) socket.end(resolve);
      else socket.write(request);
    });
}
