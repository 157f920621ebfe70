/**
 * What the machine underneath may do: the database crashes and starts again in the middle of commands, the disk is slow, the disk is full. Stated behaviour:
 * whoever was told "done" finds the case there once; whoever was told nothing may ask again with the same key; the message says what to do.
 * The disk-full proof mounts a small file system and needs root: YIJIAN_DISK_FULL=1 (`npm run prove adversity`).
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Store } from '../../app/ports/store';
import { StoreUnavailable } from '../../app/ports/store-unavailable';
import { openStore } from './index';
import { openPostgres } from './postgres';
import { findPostgres, startPostgres } from './testing/postgres-server';
import { submission } from './testing/sample';
import { verifyLog } from './verify-log';

vi.setConfig({ testTimeout: 120_000 });

const there = async (store: Store, numbers: readonly string[]) => {
  for (const number of numbers) expect(await store.caseByNumber(number), number).not.toBeNull();
};

describe.skipIf(!findPostgres())('PostgreSQL', () => {
  it('crashed and started again in the middle of commands: clients wait it out, nothing is lost or twice', async () => {
    const server = (await startPostgres({ durable: true }))!;
    const { store, sql } = await openPostgres(server.url);
    const commands = Array.from({ length: 600 }, () => submission());
    const left = [...commands];
    let restarting = true;
    const crashes = (async () => {
      for (let i = 0; i < 3; i++) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await server.restart();
      }
      restarting = false;
    })();
    const kinds = new Set<string>();
    const client = async () => {
      // The crashes must fall among the commands.
      for (let c = left.pop(); c; c = restarting && left.length === 0 ? submission() : left.pop()) kinds.add((await store.submit(c)).kind);
    };
    await Promise.all([...Array.from({ length: 8 }, client), crashes]);
    expect([...kinds].every((k) => k === 'done' || k === 'repeated')).toBe(true);
    await there(
      store,
      commands.map((c) => c.case.number),
    );
    const { broken, cases } = await verifyLog(sql);
    expect({ broken, all: cases >= commands.length }).toEqual({ broken: [], all: true });
    await store.close();
    await server.stop();
  });

  it('on a disk that takes 0.1 s for each commit: commands share commits and all are there', async () => {
    const server = (await startPostgres({ durable: true, settings: { commit_delay: '100000', commit_siblings: '0' } }))!;
    const { store, sql } = await openPostgres(server.url);
    const commands = Array.from({ length: 128 }, () => submission());
    const began = performance.now();
    await Promise.all(commands.map((c) => store.submit(c)));
    expect(performance.now() - began).toBeLessThan(128 * 100 * 0.5);
    await there(
      store,
      commands.map((c) => c.case.number),
    );
    expect((await verifyLog(sql)).broken).toEqual([]);
    await store.close();
    await server.stop();
  });
});

describe.skipIf(process.env.YIJIAN_DISK_FULL !== '1')('a full disk', () => {
  it('embedded: says so, loses nothing acknowledged, and goes on once there is room and a new start', async () => {
    const root = await mkdtemp(join(tmpdir(), 'yijian-full-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', root]);
    const data = join(root, 'data');
    try {
      await writeFile(join(root, 'ballast'), Buffer.alloc(8_000_000));
      const { store } = await openStore({ data });
      const acknowledged: string[] = [];
      const answers = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`x.y${i}`, Array.from({ length: 40 }, () => Math.random().toString(36).slice(2)).join('')]));
      let error: unknown = null;
      while (!error) {
        const c = submission({ answers });
        error = await store.submit(c).then(
          () => void acknowledged.push(c.case.number),
          (e) => e,
        );
      }
      expect(error).toBeInstanceOf(StoreUnavailable);
      console.log(`${acknowledged.length} acknowledged, then: ${(error as StoreUnavailable).reason}: ${(error as Error).message}`);
      await Promise.race([store.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5000))]);
      await rm(join(root, 'ballast'));
      const again = await openStore({ data });
      await there(again.store, acknowledged);
      expect((await again.verifyLog()).broken).toEqual([]);
      expect((await again.store.submit(submission())).kind).toBe('done');
      await again.store.close();
    } finally {
      execFileSync('umount', ['-l', root]);
      await rm(root, { recursive: true, force: true });
    }
  });

  it.skipIf(!findPostgres())('PostgreSQL: says so, loses nothing acknowledged, and goes on once there is room', async () => {
    const root = await mkdtemp(join(tmpdir(), 'yijian-full-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m,mode=777', 'tmpfs', root]);
    const server = (await startPostgres({ durable: true }))!;
    try {
      const { store, sql } = await openPostgres(server.url);
      await mkdir(join(root, 'space'), { mode: 0o777 });
      execFileSync('chown', ['-R', 'postgres', root]);
      await writeFile(join(root, 'ballast'), Buffer.alloc(30_000_000));
      await sql.asOwner((run) => run(`create tablespace small location '${join(root, 'space')}'`));
      await sql.asOwner((run) => run('alter table event_default set tablespace small'));
      const answers = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`x.y${i}`, Array.from({ length: 40 }, () => Math.random().toString(36).slice(2)).join('')]));
      const acknowledged: string[] = [];
      let error: unknown = null;
      while (!error) {
        const c = submission({ answers });
        error = await store.submit(c).then(
          () => void acknowledged.push(c.case.number),
          (e) => e,
        );
      }
      expect(error).toMatchObject({ name: 'StoreUnavailable', reason: 'disk-full' });
      await there(store, acknowledged); // reading goes on
      await rm(join(root, 'ballast'));
      expect((await store.submit(submission({ answers }))).kind).toBe('done');
      await there(store, acknowledged);
      expect((await verifyLog(sql)).broken).toEqual([]);
      await store.close();
    } finally {
      await server.stop();
      execFileSync('umount', ['-l', root]);
      await rm(root, { recursive: true, force: true });
    }
  });
});
