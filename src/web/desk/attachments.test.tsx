/** A file on its way from the applicant to the clerk: scanned, held while the scanner cannot say, refused when harmful, shown small as a picture made anew. */
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { round } from '../../app/jobs/run';
import { topics, worksOf } from '../../app/jobs/works';
import type { Verdict } from '../../app/ports/scanner';
import { openTown, type Town } from '../testing/town';

let town: Town;
let jpeg: Buffer;
let verdict: Verdict = 'clean';
let clerk = '';
beforeAll(async () => {
  town = await openTown();
  jpeg = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#0a5' } })
    .jpeg()
    .toBuffer();
  clerk = await town.clerk('maternity-hospital');
});
afterAll(() => town.close());
beforeEach(() => {
  verdict = 'clean';
  town.product.scanner = {
    scan: async (bytes) => {
      for await (const _ of bytes);
      return verdict;
    },
  };
});

/** Each its own bytes: a file is known by them. */
let n = 0;
const filed = (bytes: Buffer = jpeg) => town.file('newborn', 'typical', { upload: { name: `照片${++n}.jpg`, bytes: Buffer.concat([bytes, Buffer.from(`${n}`)]) } });
const get = (path: string) => town.app.request(path, { headers: { cookie: clerk } });
const stepWithFile = async (number: string) => {
  const html = await (await get(`/desk/${number}/birth-certificate`)).text();
  return { html, sha256: /view\/([0-9a-f]{64})/.exec(html)?.[1] };
};
const scanJobs = async () => {
  const { scan } = worksOf(town.product, { anchor: async () => null, partitionsAhead: async () => [] });
  while ((await round({ works: { scan: scan! }, topics, store: town.product.store, now: town.product.now, chance: () => 0, alarm: () => {} })) > 0);
};

it('a clean one opens as it was, and is shown small as another picture', async () => {
  const number = await filed();
  const { sha256 } = await stepWithFile(number);
  const whole = await get(`/desk/${number}/birth-certificate/files/${sha256}`);
  expect(
    Buffer.from(await whole.arrayBuffer())
      .subarray(0, jpeg.length)
      .equals(jpeg),
  ).toBe(true);
  expect(whole.headers.get('content-length')).toBe(`${jpeg.length + 1}`);
  const small = await get(`/desk/${number}/birth-certificate/files/${sha256}/small`);
  expect([small.status, small.headers.get('content-type'), small.headers.get('x-content-type-options')]).toEqual([200, 'image/webp', 'nosniff']);
  expect(small.headers.get('content-security-policy')).toContain('sandbox');
  expect(
    Buffer.from(await small.arrayBuffer())
      .subarray(8, 12)
      .toString(),
  ).toBe('WEBP');
  const other = await town.clerk('civil-affairs');
  expect((await town.app.request(`/desk/${number}/birth-certificate/files/${sha256}/small`, { headers: { cookie: other } })).status).toBe(404);
});

it('one that the scanner cannot judge now is held, says so, and opens when a later scan clears it', async () => {
  verdict = { unable: 'clamd went away' };
  const number = await filed();
  const { html, sha256 } = await stepWithFile(number);
  expect(html).toContain('正在检查是否安全');
  expect(sha256).toBeUndefined();
  verdict = 'clean';
  await scanJobs();
  const now = await stepWithFile(number);
  expect(now.html).not.toContain('正在检查是否安全');
  expect((await get(`/desk/${number}/birth-certificate/files/${now.sha256}`)).status).toBe(200);
});

it('one found harmful later is never opened', async () => {
  verdict = { unable: 'clamd went away' };
  const number = await filed();
  verdict = { found: 'Eicar-Test-Signature' };
  await scanJobs();
  const { html, sha256 } = await stepWithFile(number);
  expect(html).toContain('发现有害内容');
  expect(sha256).toBeUndefined();
});

it('a harmful one is refused, set aside, and not kept', async () => {
  verdict = { found: 'Eicar-Test-Signature' };
  await expect(filed()).rejects.toThrow('harmful');
});

it('one that only looks like a picture has no small one, and no harm comes of it', async () => {
  const number = await filed(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>alert(1)</script>')]));
  const { sha256 } = await stepWithFile(number);
  expect((await get(`/desk/${number}/birth-certificate/files/${sha256}/small`)).status).toBe(404);
});
