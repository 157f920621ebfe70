/** The state of a step or of a service in words, with a shape and a tone; colour alone says nothing. */
import type { Text } from '../text';
import { Tag, type Tone } from './card';
import { Icon, type IconName } from './icon';

export type StepStatus = keyof Text['ui']['states'];
export type ServiceStatus = keyof Text['ui']['serviceStates'];

const shapes: { [s in StepStatus]: [Tone, IconName] } = {
  waiting: ['plain', 'waiting'],
  received: ['info', 'current'],
  'supplement-requested': ['warning', 'problem'],
  supplemented: ['info', 'current'],
  accepted: ['info', 'current'],
  'not-accepted': ['bad', 'stopped'],
  'under-review': ['info', 'current'],
  paused: ['warning', 'waiting'],
  granted: ['good', 'done'],
  refused: ['bad', 'stopped'],
  delivered: ['good', 'done'],
  moot: ['plain', 'waiting'],
  withdrawn: ['plain', 'stopped'],
  lapsed: ['plain', 'stopped'],
  revoked: ['bad', 'stopped'],
};
/** Shape and tone of a state, for a timeline. */
export const shapeOf = (status: StepStatus): { tone: Tone; icon: IconName } => ({ tone: shapes[status][0], icon: shapes[status][1] });

export const StatusTag = ({ t, status }: { t: Text; status: StepStatus }) => {
  const { tone, icon } = shapeOf(status);
  return (
    <Tag tone={tone}>
      <Icon name={icon} />
      {t.ui.states[status]}
    </Tag>
  );
};

const serviceTones: { [s in ServiceStatus]: Tone } = { in: 'good', out: 'plain', barred: 'bad', excluded: 'warning', later: 'info', undecided: 'info' };
export const ServiceTag = ({ t, status }: { t: Text; status: ServiceStatus }) => <Tag tone={serviceTones[status]}>{t.ui.serviceStates[status]}</Tag>;
