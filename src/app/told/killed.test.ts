/** kill −9 between giving a message over and writing that down: nothing is lost; a gateway that keeps keys delivers it once. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { openStore } from '../../adapters/store';
import { defaultCache } from '../../adapters/store/embedded/template';
import { round } from '../jobs/run';
import { patient } from '../jobs/work';
import type { Product } from '../product';
import { send } from './send';

it('a message given over by a program that died then is given over again with the same key, and once', { timeout: 120_000 }, async () => {
  const root = await mkdtemp(join(tmpdir(), 'yijian-killed-'));
  const program = join(defaultCache(), `doomed-${process.pid}.mjs`);
  await mkdir(dirname(program), { recursive: true });
  const entry = fileURLToPath(new URL('testing/doomed.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', loader: { '.sql': 'text' } });
  try {
    const [data, carried] = [join(root, 'data'), join(root, 'carried')];
    const before = await openStore({ data });
    const at = '2026-11-23T11:00:00+08:00';
    await before.store.saveToldChoice({ person: 'p', language: 'zh', sms: true, email: false, phone: '13800000000', address: null, asked: null });
    await before.store.tell([{ key: 'm', recipient: 'p', kind: 'received', caseNumber: null, says: { what: { zh: '一件', en: 'one' } }, at, ways: ['sms'] }], at);
    await before.store.close();

    expect(spawnSync(process.execPath, [program, data, carried], { stdio: 'inherit' }).signal).toBe('SIGKILL');

    const { store } = await openStore({ data });
    expect((await store.message('m'))!.sendings).toMatchObject([{ state: 'waiting' }]);
    const delivered = new Set((await readFile(carried, 'utf8')).trim().split('\n'));
    const given: string[] = [];
    const clock = { now: new Date('2026-11-23T12:00:30+08:00') };
    const product = {
      store: async () => store,
      now: () => clock.now,
      law: () => ({ city: { offset: '+08:00', name: { zh: '株洲', en: 'Zhuzhou' } } }),
      gateways: { sms: { give: async ({ key }: { key: string }) => given.push(key) && delivered.add(key) && 'sent' } },
    } as unknown as Product;
    const turn = () => round({ works: { send: { ...patient, handle: (job) => send(product, job) } }, topics: [], store: product.store, now: product.now, chance: () => 0, alarm: () => {} });
    expect(await turn()).toBe(0); // the dead program's lease still runs
    clock.now = new Date('2026-11-23T12:02:01+08:00');
    expect(await turn()).toBe(1);
    expect([given, [...delivered]]).toEqual([['sms m'], ['sms m']]);
    expect((await store.message('m'))!.sendings).toMatchObject([{ state: 'sent' }]);
    clock.now = new Date('2026-11-24T12:00:00+08:00');
    expect(await turn()).toBe(0);
    await store.close();
  } finally {
    await rm(program, { force: true });
    await rm(root, { recursive: true, force: true });
  }
});
