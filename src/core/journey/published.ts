/** The pair press figures use: statutory periods added up, against the joint promise or the path on promised clocks. */
import type { Duration } from '../catalogue';
import type { StepPlan } from './step-plan';
import { longestPath, ownHours } from './before';
import type { Variant } from './variant';
import type { Published } from './plan';
import type { Situation } from './situation';

/** Working days of a legal clock, as the press counts them. */
const clockDays = (d: Duration, day: number) =>
  d.wd ?? (d.h !== undefined ? d.h / day : d.days !== undefined ? Math.ceil((d.days * 5) / 7) : d.weeks !== undefined ? d.weeks * 5 : (d.months ?? 0) * 22);

export function clockOf(s: Situation, step: StepPlan): { statutory: Duration | null; promised: Duration | null } {
  const clock = step.clocks.find((c) => s.holds(c.when));
  const mark = clock?.illustrative ? { illustrative: true } : {};
  return { statutory: clock?.statutory ? { ...clock.statutory, ...mark } : null, promised: clock?.promised ? { ...clock.promised, ...mark } : null };
}

/** The pair press figures use: before = Σ statutory; after = the sourced joint promise, else the critical path on promised clocks. */
export function published(v: Variant): Published {
  const { s } = v;
  const day = s.prepared.law.city.workday.hours;
  const applied = v.steps.filter((x) => x.initiator === 'applicant');
  const before = applied.map((step) => daysFor(s, step, 'statutory')).reduce((n, x) => n + x.days, 0);
  const marks = applied.map((step) => daysFor(s, step, 'statutory').illustrative);
  const joint = sourcedJointPromise(v);
  if (joint) return { before: tenth(before), after: tenth(clockDays(joint, day)), illustrative: marks.includes(true) };
  const { hours } = promisedPath(v);
  return { before: tenth(before), after: tenth(hours), illustrative: [...marks, ...applied.map((step) => daysFor(s, step, 'promised').illustrative)].includes(true) };
}

const tenth = (x: number) => Math.ceil(Number((x * 10).toPrecision(12))) / 10;

/** A joint promise counts only where somebody published it. */
export function sourcedJointPromise(v: Variant): Duration | null {
  const joint = v.s.prepared.journey?.jointPromise;
  return joint?.source && !joint.illustrative ? joint : null;
}

/** Working days of a service as published – its clock, else its stages –, and the clock they come from. */
export function daysFor(s: Situation, step: StepPlan, first: 'statutory' | 'promised'): { days: number; clock: Duration | null; illustrative: boolean } {
  const day = s.prepared.law.city.workday.hours;
  const both = clockOf(s, step);
  const clock = first === 'statutory' ? (both.statutory ?? both.promised) : (both.promised ?? both.statutory);
  const illustrative = clock ? clock.illustrative === true : step.stages.some((x) => x.item.illustrative);
  return { days: clock ? clockDays(clock, day) : ownHours(s, step, day) / day, clock, illustrative };
}

/** The longest way through whole services on promised clocks; `hours` are working days here. */
export function promisedPath(v: Variant): { hours: number; path: string[] } {
  const applied = v.steps.filter((x) => x.initiator === 'applicant');
  const ids = new Set(applied.map((x) => x.id));
  return longestPath(
    applied.map((x) => ({ id: x.id, hours: daysFor(v.s, x, 'promised').days })),
    v.edges.map((e) => ({ from: e.from.step, to: e.step })).filter((e) => ids.has(e.from) && ids.has(e.to)),
  );
}
