/**
 * @module core/exchange – services in and out: the national item tables (reference/domain.md §3) both ways, the case upload tables and
 * CPSV-AP one way. Pure: bytes and rows come in, rows, findings and city files come out.
 */
export { caseBook, type FiledCase } from './cases';
export { cityFiles } from './city-files';
export { cpsvAp, type JsonLd } from './cpsv-ap';
export { readCsv, type Sheet, writeCsv } from './csv';
export { decode } from './encoding';
export { type Item, itemOf } from './item';
export { readJson } from './json';
export { readItems, type Reading } from './read-items';
export { leftBehind, type Left } from './report';
export { bookOf, codesFor } from './rows';
export { type Book, caseTables, columnsOf, isTable, itemTables, type Rows, type TableName } from './tables';
export { taskCode, taskCodeFault } from './task-code';
