/** @module core/catalogue/rule-sets – the named rules, tables and examples of a city: read, checked in stages, put in where they are named. */
export { accountOf, type Decided } from './account';
export { checkRuleSets } from './check';
export { boundaryWarnings } from './examples';
export { lineFindings } from './lines';
export { ruleNames } from './names';
export { noRules, type Rules } from './rule-book';
export { namingFaults, putIn, ruleIn } from './rules';
