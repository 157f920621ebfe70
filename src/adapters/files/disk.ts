/** Files on disk: DIR/ab/cdef… is the file whose SHA-256 is abcdef…. */
import { createReadStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeDirectory, sync } from '../store/durable';
import { placeOf, type Shelf } from './shelf';

export function diskShelf(directory: string): Shelf {
  const place = (sha256: string) => join(directory, placeOf(sha256));
  const sizeOf = (sha256: string) => stat(place(sha256)).then((s) => s.size, gone);
  return {
    keep: async ({ path, sha256, size }) => {
      const to = place(sha256);
      if ((await sizeOf(sha256)) === size) return rm(path, { force: true });
      await makeDirectory(dirname(to));
      await rename(path, to);
      await sync(dirname(to));
    },
    open: async (sha256) => {
      const size = await sizeOf(sha256);
      return size === null ? null : { size, bytes: createReadStream(place(sha256)) };
    },
    sizeOf,
    names: async () => {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch((error) => gone(error) ?? []);
      return entries.flatMap((e) => (e.isFile() && /^[0-9a-f]{62}$/.test(e.name) ? [`${basename(e.parentPath)}${e.name}`] : []));
    },
  };
}

const gone = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};
