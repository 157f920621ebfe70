/** Both readings of one target: the international one (`progress`) and 序时进度 (`pace`), as far as there are figures to read. */
import type { Target } from './declare/target';
import { pace, type Pace } from './pace';
import { progress, requiredFromNow, type Point, type Progress } from './progress';
import type { Observation } from './table';

export type Reading = {
  /** Figures of whole years, oldest first. */
  points: Point[];
  progress: Progress;
  /** Null without a year, a first figure and a later one, or where less is better. */
  pace: Pace | null;
  /** Yearly growth still required, as a share of 1. */
  required: number | null;
};

/** Null for a target in words: there is nothing to measure. */
export function onTrack(target: Target, known: readonly Observation[]): Reading | null {
  if (target.indicator === undefined || target.value === undefined || target.op === undefined) return null;
  const points = known
    .filter((o) => o.indicator === target.indicator && o.area === target.area && o.status !== 'target' && o.value !== null && /^\d{4}$/.test(o.period ?? ''))
    .map((o): Point => ({ year: Number(o.period), value: o.value! }))
    .sort((a, b) => a.year - b.year);
  const better = target.op === 'above' || target.op === 'at-least' ? 'up' : 'down';
  const goal = target.year === null ? null : { year: target.year, value: target.value };
  const first = points[0];
  const now = points.at(-1);
  return {
    points,
    // Without a printed year nothing is required by any date, so nothing can be on or off track.
    progress: goal ? progress({ points, better, target: goal }) : { status: 'unable', value: null, score: null },
    pace: goal && better === 'up' && first && now && now.year > first.year ? pace({ actual: now.value, target: goal.value, gone: now.year - first.year, span: goal.year - first.year }) : null,
    required: goal && now ? requiredFromNow(now, goal) : null,
  };
}
