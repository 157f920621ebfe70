/**
 * A change to one file of the city folder: written by one person against a version, seen with its findings and what it does to every journey,
 * published by a second person (maker ≠ checker). Cases under way keep the version they were filed under.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Finding, loadCatalogue } from '../../core/catalogue';
import { compileLaw, scenarioInput, type Numbers } from '../../core/journey';
import { lintFolder } from '../lint-city';
import { loadCity, sha256 } from '../load-city';
import type { Clerk } from '../ports/identity';
import type { CatalogueEdit } from '../ports/store';
import type { Product } from '../product';
import type { Folder, Loaded } from './versions';

/** Folders a designer may change: what is published elsewhere (orders, agreements, the page) has its own way. */
export const editable = /^(services|journeys|evidence|concepts|codes|registers|rules|sources)\/[a-z0-9][a-z0-9.-]*\.yaml$|^(authorities|divisions|halls|slots|words|glossary)\.yaml$/;

const largest = 200_000;
const newId = () => randomBytes(9).toString('base64url');

/** The folder as it would be. */
export function withFile(files: Folder, file: string, body: string): Folder {
  const next = new Map(files);
  if (body.trim() === '') next.delete(file);
  else next.set(file, body);
  return next;
}

/** Loads it and says everything that is wrong with it today; the errors of one stage at a time, as lint does. */
export function checked(product: Product, file: string, body: string): Loaded {
  const files = withFile(product.versions.current.files, file, body);
  const { catalogue, findings } = loadCatalogue(files, sha256);
  const today = findings.length ? [] : catalogue.inForce(product.today()).findings;
  return { catalogue, files, findings: [...findings, ...today] };
}

/** What changes in the numbers of each journey's typical scenario; journeys that stay the same are left out. */
export type Effect = { journey: string; scenario: string; before: Numbers | null; after: Numbers | null };

export function effects(product: Product, loaded: Loaded): Effect[] {
  const [now, then] = [product.law(), loaded.catalogue.inForce(product.today()).law];
  if (!then) return [];
  const ids = [...new Set([...now.journeys.keys(), ...then.journeys.keys()])];
  return ids.flatMap((journey): Effect[] => {
    const [before, after] = [now, then].map((law) => numbersUnder(product, law, journey));
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ journey, scenario: 'typical', before: before ?? null, after: after ?? null }];
  });
}

function numbersUnder(product: Product, law: ReturnType<Product['law']>, journey: string): Numbers | null {
  const scenario = scenarioInput(law, journey, 'typical', product.connected);
  return scenario && compileLaw(law, { journey }, scenario.answers, scenario.known, product.today()).plan.numbers;
}

export type Refused = { refused: 'not-editable' | 'too-large' | 'stale' | 'same-person' | 'findings' | 'not-proposed' | 'no-such-edit' | 'unwritable' | 'nothing-changed'; findings?: Finding[] };

/** Keeps what was written, however broken: nothing is lost. */
export async function saveEdit(
  product: Product,
  maker: Clerk,
  given: { id: string | null; file: string; body: string; note: string; version: number; propose: boolean },
): Promise<CatalogueEdit | Refused> {
  if (!editable.test(given.file)) return { refused: 'not-editable' };
  if (given.body.length > largest) return { refused: 'too-large' };
  if (given.propose) {
    const { findings } = checked(product, given.file, given.body);
    if (findings.length) return { refused: 'findings', findings };
    if (product.versions.current.files.get(given.file) === given.body) return { refused: 'nothing-changed' };
  }
  const edit = {
    id: given.id ?? newId(),
    file: given.file,
    base: product.catalogue.hash,
    body: given.body,
    state: given.propose ? ('proposed' as const) : ('draft' as const),
    maker: maker.id,
    makerName: maker.name,
    checker: null,
    note: given.note,
    at: product.now().toISOString(),
  };
  const saved = await (await product.store()).saveEdit(edit, given.version);
  return saved.kind === 'saved' ? { ...edit, version: saved.version } : { refused: 'stale' };
}

/** A second person puts it into use, or sends it back with a reason. */
export async function decideEdit(product: Product, checker: Clerk, id: string, decision: 'publish' | 'return', note: string): Promise<CatalogueEdit | Refused> {
  const store = await product.store();
  const edit = await store.edit(id);
  if (!edit) return { refused: 'no-such-edit' };
  if (edit.state !== 'proposed') return { refused: 'not-proposed' };
  if (edit.maker === checker.id) return { refused: 'same-person' };
  const state = decision === 'publish' ? ('published' as const) : ('returned' as const);
  if (decision === 'publish') {
    const refused = await publish(product, edit, checker);
    if (refused) return refused;
  }
  const decided = { ...edit, state, checker: checker.id, note: note || edit.note, at: product.now().toISOString() };
  const saved = await store.saveEdit(decided, edit.version);
  return saved.kind === 'saved' ? { ...decided, version: saved.version } : { refused: 'stale' };
}

async function publish(product: Product, edit: CatalogueEdit, checker: Clerk): Promise<Refused | null> {
  const loaded = checked(product, edit.file, edit.body);
  // The law of today; the whole past and future is the linter's work on the command line.
  const { errors } = lintFolder(loaded, product.today(), product.today());
  if (errors.length) return { refused: 'findings', findings: errors };
  // The version in use is kept before it is left, so that every case filed under it can still be read.
  await product.versions.keep();
  try {
    const path = join(product.dir, edit.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, edit.body);
    renameSync(`${path}.new`, path);
  } catch {
    return { refused: 'unwritable' };
  }
  const disk = loadCity(product.dir);
  product.versions.use(disk.findings.length ? loaded : { catalogue: disk.catalogue, files: disk.files });
  await product.versions.keep({ maker: edit.maker, checker: checker.id, note: edit.note });
  return null;
}
