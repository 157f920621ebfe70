/**
 * Whether an indicator is on track, as Statistics Canada and Open SDG publish it (open-sdg, docs/progress-methodology.md): the yearly growth observed
 * since the base year, against the growth a target requires, or against fixed rates where there is no target. The model is exponential and looks at
 * two points only, so it is shown beside the time-proportional reading of `pace.ts`, never alone.
 */
export type Point = { year: number; value: number };
export type Series = {
  /** At least two years, in any order. */
  points: readonly Point[];
  /** The base year; without a value there, the first year after it that has one. */
  since?: number;
  better: 'up' | 'down';
  target?: Point;
  /** A natural limit in the better direction, such as 100 for a share in percent. Read only without a target. */
  limit?: number;
};
export type ProgressStatus = 'achieved' | 'on-track' | 'acceleration-needed' | 'limited' | 'deterioration' | 'unable';
/** `value`: with a target the ratio of observed to required growth, else the observed growth in the better direction. `score` −5 … 5. */
export type Progress = { status: ProgressStatus; value: number | null; score: number | null };

const unable: Progress = { status: 'unable', value: null, score: null };
/** Zero has no growth rate; the method puts this in its place. */
const nearlyZero = 0.001;
const withTarget = { high: 0.95, middle: 0.6 };
const withoutTarget = { high: 0.015, middle: 0.005 };
/** Bends the thresholds near a natural limit so that the limit can be reached in fifteen years. */
const limitPower = 4.44;

/** Yearly growth from one value to another, both of one sign. */
export const growth = (from: Point, to: Point): number => (to.value / from.value) ** (1 / (to.year - from.year)) - 1;

export function progress(s: Series): Progress {
  const points = [...s.points].sort((a, b) => a.year - b.year);
  const first = points.find((p) => p.year >= (s.since ?? Number.NEGATIVE_INFINITY));
  const now = points.at(-1);
  if (!first || !now || now.year - first.year < 1) return unable;
  const base = { ...first, value: first.value || nearlyZero };
  if (base.value < 0 !== now.value < 0 && now.value !== 0) return unable;
  const direction = (s.better === 'up' ? 1 : -1) * (base.value < 0 ? -1 : 1);
  const observed = growth(base, now);
  if (!s.target) return judgeGrowth(direction * observed, factor(base.value, s.limit));
  const target = { ...s.target, value: s.target.value || nearlyZero };
  if (base.value < 0 !== target.value < 0 || target.year <= base.year) return unable;
  if (s.better === 'up' ? now.value >= target.value : now.value <= target.value) return { status: 'achieved', value: null, score: 5 };
  return judgeRatio((direction * observed) / Math.abs(growth(base, target)));
}

function judgeRatio(ratio: number): Progress {
  if (!Number.isFinite(ratio)) return unable;
  const score = between(ratio < withTarget.middle ? (ratio + 0.6) / 0.24 - 5 : (ratio - 0.6) / 0.14);
  return { status: category(ratio, withTarget), value: ratio, score };
}

/** Score: −2 % → −5, 0 → −2.5, 0.5 % → 0, 1.5 % → 2.5, 2 % → 5; what lies above zero is scaled by the factor. */
function judgeGrowth(rate: number, c: number): Progress {
  if (!Number.isFinite(rate)) return unable;
  if (c === 0 && rate >= 0) return { status: 'on-track', value: rate, score: 5 };
  const score = rate < 0 ? 125 * rate - 2.5 : rate >= withoutTarget.high * c ? (500 * rate) / c - 5 : rate >= withoutTarget.middle * c ? (250 * rate) / c - 1.25 : (500 * rate) / c - 2.5;
  return { status: category(rate, { high: withoutTarget.high * c, middle: withoutTarget.middle * c }), value: rate, score: between(score) };
}

const between = (score: number) => Math.min(5, Math.max(-5, score));
const category = (x: number, t: { high: number; middle: number }): ProgressStatus => (x >= t.high ? 'on-track' : x >= t.middle ? 'acceleration-needed' : x >= 0 ? 'limited' : 'deterioration');

/** 1 far from the limit, 0 at it. */
function factor(base: number, limit: number | undefined): number {
  if (limit === undefined) return 1;
  const [b, l] = [Math.abs(base), Math.abs(limit)];
  if (b >= 2 * l) return 1;
  return 1 - (b <= l ? b / l : (2 * l - b) / l) ** limitPower;
}

/** Several series of one indicator: the mean of their scores; groups inside count as one. Achieved only when all are. */
export type Grouped = Progress | readonly Grouped[];
export function together(series: readonly Grouped[]): Progress {
  const parts = series.map((s) => (isGroup(s) ? together(s) : s)).filter((p) => p.score !== null);
  if (parts.length === 0) return unable;
  const score = parts.reduce((sum, p) => sum + p.score!, 0) / parts.length;
  if (parts.every((p) => p.status === 'achieved')) return { status: 'achieved', value: null, score };
  return { status: score >= 2.5 ? 'on-track' : score >= 0 ? 'acceleration-needed' : score >= -2.5 ? 'limited' : 'deterioration', value: null, score };
}
const isGroup = (s: Grouped): s is readonly Grouped[] => Array.isArray(s);

/** The yearly growth still required from the latest value to the target; null when the year has come or a value is not above zero. */
export const requiredFromNow = (now: Point, target: Point): number | null => (target.year > now.year && now.value > 0 && target.value > 0 ? growth(now, target) : null);
