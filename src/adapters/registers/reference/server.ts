/**
 * The reference register: what an authority's own register would run, in the small. It stands alone – its own process, its own records, its own
 * usage log – so that reading a register is a real exchange in the demonstration and in the tests. Loopback only.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, type ServerType, serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { type Key, type ReadAnswer, type ReadRequest, readRequest, type RelatedAnswer, relatedRequest, type Usage } from '../wire';
import { type Book, keyText } from './book';
import { disturb, distort, type Fault, isFault } from './faults';

export type ReferenceOptions = {
  books: Book[];
  /** Bearer token, shared with the one reader. */
  token: string;
  now: () => Date;
  /** Faults fixed for a key's value; the header `x-fault` goes before them. */
  faults?: Map<string, Fault>;
  /** How slow `slow` is, in milliseconds. */
  slowMs?: number;
};
type Env = { Bindings: HttpBindings };

const usageKept = 10_000;

/** @returns the port on 127.0.0.1, the usage so far (newest first) and a way to stop */
export async function listen(options: ReferenceOptions & { port?: number }): Promise<{ port: number; usage: (register: string) => Usage[]; close: () => Promise<void> }> {
  const { app, usage } = referenceRegister(options);
  const server: ServerType = await new Promise((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port ?? 0 }, () => resolve(starting));
    starting.once('error', reject);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, usage, close };
}

export function referenceRegister(options: ReferenceOptions): { app: Hono<Env>; usage: (register: string) => Usage[] } {
  const books = new Map(options.books.map((b) => [b.id, b]));
  const log = new Map<string, Usage[]>(options.books.map((b) => [b.id, []]));
  const turns = new Map<string, number>();
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    if (!sameSecret(c.req.header('authorization') ?? '', `Bearer ${options.token}`)) return c.json({ error: 'unauthorized' }, 401);
    await next();
  });
  app.use(bodyLimit({ maxSize: 64 * 1024 }));
  app.onError((_, c) => c.json({ error: 'internal' }, 500));

  const note = (register: string, entry: Usage) => {
    const entries = log.get(register)!;
    entries.unshift(entry);
    entries.length = Math.min(entries.length, usageKept);
  };
  const disturbed = async (c: Context<Env>, fault: Fault, key: Key) => {
    const turn = turns.get(keyText(key)) ?? 0;
    turns.set(keyText(key), turn + 1);
    return disturb(fault, c.env, turn, options.slowMs ?? 800);
  };

  app.post('/:register/read', async (c) => {
    const book = books.get(c.req.param('register'));
    const request = v.safeParse(readRequest, await c.req.json().catch(() => null));
    if (!book) return c.json({ error: 'unknown register' }, 404);
    if (!request.success) return c.json({ error: 'bad request' }, 400);
    const fault = faultFor(c, request.output.key, options);
    const answer = distort(fault, look(book, request.output), request.output, book, options.now());
    note(book.id, { at: options.now().toISOString(), what: 'read', ...request.output, state: answer.state });
    const instead = await disturbed(c, fault, request.output.key);
    if (instead === 'gone') return RESPONSE_ALREADY_SENT;
    return instead ?? c.json(answer);
  });

  app.post('/:register/related', async (c) => {
    const book = books.get(c.req.param('register'));
    const request = v.safeParse(relatedRequest, await c.req.json().catch(() => null));
    if (!book) return c.json({ error: 'unknown register' }, 404);
    if (!request.success) return c.json({ error: 'bad request' }, 400);
    const fault = faultFor(c, request.output.key, options);
    const answer = relatives(book, request.output.key, fault);
    note(book.id, { at: options.now().toISOString(), what: 'related', ...request.output, data: [], evidence: [], state: answer.state });
    const instead = await disturbed(c, fault, request.output.key);
    if (instead === 'gone') return RESPONSE_ALREADY_SENT;
    return instead ?? c.json(answer);
  });

  app.get('/:register/usage', (c) => {
    const entries = log.get(c.req.param('register'));
    if (!entries) return c.json({ error: 'unknown register' }, 404);
    const offset = Math.max(0, Number(c.req.query('offset')) || 0);
    return c.json({ usage: entries.slice(offset, offset + 100) });
  });

  return { app, usage: (register) => log.get(register) ?? [] };
}

/** Only what was asked for, and only what the record has. */
function look(book: Book, request: ReadRequest): ReadAnswer {
  const entry = book.entries.get(keyText(request.key));
  if (!entry) return { state: 'none' };
  return {
    state: 'found',
    about: entry.about,
    data: Object.fromEntries(Object.entries(entry.data).filter(([datum]) => request.data.includes(datum))),
    evidence: entry.evidence.filter((e) => request.evidence.includes(e)),
    asOf: entry.asOf,
  };
}

function relatives(book: Book, key: Key, fault: Fault): RelatedAnswer {
  if (fault === 'wrong-subject') for (const [text, other] of book.related) if (text !== keyText(key) && other.related.length) return { state: 'found', ...other };
  if (fault === 'none' || fault === 'multiple') return { state: fault };
  if (fault === 'denied') return { state: 'denied', reason: '本数据不予共享（示例）' };
  const found = book.related.get(keyText(key));
  return found ? { state: 'found', ...found } : { state: 'none' };
}

function faultFor(c: Context<Env>, key: Key, options: ReferenceOptions): Fault {
  const asked = c.req.header('x-fault');
  return isFault(asked) ? asked : (options.faults?.get(key.value) ?? 'ok');
}

const digest = (s: string) => createHash('sha256').update(s).digest();
const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
