/** @module core/case – append-only events, the state folded from them, and what may be done next. */
export {
  actor,
  applicant,
  event,
  filedStep,
  handedOver,
  provenance,
  type Actor,
  type CaseEvent,
  type EventOf,
  type FiledStep,
  type HandedOver,
  type Provenance,
  type Recorded,
  type Row,
  type Value,
  type Values,
} from './event';
export { apply, fold } from './fold';
export {
  accept,
  acceptedBySilence,
  acceptanceTime,
  deliver,
  grant,
  missingInputs,
  notAccept,
  receive,
  refuse,
  requestSupplement,
  startReview,
  supplement,
  waitForInputs,
  withdraw,
  type Clocks,
  type DecideLater,
  type Due,
  type Handling,
  type Length,
  type Outcome,
  type Refusal,
} from './handling';
export { caseIdOf, caseNumber, readCaseNumber } from './number';
export { sentenceOf, type Names, type Sentence } from './sentence';
export { finalStatuses, onDesk, type CaseState, type Moment, type StepState, type StepStatus } from './state';
