import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DamagedFile, openFiles } from './files';

describe('files handed over', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'yijian-files-'));
  });
  afterAll(() => rm(directory, { recursive: true }));
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

  it('are kept under their SHA-256, once, also when they come many times at once', async () => {
    const files = openFiles(directory);
    const bytes = new TextEncoder().encode('abc');
    const all = await Promise.all(Array.from({ length: 20 }, () => files.put(bytes)));
    expect(new Set(all.map((f) => JSON.stringify(f)))).toEqual(new Set([JSON.stringify({ sha256: abc, size: 3 })]));
    expect(await readdir(join(directory, abc.slice(0, 2)))).toEqual([abc.slice(2)]);
    expect(new Uint8Array((await files.get(abc))!)).toEqual(bytes);
    expect(await files.put(new Uint8Array())).toMatchObject({ size: 0 });
  });

  it('that are not there, or have no such name, are null', async () => {
    const files = openFiles(directory);
    expect(await files.get('0'.repeat(64))).toBeNull();
    expect(await files.get(`../../${abc}`)).toBeNull();
    expect(await files.get(abc.toUpperCase())).toBeNull();
  });

  it('changed on disk are not given out, and half a file is written anew', async () => {
    const files = openFiles(directory);
    const { sha256 } = await files.put(new TextEncoder().encode('contract'));
    const path = join(directory, sha256.slice(0, 2), sha256.slice(2));
    await writeFile(path, 'kontract');
    await expect(files.get(sha256)).rejects.toThrow(DamagedFile);
    await writeFile(path, 'con');
    await files.put(new TextEncoder().encode('contract'));
    expect(await readFile(path, 'utf8')).toBe('contract');
  });
});
