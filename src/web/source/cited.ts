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
  for (const definition of definitions) for (const id of citations(definition)) files.add(fileOf(law, id) ?? id);
  return [...files];
}

/** Definitions do not change while their law is in force, so each is walked once. */
function citations(definition: unknown): ReadonlySet<string> {
  if (typeof definition !== 'object' || definition === null) return new Set();
  let found = walked.get(definition);
  if (!found) walked.set(definition, (found = citedBy(definition)));
  return found;
}
const walked = new WeakMap<object, ReadonlySet<string>>();

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
