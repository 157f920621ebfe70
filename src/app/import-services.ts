/** National tables into city YAML: read, checked, written out and loaded again in the city before anybody sees them. One mistake and nothing is taken. */
import { type Finding, inOrder, type InForce, loadCatalogue } from '../core/catalogue';
import { cityFiles, readItems, type Reading } from '../core/exchange';
import { readExchange } from './exchange-files';
import { sha256 } from './load-city';

export type Imported = { services: string[]; files: Map<string, string>; notKept: Reading['notKept']; encodings: { [file: string]: string } };

/** @param city the files of the city the services go into; @param day whose law they are checked under */
export function importServices(law: InForce, city: ReadonlyMap<string, string>, day: string, paths: readonly string[]): Imported | { findings: Finding[] } {
  const read = readExchange(paths);
  if (read.findings.length > 0) return { findings: inOrder([...read.findings, ...read.sheets.values()].flatMap((x) => ('code' in x ? [x] : x.findings))) };
  const { items, findings, notKept } = readItems(read.sheets, law);
  if (findings.length > 0) return { findings: inOrder(findings) };
  const written = cityFiles(law, items);
  const wrong = loadedAgain(city, written.files, day);
  if (wrong.length > 0) return { findings: inOrder(wrong) };
  return { services: items.map((i) => i.id), files: written.files, notKept: [...notKept, ...written.notKept], encodings: read.encodings };
}

/** What the loader says of the new files, beside the city's documents, sources and authorities. */
function loadedAgain(city: ReadonlyMap<string, string>, files: ReadonlyMap<string, string>, day: string): Finding[] {
  const around = [...city].filter(([path]) => !/^slots\.yaml$|^(services|journeys)\//.test(path));
  const { catalogue, findings } = loadCatalogue(new Map([...around, ...files]), sha256);
  return [...findings, ...catalogue.inForce(day).findings].filter((f) => files.has(f.file));
}
