/**
 * kill −9: whatever the moment, an acknowledged application is there once, none is there twice, none is half there. A few times here; `npm run prove kill [N]
 * [embedded|postgresql]` kills N times (1,000), each store for at most YIJIAN_KILL_MINUTES (60), and says how far it is.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../src/adapters/store';
import { startPostgres } from '../src/adapters/store/testing/postgres-server';
import { rowsOf } from '../src/app/rows';
import { emptyData, removeData, root } from './serve';
import { filledIn, type Place, underFire, writeCity } from './under-fire';

const kills = Number(process.env['YIJIAN_KILLS'] ?? 5);
const minutes = Number(process.env['YIJIAN_KILL_MINUTES'] ?? 60);
const only = process.env['YIJIAN_KILL_STORE'];
const stores = ['embedded', 'postgresql'].filter((s) => only === undefined || only === s);

const tell = (line: string) => void process.stderr.write(`${line}\n`);

test.each(stores)(`kill −9, ${kills} times, %s: nothing acknowledged is lost, nothing is twice, nothing is torn`, { timeout: (minutes + 10) * 60_000 }, async (kind) => {
  const data = emptyData();
  const server = kind === 'postgresql' ? await startPostgres({ durable: true }) : null;
  if (kind === 'postgresql' && !server) return expect(process.env['CI']).not.toBe('true');
  try {
    const place: Place = { data, ...(server && { database: server.url }) };
    // Bundled before, so that no start has to.
    spawnSync(process.execPath, [join(root, 'bin', 'yijian.mjs'), 'help'], { cwd: root });
    const given = await filledIn(place, kills * 15 + 100);
    const { acknowledged, ...fired } = await underFire({ ...place, city: writeCity(join(data, 'city')) }, given, { kills, minutes, tell: (line) => tell(`${kind}: ${line}`) });

    const { store, verifyLog } = await openStore(place);
    let lost = 0;
    for (const number of acknowledged.values()) if (!(await store.caseByNumber(number))) lost++;
    const audit = await verifyLog({ rows: rowsOf });
    await store.close();
    const numbers = new Set(acknowledged.values());
    tell(
      `${kind}: ${fired.kills} kills (${fired.whileStarting} before the server answered), ${acknowledged.size} acknowledged, lost ${lost}, twice ${audit.cases - acknowledged.size + lost}, torn ${audit.broken.length}, ${fired.seconds} s`,
    );
    expect({ lost, cases: audit.cases, numbers: numbers.size, broken: audit.broken }).toEqual({ lost: 0, cases: acknowledged.size, numbers: acknowledged.size, broken: [] });
    expect(fired.kills).toBe(kills);
  } finally {
    await server?.stop();
    removeData(data);
  }
});
