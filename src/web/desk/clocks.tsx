/** The clocks of a step: received, to be accepted, to be decided by law and by promise, and every pause. */
import type { Child } from '../html/jsx-runtime';
import type { CaseState, StepState } from '../../core/case';
import { conceptName, evidenceName, length, list } from '../text';
import { Facts } from '../ui';
import type { Visit } from '../visit';
import { shortDay } from './time-tag';

const beforeAcceptance: ReadonlySet<string> = new Set(['received', 'supplement-requested', 'supplemented']);

export const Clocks = ({ v, step, joint }: { v: Visit; step: StepState; joint: CaseState['joint'] }) => {
  const { clock } = v.t.desk;
  const at = (instant: string | null) => (instant ? shortDay(v.t, instant, v.today, true) : v.t.desk.noDate);
  const early = beforeAcceptance.has(step.status);
  const { statutory, promised } = step.filed.clock;
  const period = (l: { [unit: string]: number } | null) => (l ? length(v.t, l) : clock.none);
  const rows: { label: Child; value: Child }[] = [{ label: clock.received, value: at(step.receivedAt) }];
  if (early) rows.push({ label: clock.acceptBy, value: step.pending ? pending(v, step.pending) : at(step.due) });
  if (step.acceptedAt) rows.push({ label: clock.accepted, value: at(step.acceptedAt) });
  if (!early && step.pending && !step.due) rows.push({ label: clock.decideBy, value: <Length words={period(statutory)} note={pending(v, step.pending)} /> });
  else rows.push({ label: clock.decideBy, value: early || !step.due ? <Length words={period(statutory)} note={statutory && early ? clock.notYet : null} /> : at(step.due) });
  rows.push({ label: clock.promised, value: step.promised ? <Length words={at(step.promised)} note={promised && period(promised)} /> : period(promised) });
  if (joint?.due) rows.push({ label: v.t.procedure.joint, value: at(joint.due) });
  for (const p of step.pauses)
    rows.push({ label: clock.pause, value: p.to ? clock.pausedFrom(at(p.from), at(p.to), why(v, p.reason)) : clock.pausedSince(at(p.from), why(v, p.reason), p.until ? at(p.until) : null) });
  return <Facts rows={rows} />;
};

const Length = ({ words, note }: { words: string; note: string | null }) => (
  <>
    {words}
    {note && <span class="from">{note}</span>}
  </>
);

const pending = (v: Visit, calendar: string) => v.t.desk.lights.pending(calendar.replace('calendar-', ''));

/** A pause for outputs says them by id. */
const why = (v: Visit, reason: string): string =>
  list(
    v.t,
    reason.split('、').map((id) => (v.law.evidence.has(id) ? evidenceName(v.t, v.law, id) : conceptName(v.t, v.law, id))),
  );
