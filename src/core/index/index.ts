/** @module core/index – what a city measures and promises: indicators, observations, targets, and whether they are on track. */
export type { Frame } from './declare/frame';
export type { Indicator } from './declare/indicator';
export { strengths, units, type Strength, type Unit } from './declare/scalar';
export { statuses, type Statistic, type Status } from './declare/statistic';
export { operators, type Target } from './declare/target';
export type { Measures } from './measured';
export { loadMeasures } from './measures';
export { onTrack, type Reading } from './on-track';
export { midTerm, pace, paceOf, type Pace } from './pace';
export { growth, progress, requiredFromNow, together, type Grouped, type Point, type Progress, type ProgressStatus, type Series } from './progress';
export { asCsv, asKnown, longTable, type Observation } from './table';
