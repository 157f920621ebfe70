/** Starts the product as a person would – its own process, a free port, an empty data directory – and ends what it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export type Served = {
  url: string;
  port: number;
  data: string;
  pid: number /** Milliseconds to the first page. */;
  firstPage: number;
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

export const emptyData = () => mkdtempSync(join(tmpdir(), 'yijian-data-'));
export const removeData = (data: string) => rmSync(data, { recursive: true, force: true });

/** @throws with what the process said, when it ends before its first page. */
export async function serve(options: { data?: string; port?: number; args?: string[] } = {}): Promise<Served> {
  const data = options.data ?? emptyData();
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, [join(root, 'bin', 'yijian.mjs'), 'serve', '--port', String(options.port ?? 0), '--data', data, ...(options.args ?? [])], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout!.on('data', (d) => (said += d));
  child.stderr!.on('data', (d) => (said += d));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let gone = false;
  void ended.then(() => (gone = true));
  for (;;) {
    const url = /http:\/\/\S+/.exec(said)?.[0]?.replace(/\/$/, '');
    if (url) {
      const ok = await fetch(`${url}/`).then(
        (r) => r.ok,
        () => false,
      );
      if (ok) {
        const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
          child.kill(signal);
          return ended;
        };
        return { url, port: Number(new URL(url).port), data, pid: child.pid!, firstPage: performance.now() - started, output: () => said, stop };
      }
    }
    if (gone || performance.now() - started > 60_000) throw new Error(`the product did not start: ${said.slice(0, 1500)}`);
    await new Promise((r) => setTimeout(r, 25));
  }
}

/** A visitor with a cookie jar and no JavaScript: follows redirects by hand and keeps what the last page said. */
export class Visitor {
  private cookies = new Map<string, string>();
  constructor(readonly base: string) {}

  async get(path: string): Promise<{ status: number; path: string; html: string }> {
    return this.request(path, {});
  }
  async post(path: string, fields: [string, string][] | { [name: string]: string }): Promise<{ status: number; path: string; html: string }> {
    return this.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  }
  private async request(path: string, init: RequestInit): Promise<{ status: number; path: string; html: string }> {
    let at = new URL(path, this.base);
    let next: RequestInit = init;
    for (let hops = 0; hops < 10; hops++) {
      const headers = new Headers({ cookie: [...this.cookies].map(([k, x]) => `${k}=${x}`).join('; '), origin: this.base, 'sec-fetch-site': 'same-origin' });
      const response = await fetch(at, { ...next, headers, redirect: 'manual' });
      for (const c of response.headers.getSetCookie()) {
        const [pair] = c.split(';');
        const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)];
        if (value === '' || /max-age=0/i.test(c)) this.cookies.delete(name);
        else this.cookies.set(name, value);
      }
      const location = response.headers.get('location');
      const html = await response.text();
      if (!location || response.status < 300 || response.status >= 400) return { status: response.status, path: at.pathname + at.search, html };
      at = new URL(location, at);
      next = {};
    }
    throw new Error(`redirected in circles at ${at.pathname}`);
  }
}

/** Hidden and preset fields of the page's form with this action, as a browser would send them. */
export function formOn(html: string, action: RegExp | string): { action: string; fields: [string, string][] } | null {
  for (const form of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const target = /action="([^"]*)"/.exec(form[1]!)?.[1]?.replaceAll('&amp;', '&') ?? '';
    if (typeof action === 'string' ? target !== action : !action.test(target)) continue;
    const fields: [string, string][] = [];
    for (const input of form[2]!.matchAll(/<input\b([^>]*)>/g)) {
      const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input[1]!)?.[1];
      const type = attribute('type') ?? 'text';
      const name = attribute('name');
      if (!name || type === 'submit' || type === 'file') continue;
      if ((type === 'radio' || type === 'checkbox') && !/\bchecked\b/.test(input[1]!)) continue;
      fields.push([name, unescaped(attribute('value') ?? (type === 'checkbox' ? 'on' : ''))]);
    }
    return { action: target, fields };
  }
  return null;
}

const unescaped = (s: string) => s.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
