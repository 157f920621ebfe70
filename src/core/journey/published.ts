/** The pair press figures use: statutory periods added up, against the joint promise or the path on promised clocks. */
import type { Duration } from '../catalogue';
import type { StepPlan } from './basket';
import { longest, ownHours } from './before';
import type { Variant } from './numbers';
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
  let illustrative = false;
  const daysFor = (step: StepPlan, first: 'statutory' | 'promised') => {
    const clock = clockOf(s, step);
    const used = first === 'statutory' ? (clock.statutory ?? clock.promised) : (clock.promised ?? clock.statutory);
    if (used?.illustrative || (!used && step.stages.some((x) => x.item.illustrative))) illustrative = true;
    return used ? clockDays(used, day) : ownHours(s, step, day) / day;
  };
  const tenth = (x: number) => Math.ceil(Number((x * 10).toPrecision(12))) / 10;
  const before = applied.reduce((n, step) => n + daysFor(step, 'statutory'), 0);
  const joint = s.prepared.journey?.jointPromise;
  if (joint?.source && !joint.illustrative) return { before: tenth(before), after: tenth(clockDays(joint, day)), illustrative };
  const edges = v.edges.map((e) => ({ from: e.from.step, to: e.step }));
  const after = longest(
    applied.map((x) => ({ id: x.id, hours: daysFor(x, 'promised') })),
    edges.filter((e) => applied.some((x) => x.id === e.from) && applied.some((x) => x.id === e.to)),
  );
  return { before: tenth(before), after: tenth(after), illustrative };
}
