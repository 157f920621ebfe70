/** Search over a catalogue: prepare the shelf once, build the index from it, find. */
import type { InForce } from '../catalogue';
import type { LocalWords } from './local-words';
import { type Index, searchIndex } from './search';
import { type Entry, shelf } from './shelf';
import { syllables } from './syllables';

export { keepable } from './keepable';
export type { Found } from './rank';
export { find, type Index, searchIndex } from './search';
export { type Entry, type Kind, type Say, type Shelf, shelf } from './shelf';
export { syllables } from './syllables';

/** The whole way in one step, for a process that reads its own catalogue. */
export const indexOf = (entries: readonly Entry[], words: LocalWords = []): Index => searchIndex(shelf(entries, syllables), syllables, words);

/** What can be found in a city: its journeys and its services. */
export function entriesOf(law: InForce): Entry[] {
  const journeys = [...law.journeys.values()].map(
    (j): Entry => ({ id: j.id, kind: 'journey', name: j.name, aliases: j.aliases ?? [], services: j.services.flatMap((x) => ('oneOf' in x ? x.oneOf.map((u) => u.use) : [x.use])) }),
  );
  return [...journeys, ...[...law.services.values()].map((s): Entry => ({ id: s.id, kind: 'service', name: s.name, aliases: s.aliases ?? [] }))];
}

export const cityIndex = (law: InForce): Index => indexOf(entriesOf(law), law.words);
