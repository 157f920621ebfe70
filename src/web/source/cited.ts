/** Which sources a definition cites, and which definitions cite a source: every `source` anywhere inside it. */
import type { InForce } from '../../core/catalogue';

/** Ids as cited, each once, in order of first mention. */
export function citedBy(definition: unknown, into: Set<string> = new Set()): Set<string> {
  if (Array.isArray(definition)) for (const x of definition) citedBy(x, into);
  else if (definition && typeof definition === 'object')
    for (const [key, x] of Object.entries(definition)) {
      if (key === 'source' && typeof x === 'string') into.add(x);
      else citedBy(x, into);
    }
  return into;
}

/** The documents behind what is cited, each once. */
export function sourcesOf(law: InForce, definitions: readonly unknown[]): string[] {
  const files = new Set<string>();
  for (const id of citedBy(definitions)) files.add(fileOf(law, id) ?? id);
  return [...files];
}

/** The source file that holds a citation: itself, or the one with an entry or fact of that id. */
export function fileOf(law: InForce, id: string): string | undefined {
  const [file, entry] = id.split('#') as [string, string?];
  if (law.sources.has(file) && (entry === undefined || holds(law, file, entry))) return file;
  return [...law.sources.keys()].find((s) => holds(law, s, id));
}

const holds = (law: InForce, file: string, entry: string): boolean => {
  const s = law.sources.get(file);
  return s !== undefined && [...(s.entries ?? []), ...(s.facts ?? [])].some((e) => e.id === entry);
};
