/** Writing that survives a power cut: a file is on disk when its bytes and the directory entry that names it are both synced. */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Syncs one file or directory. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Syncs every file and directory below and including `root`, eight at a time; one found in a state in which it was `already` synced has not been written since,
 * and need not wait for the disk again. Says in which state each one is on disk now.
 */
export async function syncTree(root: string, already: ReadonlySet<string> = new Set()): Promise<Set<string>> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  const paths = [...entries.map((e) => join(e.parentPath, e.name)), root];
  const states = new Set<string>();
  const worker = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const { ino, ctimeNs } = await stat(path, { bigint: true });
      const state = `${ino} ${ctimeNs}`;
      if (!already.has(state)) await sync(path);
      states.add(state);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return states;
}

/** Makes `path` with these bytes, whole or not at all. An existing file is replaced. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await sync(dirname(path));
}

/** Makes a directory and its missing parents, each synced into the one above. */
export async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path || (await there(dirname(path)))) throw error;
    await makeDirectory(dirname(path));
    return makeDirectory(path);
  }
  await sync(dirname(path));
}

export const there = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
