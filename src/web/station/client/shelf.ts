/** The tablet's shelf: entries, photos and notes in IndexedDB, each sealed under its own name. Nothing lies there in the clear but salt, rounds and random ids. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry } from './entry';
import type { Lock, Sealed, Vault } from './vault';

type Kept = { id: string } & Sealed;
interface Stores extends DBSchema {
  lock: { key: string; value: { id: string } & Lock };
  entries: { key: string; value: Kept };
  photos: { key: string; value: Kept };
  notes: { key: string; value: Kept };
}
const kinds = ['entries', 'photos', 'notes'] as const;
export type Cupboard = IDBPDatabase<Stores>;

export const openCupboard = (name: string): Promise<Cupboard> =>
  openDB<Stores>(name, 1, {
    upgrade(db) {
      db.createObjectStore('lock', { keyPath: 'id' });
      for (const kind of kinds) db.createObjectStore(kind, { keyPath: 'id' });
    },
  });

export const lockIn = (db: Cupboard): Promise<Lock | undefined> => db.get('lock', 'lock');
export const keepLock = (db: Cupboard, lock: Lock): Promise<string> => db.put('lock', { id: 'lock', ...lock });

export async function clear(db: Cupboard): Promise<void> {
  const tx = db.transaction(['lock', ...kinds], 'readwrite');
  await Promise.all([tx.objectStore('lock').clear(), ...kinds.map((k) => tx.objectStore(k).clear()), tx.done]);
}

export type Shelf = ReturnType<typeof shelfOver>;

export function shelfOver(db: Cupboard, vault: Vault) {
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const read = <T>(raw: Uint8Array) => JSON.parse(new TextDecoder().decode(raw)) as T;
  const sealed = async (kind: (typeof kinds)[number], id: string, raw: Uint8Array<ArrayBuffer>): Promise<Kept> => ({ id, ...(await vault.seal(`${kind}/${id}`, raw)) });
  const opened = async (kind: (typeof kinds)[number], id: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const kept = await db.get(kind, id);
    return kept ? vault.open(`${kind}/${id}`, kept) : null;
  };
  return {
    /** Ids in the order in which they were begun. */
    ids: (): Promise<string[]> => db.getAllKeys('entries'),
    entry: async (id: string): Promise<Entry | null> => {
      const raw = await opened('entries', id);
      return raw && read<Entry>(raw);
    },
    put: async (entry: Entry): Promise<void> => void (await db.put('entries', await sealed('entries', entry.id, bytes(entry)))),
    /** Puts an entry and drops photos, together. */
    putWithout: async (entry: Entry, photos: readonly string[]): Promise<void> => {
      const kept = await sealed('entries', entry.id, bytes(entry));
      const tx = db.transaction(['entries', 'photos'], 'readwrite');
      await Promise.all([tx.objectStore('entries').put(kept), ...photos.map((id) => tx.objectStore('photos').delete(id)), tx.done]);
    },
    remove: async (id: string, photos: readonly string[]): Promise<void> => {
      const tx = db.transaction(['entries', 'photos'], 'readwrite');
      await Promise.all([tx.objectStore('entries').delete(id), ...photos.map((p) => tx.objectStore('photos').delete(p)), tx.done]);
    },
    putPhoto: async (id: string, raw: Uint8Array<ArrayBuffer>): Promise<void> => void (await db.put('photos', await sealed('photos', id, raw))),
    photo: (id: string) => opened('photos', id),
    removePhoto: (id: string) => db.delete('photos', id),
    note: async <T>(id: string): Promise<T | null> => {
      const raw = await opened('notes', id);
      return raw && read<T>(raw);
    },
    keepNote: async (id: string, value: unknown): Promise<void> => void (await db.put('notes', await sealed('notes', id, bytes(value)))),
  };
}
