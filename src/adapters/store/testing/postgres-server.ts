/**
 * A PostgreSQL server of one's own for tests and benches: a new cluster in a temporary directory, on a free port, as a user that is not root
 * (PostgreSQL refuses root), gone when the caller stops it or dies.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export type Server = {
  url: string;
  port: number /** postgres, pgbench, psql … */;
  bin: string;
  user: string;
  directory: string;
  pid: number /** As a crash: every process gone at once, then started again on the same data. */;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export const howToInstall = 'PostgreSQL not found: these tests need initdb and postgres 15 or newer; install with: apt-get install postgresql';

/** The newest directory with initdb and postgres, or null. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .filter((v) => Number(v) >= 15)
        .sort((a, b) => Number(b) - Number(a))
    : [];
  const places = [...versions.map((v) => join(debian, v, 'bin')), ...(process.env.PATH ?? '').split(delimiter), '/usr/local/pgsql/bin', '/opt/homebrew/opt/postgresql/bin'];
  return places.find((p) => p && existsSync(join(p, 'initdb')) && existsSync(join(p, 'postgres'))) ?? null;
}

/** `durable` false turns fsync off: right for tests of behaviour, wrong for benches. Null when there is no PostgreSQL here. */
export async function startPostgres({ durable = false, settings = {} }: { durable?: boolean; settings?: Record<string, string> } = {}): Promise<Server | null> {
  const bin = findPostgres();
  if (!bin) return null;
  const as = await otherUser();
  const directory = await mkdtemp(join(tmpdir(), 'yijian-pg-'));
  if (as.ids) await chown(directory, ...as.ids);
  const data = join(directory, 'data');
  await run(...as.command(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']));
  const port = await freePort();
  const options = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: directory,
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
    ...settings,
  };
  const [file, args] = as.command(join(bin, 'postgres'), ['-D', data, ...Object.entries(options).flatMap(([k, v]) => ['-c', `${k}=${v}`])]);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const start = async () => {
    const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    child.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-4000);
    });
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await answering(url, child, () => log);
    return { child, gone };
  };
  let running = await start();
  const kill = () => void running.child.kill('SIGQUIT');
  process.once('exit', kill);
  return {
    url,
    port,
    bin,
    user: 'postgres',
    directory,
    pid: running.child.pid!,
    restart: async () => {
      running.child.kill('SIGQUIT');
      await running.gone;
      running = await start();
    },
    stop: async () => {
      process.off('exit', kill);
      running.child.kill('SIGINT');
      await running.gone;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

type Caller = { ids?: [uid: number, gid: number]; command(file: string, args: string[]): [string, string[]] };

/** As root: through setpriv, which also ends the server when this process dies. */
async function otherUser(): Promise<Caller> {
  if (userInfo().uid !== 0) return { command: (file, args) => [file, args] };
  const name = await run('id', ['-u', 'postgres']).then(
    () => 'postgres',
    () => 'nobody',
  );
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)));
  const ids: [number, number] = [uid!, gid!];
  const withSetpriv = await run('setpriv', ['--version']).then(
    () => true,
    () => false,
  );
  if (!withSetpriv) return { ids, command: (file, args) => ['runuser', ['-u', name, '--', file, ...args]] };
  return { ids, command: (file, args) => ['setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--pdeathsig', 'QUIT', file, ...args]] };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(url: string, child: { exitCode: number | null }, log: () => string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client(url);
    client.on('error', () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (child.exitCode !== null || tries > 300) throw new Error(`PostgreSQL did not start: ${log()}`, { cause: error });
      await sleep(50);
    }
  }
}
