/** The benches by name; one file each. */
import type { Bench } from './bench';
import { gamesBench } from './games';
import { searchBench } from './search';
import { soundnessBench } from './soundness';

export const benches: { readonly [name: string]: Bench } = {
  games: gamesBench,
  search: searchBench,
  soundness: soundnessBench,
};
