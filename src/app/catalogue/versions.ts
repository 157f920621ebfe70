/**
 * Versions of the city folder by content hash. A case keeps the version it was filed under: each version in use is kept whole in the store's
 * files, and read back when a case asks for one that is no longer on the disk.
 */
import { type Catalogue, type Finding, loadCatalogue } from '../../core/catalogue';
import { sha256 } from '../load-city';
import type { Files, Store } from '../ports/store';

export type Folder = ReadonlyMap<string, string>;

export interface Versions {
  /** The version in use. */
  readonly current: { catalogue: Catalogue; files: Folder };
  /** A version in memory, or null: `ensure` brings it there. */
  of(hash: string): Catalogue | null;
  /** Loads a version a case was filed under, if the store has it. */
  ensure(hash: string): Promise<void>;
  /** Keeps the version in use in the store, so that cases filed under it can always be read. */
  keep(by?: { maker: string; checker: string; note: string }): Promise<void>;
  /** Puts another folder into use. */
  use(next: { catalogue: Catalogue; files: Folder }): void;
}

type Stored = { store(): Promise<Store>; files(): Promise<Files>; now(): Date };

export function versionsOf(first: { catalogue: Catalogue; files: Folder }, stored: Stored): Versions {
  let current = first;
  const known = new Map<string, Catalogue>([[first.catalogue.hash, first.catalogue]]);
  const missing = new Set<string>();
  return {
    get current() {
      return current;
    },
    of: (hash) => known.get(hash) ?? null,
    ensure: async (hash) => {
      if (known.has(hash) || missing.has(hash)) return;
      const row = await (await stored.store()).catalogueVersion(hash);
      const bytes = row && (await (await stored.files()).get(row.files));
      const loaded = bytes && loadCatalogue(unpacked(bytes), sha256).catalogue;
      if (loaded && loaded.hash === hash) known.set(hash, loaded);
      else missing.add(hash);
    },
    keep: async (by) => {
      const store = await stored.store();
      const { hash } = current.catalogue;
      if (await store.catalogueVersion(hash)) return;
      const kept = await (await stored.files()).put(packed(current.files));
      await store.keepVersion({ hash, files: kept.sha256, at: stored.now().toISOString(), maker: by?.maker ?? null, checker: by?.checker ?? null, note: by?.note ?? '' });
    },
    use: (next) => {
      current = next;
      known.set(next.catalogue.hash, next.catalogue);
    },
  };
}

/** One file for a folder: paths and texts in order, as JSON. */
const packed = (files: Folder): Uint8Array => new TextEncoder().encode(JSON.stringify([...files].sort(([a], [b]) => (a < b ? -1 : 1))));
export const unpacked = (bytes: Uint8Array): Folder => new Map(JSON.parse(new TextDecoder().decode(bytes)) as [string, string][]);

export type Loaded = { catalogue: Catalogue; files: Folder; findings: Finding[] };
