/** Durations in working hours, independent of any calendar. */
import type { Duration, Stage } from '../../catalogue';

/** Working hours of a stage or a promise; calendar days count five sevenths, a month and `next-month` 22 working days. */
export function hoursOf(stage: Duration & Pick<Stage, 'next-month'>, day: number): number {
  if (stage.h !== undefined) return stage.h;
  if (stage.wd !== undefined) return stage.wd * day;
  if (stage.days !== undefined) return Math.ceil((stage.days * 5) / 7) * day;
  if (stage.weeks !== undefined) return stage.weeks * 5 * day;
  return 22 * day * (stage.months ?? stage['next-month'] ?? 0);
}
