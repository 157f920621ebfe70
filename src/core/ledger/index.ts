/** @module core/ledger – agreements, what they commit to, money that adds up, requests and answers, and what is late. */
export { type Account, available, availableIn, broken, type Line, outstanding } from './account';
export { accountAt, type Book, emptyBook, foldEntries, post, postAll, type Posted } from './book';
export type { Entry } from './entry';
export type { Cited } from './check-sources';
export { dueOn, type DueOn } from './clock';
export type { Commitment } from './declare/agreement';
export type { OpenList, Party, Person, Statement, Strength } from './declare/part';
export type { Task, TaskEvent } from './declare/task';
export { type Fen, parseFen as parseAmount, percent, perMille, split } from './fen';
export { happenings, type Happening } from './happenings';
export { lateOn, openOn, type Held } from './late';
export { type Agreement, childrenOf, type Ledger, partiesOf, type Request, rootsOf } from './ledger';
export { loadLedger, type Loaded } from './load';
export type { Refusal } from './refusal';
export { requestOn, type RequestState, type RequestStatus } from './request-state';
export { newTask, slipped, taskOn, type TaskState, type TaskStatus } from './task-state';
