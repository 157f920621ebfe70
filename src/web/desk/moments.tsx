/** What happened to a step, newest first. Names of the applicant's side are not repeated; officers stand by name. */
import type { Actor, StepState } from '../../core/case';
import type { Text } from '../text';
import { shapeOf, Timeline } from '../ui';
import type { Visit } from '../visit';
import { isShown, stateWord } from './status';
import { shortDay } from './time-tag';

export const Moments = ({ v, step }: { v: Visit; step: StepState }) => (
  <Timeline
    label={v.t.desk.moments}
    items={step.moments
      .map((m, i) => ({
        title: i === 0 ? v.t.desk.filed : stateWord(v.t, m.status),
        ...(isShown(v.t, m.status) ? shapeOf(m.status) : { icon: 'waiting' as const }),
        when: shortDay(v.t, m.at, v.today, true),
        where: byWhom(v.t, m.actor),
        current: i === step.moments.length - 1,
        children: m.text && m.status !== 'delivered' && m.status !== 'moot' && m.status !== 'paused' ? <p>{m.text}</p> : null,
      }))
      .reverse()}
  />
);

function byWhom(t: Text, actor: Actor): string {
  const { momentBy } = t.desk;
  if (actor.behalf) return t.station.forWhom(actor.name, actor.behalf.name);
  switch (actor.capacity) {
    case 'officer':
    case 'counter-clerk':
      return actor.name;
    case 'system':
      return momentBy.system;
    case 'self':
      return momentBy.self;
    case 'agent':
    case 'guardian':
    case 'helper':
    case 'legal-representative':
      return momentBy.other;
  }
}
