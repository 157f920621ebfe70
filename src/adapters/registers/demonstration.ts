/**
 * The demonstration's registers: the reference register as a child process, read over HTTP like any other. It gets an empty environment, is
 * started again when it dies, and goes when this process goes, because its standard input closes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import type { Registers } from '../../app/ports/registers';
import type { Endpoint } from './exchange';
import { httpRegisters, type HttpOptions } from './http';

export type ReferenceOptions = {
  /** Script (`reference/main.ts`, bundled) and its arguments, run by the Node this process runs on. */
  command: [string, ...string[]];
  /** How long it may take to say its port, in milliseconds. */
  readyMs?: number;
  /** How often in a row it is started again; a minute of life starts the count anew. */
  restarts?: number;
};
export type ReferenceProcess = {
  /** Null while it is down. */
  endpoint: () => Endpoint | null;
  pid: () => number | null;
  close: () => Promise<void>;
};
type Running = { child: ChildProcess; endpoint: Endpoint };

const firstLine = v.pipe(v.string(), v.parseJson(), v.object({ port: v.pipe(v.number(), v.integer()), token: v.string() }));

/** @throws Error when the first start fails or takes longer than `readyMs` */
export async function startReferenceRegister({ command, readyMs = 5000, restarts = 5 }: ReferenceOptions): Promise<ReferenceProcess> {
  let running: Running | null = null;
  let closed = false;
  let starting: Promise<void> | null = null;
  let again = 0;
  let pause: NodeJS.Timeout | undefined;

  const begin = async (): Promise<void> => {
    const started = await launch(command, readyMs);
    if (closed) return end(started.child);
    const since = performance.now();
    const died = (): void => {
      running = null;
      if (performance.now() - since > 60_000) again = 0;
      revive();
    };
    running = started;
    if (hasEnded(started.child)) died();
    else started.child.once('exit', died);
  };
  const revive = (): void => {
    if (closed || again >= restarts) return;
    pause = setTimeout(
      () => {
        starting = begin().catch(revive);
      },
      100 * 2 ** again++,
    );
    pause.unref();
  };

  await begin();
  return {
    endpoint: () => running?.endpoint ?? null,
    pid: () => running?.child.pid ?? null,
    async close() {
      closed = true;
      clearTimeout(pause);
      await starting;
      if (running) await end(running.child);
    },
  };
}

/** The demonstration's registers behind the port; `connected` are the ids the city connects. */
export async function demonstrationRegisters(options: ReferenceOptions & { connected: Iterable<string> } & Pick<HttpOptions, 'patience' | 'alarm'>): Promise<Registers> {
  const connected = new Set(options.connected);
  const reference = await startReferenceRegister(options);
  const registers = httpRegisters({ ...options, endpoint: (register) => (connected.has(register) ? reference.endpoint() : null) });
  return {
    ...registers,
    async close() {
      await registers.close();
      await reference.close();
    },
  };
}

async function launch(command: [string, ...string[]], readyMs: number): Promise<Running> {
  const child = spawn(process.execPath, command, { env: {}, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => {}); // closing the pipe of a process that has already gone
  const lines = createInterface({ input: child.stdout });
  const limit = AbortSignal.timeout(readyMs);
  try {
    const said = await Promise.race([
      once(lines, 'line', { signal: limit }).then(([line]) => v.parse(firstLine, line)),
      once(child, 'exit', { signal: limit }).then(([code]) => Promise.reject(new Error(`ended with ${code}`))),
    ]);
    child.stdout.resume();
    return { child, endpoint: { url: `http://127.0.0.1:${said.port}`, token: said.token } };
  } catch (cause) {
    await end(child);
    throw new Error('the reference register did not start', { cause });
  }
}

/** Closes its input and, if it lingers, stops it. */
async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.stdin?.end();
  const stop = setTimeout(() => child.kill('SIGKILL'), 2000);
  await gone;
  clearTimeout(stop);
}

const hasEnded = (child: ChildProcess): boolean => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
