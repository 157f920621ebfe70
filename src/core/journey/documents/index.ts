export { chooseDocuments, documentsFor } from './documents';
export type { Choice, Given, Problem, Requirement, Selection, Solve, Source, Use } from './problem';
export { replay, replayPlan } from './replay';
export { select } from './select';
