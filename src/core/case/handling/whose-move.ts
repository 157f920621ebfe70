/** Whose move a step is, and by when: every step that is not over has a next actor and a date. */
import { type CaseState, isFinal, isGranted, onDesk, type StepState } from '../state';
import { missingInputs } from './handling';

/** `by`: an instant; null where the calendar's year is missing (`pending` names it). `step`: whose turn it is when another step is waited for. */
export type Move = { who: 'authority' | 'applicant' | 'step'; authority: string; by: string | null; pending: string | null; step: string | null };

export function whoseMove(state: CaseState, s: StepState): Move | null {
  if (isFinal(s) && s.status !== 'granted') return null;
  const own = (who: 'authority' | 'applicant', by: string | null): Move => ({ who, authority: s.authority, by, pending: by === null ? (s.pending ?? 'calendar') : null, step: null });
  switch (s.status) {
    case 'granted':
      return own('authority', s.due);
    case 'supplement-requested':
      return own('applicant', s.respondBy);
    case 'paused': {
      const current = s.pauses.at(-1);
      return current?.procedure === 'awaiting-output' ? waitingFor(state, s) : own('authority', current?.until ?? null);
    }
    case 'waiting':
    case 'depends':
      return waitingFor(state, s);
    default:
      return own('authority', s.due ?? s.promised);
  }
}

/** The open step it waits for that moves last; its date is that step's. Steps never wait in a circle. */
function waitingFor(state: CaseState, s: StepState): Move | null {
  const wanted = [...missingInputs(state, s).map((m) => m.step), ...(s.filed.decidedBy && !isGranted(state.steps.get(s.filed.decidedBy)) ? [s.filed.decidedBy] : [])];
  const others = wanted.flatMap((id) => state.steps.get(id) ?? []).filter((x) => x !== s && !isFinal(x));
  const fallback = s.status === 'depends' ? [...state.steps.values()].filter((x) => onDesk.has(x.status)) : [];
  let last: Move | null = null;
  for (const other of others.length ? others : fallback) {
    const move = whoseMove(state, other);
    if (!move) continue;
    const here: Move = { ...move, who: 'step', step: other.filed.id };
    if (!last || here.by === null || (last.by !== null && Date.parse(here.by) > Date.parse(last.by))) last = here;
  }
  return last;
}
