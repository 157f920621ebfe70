/** A product for tests of the resident's pages: the real city, an embedded store, sample people, registers that answer as a test wants. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionCookie } from '../../../adapters/identity/cookie';
import { sampleIdentity } from '../../../adapters/identity/sample';
import { startSession } from '../../../adapters/identity/session';
import { sessionsOver } from '../../../adapters/identity/sessions';
import { noRegisters } from '../../../adapters/registers/none';
import { referenceBooks } from '../../../adapters/registers/reference/books';
import { openStore } from '../../../adapters/store';
import { versionsOf } from '../../../app/catalogue/versions';
import { loadCity } from '../../../app/load-city';
import type { Person } from '../../../app/ports/identity';
import type { RegisterAnswer, Registers } from '../../../app/ports/registers';
import type { Product } from '../../../app/product';
import { calendar } from '../../../core/calendar';
import { prepare } from '../../../core/journey';
import { webApp } from '../../server';
import { browse } from './browse';

const root = join(import.meta.dirname, '../../../..');
const day = '2026-11-23';

export type Town = Awaited<ReturnType<typeof openTown>>;

/** @param connected registers in use; they hold the demonstration's books unless the town's `answer` says otherwise */
export async function openTown({ connected = [] as string[] } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'yijian-resident-'));
  const opened = await openStore({ data, cache: join(tmpdir(), 'yijian-resident-cache') });
  const { catalogue, files } = loadCity(join(root, 'cities/zhuzhou'));
  const law = catalogue.inForce(day).law!;
  const workdays = calendar(law.calendar, law.city);
  const clock = { now: new Date(`${day}T09:30:00+08:00`) };
  const said: { asked: string[]; answer: RegisterAnswer | null } = { asked: [], answer: null };
  const registers = connected.length > 0 ? booksOf(connected, said) : noRegisters;
  const identity = sampleIdentity({ authorities: [...law.authorities.values()], division: law.city.home });
  const followers = new Map<string, Set<() => void>>();
  const product: Product = {
    dir: join(root, 'cities/zhuzhou'),
    catalogue,
    versions: versionsOf({ catalogue, files }, { store: async () => opened.store, files: async () => opened.files, now: () => clock.now }),
    law: () => law,
    calendar: () => workdays,
    today: () => new Date(clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    now: () => clock.now,
    find: () => [],
    registers,
    connected: new Set(connected),
    identity,
    sessions: sessionsOver(
      async () => opened.store,
      () => clock.now,
      { secure: false },
    ),
    store: async () => opened.store,
    files: async () => opened.files,
    demonstration: true,
    secure: false,
    assets: () => undefined,
    changed: (number) => {
      for (const told of followers.get(number) ?? []) told();
    },
    follow: (number, told) => {
      followers.set(number, (followers.get(number) ?? new Set()).add(told));
      return () => void followers.get(number)?.delete(told);
    },
  };
  const app = webApp(product);
  const cookieOf = async (id: string) => {
    const principal = identity.samples().find((p) => p.id === id);
    if (!principal) throw new Error(`no sample ${id}`);
    return sessionCookie((await startSession(opened.store, principal, clock.now)).token, product).split(';')[0]!;
  };
  return {
    product,
    app,
    law,
    clock,
    store: opened.store,
    /** What registers were asked, and what all of them answer instead of what they hold. */
    registers: said,
    person: (id: string) => identity.samples().find((p): p is Person => p.id === `sample:person:${id}`)!,
    /** A browser without JavaScript, signed in as a sample person or as nobody. */
    browser: async (id?: string) => browse(app, id === undefined ? '' : await cookieOf(id.includes(':') ? id : `sample:person:${id}`)),
    close: async () => {
      await opened.store.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

function booksOf(connected: readonly string[], said: { asked: string[]; answer: RegisterAnswer | null }): Registers {
  const books = new Map(referenceBooks().map((b) => [b.id, b]));
  const id = (key: { datum: string; value: string }) => `${key.datum}=${key.value}`;
  return {
    async read({ register, key, data, evidence }) {
      said.asked.push(`${register}:${data.join()}`);
      if (said.answer) return said.answer;
      const entry = connected.includes(register) ? books.get(register)?.entries.get(id(key)) : undefined;
      if (!entry) return { state: 'none' };
      return {
        state: 'found',
        asOf: entry.asOf,
        data: Object.fromEntries(data.filter((d) => d in entry.data).map((d) => [d, entry.data[d]!])),
        evidence: evidence.filter((e) => entry.evidence.includes(e)),
      };
    },
    related: async (register, key) => (connected.includes(register) ? (books.get(register)?.related.get(id(key))?.related ?? []) : null),
    close: async () => {},
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
