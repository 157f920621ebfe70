/**
 * Files that come in pieces over a line that breaks: DIR/<owner>/<hash> grows by one piece at a time, each on disk before it is acknowledged, so that the
 * sender goes on from there. When the last piece has come and the hash fits, the file goes to the others and an empty mark stays.
 */
import { createHash } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../../app/ports/files';
import { makeDirectory, sync, there } from '../store/durable';

export function pieces(directory: string, keep: Files['put']): Pick<Files, 'arrived' | 'addPiece'> {
  const folder = (owner: string) => join(directory, digest(Buffer.from(owner)).slice(0, 32));
  const place = (owner: string, sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256');
    return join(folder(owner), sha256);
  };
  const sizeOf = (path: string) =>
    stat(path).then(
      (s) => s.size,
      () => 0,
    );
  const arrived = async (owner: string, sha256: string) => {
    const path = place(owner, sha256);
    return (await there(`${path}.whole`)) ? { have: Number(await readFile(`${path}.whole`, 'utf8')), whole: true } : { have: await sizeOf(path), whole: false };
  };
  return {
    arrived,
    addPiece: async (owner, { sha256, size, offset, bytes }) => {
      const before = await arrived(owner, sha256);
      if (before.whole) return before;
      const path = place(owner, sha256);
      await makeDirectory(folder(owner));
      // What lies behind `offset` came from an attempt that was cut off before it was acknowledged; the same bytes come again.
      if (offset > before.have) return 'gap';
      await write(path, offset, bytes);
      const have = offset + bytes.length;
      if (have < size) return { have, whole: false };
      const all = await readFile(path);
      if (all.length !== size || digest(all) !== sha256) {
        await rm(path, { force: true });
        return 'damaged';
      }
      await keep(all);
      await write(`${path}.whole`, 0, Buffer.from(`${size}`));
      await sync(folder(owner));
      await rm(path, { force: true });
      return { have: size, whole: true };
    },
  };
}

async function write(path: string, offset: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, (await there(path)) ? 'r+' : 'w+', 0o600);
  try {
    await handle.truncate(offset);
    await handle.write(bytes, 0, bytes.length, offset);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
