/**
 * A power cut, simulated: the store writes to a file system that lies in a file; at some moment the writer is stopped and that file copied – it holds what had
 * reached the disk and nothing that still waited in memory. Every second time the writer was killed and started anew before, so that the cut meets a store that
 * recovered with the files it took for synced. Every acknowledged case must be in the copy. With the fsync taken out of
 * thread.ts all of them are lost, so the test can tell. Needs root, a loop device and mkfs.ext4: runs with YIJIAN_POWER_CUT=N, the number of cuts.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { openStore } from '../index';
import { defaultCache } from './template';

const cuts = Number(process.env.YIJIAN_POWER_CUT ?? 0);

describe.skipIf(cuts === 0)('a power cut', () => {
  it(`loses no submission that was acknowledged, ${cuts} times`, { timeout: 900_000 }, async () => {
    const program = join(defaultCache(), `power-cut-${process.pid}.mjs`);
    const entry = fileURLToPath(new URL('../testing/writer.ts', import.meta.url));
    await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' });
    try {
      for (let cut = 0; cut < cuts; cut++) await cutOnce(program, 30 + (cut % 4) * 45, cut % 2 === 1);
    } finally {
      await rm(program, { force: true });
    }
  });
});

async function cutOnce(program: string, after: number, killedBefore: boolean): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'yijian-power-'));
  const [before, copy, mount] = ['before.img', 'copy.img', 'mount'].map((n) => join(root, n)) as [string, string, string];
  const run = (file: string, ...args: string[]) => execFileSync(file, args, { stdio: 'pipe' });
  await mkdir(mount);
  run('truncate', '-s', '500M', before);
  run('mkfs.ext4', '-q', '-F', before);
  run('mount', '-o', 'loop', before, mount);
  const start = () => spawn(process.execPath, [program, join(mount, 'data'), '4'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const numbers = async (child: ReturnType<typeof start>, lines: number): Promise<string[]> => {
    let said = '';
    for await (const chunk of child.stdout!.setEncoding('utf8')) if ((said += chunk).split('\n').length > lines) break;
    return said.split('\n').slice(1, -1);
  };
  let child = start();
  try {
    const acknowledged: string[] = [];
    if (killedBefore) {
      acknowledged.push(...(await numbers(child, after)));
      child.kill('SIGKILL');
      await once(child, 'exit');
      child = start();
    }
    acknowledged.push(...(await numbers(child, after)));
    child.kill('SIGSTOP');
    run('cp', '--sparse=always', before, copy);
    child.kill('SIGKILL');
    await once(child, 'exit');
    run('umount', mount);
    run('mount', '-o', 'loop', copy, mount);
    const { store, verifyLog } = await openStore({ data: join(mount, 'data') });
    expect(acknowledged.length).toBeGreaterThan(20);
    for (const number of acknowledged) expect(await store.caseByNumber(number), number).not.toBeNull();
    expect((await verifyLog()).broken).toEqual([]);
    await store.close();
  } finally {
    child.kill('SIGKILL');
    run('umount', mount);
    await rm(root, { recursive: true });
  }
}
