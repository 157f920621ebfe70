/** One visit for every step that joins it (行政许可法 §34): who goes together, and who comes late but still goes along. */
import type { CaseEvent } from '../event';
import type { CaseState, StepState, StepStatus } from '../state';

/** Somebody could still be sent for it. */
export const visitable: ReadonlySet<StepStatus> = new Set(['received', 'supplemented', 'accepted', 'under-review', 'waiting', 'paused']);

/** The steps visited in one go. */
export const togetherWith = (state: CaseState, s: StepState): StepState[] => {
  const joins = s.filed.visit?.joins ?? null;
  return joins === null ? [s] : [...state.steps.values()].filter((x) => x.filed.visit?.joins === joins);
};

/** Steps that came to the case, or became visitable, after the time was set: they go along, so that nobody opens the door twice. */
export function latecomers(state: CaseState, at: string): CaseEvent[] {
  return [...state.steps.values()].flatMap((s): CaseEvent[] => {
    const { visit } = s.filed;
    if (!visit || visit.joins === null || s.visits.length > 0 || !visitable.has(s.status)) return [];
    const set = togetherWith(state, s)
      .flatMap((x) => x.visits)
      .find((x) => x.findings === null && x.slot !== null && Date.parse(x.slot) > Date.parse(at));
    return set?.slot ? [{ type: 'visit-arranged', step: s.filed.id, act: visit.act, slot: set.slot, joins: visit.joins }] : [];
  });
}
