/**
 * A server that is killed (SIGKILL) again and again while people send their applications: at any moment, also while it starts and recovers. The people
 * send until they are told a number, as a browser's reload does; what they were told is the acknowledgment that must hold.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sessionCookie } from '../src/adapters/identity/cookie';
import { startSession } from '../src/adapters/identity/session';
import { openStore } from '../src/adapters/store';
import { freePort } from '../src/adapters/store/testing/postgres-server';
import type { Person } from '../src/app/ports/identity';
import { smallCity } from '../src/core/testing/small-city';
import { root } from './serve';

export type Place = { data: string; database?: string };
/** `acknowledged`: the number told for each draft. `whileStarting`: kills before the server, started anew, had taken anything in. `start`: its usual time to that, in ms. */
export type Fired = { kills: number; whileStarting: number; acknowledged: Map<string, string>; seconds: number; start: number };

const person: Person = { kind: 'person', id: 'p-under-fire', name: '示例', gives: {}, assurance: 2, sample: true };
const service = `
id: shop-sign
name: {zh: 店招登记, en: Shop sign}
authority: market-regulation
audience: [organisation]
subjects: {business: organisation}
needs: [business.name]
outputs: {}
filing: {counter: registration-counter, online: true}
delivery: [electronic]
stages: [{id: register, h: 4}]
clock: {statutory: {wd: 3, source: guide}}
fee: 0
`;

/** A city of one service, no register connected: read in a moment, so that a server is up again at once. */
export function writeCity(directory: string): string {
  for (const [path, text] of Object.entries({ ...smallCity, 'services/shop-sign.yaml': service })) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), path.startsWith('registers/') ? text.replace('connected: true', 'connected: false') : text);
  }
  return directory;
}

/** So many applications filled in, and the cookie of her whose they are. */
export async function filledIn(place: Place, n: number): Promise<{ drafts: string[]; cookie: string }> {
  const { store } = await openStore(place);
  const now = new Date();
  const drafts = Array.from({ length: n }, () => randomBytes(12).toString('base64url'));
  const left = [...drafts];
  const one = async () => {
    for (let id = left.pop(); id; id = left.pop()) {
      const body = { basket: { services: ['shop-sign'] }, division: '430212', answers: { 'business.name': `示例 ${id}` }, passed: [], readings: [], documents: [], preferred: [] };
      await store.saveDraft({ id, owner: person.id, body: { ...body, key: `k-${id}`, startedAt: now.toISOString(), submitted: null } }, 0, now.toISOString());
    }
  };
  await Promise.all(Array.from({ length: 16 }, one));
  const { token } = await startSession(store, person, now);
  await store.close();
  return { drafts, cookie: sessionCookie(token, { secure: false }).split(';')[0]! };
}

/** Kills `kills` times, or fewer when `minutes` are over, and tells how far it is. Four send at once; `drafts` has to last. */
export async function underFire(
  place: Place & { city: string },
  given: { drafts: string[]; cookie: string },
  { kills, minutes, tell }: { kills: number; minutes: number; tell(line: string): void },
): Promise<Fired> {
  const port = await freePort();
  const began = performance.now();
  const acknowledged = new Map<string, string>();
  const waiting = [...given.drafts];
  let over = false;

  const sender = async () => {
    for (let draft = waiting.pop(); draft && !over; draft = waiting.pop()) {
      for (let number: string | null = null; number === null; ) {
        number = await sent(port, draft, given.cookie);
        if (number) acknowledged.set(draft, number);
        else await sleep(30 + Math.random() * 90);
      }
      await sleep(Math.random() * 160);
    }
  };
  const senders = Promise.all(Array.from({ length: 4 }, sender));
  const fired: Fired = { kills: 0, whileStarting: 0, acknowledged, seconds: 0, start: 1000 };
  let server = start(place, port);
  let known = 0;
  while (fired.kills < kills && performance.now() - began < minutes * 60_000) {
    // Every fifth at any moment of a start and the recovery in it, the others once it has taken something in.
    if (fired.kills % 5 === 4) await sleep(Math.random() * 1.2 * fired.start);
    else {
      fired.start = 0.8 * fired.start + 0.2 * (await more(acknowledged, server));
      await sleep(Math.random() * 250);
    }
    await server.kill('SIGKILL');
    fired.kills++;
    if (acknowledged.size === known) fired.whileStarting++;
    if (waiting.length === 0) throw new Error(`nothing left to send after ${fired.kills} kills`);
    known = acknowledged.size;
    server = start(place, port);
    if (fired.kills % 20 === 0) tell(`${fired.kills} of ${kills} kills, ${acknowledged.size} acknowledged, ${Math.round((performance.now() - began) / 1000)} s`);
  }
  over = true;
  await senders;
  await server.kill('SIGTERM');
  fired.seconds = Math.round((performance.now() - began) / 1000);
  return fired;
}

/** One attempt; null: no answer, or not this one. */
async function sent(port: number, draft: string, cookie: string): Promise<string | null> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`http://127.0.0.1:${port}/apply/${draft}/submit`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams({ version: '1' }) }).catch(() => null);
  await answer?.arrayBuffer().catch(() => {});
  return /^\/track\/([0-9A-Z-]+)/.exec(answer?.headers.get('location') ?? '')?.[1] ?? null;
}

type Running = { said(): string; gone(): boolean; kill(signal: NodeJS.Signals): Promise<unknown> };

function start({ data, database, city }: Place & { city: string }, port: number): Running {
  const args = ['serve', '--port', String(port), '--data', data, '--city', city, ...(database === undefined ? [] : ['--database', database])];
  const child: ChildProcess = spawn(process.execPath, [join(root, 'bin', 'yijian.mjs'), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (d) => (said = (said + d).slice(-3000)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    said: () => said,
    gone: () => child.exitCode !== null,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Until somebody is told a number: how long that was, in ms. @throws when the server ends by itself, or answers nobody for two minutes */
async function more(acknowledged: ReadonlyMap<string, string>, server: Running): Promise<number> {
  const before = acknowledged.size;
  const began = performance.now();
  for (const until = began + 120_000; acknowledged.size === before; await sleep(5))
    if (server.gone() || performance.now() > until) throw new Error(`the server ${server.gone() ? 'ended' : 'answers nobody'}: ${server.said()}`);
  return performance.now() - began;
}
