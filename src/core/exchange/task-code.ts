/**
 * The codes of an item (GB/T 39554.1): the implementation code of 31 characters is the credit code of the implementing body (18), the level
 * it is exercised at (1) and the basic code of the national catalogue (12); a handling item adds two more.
 */
import { creditCodeFault } from '../catalogue';

export type TaskCodeFault = 'length' | 'credit-code' | 'level' | 'basic-code';

/** Twelve digits and capital letters; `*` stands where the national catalogue leaves a place open. */
export const isBasicCode = (code: string): boolean => /^[0-9A-Z*]{12}$/.test(code);

/** Null when a part is missing or wrong. `level`: the digit of the national list. */
export function taskCode(creditCode: string, level: string, basic: string): string | null {
  const code = creditCode + level + basic;
  return taskCodeFault(code) === null ? code : null;
}

/** What is wrong with an implementation code of 31 characters or a handling-item code of 33, or null. */
export function taskCodeFault(code: string): TaskCodeFault | null {
  if (code.length !== 31 && code.length !== 33) return 'length';
  if (creditCodeFault(code.slice(0, 18)) !== null) return 'credit-code';
  if (!/^[1-6]$/.test(code[18]!)) return 'level';
  return isBasicCode(code.slice(19, 31)) && /^([0-9A-Z]{2})?$/.test(code.slice(31)) ? null : 'basic-code';
}
