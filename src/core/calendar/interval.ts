/** A stretch of time, `from` inclusive and `to` exclusive: of a day when it holds opening hours, of history when it holds pauses. */
import type { Millis } from './instant';

export type Interval = { from: Millis; to: Millis };

/** Intervals that overlap or touch become one. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const before = merged.at(-1);
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What remains of `whole` outside `holes`. */
export function without(whole: readonly Interval[], holes: readonly Interval[]): Interval[] {
  let left = whole.filter((i) => i.from < i.to);
  for (const hole of holes) {
    left = left
      .flatMap((i) => [
        { from: i.from, to: Math.min(i.to, hole.from) },
        { from: Math.max(i.from, hole.to), to: i.to },
      ])
      .filter((i) => i.from < i.to);
  }
  return left;
}
