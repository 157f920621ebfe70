/** The periods of the procedure, with the article each comes from, and the clocks that run by them. */
import type { Length } from '../event';
import type { StepState } from '../state';
import type { Handling } from './handling';

/** From receipt to ask for everything that is missing, or the step counts as accepted (行政许可法 §32 ¶1(4)). */
export const acceptanceTime: Length = { wd: 5 };
/** For a decision where neither the service nor its own law says otherwise (行政许可法 §42 ¶1). */
export const generalTime: Length = { wd: 20 };
/** Added once, approved by the head of the authority (行政许可法 §42 ¶1). */
export const extensionTime = { wd: 10 } as const;
/** For licences handled jointly, from the case's first acceptance, and what may be added (行政许可法 §42 ¶2). */
export const jointTime = { wd: 45 } as const;
export const jointExtension = { wd: 15 } as const;
/** To issue and deliver what was granted (行政许可法 §44). */
export const deliveryTime: Length = { wd: 10 };
/** To ask for a hearing once told of the right, and to hold it (行政许可法 §47). */
export const hearingAskTime: Length = { wd: 5 };
export const hearingHoldTime: Length = { wd: 20 };
/** Days between the notice of a hearing and the hearing (行政许可法 §48 ¶1(1)). */
export const hearingNotice: Length = { days: 7 };
/**
 * The applicant's own time to add what is missing. No national law sets it; a city may say otherwise. Until then thirty working
 * days, which is our own choice and said so where it is shown.
 */
export const answerTime: Length = { wd: 30 };
/** Answers to low ratings and to "cannot be done" (国办发〔2019〕51号; the days are local practice and our defaults): contact, simple, complex. */
export const contactTime: Length = { wd: 1 };
export const mendTime: Length = { wd: 5 };
export const mendTimeComplex: Length = { wd: 15 };

/** Procedures whose time does not count (行政许可法 §45). */
export const specialProcedures: ReadonlySet<string> = new Set(['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expert-review']);

export type Running = { due: string | null; promised: string | null; pending?: string };

const spansOf = (h: Handling, pauses: StepState['pauses']) => pauses.map((p) => ({ from: p.from, to: p.to ?? h.at }));

/** Promised and statutory periods side by side, from the day after acceptance; an extension touches the statutory one alone. */
export function running(h: Handling, s: StepState, from: string): Running {
  const pauses = spansOf(h, s.pauses);
  const statutory = s.filed.clock.statutory ?? (s.filed.clock.promised ? null : generalTime);
  const clock = statutory ? h.clocks.due(s.extended ? longer(statutory) : statutory, from, pauses) : null;
  const promised = s.filed.clock.promised ? h.clocks.due(s.filed.clock.promised, from, pauses) : null;
  const open = [clock, promised].find((c) => c !== null && c.due === null);
  return { due: clock?.due ?? null, promised: promised?.due ?? null, ...(open?.due === null && { pending: open.pending }) };
}

/** A statutory period in working days grows by ten; one in another unit is counted to its end and then ten working days on. */
const longer = (statutory: Length): Length => (statutory['wd'] === undefined ? statutory : { wd: statutory['wd'] + extensionTime.wd });

/** The period of receipt: acceptance, and the promise counted from here as a forecast. */
export function received(h: Handling, s: StepState): Running {
  const clock = h.clocks.due(acceptanceTime, h.at, []);
  const promised = s.filed.clock.promised ? h.clocks.due(s.filed.clock.promised, h.at, []) : null;
  return { due: clock.due, promised: promised?.due ?? null, ...(clock.due === null && { pending: clock.pending }) };
}

/** The joint period, which stands still for the procedures of §45 in any of its steps but not while one step waits for another. */
export function jointDue(h: Handling, from: string, extended: boolean): string | null {
  const special = [...h.state.steps.values()].flatMap((s) => s.pauses.filter((p) => specialProcedures.has(p.procedure)));
  const length = { wd: jointTime.wd + (extended ? jointExtension.wd : 0) };
  return h.clocks.due(length, from, spansOf(h, special)).due;
}
