/** For tests of the law's numbers: cases filed on a given day, handled by commands on given days, on the State Council's calendar. */
import { due } from '../../calendar';
import { sampleCalendar } from '../../calendar/sample-years';
import type { Actor, FiledStep } from '../event';
import { apply, fold } from '../fold';
import * as of from '../handling';
import type { CaseState } from '../state';
import { applicant, filed, officer, play as played, recordedFrom, submitted } from './made-up';

export const clocks: of.Clocks = {
  due: (length, from, pauses) => {
    const found = due(sampleCalendar, { ...length, from, pauses });
    return found.due === null ? { due: null, pending: found.pending } : { due: found.due };
  },
};
export const at = (day: string, hour = '10:00') => `${day}T${hour}:00+08:00`;
export const closing = (day: string) => `${day}T17:00:00+08:00`;
export const other: Actor = { id: 'o-2', name: '凌若水', capacity: 'officer', authority: 'a' };

export function opened(day: string, ...steps: (Partial<FiledStep> & { id: string; first?: string[]; afterwards?: string[] })[]): CaseState {
  const filedSteps = steps.map(({ first, afterwards, ...more }) => ({ ...filed({ id: more.id, ...(first && { first }), ...(afterwards && { afterwards }) }), ...more }));
  const state = fold(recordedFrom(0, [submitted(filedSteps)], at(day), applicant))!;
  return played(state, of.receive({ state, at: at(day), actor: officer, clocks }), at(day));
}
export const on = (state: CaseState, when: string, actor = officer): of.Handling => ({ state, at: when.includes('T') ? when : at(when), actor, clocks });
export function done(state: CaseState, when: string, command: (h: of.Handling) => of.Outcome, actor = officer): CaseState {
  const h = on(state, when, actor);
  const outcome = command(h);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return recordedFrom(state.version, outcome.events, h.at, actor).reduce(applyTo, state);
}
const applyTo = (s: CaseState, e: ReturnType<typeof recordedFrom>[number]): CaseState => apply(s, e)!;
export const a = (s: CaseState) => s.steps.get('a')!;
export const paper = [{ evidence: 'paper-a', number: '№ 1' }];
export const time = (state: CaseState, when: string): CaseState =>
  recordedFrom(
    state.version,
    of.passTime(on(state, when), () => 'head'),
    at(when),
    officer,
  ).reduce(applyTo, state);
