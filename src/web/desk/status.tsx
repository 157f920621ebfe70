/** States of a step in words; two of them only a clerk ever meets. */
import type { StepStatus } from '../../core/case';
import type { Text } from '../text';
import { StatusTag, Tag, type Tone } from '../ui';

export const isShown = (t: Text, status: string): status is keyof Text['ui']['states'] => Object.hasOwn(t.ui.states, status);

export const stateWord = (t: Text, status: StepStatus | string): string => (isShown(t, status) ? t.ui.states[status] : (t.desk.otherStates[status as keyof Text['desk']['otherStates']] ?? status));

export const DeskStatus = ({ t, status }: { t: Text; status: string }) => (isShown(t, status) ? <StatusTag t={t} status={status} /> : <Tag tone={'plain' satisfies Tone}>{stateWord(t, status)}</Tag>);
