/** What time alone brings about. A sweep runs this whenever a date has passed; the same result whether it runs once or a hundred times. */
import type { CaseEvent, ClockKind } from '../event';
import { dayOfReceipt, onDesk, type StepState } from '../state';
import { deemRenewed, renewable } from './decision';
import { type Handling, play } from './handling';
import { jointDue, received, running as runningClocks, specialProcedures } from './periods';
import { accept, acceptedBySilence, lapse } from './receipt';
import { resumed } from './review';

const past = (h: Pick<Handling, 'at'>, due: string | null): boolean => due !== null && Date.parse(due) < Date.parse(h.at);

/**
 * Silence accepts (行政许可法 §32), silence past expiry renews (§50), the time told for a procedure runs out, the applicant's own time
 * lapses, and a clock overrun is told upwards once.
 * @param upwards who is told when this step's authority overruns a clock.
 */
export function passTime(h: Handling, upwards: (s: StepState) => string): CaseEvent[] {
  const made: CaseEvent[] = [];
  for (const id of h.state.steps.keys())
    for (const turn of turns) {
      const now = { ...h, state: play(h, made) };
      const s = now.state.steps.get(id)!;
      made.push(...turn(now, s, upwards));
    }
  return made;
}

type Turn = (h: Handling, s: StepState, upwards: (s: StepState) => string) => CaseEvent[];
const eventsOf = (o: ReturnType<typeof accept>): CaseEvent[] => ('events' in o ? o.events : []);

const turns: Turn[] = [
  (h, s) => (acceptedBySilence(h, s) ? eventsOf(accept(h, s.filed.id)) : []),
  (h, s) => (s.filed.renews ? eventsOf(deemRenewed(h, s.filed.id)) : []),
  (h, s) => {
    const current = s.status === 'paused' ? s.pauses.at(-1) : undefined;
    if (!current || !specialProcedures.has(current.procedure) || !past(h, current.until)) return [];
    // The time told is the time that does not count: it ends when it was said to end, though the sweep may come later.
    return [resumed({ ...h, at: current.until! }, s)];
  },
  (h, s) => (s.status === 'supplement-requested' && past(h, s.respondBy) ? eventsOf(lapse(h, s.filed.id, '逾期未补正')) : []),
  (h, s, upwards) => overrun(h, s).map((clock) => ({ type: 'escalated', step: s.filed.id, clock, to: upwards(s) })),
];

/** Clocks of the authority that have passed and were not told upwards since they were last set. */
function overrun(h: Handling, s: StepState): ClockKind[] {
  const clocks: [ClockKind, string | null][] = onDesk.has(s.status)
    ? [
        ['statutory', s.status === 'accepted' || s.status === 'under-review' ? s.due : null],
        ['promised', s.status === 'accepted' || s.status === 'under-review' ? s.promised : null],
        ['joint', h.state.joint?.due ?? null],
      ]
    : s.status === 'granted'
      ? [['delivery', s.due]]
      : [];
  return clocks.filter(([kind, due]) => past(h, due) && !s.escalations.some((e) => e.clock === kind && Date.parse(e.at) >= Date.parse(due!))).map(([kind]) => kind);
}

/** Dates that waited for a year's calendar, where it is there now: counted as they would have been from the first, whatever day it is. */
export function datedAnew(h: Handling): CaseEvent[] {
  return [...h.state.steps.values()].flatMap((s): CaseEvent[] => {
    if (s.pending === null || !running.has(s.status)) return [];
    const decided = s.status === 'accepted' || s.status === 'under-review';
    const clocks = decided ? runningClocks(h, s, s.acceptedAt ?? h.at) : received({ ...h, at: dayOfReceipt(s) || h.at }, s);
    if (clocks.pending !== undefined) return [];
    const joint = h.state.joint?.due === null ? jointDue(h, h.state.joint.from, h.state.joint.extended) : null;
    return [{ type: 'dated', step: s.filed.id, ...clocks, ...(joint !== null && { joint }) }];
  });
}
const running: ReadonlySet<StepState['status']> = new Set(['received', 'supplemented', 'accepted', 'under-review']);

/** When time next brings something about for a step, or null: what the sweep's indexed column holds. */
export function nextTurn(h: Pick<Handling, 'state'>, s: StepState): string | null {
  const current = s.status === 'paused' ? s.pauses.at(-1) : undefined;
  const dates = [
    s.status === 'received' || s.status === 'supplemented' ? s.due : null,
    s.status === 'supplement-requested' ? s.respondBy : null,
    current && specialProcedures.has(current.procedure) ? current.until : null,
    s.filed.renews && renewable.includes(s.status) ? `${s.filed.renews.expires}T23:59:59+08:00` : null,
    ...(['accepted', 'under-review'].includes(s.status) ? [open(s, 'statutory', s.due), open(s, 'promised', s.promised)] : []),
    ...(onDesk.has(s.status) ? [open(s, 'joint', h.state.joint?.due ?? null)] : []),
    s.status === 'granted' ? open(s, 'delivery', s.due) : null,
  ].filter((d): d is string => d !== null);
  return dates.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** A clock already told upwards brings nothing more about. */
const open = (s: StepState, kind: ClockKind, due: string | null) => (due !== null && s.escalations.some((e) => e.clock === kind && Date.parse(e.at) >= Date.parse(due)) ? null : due);
