/** A stream comes to lie on this machine's disk, hashed and measured on the way: its name is known only when its last byte is. */
import { createHash } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDirectory } from '../store/durable';
import type { Spooled } from './shelf';

const headBytes = 64;
const aDay = 86_400_000;

export type Spool = (body: AsyncIterable<Uint8Array>, most: number) => Promise<(Spooled & { head: Uint8Array }) | 'too-large'>;

export function spoolIn(directory: string): Spool {
  const ready = once(() => makeDirectory(directory).then(() => clearRemains(directory)));
  return async (body, most) => {
    await ready();
    const path = join(directory, `${process.pid}-${Math.random().toString(36).slice(2)}`);
    const handle = await open(path, 'wx', 0o600);
    const hash = createHash('sha256');
    let [size, head] = [0, Buffer.alloc(0)];
    try {
      for await (const piece of body) {
        size += piece.length;
        if (size > most) break;
        hash.update(piece);
        if (head.length < headBytes) head = Buffer.concat([head, piece]).subarray(0, headBytes);
        await handle.write(piece);
      }
      await handle.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    if (size <= most) return { path, sha256: hash.digest('hex'), size, head };
    await rm(path, { force: true });
    return 'too-large';
  };
}

/** What programs that died left behind. */
async function clearRemains(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    if ((await stat(path)).mtimeMs < Date.now() - aDay) await rm(path, { force: true });
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
