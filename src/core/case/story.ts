/**
 * How each step went, told from its events: how long, how often something was asked for or stopped, and what looks like playing with the
 * clock – a pause begun, or a return to the applicant made, in the last tenth of a period. A sign to look at, never a verdict.
 */
import type { Recorded } from './event';
import { foldTelling } from './fold';
import { type CaseState, dayOfReceipt, finalStatuses, isGranted, type StepState, type StepStatus } from './state';

export const channels = ['self', 'helper', 'hall'] as const;
/** Who filed: the applicant's own side, a helper, or a clerk at the counter. */
export type Channel = (typeof channels)[number];

export type Story = {
  service: string;
  authority: string;
  division: string;
  channel: Channel;
  /** When it was decided or ended otherwise; null while it goes on. */
  endedAt: string | null;
  outcome: 'granted' | 'refused' | 'not-accepted' | 'other' | null;
  /** Working days from first receipt to the end, whoever's time it was; null for what was never received, or not over. */
  days: number | null;
  /** Whether the authority kept its statutory period; null where none ran or it is not over. */
  inTime: boolean | null;
  supplements: number;
  pauses: number;
  escalations: number;
  latePause: boolean;
  lateReturn: boolean;
};

/** `workdays` after the day of `from` up to that of `to`; `hours` of working time between the two. */
export type WorkTime = { workdays(from: string, to: string): number; hours(from: string, to: string): number };

export const channelOf = (state: CaseState): Channel => (state.actor.capacity === 'helper' ? 'helper' : state.actor.capacity === 'counter-clerk' ? 'hall' : 'self');

/** Steps about which there is something to tell – over, asked for more, paused, or overrun –, and how the case stands. */
export function stories(events: Iterable<Recorded>, time: WorkTime): { state: CaseState | null; told: Map<string, Story> } {
  const told = new Map<string, Story>();
  const state = foldTelling(events, (now, id, was, at) => {
    const story = tell(now, now.steps.get(id)!, was, at, told.get(id), time);
    if (story) told.set(id, story);
  });
  return { state, told };
}

function tell(state: CaseState, s: StepState, was: StepState | undefined, at: string, so: Story | undefined, time: WorkTime): Story | null {
  const overNow = finalStatuses.has(s.status);
  const wasOver = was !== undefined && finalStatuses.has(was.status);
  const late = was !== undefined && inLastTenth(was, at, time);
  const paused = began(s, was, 'paused') && s.pauses.at(-1)?.procedure !== 'awaiting-output';
  const returned = began(s, was, 'supplement-requested') || began(s, was, 'not-accepted');
  const pauses = s.pauses.filter((p) => p.procedure !== 'awaiting-output').length;
  if (!overNow && s.supplements === 0 && pauses === 0 && s.escalations.length === 0) return null;
  const ends = overNow && !wasOver ? ending(s, was, at, time) : { endedAt: so?.endedAt ?? null, days: so?.days ?? null, inTime: so?.inTime ?? null };
  return {
    service: s.filed.service,
    authority: s.authority,
    division: state.division,
    channel: channelOf(state),
    ...ends,
    outcome: overNow ? outcomeOf(s) : null,
    supplements: s.supplements,
    pauses,
    escalations: s.escalations.length,
    latePause: (so?.latePause ?? false) || (paused && late),
    lateReturn: (so?.lateReturn ?? false) || (returned && late),
  };
}

const began = (s: StepState, was: StepState | undefined, status: StepStatus): boolean => s.status === status && was?.status !== status;

function ending(s: StepState, was: StepState | undefined, at: string, time: WorkTime): Pick<Story, 'endedAt' | 'days' | 'inTime'> {
  const from = s.receivedAt;
  const due = was?.due ?? null;
  return { endedAt: at, days: from === null ? null : time.workdays(from, at), inTime: due === null ? null : Date.parse(at) <= Date.parse(due) };
}

function outcomeOf(s: StepState): Story['outcome'] {
  if (isGranted(s)) return 'granted';
  return s.status === 'refused' || s.status === 'not-accepted' ? s.status : 'other';
}

/** Of the period running then: nine tenths of its working time had passed, and it had not ended. */
function inLastTenth(s: StepState, at: string, time: WorkTime): boolean {
  const from = s.acceptedAt ?? dayOfReceipt(s);
  if (s.due === null || from === '' || Date.parse(at) > Date.parse(s.due)) return false;
  const whole = time.hours(from, s.due);
  return whole > 0 && time.hours(at, s.due) <= whole / 10;
}
