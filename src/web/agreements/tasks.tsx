/** Tasks and promises with their owners, their date or none, and where they stand. */
import { dueOn, newTask, type Party, partiesOf, slipped, type Strength, type Task, taskOn } from '../../core/ledger';
import { day, labels, length, say } from '../text';
import { Illustrative, Tag } from '../ui';
import type { Visit } from '../visit';
import { Cite } from './cite';
import { Names } from './open-list';

type Of = { parties: readonly Party[] };

export const StrengthTag = ({ v: { t }, strength }: { v: Visit; strength: Strength | undefined }) => strength && <Tag tone="info">{t.agreements.strengths[strength]}</Tag>;

export const Owners = ({ v: { t }, of, ids }: { v: Visit; of: Of; ids: readonly string[] }) => (
  <>
    {t.agreements.owner}
    {t.joins.colon}
    {labels(
      t,
      partiesOf(of, ids).map((p) => p.name),
    )}
  </>
);

export const Tasks = ({ v, of, from, tasks }: { v: Visit; of: Of; from: string; tasks: readonly Task[] }) => (
  <ul class="tree-tasks">
    {tasks.map((task) => (
      <li>
        <TaskLine v={v} of={of} from={from} task={task} />
      </li>
    ))}
  </ul>
);

const TaskLine = ({ v, of, from, task }: { v: Visit; of: Of; from: string; task: Task }) => {
  const { t, product } = v;
  const words = t.agreements;
  const set = dueOn(product.calendar(), from, task);
  const state = taskOn(newTask(task.owners, set?.day ?? null), task.events ?? []);
  return (
    <>
      {say(t, task.name)}
      {task.names && (
        <>
          {t.joins.colon}
          <Names v={v} list={task.names} />
        </>
      )}{' '}
      <StrengthTag v={v} strength={task.strength} />
      {task.source !== task.names?.source && <Cite source={task.source} />}
      <span class="from">
        <Owners v={v} of={of} ids={state.owners} />
        {' · '}
        {task.asked &&
          `${words.asked} ${labels(
            t,
            partiesOf(of, [task.asked]).map((p) => p.name),
          )} · `}
        {words.taskStates[state.status]}
        {' · '}
        {state.due ? `${words.due} ${day(t, state.due)}` : set && set.day === null ? words.dueUnknown(set.pending) : words.noDue}
        {set?.illustrative && task.clock && (
          <>
            {` (${length(t, task.clock)})`} <Illustrative t={t} />
          </>
        )}
        {slipped(state) !== 0 && state.firstDue && ` · ${words.moved(day(t, state.firstDue), slipped(state))}`}
      </span>
    </>
  );
};
