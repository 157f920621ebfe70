/** A product for tests of pages with people in them: the real city, an embedded store, sample people, registers that answer as a test wants, a clock that it moves. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionCookie } from '../../adapters/identity/cookie';
import { sampleIdentity } from '../../adapters/identity/sample';
import { startSession } from '../../adapters/identity/session';
import { sessionsOver } from '../../adapters/identity/sessions';
import { demonstrationGateway } from '../../adapters/notify';
import { demonstrationPayments } from '../../adapters/payment';
import { smallPictures } from '../../adapters/pictures/small';
import { openStore } from '../../adapters/store';
import { versionsOf } from '../../app/catalogue/versions';
import { loadCity } from '../../app/load-city';
import type { Clerk, Person } from '../../app/ports/identity';
import { takeConfirmation } from '../../app/pay';
import type { Product } from '../../app/product';
import { calendar } from '../../core/calendar';
import { prepare } from '../../core/journey';
import { browse } from '../apply/testing/browse';
import { webApp } from '../server';
import { fileCase, type Filing } from './file-case';
import { root } from './product';
import { type Said, registersOf } from './registers';

export const firstDay = '2026-11-23';

export type Town = Awaited<ReturnType<typeof openTown>>;

/**
 * @param connected registers in use; they hold the demonstration's books unless the town's `registers.answer` says otherwise
 * @param from the folder in which `cities/zhuzhou` lies
 */
export async function openTown({ connected = [] as string[], from = root } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'yijian-town-'));
  const opened = await openStore({ data, cache: join(tmpdir(), 'yijian-town-cache') });
  const dir = join(from, 'cities/zhuzhou');
  const { catalogue, files } = loadCity(dir);
  const law = catalogue.inForce(firstDay).law!;
  const workdays = calendar(law.calendar, law.city);
  const clock = { now: new Date(`${firstDay}T09:30:00+08:00`) };
  const said: Said = { asked: [], answer: null };
  const identity = sampleIdentity({ authorities: [...law.authorities.values()], division: law.city.home });
  const confirmations = { arrive: true };
  const now = () => clock.now;
  const store = async () => opened.store;
  const product: Product = {
    dir,
    catalogue,
    versions: versionsOf({ catalogue, files }, { store, files: async () => opened.files, now }),
    law: () => law,
    calendar: () => workdays,
    today: () => new Date(clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    now,
    find: () => [],
    registers: registersOf(connected, said),
    connected: new Set(connected),
    identity,
    payments: demonstrationPayments({ now, file: null, notify: async (headers, body) => confirmations.arrive && takeConfirmation(product, headers, body) }),
    sessions: sessionsOver(store, now, { secure: false }),
    store,
    files: async () => opened.files,
    scanner: null,
    pictures: smallPictures(),
    gateways: { sms: demonstrationGateway('sms', store), email: demonstrationGateway('email', store) },
    demonstration: true,
    languages: [],
    secure: false,
    assets: () => undefined,
    ...following(),
  };
  const app = webApp(product);
  const as = async (id: string) => {
    const principal = identity.samples().find((p) => p.id === id);
    if (!principal) throw new Error(`no sample ${id}`);
    return sessionCookie((await startSession(opened.store, principal, clock.now)).token, product).split(';')[0]!;
  };
  const clerkId = (authority: string) => `sample:clerk:${authority}:${law.city.home}`;
  return {
    product,
    app,
    law,
    clock,
    store: opened.store,
    /** Whether the confirmations of payments get through. */
    confirmations,
    /** What registers were asked, and what all of them answer instead of what they hold. */
    registers: said,
    person: (id: string) => identity.samples().find((p): p is Person => p.id === `sample:person:${id}`)!,
    clerkOf: (authority: string) => identity.samples().find((p): p is Clerk => p.id === clerkId(authority))!,
    /** Session cookie of a sample person, clerk or helper, by id. */
    as,
    /** Session cookie of an authority's sample clerk. */
    clerk: (authority: string) => as(clerkId(authority)),
    /** A browser without JavaScript, signed in as a sample person or as nobody. */
    browser: async (id?: string) => browse(app, id === undefined ? '' : await as(id.includes(':') ? id : `sample:person:${id}`)),
    /** Files a scenario for the first sample person. */
    file: (journey: string, scenario: string, options?: Filing) => fileCase(product, identity.samples().find((p): p is Person => p.kind === 'person')!, journey, scenario, options),
    close: async () => {
      await opened.store.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Whoever follows a case is told in this process. */
function following(): Pick<Product, 'changed' | 'follow'> {
  const followers = new Map<string, Set<() => void>>();
  return {
    changed: (number) => {
      for (const told of followers.get(number) ?? []) told();
    },
    follow: (number, told) => {
      followers.set(number, (followers.get(number) ?? new Set()).add(told));
      return () => void followers.get(number)?.delete(told);
    },
  };
}

export const typesOf = (town: Pick<Town, 'law'>, journey: string) => {
  const prepared = prepare(town.law, { journey });
  return (concept: string): string => prepared.datum(concept)?.datum.type ?? 'choice';
};

export function form(values: { [name: string]: string | File }): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}
