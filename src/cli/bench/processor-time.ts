/** Processor time of a process and, if wanted, those it started, from /proc: a bench that keeps another program busy says what that one cost too. */
import { readdir, readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second (USER_HZ). */
const ticks = 100;

/** Seconds, of those alive now; null where there is no /proc. */
export async function processorTime(pid: number, withChildren = true): Promise<number | null> {
  const all = await readdir('/proc').catch(() => []);
  if (all.length === 0) return null;
  const read = async (id: string) => /\) \S (\d+) (?:\S+ ){9}(\d+) (\d+) /.exec(await readFile(`/proc/${id}/stat`, 'utf8').catch(() => ''));
  let sum = 0;
  for (const id of all.filter((name) => /^\d+$/.test(name))) {
    const [, parent, user, system] = (await read(id)) ?? [];
    if (Number(id) === pid || (withChildren && Number(parent) === pid)) sum += (Number(user) + Number(system)) / ticks;
  }
  return sum;
}
