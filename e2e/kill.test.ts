/**
 * kill −9: whatever the moment, an acknowledged application is there once, none is there twice, none is half there. A few times here; `npm run prove kill [N]
 * [embedded|postgresql]` kills N times (1,000) in two lanes side by side (YIJIAN_KILL_LANES), each a server with a store of its own, for at most
 * YIJIAN_KILL_MINUTES (60), and says how far it is.
 */
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startPostgres } from '../src/adapters/store/testing/postgres-server';
import { damageOf } from './after-fire';
import { emptyData, removeData, serve } from './serve';
import { filledIn, type Place, underFire, writeCity } from './under-fire';

const kills = Number(process.env['YIJIAN_KILLS'] ?? 5);
const minutes = Number(process.env['YIJIAN_KILL_MINUTES'] ?? 60);
const lanes = Number(process.env['YIJIAN_KILL_LANES'] ?? 1);
const only = process.env['YIJIAN_KILL_STORE'];
const stores = ['embedded', 'postgresql'].filter((s) => only === undefined || only === s);

const tell = (line: string) => void process.stderr.write(`${line}\n`);

test.each(stores)(`kill −9, ${kills} times, %s: nothing acknowledged is lost, nothing is twice, nothing is torn`, { timeout: (minutes + 20) * 60_000 }, async (kind) => {
  const server = kind === 'postgresql' ? await startPostgres({ durable: true }) : null;
  if (kind === 'postgresql' && !server) return expect(process.env['CI']).not.toBe('true');
  const folders = Array.from({ length: lanes }, emptyData);
  try {
    await startedOnce();
    const done = await Promise.all(
      folders.map(async (data, i) => {
        const place: Place = { data, ...(server && { database: await newDatabase(server.url, `lane${i}`) }) };
        const mine = Math.floor((kills * (i + 1)) / lanes) - Math.floor((kills * i) / lanes);
        const given = await filledIn(place, mine * 12 + 100);
        const fired = await underFire({ ...place, city: writeCity(join(data, 'city')) }, given, { kills: mine, minutes, tell: (line) => tell(`${kind} ${i + 1}: ${line}`) });
        return { ...fired, ...(await damageOf(place, fired.acknowledged)) };
      }),
    );
    const all = (count: (lane: (typeof done)[number]) => number) => done.reduce((sum, lane) => sum + count(lane), 0);
    const damage = { lost: all((l) => l.lost), twice: all((l) => l.twice), torn: all((l) => l.torn) };
    tell(
      `${kind}: ${all((l) => l.kills)} kills (${all((l) => l.whileStarting)} before the server answered), ${all((l) => l.acknowledged.size)} acknowledged, lost ${damage.lost}, twice ${damage.twice}, torn ${damage.torn}; ${lanes} lanes, a start ${Math.round(all((l) => l.start) / lanes)} ms, ${Math.max(...done.map((l) => l.seconds))} s`,
    );
    expect(damage).toEqual({ lost: 0, twice: 0, torn: 0 });
    expect(all((l) => l.kills)).toBe(kills);
  } finally {
    await server?.stop();
    for (const data of folders) removeData(data);
  }
});

/** Bundled before, and its machine code kept, so that every start after it is an ordinary one. */
async function startedOnce(): Promise<void> {
  const served = await serve();
  await served.stop();
  removeData(served.data);
}

async function newDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
