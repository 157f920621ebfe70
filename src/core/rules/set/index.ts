/** @module core/rules/set – named rules, parameters, macros and decision tables, written out in the rule language. */
export { mutants, shiftedValues, type Mutant } from './boundary';
export { cell, operand, shifted, type Words } from './cell';
export { cover, mayBeAbsent, type Cover, type Grid } from './cover';
export { look, type Work } from './look';
export { type Aggregate, column, type Definition, type Definitions, rowTest, type Row, type Table, tableBody } from './definition';
export { expand, expandAll, inOrder, limits, meaningOf, measure, measureAll, type Measure, namesIn, tooLarge } from './expand';
export { decidedBy, type Decider } from './decided-by';
export { comesTo, outcomes, reading, type Reading } from './outcome';
export { renamed, substitute } from './substitute';
