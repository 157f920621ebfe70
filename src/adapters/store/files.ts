/**
 * Files handed over, by content: DIR/files/ab/cdef… is the file whose SHA-256 is abcdef…. The same file is kept once, a name never changes its content,
 * and a case's events carry the hash, so a file is as tamper-evident as the record. On disk before `put` answers.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from '../../app/ports/store';
import { makeDirectory, writeDurably } from './durable';
import { pieces } from './pieces';

/** The bytes on disk are not those that were handed over. */
export class DamagedFile extends Error {
  override name = 'DamagedFile';
}

export function openFiles(directory: string): Files {
  const files = whole(directory);
  return { ...files, ...pieces(`${directory}-in-pieces`, files.put) };
}

function whole(directory: string): Pick<Files, 'put' | 'get'> {
  const place = (sha256: string) => join(directory, sha256.slice(0, 2), sha256.slice(2));
  return {
    put: async (bytes) => {
      const sha256 = digest(bytes);
      const path = place(sha256);
      const kept = await stat(path).then(
        (s) => s.size === bytes.length,
        () => false,
      );
      if (!kept) {
        await makeDirectory(dirname(path));
        await writeDurably(path, bytes);
      }
      return { sha256, size: bytes.length };
    },
    get: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const bytes = await readFile(place(sha256)).catch((error) => (error.code === 'ENOENT' ? null : Promise.reject(error)));
      if (bytes && digest(bytes) !== sha256) throw new DamagedFile(place(sha256));
      return bytes;
    },
  };
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
