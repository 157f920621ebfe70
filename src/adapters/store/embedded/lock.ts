/**
 * One process per data directory: PGlite itself takes no lock, and two of them corrupt each other (electric-sql/pglite #1106).
 * The lock is a file naming its holder, linked into place whole (O_EXCL would show an empty file for a moment). A holder is alive when its process id is
 * alive *and* started when the file says, so a reused id does not count. Across containers or hosts ids mean nothing: there the
 * holder's heartbeat, the file's time, decides.
 */
import { constants, copyFile, link, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { sync } from '../durable';
import { OpenError } from '../open-error';

/** Who holds a directory: `world` is this boot of this machine and its process-id namespace. */
type Holder = { pid: number; started: string | null; world: string | null; nonce: string };

export type Lock = { release(): Promise<void> };

const heartbeatSeconds = 5;
const silentSeconds = 20;

/** @throws OpenError `locked` when a live process holds the lock. */
export async function takeLock(path: string): Promise<Lock> {
  const me: Holder = { pid: process.pid, started: await startOf(process.pid), world: await world(), nonce: Math.random().toString(36).slice(2) };
  const mine = `${path}.${me.pid}.${me.nonce}`;
  await writeFile(mine, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
  await sync(mine); // a power cut must not leave an empty lock that nobody can judge
  try {
    while (!(await linked(mine, path))) {
      const holder = await read(path);
      if (holder === 'gone') continue;
      if (await alive(holder, path)) throw new OpenError('locked', holder ? `pid ${holder.pid}` : path);
      if (await takenOver(path, holder, mine)) break;
    }
  } finally {
    await rm(mine, { force: true });
  }
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), heartbeatSeconds * 1000);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      if (await holds(path, me)) await rm(path, { force: true });
    },
  };
}

const holds = async (path: string, me: Holder): Promise<boolean> => {
  const now = await read(path);
  return now !== 'gone' && now?.nonce === me.nonce;
};

/**
 * Puts our file in the place of a dead holder's. Of several that saw the same dead holder one at a time may do so, and only while it is still there;
 * for that they take a second lock, which a process that dies within these lines leaves behind for ten seconds.
 */
async function takenOver(path: string, dead: Holder | null, mine: string): Promise<boolean> {
  const turn = `${path}.turn`;
  if (!(await linked(mine, turn))) {
    const age =
      Date.now() -
      (await stat(turn).then(
        (s) => s.ctimeMs,
        () => Date.now(),
      ));
    if (age > 10_000) await rm(turn, { force: true });
    await sleep(10);
    return false;
  }
  try {
    const now = await read(path);
    if (now === 'gone' || now?.nonce !== dead?.nonce) return false;
    const me = (await read(mine)) as Holder;
    await utimes(mine, new Date(), new Date());
    await rename(mine, path);
    await sleep(20);
    return holds(path, me);
  } finally {
    await rm(turn, { force: true });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to).catch((error) => (noLinks.has(error.code) ? copyFile(from, to, constants.COPYFILE_EXCL) : Promise.reject(error)));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** File systems without hard links. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK']);

/** Null: a lock nobody can read, left by something else; its time decides. */
async function read(path: string): Promise<Holder | null | 'gone'> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : null;
  }
}

async function alive(holder: Holder | null, path: string): Promise<boolean> {
  if (!holder || holder.world !== (await world()))
    return (
      Date.now() -
        (await stat(path).then(
          (s) => s.mtimeMs,
          () => 0,
        )) <
      silentSeconds * 1000
    );
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.started === (await startOf(holder.pid));
}

/** When a process started, in ticks since boot: field 22 of proc(5) stat; null where there is no /proc, and for a zombie. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => null);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

async function world(): Promise<string | null> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null);
  const namespace = await readlink('/proc/self/ns/pid').catch(() => null);
  return boot && namespace ? `${boot.trim()} ${namespace}` : null;
}
