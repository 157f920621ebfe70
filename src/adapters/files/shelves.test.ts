/** One contract for files wherever they are kept; and what belongs to S3 alone. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../app/ports/files';
import { DamagedFile, openFiles, s3Settings, s3Shelf } from './index';
import { type Double, s3Double } from './testing/s3-double';

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a/secret+key', region: 'cn-north-1' };
let root = '';
let double: Double;
const s3 = (change = {}) => s3Shelf({ ...keys, endpoint: double.url, bucket: 'papers', prefix: '/yijian/', ...change });
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yijian-shelves-'));
  double = await s3Double(keys);
});
afterAll(async () => {
  double.close();
  await rm(root, { recursive: true });
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
async function* stream(...pieces: Uint8Array[]) {
  yield* pieces;
}
const all = async (bytes: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
};
const left = (name: string) => readdir(join(root, name)).catch(() => []);

describe.each([
  ['disk', () => openFiles(join(root, 'disk')), 'disk'],
  ['S3', () => openFiles(join(root, 's3'), s3()), 's3'],
])('files on %s', (_, open, name) => {
  const files = (): Files => open();

  it('come in as a stream, are told by their first bytes, and are kept under their hash', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(300_000, '件')]);
    const got = await files().receive(stream(bytes.subarray(0, 5), bytes.subarray(5, 200_000), bytes.subarray(200_000)), bytes.length);
    if (got === 'too-large') return expect.fail();
    expect([got.sha256, got.size, Buffer.from(got.head.subarray(0, 9)).toString()]).toEqual([sha256(bytes), bytes.length, '%PDF-1.7 ']);
    expect((await all(got.bytes())).equals(bytes)).toBe(true);
    expect(await files().open(got.sha256)).toBeNull();
    await got.keep();
    await got.drop();
    const kept = await files().open(got.sha256);
    expect(kept!.size).toBe(bytes.length);
    expect((await all(kept!.bytes)).equals(bytes)).toBe(true);
    expect(await files().put(bytes)).toEqual({ sha256: got.sha256, size: bytes.length });
    expect(bytes.equals((await files().get(got.sha256))!)).toBe(true);
    expect(await left(`${name}-incoming`)).toEqual([]);
  });

  it('that are too large are stopped on the way, and leave nothing', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given++;
        yield Buffer.alloc(1000);
      }
    }
    expect(await files().receive(endless(), 2500)).toBe('too-large');
    expect(given).toBe(3);
    expect(await left(`${name}-incoming`)).toEqual([]);
  });

  it('whose sender goes away leave nothing', async () => {
    async function* broken() {
      yield Buffer.alloc(10);
      throw new Error('gone');
    }
    await expect(files().receive(broken(), 100)).rejects.toThrow('gone');
    expect(await left(`${name}-incoming`)).toEqual([]);
  });

  it('that are dropped or set aside are not kept', async () => {
    for (const [how, text] of [
      ['drop', 'dropped'],
      ['setAside', 'harmful'],
    ] as const) {
      const got = await files().receive(stream(Buffer.from(text)), 100);
      if (got === 'too-large') return expect.fail();
      await got[how]();
      await got.keep();
      expect(await files().open(got.sha256)).toBeNull();
    }
    expect(await left(`${name}-incoming`)).toEqual([]);
    expect(await readFile(join(root, `${name}-quarantine`, sha256(Buffer.from('harmful'))), 'utf8')).toBe('harmful');
  });

  it('that were changed where they are kept never come out whole', async () => {
    const bytes = Buffer.alloc(200_000, 'x');
    const { sha256: hash } = await files().put(bytes);
    const changed = Buffer.from(bytes);
    changed[199_999] = 0;
    if (name === 's3') for (const [k, v] of double.objects) v.equals(bytes) && double.objects.set(k, changed);
    else await writeFile(join(root, 'disk', hash.slice(0, 2), hash.slice(2)), changed);
    const { bytes: out } = (await files().open(hash))!;
    let came = 0;
    await expect(
      (async () => {
        for await (const piece of out) came += piece.length;
      })(),
    ).rejects.toThrow(DamagedFile);
    expect(came).toBeLessThan(bytes.length);
  });

  it('are kept when empty, and asked for only by their hash', async () => {
    const { sha256: hash } = await files().put(new Uint8Array());
    expect(await files().get(hash)).toHaveLength(0);
    expect(await files().open(`../${hash}`)).toBeNull();
  });
});

describe('S3', () => {
  it('was signed right every time, and holds what was kept under prefix and hash', async () => {
    const { sha256: hash } = await openFiles(join(root, 's3'), s3()).put(Buffer.from('signed'));
    expect(double.refused).toEqual([]);
    expect(double.objects.get(`/papers/yijian/${hash.slice(0, 2)}/${hash.slice(2)}`)!.toString()).toBe('signed');
  });
  it('that refuses says so without names or keys, and nothing counts as kept', async () => {
    await expect(openFiles(join(root, 's3'), s3({ secretAccessKey: 'wrong' })).put(Buffer.from('refused'))).rejects.toThrow(/^S3 head: HTTP 403$/);
    double.fault = { status: 500 };
    await expect(openFiles(join(root, 's3'), s3()).open('0'.repeat(64))).rejects.toThrow(/^S3 get: HTTP 500$/);
    double.fault = null;
  });
  it('settings come whole or are refused by name', () => {
    const env = { YIJIAN_S3_ENDPOINT: 'https://s3', YIJIAN_S3_BUCKET: 'b', YIJIAN_S3_ACCESS_KEY: 'k', YIJIAN_S3_SECRET_KEY: 's' };
    expect(s3Settings({})).toBeNull();
    expect(s3Settings(env)).toEqual({ endpoint: 'https://s3', bucket: 'b', region: 'us-east-1', accessKeyId: 'k', secretAccessKey: 's' });
    expect(() => s3Settings({ ...env, YIJIAN_S3_SECRET_KEY: '' })).toThrow(expect.objectContaining({ setting: 'YIJIAN_S3_SECRET_KEY' }));
    expect(() => s3Settings({ ...env, YIJIAN_S3_ENDPOINT: 's3' })).toThrow(expect.objectContaining({ setting: 'YIJIAN_S3_ENDPOINT' }));
  });
});
