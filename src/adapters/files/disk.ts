/** Files on disk: DIR/ab/cdef… is the file whose SHA-256 is abcdef…. */
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDirectory, sync } from '../store/durable';
import type { Shelf } from './shelf';

export function diskShelf(directory: string): Shelf {
  const place = (sha256: string) => join(directory, sha256.slice(0, 2), sha256.slice(2));
  const sizeOf = (path: string) => stat(path).then((s) => s.size, gone);
  return {
    keep: async ({ path, sha256, size }) => {
      const to = place(sha256);
      if ((await sizeOf(to)) === size) return rm(path, { force: true });
      await makeDirectory(dirname(to));
      await rename(path, to);
      await sync(dirname(to));
    },
    open: async (sha256) => {
      const size = await sizeOf(place(sha256));
      return size === null ? null : { size, bytes: createReadStream(place(sha256)) };
    },
  };
}

const gone = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};
