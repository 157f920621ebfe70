/**
 * Files handed over, by content. The same file is kept once, a name never changes its content, and a case's events carry the hash, so a file is as
 * tamper-evident as the record. Everything comes in through the spool and goes out checked, a piece at a time.
 *
 *   DIR   kept here, unless a shelf elsewhere is given      DIR-incoming   on their way      DIR-in-pieces   see pieces.ts      DIR-quarantine   harmful ones
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files, Incoming } from '../../app/ports/files';
import { makeDirectory } from '../store/durable';
import { diskShelf } from './disk';
import { pieces } from './pieces';
import type { Shelf, Spooled } from './shelf';
import { spoolIn } from './spool';

/** The bytes kept are not those that were handed over. */
export class DamagedFile extends Error {
  override name = 'DamagedFile';
}

const nameForm = /^[0-9a-f]{64}$/;

export function openFiles(directory: string, shelf: Shelf = diskShelf(directory)): Files {
  const spool = spoolIn(`${directory}-incoming`);
  const whole = async (sha256: string) => {
    if (!nameForm.test(sha256)) return null;
    const found = await shelf.open(sha256);
    return found && { size: found.size, bytes: checked(found.bytes, sha256) };
  };
  const put: Files['put'] = async (bytes) => {
    const spooled = await spool(once(bytes), Number.POSITIVE_INFINITY);
    if (spooled === 'too-large') throw new RangeError('nothing is larger than everything');
    await shelf.keep(spooled);
    return { sha256: spooled.sha256, size: spooled.size };
  };
  return {
    put,
    receive: async (body, most) => {
      const spooled = await spool(body, most);
      return spooled === 'too-large' ? spooled : incoming(spooled, shelf, `${directory}-quarantine`);
    },
    open: whole,
    get: async (sha256) => {
      const found = await whole(sha256);
      if (!found) return null;
      const all: Uint8Array[] = [];
      for await (const piece of found.bytes) all.push(piece);
      return Buffer.concat(all);
    },
    ...pieces(`${directory}-in-pieces`, put),
  };
}

function incoming({ head, ...file }: Spooled & { head: Uint8Array }, shelf: Shelf, quarantine: string): Incoming {
  let ended = false;
  const end = async (how: () => Promise<unknown>) => {
    if (ended) return;
    ended = true;
    await how();
  };
  return {
    sha256: file.sha256,
    size: file.size,
    head,
    bytes: () => createReadStream(file.path),
    keep: () => end(() => shelf.keep(file)),
    setAside: () =>
      end(async () => {
        await makeDirectory(quarantine);
        await rename(file.path, join(quarantine, file.sha256));
      }),
    drop: () => end(() => rm(file.path, { force: true })),
  };
}

/** @throws DamagedFile in place of the end */
async function* checked(bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  let last: Uint8Array | null = null;
  for await (const piece of bytes) {
    if (last) yield last;
    hash.update(piece);
    last = piece;
  }
  // The last piece is held back until the whole is known to be right.
  if (hash.digest('hex') !== sha256) throw new DamagedFile(sha256);
  if (last) yield last;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
