/** What may be done with a case, and the events it makes. One file per part of the procedure law. */
export * from './applicant';
export * from './checkout';
export * from './decision';
export { type Clocks, type DecideLater, type Due, type Handling, missingInputs, type Outcome, type Refusal } from './handling';
export { acceptanceTime, answerTime, deliveryTime, extensionTime, generalTime, jointExtension, jointTime, specialProcedures } from './periods';
export { accept, acceptedBySilence, correct, lapse, notAccept, receive, requestSupplement, supplement, supplyDeferred } from './receipt';
export {
  arrangeVisit,
  askHearing,
  conveneHearing,
  extend,
  extendJoint,
  hearingOutstanding,
  holdHearing,
  offerHearing,
  pause,
  recordVisit,
  resume,
  startReview,
  transfer,
  visitOutstanding,
  waitForInputs,
  type Approval,
} from './review';
export { datedAnew, nextTurn, passTime } from './time';
export { type Move, whoseMove } from './whose-move';
export { togetherWith } from './joint-visit';
