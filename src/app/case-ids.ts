/** Case ids, time-ordered and each given once by this process, whatever the clock does: when it jumps back, numbering goes on from where it was. */
import { caseIdOf } from '../core/case';

export function caseIds(cell: number): (ms: number) => bigint {
  let last = { ms: 0, sequence: 0 };
  return (ms) => {
    last = ms <= last.ms ? { ms: last.sequence === 4095 ? last.ms + 1 : last.ms, sequence: (last.sequence + 1) & 4095 } : { ms, sequence: 0 };
    return caseIdOf(last.ms, cell, last.sequence);
  };
}
