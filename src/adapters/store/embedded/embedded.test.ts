/** Opening a directory: who may, what is there, and what a killed process leaves behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../index';
import { openEmbedded } from '../pglite';
import { submission } from '../testing/sample';
import { takeLock } from './lock';
import { defaultCache } from './template';

// Twenty seconds on a quiet machine; patient on a busy one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let root = '';
const program = join(defaultCache(), `writer-${process.pid}.mjs`);
const fresh = () => mkdtemp(join(root, 'data-'));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yijian-embedded-'));
  await mkdir(dirname(program), { recursive: true });
  const writer = fileURLToPath(new URL('../testing/writer.ts', import.meta.url));
  await build({ entryPoints: [writer], outfile: program, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' });
});
afterAll(async () => {
  await rm(program, { force: true });
  await rm(root, { recursive: true });
});

/** Starts the writer; its lines come as it says them. */
function write(data: string, writers = 4) {
  const child: ChildProcess = spawn(process.execPath, [program, data, String(writers)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const heard = new Map<number, () => void>();
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    for (const [lines, tell] of heard) if (said.split('\n').length > lines) tell();
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    lines: (n: number) =>
      Promise.race([new Promise<void>((resolve) => (said.split('\n').length > n ? resolve() : heard.set(n, resolve))), ended.then(() => Promise.reject(new Error('the writer ended by itself')))]),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      return said.split('\n').slice(1, -1);
    },
  };
}

describe('kill -9', () => {
  it('loses no submission that was acknowledged, ten times on one directory', async () => {
    const data = await fresh();
    const acknowledged: string[] = [];
    for (let round = 0; round < 10; round++) {
      const child = write(data);
      await child.lines(2 + round * 7);
      acknowledged.push(...(await child.kill()));
    }
    expect(acknowledged.length).toBeGreaterThan(200);
    const { store, verifyLog } = await openStore({ data });
    for (const number of acknowledged) expect(await store.caseByNumber(number), number).not.toBeNull();
    const { broken, cases } = await verifyLog();
    expect({ broken, all: cases >= acknowledged.length }).toEqual({ broken: [], all: true });
    await store.close();
  });
});

describe('the lock', () => {
  it('is held by a living process and taken from a dead one', async () => {
    const data = await fresh();
    const child = write(data, 1);
    await child.lines(1);
    const began = performance.now();
    await expect(openStore({ data })).rejects.toMatchObject({ code: 'locked', about: expect.stringContaining('pid') });
    expect(performance.now() - began).toBeLessThan(2000);
    await child.kill();
    await writeFile(join(data, 'pg', 'postmaster.pid'), ''); // what a power cut can leave
    await (await openStore({ data })).store.close();
    expect(await readdir(data)).not.toContain('lock');
  });

  const lockFile = async (content: string, age = 0) => {
    const path = join(await fresh(), 'lock');
    await writeFile(path, content);
    await utimes(path, new Date(), new Date(Date.now() - age * 1000));
    return path;
  };
  const mine = async () => {
    const path = join(await fresh(), 'lock');
    const lock = await takeLock(path);
    const content = JSON.parse(await readFile(path, 'utf8'));
    await lock.release();
    return content;
  };

  it('is not held by a number that another process has now', async () => {
    const lock = await takeLock(await lockFile(JSON.stringify({ ...(await mine()), started: '1' })));
    await lock.release();
  });

  it.each([
    ['of another container', { world: 'another boot pid:[1]' }],
    ['that nobody can read', null],
  ])('%s is held while its heart beats', async (_, change) => {
    const content = change ? JSON.stringify({ ...(await mine()), ...change }) : '';
    await expect(takeLock(await lockFile(content, 5))).rejects.toMatchObject({ code: 'locked' });
    await (await takeLock(await lockFile(content, 60))).release();
  });

  it('goes to one of many that find it stale at once', async () => {
    for (let round = 0; round < 10; round++) {
      const path = await lockFile(JSON.stringify({ ...(await mine()), started: '1' }));
      const all = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(path)));
      const held = all.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
      expect(held).toHaveLength(1);
      await held[0]!.release();
    }
  });
});

describe('opening', () => {
  it('is quick from the template and does not hold up the thread that serves pages', async () => {
    await (await openStore({ data: await fresh() })).store.close(); // the template is there now
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    const data = await fresh();
    const began = performance.now();
    const { store } = await openStore({ data });
    const took = performance.now() - began;
    clearInterval(timer);
    expect(took).toBeLessThan(15_000); // about 1.3 s on a quiet machine
    expect(turns).toBeGreaterThan(took / 50);
    await store.close();
  });

  it('lets a program end by itself once it has closed', async () => {
    const data = await fresh();
    await write(data, 0).lines(2);
    expect(await readdir(data)).toEqual(['pg']);
  });

  it('works without a cache, and after a first start that was cut short', async () => {
    const data = await fresh();
    await mkdir(join(data, 'pg.new-1-x'));
    const { store } = await openEmbedded(data, '/proc/no-cache-here');
    expect(await store.submit(submission())).toEqual({ kind: 'done' });
    await store.close();
    expect((await readdir(data)).sort()).toEqual(['pg']);
  });

  it('says what is wrong with the directory, and does not keep it locked', async () => {
    const file = join(await fresh(), 'file');
    await writeFile(file, '');
    await expect(openStore({ data: file })).rejects.toMatchObject({ code: 'directory-not-writable' });
    await expect(openStore({ data: '/proc/yijian' })).rejects.toMatchObject({ code: 'directory-not-writable' });

    const foreign = await fresh();
    await mkdir(join(foreign, 'pg'));
    await writeFile(join(foreign, 'pg', 'PG_VERSION'), '15');
    await expect(openStore({ data: foreign })).rejects.toMatchObject({ code: 'not-yijian', text: { en: expect.stringContaining('not Yijian') } });
    expect((await readdir(foreign)).sort()).toEqual(['pg']);

    const data = await fresh();
    const { sql, store } = await openEmbedded(data);
    await sql.asOwner((run) => run("insert into yijian_migration (n, name, checksum) values (99, 'future', 'x')"));
    await store.close();
    await expect(store.caseByNumber('x')).rejects.toThrow();
    await expect(openStore({ data })).rejects.toMatchObject({ code: 'newer-schema' });
    await writeFile(join(data, 'pg', 'global', 'pg_control'), 'x');
    await expect(openStore({ data })).rejects.toMatchObject({ code: 'damaged' });
    expect(await readdir(data)).not.toContain('lock');
  });
});
