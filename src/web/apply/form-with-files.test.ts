/** Forms with files as browsers, and others, send them. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFiles } from '../../adapters/files';
import type { Product } from '../../app/product';
import { formWithFiles } from './form-with-files';

let root = '';
let app: Hono;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yijian-forms-'));
  const files = openFiles(join(root, 'files'));
  const product = { files: async () => files } as unknown as Product;
  app = new Hono();
  app.post('/', async (c) => {
    const form = await formWithFiles(c, product, 1000);
    const file = form.sent('file');
    const answer = { text: form.text('piece'), all: form.all('paper'), version: form.version, name: file?.name, size: file && (file.incoming === 'too-large' ? 'too-large' : file.incoming.size) };
    await form.done();
    return c.json(answer);
  });
});
afterAll(() => rm(root, { recursive: true }));

const left = () => readdir(join(root, 'files-incoming')).catch(() => []);
const post = async (body: BodyInit, headers: Record<string, string> = {}) => {
  const answer = await app.request('/', { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) } as RequestInit);
  return [answer.status, answer.status === 200 ? await answer.json() : null];
};
const form = (size: number, more: [string, string][] = []) => {
  const data = new FormData();
  data.append('version', '7');
  if (size >= 0) data.append('file', new File(['x'.repeat(size)], '结婚证 1.jpg'));
  for (const [name, value] of more) data.append(name, value);
  return data;
};

it('reads fields and a file, whatever their order, and leaves nothing of what was not kept', async () => {
  const answer = { text: 'marriage@mother', all: ['a', 'b'], version: 7, name: '结婚证 1.jpg', size: 1000 };
  expect(
    await post(
      form(1000, [
        ['piece', 'marriage@mother'],
        ['paper', 'a'],
        ['paper', 'b'],
      ]),
    ),
  ).toEqual([200, answer]);
  expect(await left()).toEqual([]);
});

it('lets a file that is too large past, and still reads the fields behind it', async () => {
  for (const size of [1001, 3_000_000]) expect(await post(form(size, [['piece', 'p']]))).toMatchObject([200, { text: 'p', size: 'too-large' }]);
  expect(await left()).toEqual([]);
});

it('takes a form without files, and a file box left empty, as no file', async () => {
  expect(await post(new URLSearchParams({ piece: 'p', version: '3' }))).toMatchObject([200, { text: 'p', version: 3, size: null }]);
  const empty = form(-1);
  empty.append('file', new File([], ''));
  expect(await post(empty)).toMatchObject([200, { size: null }]);
});

it('answers what it cannot read with 400, and leaves nothing', async () => {
  const type = 'multipart/form-data; boundary=b';
  const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nxxxx';
  const cut = new ReadableStream({
    pull(c) {
      c.enqueue(new TextEncoder().encode(part));
      c.error(new Error('gone'));
    },
  });
  expect(await post(part, { 'content-type': type })).toEqual([400, null]);
  expect(await post(cut, { 'content-type': type })).toEqual([400, null]);
  expect(await post('x', { 'content-type': 'multipart/form-data' })).toEqual([400, null]);
  expect(await post('x', { 'content-type': 'text/plain' })).toEqual([400, null]);
  expect(
    await post(
      form(
        -1,
        Array.from({ length: 300 }, (_, i): [string, string] => [`f${i}`, '']),
      ),
    ),
    'too many fields',
  ).toEqual([400, null]);
  expect(await left()).toEqual([]);
});
