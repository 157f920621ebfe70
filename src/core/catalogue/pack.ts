/**
 * A law as text, for a browser that works without a connection: what the compiler and the questions read, without the texts of sources and the
 * places in files. Parsed on the other side it gives the same questions and the same plan, save that a reason names its file and not its line.
 */
import type { InForce } from './catalogue';

/** Not carried: what only pages of sources and the desk's explanations read. */
const left = ['sources', 'citations', 'calendar'] as const;
type Left = (typeof left)[number];
type Carried = Omit<InForce, Left | 'place' | 'scalar' | 'datumAt'>;

export function packLaw(law: InForce): string {
  const { place: _place, scalar: _scalar, datumAt: _at, ...data } = law;
  const carried = Object.fromEntries(Object.entries(data).filter(([name]) => !(left as readonly string[]).includes(name)));
  return JSON.stringify(carried, (_key, value) => (value instanceof Map ? { '~map': [...value] } : value));
}

export function unpackLaw(text: string): InForce {
  const carried = JSON.parse(text, (_key, value) => (value !== null && typeof value === 'object' && Array.isArray(value['~map']) ? new Map(value['~map']) : value)) as Carried;
  return {
    ...carried,
    sources: new Map(),
    citations: new Map(),
    calendar: [],
    place: (file) => ({ file, line: 0, column: 0 }),
    scalar: () => null,
    datumAt: (entity) => ({ file: entity, path: [] }),
  };
}
