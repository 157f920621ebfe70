/** @module core/rules – a typed, terminating subset of FEEL that knows what it does not know. */
export { parse } from './parse';
export { check, typed, type Macro, type Scope } from './check';
export { nearest } from './nearest';
export type { Name, RuleType } from './types';
export { evaluate, holds, maxRows, type Facts, type Known, type RowOf } from './evaluate';
export { closure, compileRule } from './closure';
export type { Decide } from './slots';
export { Slots, type Row, type Values } from './slots';
export { simplify } from './simplify';
export { diagram, grown, jointOutcomes, lifted, walk, witness, type Diagram, type Node } from './diagram';
export type { Domain, DomainOf } from './domain';
export { idOf, leafOf, type Forest } from './forest';
export type { Move } from './variables';
export { conceptsOf, isLiteral, literal, mapParts, parts, show, sizeOf, type Comparison, type Expression } from './expression';
export { isRuleError, ruleError, type RuleError } from './error';
export { valuesToTry } from './try-values';
