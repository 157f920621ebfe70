/** Starting and stopping as a newcomer meets it: one URL, one clear sentence for whatever keeps it from starting, nothing damaged. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serverFlags } from '../src/cli/server-flags';
import { emptyData, removeData, root, serve } from './serve';

const data = emptyData();
afterAll(() => removeData(data));

const run = (...args: string[]) => spawnSync(process.execPath, ['bin/yijian.mjs', 'serve', ...args], { cwd: root, encoding: 'utf8', timeout: 60_000 });
const oneSentence = (r: ReturnType<typeof run>, zh: RegExp, en: RegExp) => {
  expect(r.status).toBe(1);
  expect(r.stderr).toMatch(zh);
  expect(r.stderr).toMatch(en);
  expect(r.stderr).not.toMatch(/\n {4}at /);
};

/** A kept-alive connection may have been closed meanwhile: the second try opens a new one. */
const statusOf = async (url: string) => (await fetch(url).catch(() => fetch(url))).status;

test('a cold start shows its first page within five seconds, and Ctrl-C ends it cleanly', { timeout: 60_000 }, async () => {
  const server = await serve({ data });
  expect(server.firstPage).toBeLessThan(5000);
  expect(server.output().match(/http:\/\//g)).toHaveLength(1);
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true });
  expect(await server.stop('SIGINT')).toBe(0);
});

test('a data directory in use by another process is refused, and stays usable for the one that has it', { timeout: 90_000 }, async () => {
  const server = await serve({ data });
  // The store is open once a page that needs it answers.
  expect(await statusOf(`${server.url}/track/430212-0000-0000-00000-0`)).toBeLessThan(500);
  oneSentence(run('--port', '0', '--data', data), /正被另一个一件进程使用/, /Another running Yijian uses this data directory/);
  expect(await statusOf(`${server.url}/`)).toBe(200);
  await server.stop();
});

test('a port in use, a directory that cannot be written, an address other people could reach', { timeout: 90_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((r) => other.once('listening', r));
  const { port } = other.address() as { port: number };
  oneSentence(run('--port', String(port), '--data', data), /端口 \d+ 已被占用/, /port \d+ is in use/);
  other.close();
  oneSentence(run('--port', '0', '--data', `${root}/package.json/data`), /无法写入/, /cannot be written/);
  oneSentence(run('--port', '0', '--data', data, '--host', '0.0.0.0'), /只能在本机使用/, /this machine only/);
  const usage = run('--port', 'no');
  expect(usage.status).toBe(2);
});

test('the unit of the operations guide starts the product with the settings of npm start', () => {
  expect(readFileSync(join(root, 'docs', 'operations.md'), 'utf8')).toContain(`ExecStart=/usr/bin/node ${serverFlags(root).join(' ')} bin/yijian.mjs serve`);
});
