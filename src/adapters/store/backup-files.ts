/**
 * The files of a backup, wherever they are kept: `files/` by content, each read whole and found to be what its name says, on the way in as on the way back. Which
 * they are is read from the rows, because a store that speaks S3 is never asked for a list; a disk is, so that nothing on it is left behind.
 */
import { createWriteStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Files } from '../../app/ports/files';
import { DamagedFile, diskShelf, placeOf, type Shelf } from '../files';
import { makeDirectory, sync } from './durable';

/** Files and where they are kept. */
export type Kept = { files: Files; shelf: Shelf };
/** `missing`: named by a row and not kept – found harmful, or never whole. `damaged`: kept, and not what their names say; not in the backup. `left`: not taken, as asked. */
export type TakenFiles = { files: number; missing: string[]; damaged: string[]; left: number };

/** PREFIX/ab/cdef… of those left out, for whoever copies them by other means. */
export const listName = 'files.list';

const named = /"sha256\\*":\s*\\*"([0-9a-f]{64})/g;
const packed = /^\{"hash":"[0-9a-f]{64}","files":"([0-9a-f]{64})"/gm;

/** The files that lines of a backup name: in events, drafts and whatever else carries a `sha256`, and the folders of versions of the city. */
export function filesNamed(lines: string, into: Set<string>): void {
  for (const form of [named, packed]) for (const [, sha256] of lines.matchAll(form)) into.add(sha256!);
}

/** @param rows the files that rows name */
export async function takeFiles({ files, shelf }: Kept, rows: ReadonlySet<string>, to: string, withFiles: boolean): Promise<TakenFiles> {
  const taken: TakenFiles = { files: 0, missing: [], damaged: [], left: 0 };
  const all = [...new Set([...rows, ...((await shelf.names()) ?? [])])].sort();
  if (!withFiles) return { ...taken, ...(await listed(all, shelf, to)) };
  for (const sha256 of all) {
    const found = await files.open(sha256);
    if (!found) taken.missing.push(sha256);
    else if (await written(found.bytes, join(to, 'files'), sha256)) taken.files++;
    else taken.damaged.push(sha256);
  }
  return taken;
}

async function listed(all: readonly string[], shelf: Shelf, to: string): Promise<Pick<TakenFiles, 'missing' | 'left'>> {
  const [missing, left]: [string[], string[]] = [[], []];
  for (const sha256 of all) ((await shelf.sizeOf(sha256)) === null ? missing : left).push(sha256);
  await writeFile(join(to, listName), left.map((n) => `${placeOf(n)}\n`).join(''), { mode: 0o600 });
  await sync(join(to, listName));
  return { missing, left: left.length };
}

/** False: it is not what its name says. */
async function written(bytes: AsyncIterable<Uint8Array>, directory: string, sha256: string): Promise<boolean> {
  const path = join(directory, placeOf(sha256));
  const folder = dirname(path);
  await makeDirectory(folder);
  try {
    await pipeline(bytes, createWriteStream(path, { mode: 0o600, flush: true }));
    await sync(folder);
    return true;
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    await rm(path);
    return false;
  }
}

/** `absent`: taken by the backup, or left out of it, and not to be had after the restore. */
export type PutFiles = { files: number; absent: string[] };

/** Puts the files of a backup where this store keeps them, and reads every one back, as well as those the backup left out. */
export async function putFiles({ files }: Kept, from: string): Promise<PutFiles> {
  const source = diskShelf(join(from, 'files'));
  const put: PutFiles = { files: 0, absent: [] };
  for (const sha256 of (await source.names())!.sort()) {
    const found = (await source.open(sha256))!;
    const incoming = await files.receive(found.bytes, Number.POSITIVE_INFINITY);
    if (incoming === 'too-large') throw new RangeError('nothing is larger than everything');
    if (incoming.sha256 === sha256) await incoming.keep();
    else await incoming.drop();
    if (incoming.sha256 === sha256 && (await readsBack(files, sha256))) put.files++;
    else put.absent.push(sha256);
  }
  const left = await readFile(join(from, listName), 'utf8').catch(() => '');
  for (const sha256 of left.replaceAll('/', '').split('\n').filter(Boolean)) if (!(await readsBack(files, sha256))) put.absent.push(sha256);
  return put;
}

async function readsBack(files: Files, sha256: string): Promise<boolean> {
  try {
    const found = await files.open(sha256);
    if (found) for await (const _ of found.bytes);
    return found !== null;
  } catch (error) {
    if (error instanceof DamagedFile) return false;
    throw error;
  }
}
