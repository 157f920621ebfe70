/** @module adapters/registers – authoritative registers over HTTP, and the reference register of the demonstration. */
export { demonstrationRegisters, startReferenceRegister } from './demonstration';
export { httpRegisters } from './http';
export { noRegisters } from './none';
