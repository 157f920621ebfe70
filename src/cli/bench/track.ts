/**
 * `bench track`: the tracking page of a case with five steps, asked for by its applicant over HTTP, sixteen at a time, from two running products on one
 * PostgreSQL. Asking, answering and the database share this machine's cores, so the figure is what all of them together reach.
 */
import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
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
import type { Surroundings } from '../main';
import { filledAnswers } from './answers';
import { type Bench, median, within } from './bench';

const bar = { op: '>=', value: 1 } as const;
const wanted = 1000; // requests a second
const cases = 200;

export const trackBench: Bench = async (a, s) => {
  const server = await startPostgres();
  if (!server) return { holds: false, missing: 'postgresql' };
  const data = await mkdtemp(join(tmpdir(), 'yijian-track-'));
  const products: Awaited<ReturnType<typeof product>>[] = [];
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
    await ask(400);
    const rounds: number[] = [];
    for (let i = 0; i < Number(a.option('rounds') ?? 5); i++) rounds.push(Math.round(await ask(1000)));
    const figure = median(rounds);
    const ratio = Number((figure / wanted).toFixed(3));
    return { figure, baseline: wanted, unit: 'requests/s', ratio, bar, holds: within(bar, ratio), samples: rounds };
  } finally {
    for (const p of products) await p.stop();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
};

async function filed(submit: (c: ReturnType<typeof lived>) => Promise<{ kind: string }>, i: number): Promise<string> {
  const id = caseIdOf(Date.now(), 1, i);
  const command = lived(1, String(id), { steps: ['register', 'licence', 'seal', 'tax', 'insurance'], answers: filledAnswers(2000), underWay: true, number: caseNumber('430212', id) });
  if ((await submit(command)).kind !== 'done') throw new Error('a case was not filed');
  return command.case.number;
}

async function product(s: Surroundings, database: string, data: string): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, [...process.execArgv, s.self, 'serve', '--port', String(port), '--database', database, '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] });
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
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** @returns requests per second */
function asking(ports: readonly number[], numbers: readonly string[], cookie: string): (requests: number) => Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  let asked = 0;
  const one = (n: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const asking = get({ agent, port: ports[n % ports.length]!, host: '127.0.0.1', path: `/track/${numbers[n % numbers.length]}`, headers: { cookie } }, (answer) => {
        let length = 0;
        answer.on('data', (chunk: Buffer) => {
          length += chunk.length;
        });
        answer.on('end', () => (answer.statusCode === 200 && length > 2000 ? resolve() : reject(new Error(`${answer.statusCode}, ${length} bytes`))));
      });
      // A connection that was kept may have been closed by the other side meanwhile.
      asking.on('error', (error) => (asking.reusedSocket ? resolve(one(n)) : reject(error)));
    });
  return async (requests) => {
    const until = asked + requests;
    const began = performance.now();
    const user = async () => {
      while (asked < until) await one(asked++);
    };
    await Promise.all(Array.from({ length: 16 }, user));
    return requests / ((performance.now() - began) / 1000);
  };
}
