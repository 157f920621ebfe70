/** `/station/api/…`: what a tablet or a counter sends. Opening takes the browser's sign-in; everything else the device's own token. Nothing here is kept by any cache. */
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { arrive } from '../../app/station/arrive';
import { answerCode, askByLogin, askBySms, givenTo } from '../../app/station/consent';
import { parseFiling, sha256Text } from '../../app/station/filing';
import { keepForm, openForm } from '../../app/station/form';
import { endDevice, openDevice, type StationWorker, workerOf, workerWith } from '../../app/station/worker';
import { largestFile } from '../../app/attachments/take';
import type { Product } from '../../app/product';
import type { Env } from '../visit';

type At = { c: Context<Env>; worker: StationWorker; device: string };

const matter = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,80}$/))), v.minLength(1), v.maxLength(20));
const codeAsked = v.strictObject({ matter, phone: v.pipe(v.string(), v.regex(/^[+()\d\s-]{5,25}$/)) });
const loginAsked = v.strictObject({ matter });
const codeGiven = v.strictObject({ code: v.pipe(v.string(), v.maxLength(20)) });
const formKept = v.strictObject({ entry: v.looseObject({ id: v.string(), provisional: v.string() }) });

export const stationApi = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.use('/station/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  const bad = (c: Context) => c.json({ wrong: 'malformed' }, 400);
  const body = async <S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S> | null> => {
    const read = v.safeParse(schema, await c.req.json().catch(() => null));
    return read.success ? read.output : null;
  };
  const with_ = (answer: (at: At) => Promise<Response>) => async (c: Context<Env>) => {
    const found = await workerWith(product, /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '');
    return found ? answer({ c, ...found }) : c.json({ wrong: 'ended' }, 401);
  };

  app.post('/station/api/open', async (c) => {
    const who = await c.var.visit.who();
    if (!who) return c.json({ wrong: 'sign-in' }, 401);
    const worker = workerOf(product, who);
    return worker ? c.json(await openDevice(product, worker)) : c.json({ wrong: 'not-allowed' }, 403);
  });

  app.get(
    '/station/api/devices',
    with_(async ({ c, worker, device }) => {
      const all = await (await product.store()).devicesOf(worker.id);
      const now = product.now().getTime();
      return c.json(all.map((d) => ({ id: d.id, openedAt: d.openedAt, ended: d.endedAt !== null || Date.parse(d.expiresAt) < now, here: d.id === device })));
    }),
  );
  app.post(
    '/station/api/devices/:id/end',
    with_(async ({ c, worker }) => {
      await endDevice(product, worker.id, c.req.param('id') ?? '');
      return c.json({ ended: true });
    }),
  );

  app.get(
    '/station/api/files/:sha256',
    with_(async ({ c, worker }) => {
      const sha256 = v.safeParse(sha256Text, c.req.param('sha256'));
      return sha256.success ? c.json(await (await product.files()).arrived(worker.id, sha256.output)) : bad(c);
    }),
  );
  app.put(
    '/station/api/files/:sha256',
    with_(async ({ c, worker }) => {
      const sha256 = v.safeParse(sha256Text, c.req.param('sha256'));
      const [offset, size] = [c.req.header('x-offset'), c.req.header('x-size')].map(Number) as [number, number];
      if (!sha256.success || !Number.isInteger(offset) || !Number.isInteger(size) || offset < 0 || size < 1 || size > largestFile) return bad(c);
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      if (bytes.length === 0 || offset + bytes.length > size) return bad(c);
      const done = await (await product.files()).addPiece(worker.id, { sha256: sha256.output, size, offset, bytes });
      return typeof done === 'string' ? c.json({ wrong: done }, 409) : c.json(done);
    }),
  );

  app.post(
    '/station/api/filings',
    with_(async ({ c, worker }) => {
      const filing = parseFiling(await c.req.json().catch(() => null));
      return filing ? c.json(await arrive(product, worker, filing)) : bad(c);
    }),
  );

  app.post(
    '/station/api/consents/sms',
    with_(async ({ c, worker }) => {
      const asked = await body(c, codeAsked);
      return asked ? c.json(await askBySms(product, worker, asked.matter, asked.phone)) : bad(c);
    }),
  );
  app.post(
    '/station/api/consents/login',
    with_(async ({ c, worker }) => {
      const asked = await body(c, loginAsked);
      return asked ? c.json(await askByLogin(product, worker, asked.matter)) : bad(c);
    }),
  );
  app.post(
    '/station/api/consents/:id/code',
    with_(async ({ c, worker }) => {
      const given = await body(c, codeGiven);
      return given ? c.json({ state: await answerCode(product, worker, c.req.param('id') ?? '', given.code) }) : bad(c);
    }),
  );
  app.get(
    '/station/api/consents/:id',
    with_(async ({ c, worker }) => {
      const given = await givenTo(product, worker, c.req.param('id') ?? '');
      return c.json({ given: given !== null, name: given?.grantedName ?? null });
    }),
  );

  app.post(
    '/station/api/forms',
    with_(async ({ c, worker }) => {
      const kept = await body(c, formKept);
      return kept ? c.json({ id: await keepForm(product, worker, kept.entry) }) : bad(c);
    }),
  );
  app.get(
    '/station/api/forms/:id',
    with_(async ({ c, worker }) => {
      const entry = await openForm(product, worker, c.req.param('id') ?? '');
      return entry ? c.json({ entry }) : c.json({ wrong: 'not-here' }, 404);
    }),
  );

  return app;
};
