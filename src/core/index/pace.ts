/**
 * 序时进度, how Chinese cities read a plan under way: the share of the target reached, less the share of the time gone. Above zero is ahead (超进度),
 * below is behind (欠进度), in percentage points as printed, to two decimals.
 */
export type Pace = { completion: number; elapsed: number; ahead: number };

const printed = (share: number): number => Math.round(share * 10_000) / 100;

/** @param gone of `span` equal parts of time, such as months of a year. */
export function pace({ actual, target, gone, span }: { actual: number; target: number; gone: number; span: number }): Pace {
  return paceOf(actual / target, gone / span);
}

/** From shares of 1. */
export const paceOf = (completion: number, elapsed: number): Pace => ({ completion: printed(completion), elapsed: printed(elapsed), ahead: printed(completion - elapsed) });

/** 中期评估: how many of the targets are on schedule, in percent to one decimal. */
export const midTerm = (onSchedule: number, all: number): number => Math.round((onSchedule / all) * 1000) / 10;
