/**
 * The plug is pulled: the server is killed (SIGKILL) at random moments while applications are submitted. Every acknowledged case is
 * there once; none is there twice. YIJIAN_SUBMISSIONS sets how many (200 by default here; `npm run prove kill` takes more).
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCreditCode } from '../src/core/catalogue/check-digits';
import { emptyData, formOn, removeData, serve, type Served, Visitor } from './serve';

const submissions = Number(process.env['YIJIAN_SUBMISSIONS'] ?? 200);
const kills = Math.max(3, Math.round(submissions / 40));
const data = emptyData();
let server: Served;
let visitor: Visitor;

beforeAll(async () => {
  server = await serve({ data });
}, 120_000);
afterAll(async () => {
  await server?.stop();
  removeData(data);
});

/** An application filled in up to its check page; a tax registration asks little. */
async function filledDraft(): Promise<string> {
  let at = await visitor.post('/apply', { service: 'tax-registration', again: 'yes' });
  for (let pages = 0; pages < 12 && !at.path.endsWith('/check'); pages++) {
    const path = at.path.split('?')[0]!;
    if (path.endsWith('/documents') && !/value="paper"/.test(at.html)) {
      at = await visitor.get(path.replace(/documents$/, 'check'));
      continue;
    }
    const form = formOn(at.html, new RegExp(`^${path}`))!;
    const fields = form.fields.filter(([name]) => !name.includes('.'));
    if (path.endsWith('/documents')) fields.push(['do', 'paper']);
    else if (path.endsWith('/registers')) fields.push(['do', /value="read"/.test(at.html) ? 'decline' : 'none']);
    else
      for (const [, name] of at.html.matchAll(/<(?:input|textarea)[^>]*\bname="([a-z]+\.[A-Za-z.]+)"/g))
        fields.push([name!, name === 'business.creditCode' ? completeCreditCode('92430212MA4YJYJ0')! : name === 'premises.address' ? '示例路 1 号' : '示例']);
    at = await visitor.post(form.action, fields);
  }
  expect(at.path).toMatch(/\/check$/);
  return at.path;
}

/** Posts until somebody answers; the draft's own key makes the repeats harmless. */
async function submitted(check: string): Promise<string | null> {
  const page = await visitor.get(check);
  const arrived = /\/track\/([0-9A-Z-]+)/.exec(page.path)?.[1];
  if (arrived) return arrived;
  const form = formOn(page.html, /\/submit$/);
  if (!form) return null;
  const done = await visitor.post(form.action, form.fields);
  return /\/track\/([0-9A-Z-]+)/.exec(done.path)?.[1] ?? null;
}

test(`kill −9, ${kills} times during ${submissions} submissions: nothing acknowledged is lost, nothing is twice`, { timeout: 600_000 }, async () => {
  visitor = new Visitor(server.url);
  await visitor.post('/sign-in', { sample: 'sample:person:deng-haiyan', to: '/' });
  const checks: string[] = [];
  for (let i = 0; i < submissions; i++) checks.push(await filledDraft());

  const acknowledged = new Map<string, string>();
  let killed = 0;
  let running = true;
  const port = server.port;
  const killer = (async () => {
    while (running && killed < kills) {
      await new Promise((r) => setTimeout(r, 150 + Math.random() * 1200));
      if (!running) return;
      await server.stop('SIGKILL');
      killed++;
      server = await serve({ data, port });
    }
  })();
  const queue = [...checks];
  const worker = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      for (let tries = 0; !acknowledged.has(check); tries++) {
        const number = await submitted(check).catch(() => null);
        if (number) acknowledged.set(check, number);
        else if (tries > 400) throw new Error(`never acknowledged: ${check}`);
        else await new Promise((r) => setTimeout(r, 100));
      }
      // The kills must fall among the submissions, not after them.
      if (killed < kills) await new Promise((r) => setTimeout(r, 60));
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  running = false;
  await killer;
  expect(killed).toBe(kills);

  const numbers = [...acknowledged.values()];
  expect(numbers).toHaveLength(submissions);
  expect(new Set(numbers).size).toBe(submissions);
  for (const [check, number] of acknowledged) expect((await visitor.get(check)).path).toContain(number);
  await server.stop();
  const { stdout, status } = (await import('node:child_process')).spawnSync(process.execPath, ['bin/yijian.mjs', 'verify-log', '--data', data, '--json'], {
    cwd: new URL('..', import.meta.url).pathname,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ cases: submissions, broken: [] });
});
