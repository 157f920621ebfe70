import type { Frame } from './declare/frame';
import type { Indicator } from './declare/indicator';
import type { Statistic } from './declare/statistic';
import type { Target } from './declare/target';

/** Everything a city measures and promises, by id, in the order of the files. */
export type Measures = {
  indicators: ReadonlyMap<string, Indicator>;
  targets: ReadonlyMap<string, Target>;
  statistics: ReadonlyMap<string, Statistic>;
  indices: ReadonlyMap<string, Frame>;
};
