/** Serves the whole product; one sentence for whatever keeps it from starting. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { reasonOf } from '../../app/jobs/reason';
import { runJobs } from '../../app/jobs/run';
import { topics, worksOf } from '../../app/jobs/works';
import { StoreUnavailable } from '../../app/ports/store-unavailable';
import type { Product } from '../../app/product';
import { s3Settings } from '../../adapters/files';
import { notifySettings } from '../../adapters/notify';
import { clamdSettings } from '../../adapters/scan/clamd';
import { WrongSetting } from '../../adapters/wrong-setting';
import { OpenError, type Opened } from '../../adapters/store';
import { webApp } from '../../web/server';
import type { Arguments } from '../arguments';
import { WrongUsage } from '../arguments';
import { folderOf, languagesFor, RefusedInput } from '../input';
import type { Surroundings } from '../surroundings';
import { openProduct } from '../open-product';
import { line } from '../output';
import { today } from '../today';
import type { Command } from '.';

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

export const serveCommand: Command = {
  options: ['city', 'port', 'host', 'data', 'database', 'languages'],
  usage: 'serve [--city DIR] [--port N] [--data DIR] [--database URL] [--languages DIR]',
  run: async (a, surroundings) => {
    await serve(a, surroundings).catch((error: unknown) => (error instanceof WrongSetting ? explain(error) : Promise.reject(error)));
    return { exit: 0, json: null, text: '' };
  },
};

async function serve(a: Arguments, { root, cache }: Surroundings): Promise<void> {
  const port = portOf(a.option('port') ?? '8080');
  const host = a.option('host') ?? '127.0.0.1';
  if (!loopback.has(host)) return stop(`示例登录没有密码，只能在本机使用：请去掉 --host ${host}`, `sample sign-in has no password and serves this machine only: leave out --host ${host}`);
  const dir = a.option('city') ?? join(root, 'cities', 'zhuzhou');
  const { catalogue, files } = folderOf(dir);
  const { findings, law } = catalogue.inForce(today());
  if (!law) throw new RefusedInput(findings);

  const data = a.option('data');
  const database = a.option('database');
  const languages = languagesFor(files, a.option('languages'));
  const running = openProduct({
    dir,
    catalogue,
    files,
    languages,
    cache,
    ...(data !== undefined && { data }),
    ...(database !== undefined && { database }),
    notify: notifySettings(process.env),
    s3: s3Settings(process.env),
    clamd: clamdSettings(process.env),
    alarm: (m) => process.stderr.write(`${m}\n`),
  });
  const server = createServer(getRequestListener(webApp(running.product).fetch));
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;

  await new Promise<void>((end, failed) => {
    let closing = false;
    let jobs: { stop(): Promise<void> } | null = null;
    const close = async (error?: unknown) => {
      if (closing) return;
      closing = true;
      server.close();
      server.closeAllConnections();
      await jobs?.stop();
      await running.close();
      if (error) failed(error);
      else end();
    };
    running.opened
      .then(async (opened) => {
        await running.product.versions.keep();
        if (!closing)
          jobs = backgroundWork(
            running.product,
            opened,
            (m) => closing || process.stderr.write(`${m}\n`),
            (error) => void close(error),
          );
      })
      .catch(close);
    server.on('error', close);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
    server.listen(port, host, () => process.stdout.write(`一件 Yijian  http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as { port: number }).port}/\n`));
  }).catch(explain);
}

/** Whatever time brings about, messages, anchors, partitions. What fails is told and tried again. */
function backgroundWork(product: Product, opened: Opened, alarm: (message: string) => unknown, end: (error: unknown) => void): { stop(): Promise<void> } {
  return runJobs({
    works: worksOf(product, opened),
    topics,
    store: product.store,
    now: product.now,
    chance: Math.random,
    alarm: ({ job, error }) => {
      // An embedded database that has stopped comes back only with a new start; whoever keeps the service running gives it one.
      if (error instanceof StoreUnavailable && opened.kind === 'embedded') return end(error);
      alarm(`${job ? job.kind : 'jobs'}: ${reasonOf(error)}`);
    },
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUsage('--port 应为 0 到 65535 的整数', '--port is a whole number from 0 to 65535');
  return port;
}

function explain(error: unknown): void {
  const said = sentenceFor(error);
  if (!said) throw error;
  stop(...said);
}

function sentenceFor(error: unknown): [zh: string, en: string] | null {
  if (error instanceof OpenError) return [`${error.text.zh}（${error.about}）`, `${error.text.en} (${error.about})`];
  if (error instanceof WrongSetting) return [`${error.setting}：${error.zh}`, `${error.setting}: ${error.en}`];
  if (error instanceof StoreUnavailable) return [error.text.zh, error.text.en];
  if (error instanceof RefusedInput) return [error.findings.map(line).join('\n'), ''];
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return [`端口 ${port} 已被占用：请用 --port 换一个，例如 --port 8081`, `port ${port} is in use: choose another with --port, for example --port 8081`];
  if (code === 'EACCES') return [`没有权限使用端口 ${port}：请用 --port 换一个大于 1023 的端口`, `port ${port} may not be used: choose one above 1023 with --port`];
  return null;
}

function stop(zh: string, en: string): void {
  process.stderr.write(`${zh}${en ? `\n${en}` : ''}\n`);
  process.exitCode = 1;
  // Whatever still holds the event loop open must not keep a product alive that did not start.
  setTimeout(() => process.exit(1), 2000).unref();
}
