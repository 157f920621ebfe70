/** @module core/journey – the compiler: from a basket and a person's answers to one application. */
export { feesOf } from './acts';
export { lintJourneys } from './lint';
export { chooseDocuments, replay, replayPlan, select, type Problem, type Solve, type Use } from './documents';
export { prepare, UnknownBasket, type Prepared } from './basket';
export { linesIn, type StepPlan } from './step-plan';
export { leaves } from './bound-rule';
export { compile, compileLaw, LawNotLoaded, type Compiled } from './compile';
export { interview, type Interview } from './interview';
export { clockOf } from './published';
export {
  nothingKnown,
  type Basket,
  type Count,
  type Documents,
  type KnownFacts,
  type Number6,
  type Numbers,
  type Piece,
  type Plan,
  type PlanService,
  type PlanStep,
  type Question,
  type ServiceState,
  type Supplied,
  type Why,
} from './plan';
export { matchPolicies, policiesOf, policyBasket, policyQuestions, type PolicyMatch } from './policies';
export { expiryOf, renewalsOf, type Held, type Renewal } from './renewals';
export { pageWith, type QuestionPage } from './question-page';
export { whyAsked, type Fact, type Needed, type WhyAsked, type Witness } from './why';
export { groupOf, nextQuestion, questionPath } from './questions';
export { defaults, scenarioInput } from './scenario';
export { demand, eligibility, heldBy, registerFor } from './demand';
export { situation, type Situation } from './situation';
export { innerLines } from './step-state';
export { mayBeAbsent, slipIn, takeAnswers, type Given } from './take-answers';
export { parseAnswer, parseAnswers, parseTyped, type Refused } from './values';
export { counted, difference, distance, type Compared, type Counted, type Difference } from './difference';
export { ifAllIn } from './reach';
export { actIds, forbidden, whatIf, type Change, type Outcome } from './what-if';
export { definitionsOf, type Definitions } from './definitions';
export { aims, judge, most, type Aim, type AimKey, type Judged } from './aims';
export { sampleNumbers, type Chance, type Sampled } from './sample';
export { whatStays, type Staying } from './what-stays';
export { explain, type Asked, type Explanation, type Reason } from './explain';
export { fillingIn, secondsOf, seconds as fillingSeconds, type FillingIn } from './minutes';
