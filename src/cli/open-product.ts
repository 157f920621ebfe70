/** Puts the product together: the city, the store, the registers and the sign-in, each behind its interface. The only place that knows them all. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sampleIdentity, sessionsOver } from '../adapters/identity';
import type { S3Options } from '../adapters/files';
import { smallPictures } from '../adapters/pictures/small';
import { type ClamdOptions, clamdScanner } from '../adapters/scan/clamd';
import { gatewaysOf, type NotifySettings } from '../adapters/notify';
import { demonstrationPayments } from '../adapters/payment';
import { demonstrationRegisters, noRegisters } from '../adapters/registers';
import { openStore, type Opened } from '../adapters/store';
import { type Folder, versionsOf } from '../app/catalogue/versions';
import type { AddedLanguage } from '../app/languages';
import { takeConfirmation } from '../app/pay';
import type { Product } from '../app/product';
import type { Registers } from '../app/ports/registers';
import { calendar } from '../core/calendar';
import type { Catalogue, InForce } from '../core/catalogue';
import { cityIndex, find } from '../core/search';
import { shippedAssets } from '../web/assets';
import { today } from './today';

export type Options = {
  dir: string;
  catalogue: Catalogue;
  files: Folder;
  languages: readonly AddedLanguage[];
  data?: string;
  database?: string;
  cache: string;
  notify?: NotifySettings;
  s3?: S3Options | null;
  clamd?: ClamdOptions | null;
  alarm: (message: string) => void;
};

export type Running = { product: Product; opened: Promise<Opened>; close(): Promise<void> };

export function openProduct({ dir, catalogue, files, languages, data, database, cache, notify = {}, s3 = null, clamd = null, alarm }: Options): Running {
  const first = catalogue.inForce(today()).law!;
  const versions = versionsOf({ catalogue, files }, { store: async () => (await opened).store, files: async () => (await opened).files, now: () => new Date() });
  const law = (): InForce => versions.current.catalogue.inForce(today(first.city.zone)).law ?? first;
  const opened = openStore({ ...(data !== undefined && { data }), ...(database !== undefined && { database }), cache, s3 });
  // Pages wait for the store only when they need it; a failure is told once, by whoever started the product.
  opened.catch(() => {});
  const connected = new Set([...first.registers.values()].filter((r) => r.connected).map((r) => r.id));
  const gateways = gatewaysOf(notify, async () => (await opened).store);
  const registers = lateRegisters(cache, [...connected], alarm);
  const workdays = byLaw(law, (l) => calendar(l.calendar, l.city));
  const index = byLaw(law, cityIndex);
  const followers = new Map<string, Set<() => void>>();
  const product: Product = {
    dir,
    get catalogue() {
      return versions.current.catalogue;
    },
    versions,
    law,
    calendar: workdays,
    today: () => today(first.city.zone),
    now: () => new Date(),
    find: (query, limit) => find(index(), query).slice(0, limit),
    registers: registers.port,
    connected,
    identity: sampleIdentity({
      authorities: [...first.authorities.values()],
      division: first.city.home,
      stations: [...first.halls.values()].filter((h) => h.kind === 'station').map((h) => ({ id: h.id, name: h.name, division: h.division })),
    }),
    payments: demonstrationPayments({
      now: () => new Date(),
      file: join(data ?? '.yijian', 'sample-till.jsonl'),
      notify: (headers, body) => takeConfirmation(product, headers, body),
    }),
    sessions: sessionsOver(
      async () => (await opened).store,
      () => new Date(),
      { secure: false },
    ),
    store: async () => (await opened).store,
    files: async () => (await opened).files,
    scanner: clamd && clamdScanner(clamd),
    pictures: smallPictures(),
    gateways,
    demonstration: true,
    languages,
    secure: false,
    assets: shippedAssets(join(cache, 'islands')),
    changed: (number) => {
      for (const told of followers.get(number) ?? []) told();
    },
    follow: (number, told) => {
      const all = followers.get(number) ?? new Set();
      followers.set(number, all.add(told));
      return () => {
        all.delete(told);
        if (all.size === 0) followers.delete(number);
      };
    },
  };
  return {
    product,
    opened,
    close: async () => {
      await registers.close();
      gateways.close();
      await opened.then(({ store }) => store.close()).catch(() => {});
    },
  };
}

/** Built again when the law changes over midnight, otherwise once. */
function byLaw<T>(law: () => InForce, make: (law: InForce) => T): () => T {
  let made: { law: InForce; value: T } | null = null;
  return () => {
    const now = law();
    if (made?.law !== now) made = { law: now, value: make(now) };
    return made.value;
  };
}

/** The reference register starts beside the first page, not before it; while it is not there, and where no register is connected, everything is asked. */
function lateRegisters(cache: string, connected: string[], alarm: (message: string) => void): { port: Registers; close(): Promise<void> } {
  const script = join(cache, 'reference-register.mjs');
  const started: Promise<Registers> =
    connected.length > 0 && existsSync(script)
      ? demonstrationRegisters({ command: [script], connected, alarm: (a) => alarm(JSON.stringify(a)) }).catch(() => noRegisters)
      : Promise.resolve(noRegisters);
  return {
    port: {
      read: async (request) => (await started).read(request),
      related: async (register, key, purpose) => (await started).related(register, key, purpose),
      close: async () => (await started).close(),
    },
    close: async () => (await started).close(),
  };
}
