/** A product for tests of pages: the real city folder on a fixed day, sample people, sessions in memory, no database. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { sampleIdentity, sessionsOver } from '../../adapters/identity';
import { demonstrationPayments } from '../../adapters/payment';
import { noRegisters } from '../../adapters/registers';
import type { Session, Store } from '../../app/ports/store';
import { versionsOf } from '../../app/catalogue/versions';
import { loadCity } from '../../app/load-city';
import type { Product } from '../../app/product';
import { calendar } from '../../core/calendar';
import { cityIndex, find } from '../../core/search';
import { shippedAssets } from '../assets';

export const root = join(import.meta.dirname, '..', '..', '..');
export const dir = join(root, 'cities', 'zhuzhou');
export const testDay = '2026-11-23';

/** @param change what a test needs otherwise */
export function testProduct(change: Partial<Product> = {}): Product {
  const { catalogue, files } = loadCity(dir);
  const found = catalogue.inForce(testDay);
  if (!found.law) throw new Error(JSON.stringify(found.findings[0]));
  const law = found.law;
  const index = cityIndex(law);
  const work = calendar(law.calendar, law.city);
  const store = sessionsOnly();
  const now = () => new Date(`${testDay}T10:00:00+08:00`);
  return {
    dir,
    catalogue,
    versions: versionsOf({ catalogue, files }, { store: async () => store, files: async () => Promise.reject(new Error('no files here')), now }),
    law: () => law,
    calendar: () => work,
    today: () => testDay,
    now,
    find: (query, limit) => find(index, query).slice(0, limit),
    registers: noRegisters,
    connected: new Set([...law.registers.values()].filter((r) => r.connected).map((r) => r.id)),
    identity: sampleIdentity({
      authorities: [...law.authorities.values()],
      division: law.city.home,
      stations: [...law.halls.values()].filter((h) => h.kind === 'station').map((h) => ({ id: h.id, name: h.name, division: h.division })),
    }),
    payments: demonstrationPayments({ now, file: null }),
    sessions: sessionsOver(change.store ?? (async () => store), now, { secure: false }),
    store: async () => store,
    files: async () => {
      throw new Error('no files here');
    },
    scanner: null,
    pictures: null,
    gateways: { sms: null, email: null },
    demonstration: true,
    languages: [],
    secure: false,
    assets: shippedAssets(islands()),
    changed: () => {},
    follow: () => () => {},
    ...change,
  };
}

/** A store that knows sessions and nothing else. */
function sessionsOnly(): Store {
  const sessions = new Map<string, Session>();
  const known: Pick<Store, 'saveSession' | 'session' | 'endSession' | 'unread'> = {
    unread: async () => 0,
    saveSession: async (s) => void sessions.set(s.tokenHash, s),
    session: async (hash) => sessions.get(hash) ?? null,
    endSession: async (hash) => void sessions.delete(hash),
  };
  return known as Store;
}

let bundled: string | undefined;
/** The islands as they are shipped, bundled once per test file. */
function islands(): string {
  if (bundled) return bundled;
  bundled = mkdtempSync(join(tmpdir(), 'yijian-islands-'));
  const source = join(root, 'src', 'web', 'islands');
  buildSync({
    entryPoints: readdirSync(source)
      .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
      .map((f) => join(source, f)),
    outdir: bundled,
    bundle: true,
    format: 'esm',
    target: ['es2020'],
    minify: true,
    logLevel: 'silent',
  });
  return bundled;
}
