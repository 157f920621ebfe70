/** Which numbers rest on a line without a source. */
import { actsAlone, visitsOf } from './acts';
import type { EvidenceNeed, StepPlan } from './step-plan';
import type { Counts } from './count';
import type { Situation } from './situation';
import { innerLines } from './step-state';

/** A number any of whose counted lines is illustrative says so; what counts nowhere – an optional piece, a form no guide lists – makes nothing illustrative. */
export function illustrativeOf(s: Situation, steps: readonly StepPlan[]): Record<keyof Counts, boolean> {
  const applied = steps.filter((x) => x.initiator === 'applicant');
  const acts = applied.flatMap((step) => actsAlone(s, step));
  const whole = applied.some((x) => x.service.illustrative);
  const read = (x: StepPlan) => [...x.gates, ...x.applies, ...x.eligible, ...x.excludes.map((e) => e.line), ...innerLines(x)];
  const counted = (e: EvidenceNeed) => e.line.necessity !== 'optional' && e.lists.some((l) => l.some((p) => p.kind !== 'form'));
  const numbers = {
    acts: acts.some((a) => a.illustrative),
    documents: applied.some((x) => x.evidence.some((e) => e.item.line.illustrative && counted(e.item) && s.holds(e.when, true))),
    fields: applied.some((x) => x.needs.some((n) => n.item.illustrative && s.holds(n.when, true)) || read(x).some((line) => line.illustrative)),
    days: applied.some((x) => x.stages.some((st) => st.item.illustrative && s.holds(st.when, true))),
    visits: visitsOf(acts).some((a) => a.illustrative),
    counters: visitsOf(acts).some((a) => a.illustrative),
  };
  return whole ? { acts: true, documents: true, fields: true, days: true, visits: true, counters: true } : numbers;
}
