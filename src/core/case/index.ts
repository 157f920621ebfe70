/** @module core/case – append-only events, the state folded from them, and what may be done next. */
export {
  actor,
  applicant,
  event,
  filedStep,
  handedOver,
  provenance,
  recorded,
  type Actor,
  type CaseEvent,
  type EventOf,
  type FiledStep,
  type HandedOver,
  type Length,
  type Mandate,
  type SignedReceipt,
  type Procedure,
  procedures,
  type Provenance,
  type Recorded,
  type Row,
  type Value,
  type Values,
} from './event';
export { type Booking, type Checkout, type CheckoutEvent, type DeliveryChoice, type Payment, type PaymentLine, type Postal, type RefundRule, refundRules, type Way, ways } from './checkout';
export { isDeclined } from './declined';
export { apply, fold } from './fold';
export * from './handling';
export { caseIdOf, caseNumber, readCaseNumber } from './number';
export { provisionalNumber, readProvisional } from './provisional';
export { type Paper, type PaperKind, papersOf, readPaperNumber } from './papers';
export { sentenceOf, type Names, type Sentence } from './sentence';
export { channels, type Channel, stories, type Story, type WorkTime } from './story';
export {
  finalStatuses,
  isFinal,
  isGranted,
  onDesk,
  type CaseState,
  type FactsChange as ChangedFacts,
  type Hearing,
  type Rating,
  type Ticket,
  type Visit,
  type Moment,
  type StepState,
  type StepStatus,
} from './state';
