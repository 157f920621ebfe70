/** @module core/source – facts as printed: reading them, finding who carries them, and holding the city to them. */
export { articlesOf, factsOf, type CitedFact, type Fact } from './facts';
export { lintSources } from './lint';
export { datesIn, figureOf, type Figure } from './printed';
export { folders, offers, useOf, usesIn, type Use, type UseKind } from './uses';
