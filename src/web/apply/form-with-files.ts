/**
 * A form with files, read as it comes: text fields in memory, files straight to disk, never a whole one in memory. Whoever reads one calls `done` at the end,
 * which clears away what was not kept.
 */
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Incoming } from '../../app/ports/files';
import type { Product } from '../../app/product';
import { type Form, formOf } from './form';

export type SentFile = { name: string; incoming: Incoming | 'too-large' };
export type FormWithFiles = Pick<Form, 'text' | 'all' | 'version'> & { sent(name: string): SentFile | null; done(): Promise<void> };

const limits = { fieldNameSize: 200, fieldSize: 64 * 1024, fields: 200, files: 20, parts: 220, headerPairs: 20, headerSize: 8 * 1024 };

/** @param most bytes of one file. @throws HTTPException 400 */
export async function formWithFiles(c: Context, product: Product, most: number): Promise<FormWithFiles> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return { ...(await formOf(c)), sent: () => null, done: async () => {} };
  const store = await product.files();
  const fields: [string, string][] = [];
  const files = new Map<string, SentFile>();
  const taking: Promise<void>[] = [];
  const streams: Readable[] = [];
  const done = async () => {
    await Promise.allSettled(taking);
    for (const { incoming } of files.values()) if (incoming !== 'too-large') await incoming.drop();
  };
  try {
    const busboy = parser(type);
    busboy.on('field', (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut) busboy.destroy(new Error('a field that is too long'));
      else fields.push([name, value]);
    });
    busboy.on('file', (field, stream, name) => {
      const take = async () => {
        // A file that is too large is let past: the fields behind it still count.
        const incoming = await store.receive(stream.iterator({ destroyOnReturn: false }), most);
        stream.resume();
        if (name || incoming === 'too-large' || incoming.size > 0) files.set(field, { name: name ?? '', incoming });
        else await incoming.drop();
      };
      // Who takes it hears of an error by the stream itself; one that nobody reads any more must not end the process.
      stream.on('error', () => {});
      streams.push(stream);
      const taken = take();
      taken.catch(() => {});
      taking.push(taken);
    });
    for (const event of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) busboy.on(event, () => busboy.destroy(new Error(event)));
    const body = Readable.fromWeb((c.req.raw.body ?? new Blob([]).stream()) as ReadableStream);
    body.on('error', (error) => busboy.destroy(error));
    body.pipe(busboy);
    await finished(busboy);
    await Promise.all(taking);
  } catch {
    for (const stream of streams) stream.destroy(new Error('the form was cut off'));
    await done();
    throw new HTTPException(400);
  }
  const all = (name: string) => fields.filter(([n]) => n === name).map(([, value]) => value);
  const text = (name: string) => all(name).at(-1) ?? '';
  return { all, text, sent: (name) => files.get(name) ?? null, version: /^\d{1,9}$/.test(text('version')) ? Number(text('version')) : Number.NaN, done };
}

function parser(type: string) {
  return new Busboy({ headers: { 'content-type': type } as BusboyHeaders, limits });
}
