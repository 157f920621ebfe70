/** @module core/catalogue – the city folder, checked and dated. */
export type { Catalogue, Citation, Counter, InForce } from './catalogue';
export type { Authority, CalendarYear, City, Division, Hall, Register, Source } from './declare/city';
export type { CodeList, Datum, Entity, Subject } from './declare/concept';
export type { Evidence } from './declare/evidence';
export type { Journey, OneOf, Scenario, Use } from './declare/journey';
export type { Duration, Label } from './declare/scalar';
export type { Act, EvidenceLine, Service, Stage } from './declare/service';
export { completeCreditCode, completeIdNumber, creditCodeFault, idNumberFault } from './check-digits';
export { calendarEnd } from './calendar-end';
export { finding, inOrder, type Finding, type Place, type Text } from './finding';
export { joinedId, partsOf } from './joined-journeys';
export { loadCatalogue } from './load';
export { packLaw, unpackLaw } from './pack';
export { isCivilDate as isCivilDay, isId } from './declare/scalar';
export { toFillIn } from './to-fill-in';
export type { RuleSet } from './declare/rule-set';
export { accountOf, type Decided, boundaryWarnings, lineFindings, ruleIn } from './rule-sets';
export { codesOf } from './names';
export { choiceId, choicesOf, derivationScope, domainOf, placedUses, rolesOf, scopeOf, type Placed } from './scope';
/** For rooms that read files of their own from the same folder: the strict reader, the shape check and the scalars. */
export { changes, onDay, timelineFindings } from './dated';
export * as scalars from './declare/scalar';
export { read, type Tree } from './read';
export { placeIn, plain, shaped } from './shape';
export { type Names, unknownName } from './unknown-name';
export { checkWords } from './check-words';
