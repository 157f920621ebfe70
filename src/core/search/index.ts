/** Search over a catalogue: prepare the shelf once, build the index from it, find. */
import { type Index, searchIndex } from './search';
import { type Entry, shelf } from './shelf';
import { syllables } from './syllables';

export type { Found } from './rank';
export { find, type Index, searchIndex } from './search';
export { type Entry, type Kind, type Say, type Shelf, shelf } from './shelf';
export { syllables } from './syllables';

/** The whole way in one step, for a process that reads its own catalogue. */
export const indexOf = (entries: readonly Entry[]): Index => searchIndex(shelf(entries, syllables), syllables);
