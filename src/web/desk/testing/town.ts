/** A product for tests of the desk: the real city folder, an embedded store in a temporary directory, sample people, a clock that the test moves. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleIdentity } from '../../../adapters/identity/sample';
import { sessionCookie } from '../../../adapters/identity/cookie';
import { startSession } from '../../../adapters/identity/session';
import { sessionsOver } from '../../../adapters/identity/sessions';
import { noRegisters } from '../../../adapters/registers/none';
import { openStore } from '../../../adapters/store';
import { handOver, piecesOf, pieceId } from '../../../app/documents';
import { openDraft, saveDraft, startDraft, type OpenDraft } from '../../../app/draft';
import { versionsOf } from '../../../app/catalogue/versions';
import { loadCity } from '../../../app/load-city';
import type { Clerk, Person } from '../../../app/ports/identity';
import type { Product } from '../../../app/product';
import { submit } from '../../../app/submit';
import { calendar } from '../../../core/calendar';
import { scenarioInput } from '../../../core/journey';
import { webApp } from '../../server';

export type Town = Awaited<ReturnType<typeof openTown>>;
const day = '2026-11-23';

export async function openTown(root = join(import.meta.dirname, '../../../..')) {
  const data = await mkdtemp(join(tmpdir(), 'yijian-desk-'));
  const opened = await openStore({ data, cache: join(tmpdir(), 'yijian-desk-cache') });
  const { catalogue, files } = loadCity(join(root, 'cities/zhuzhou'));
  const law = catalogue.inForce(day).law!;
  const workdays = calendar(law.calendar, law.city);
  const clock = { now: new Date(`${day}T09:30:00+08:00`) };
  const identity = sampleIdentity({ authorities: [...law.authorities.values()], division: law.city.home });
  const product: Product = {
    dir: join(root, 'cities/zhuzhou'),
    catalogue,
    versions: versionsOf({ catalogue, files }, { store: async () => opened.store, files: async () => opened.files, now: () => clock.now }),
    law: () => law,
    calendar: () => workdays,
    today: () => new Date(clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    now: () => clock.now,
    find: () => [],
    registers: noRegisters,
    connected: new Set(),
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
    changed: () => {},
    follow: () => () => {},
  };
  const app = webApp(product);
  const as = async (id: string) => {
    const principal = identity.samples().find((p) => p.id === id)!;
    return sessionCookie((await startSession(opened.store, principal, clock.now)).token, product).split(';')[0]!;
  };
  return {
    product,
    app,
    clock,
    law,
    store: opened.store,
    /** Session cookie of a sample person or clerk, by id. */
    as,
    /** Session cookie of a sample clerk. */
    clerk: (authority: string) => as(clerkId(authority, law.city.home)),
    person: (id: string) => as(`sample:person:${id}`),
    clerkOf: (authority: string) => identity.samples().find((p): p is Clerk => p.id === clerkId(authority, law.city.home))!,
    file: (journey: string, scenario: string, options?: Filing) => fileCase(product, identity.samples().find((p): p is Person => p.kind === 'person')!, journey, scenario, options),
    close: async () => {
      await opened.store.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

const clerkId = (authority: string, division: string) => `sample:clerk:${authority}:${division}`;

type Filing = { upload?: { name: string; bytes: Uint8Array }; answers?: { [concept: string]: unknown } };

/** Files a scenario of a journey through the use cases; papers to be shown at the counter, the first piece as a file where one is given. */
async function fileCase(product: Product, person: Person, journey: string, scenario: string, { upload, answers }: Filing = {}): Promise<string> {
  const input = scenarioInput(product.law(), journey, scenario, new Set())!;
  const id = await startDraft(product, person, { journey }, product.law().city.home);
  let draft = (await openDraft(product, person, id)) as OpenDraft;
  draft = (await saveDraft(product, draft, { ...draft.body, answers: { ...input.answers, ...(answers as typeof input.answers) } })) as OpenDraft;
  for (const [i, piece] of piecesOf(product, draft).missing.entries()) {
    const given = await handOver(product, draft, i === 0 && upload ? { piece: pieceId(piece), file: upload } : { piece: pieceId(piece), paper: true });
    if (given === 'stale' || 'problem' in given) throw new Error(`not handed over: ${JSON.stringify(given)}`);
    draft = given;
  }
  const done = await submit(product, draft);
  if (done.kind !== 'submitted') throw new Error(JSON.stringify(done));
  return done.number;
}
