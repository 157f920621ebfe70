/** @module core/games – the city Games: what is known of an edition, and who may enter by the city's own rules. */
export type { Row } from '../rules';
export type { Games } from './declare/games';
export { groupOf, judge, type Ready, type Verdict } from './judge';
export { loadGames, type Loaded } from './load';
export { masked } from './masked';
export { crowd } from './crowd';
