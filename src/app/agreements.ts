/** Use case: the city's agreements and requests – read once for a catalogue, checked, and asked what stands on a day. */
import { inOrder, type Catalogue, type Finding } from '../core/catalogue';
import { type Cited, type Loaded, loadLedger } from '../core/ledger';
import { loadCity, readFolder } from './load-city';
import type { Product } from './product';

/** `agreements/` and `requests/` of the folder with everything wrong in them; sources are looked up in the law of the latest day. */
export function checkAgreements(files: ReadonlyMap<string, string>, catalogue: Catalogue): Finding[] {
  return loadLedger(files, citedIn(catalogue)).findings;
}

/**
 * The same for a folder on disk, whatever else is wrong in it.
 * @throws NoSuchFolder
 */
export function checkLedger(dir: string): Finding[] {
  const { files, findings, catalogue } = loadCity(dir);
  return inOrder([...findings.filter((f) => /^(agreements|requests)\//.test(f.file)), ...checkAgreements(files, catalogue)]);
}

const loaded = new WeakMap<Catalogue, Loaded>();

/** The product's ledger, or null while its files have findings. */
export function ledgerOf(product: Product): Loaded {
  let found = loaded.get(product.catalogue);
  if (!found) loaded.set(product.catalogue, (found = loadLedger(readFolder(product.dir).files, citedIn(product.catalogue))));
  return found;
}

/** Null while the city folder itself has findings: then the sources are not known, and its own findings come first. */
function citedIn(catalogue: Catalogue): Cited | null {
  return catalogue.inForce('9999-12-31').law?.citations ?? null;
}
