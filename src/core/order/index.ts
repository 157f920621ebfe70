/** @module core/order – public orders: clauses in force over time, and answers that cite them. */
export { answerTexts, type Answer, type AnswerKind } from './answer';
export { lies } from './area';
export { changesAgainst, type Change } from './compare';
export { decide } from './decide';
export { order as orderDeclaration } from './declare/order';
export { boundaries, everyWindow, holds, inForce, known, type Held, type Moments } from './in-force';
export { lintOrders, loadOrders, type Loaded } from './load';
export { instantOf } from './measures';
export { clauseName, sourceOf, type Clause, type ClauseKind, type Order, type OrderBook, type Window } from './order';
export { parseQuestions, type Asked, type Person, type Question, type Test, type Venue } from './question';
export { allReasons, reasonText, type Reason } from './reasons';
export { venueKindOf, venueKinds, workOf, works } from './words';
