/** The parts of an application and how far each is, at its start and on return. */
import type { Child } from '../html/jsx-runtime';
import type { Text } from '../text';
import { Tag } from './card';
import { safeHref } from './href';

export type TaskState = 'done' | 'todo' | 'later';
export type Task = { title: string; hint?: Child; href?: string | undefined; state: TaskState; note?: Child };

export const TaskList = ({ t, tasks }: { t: Text; tasks: readonly Task[] }) => (
  <ul class="tasks">
    {tasks.map((task, i) => (
      <li class="task">
        <div>
          {task.href && task.state !== 'later' ? (
            <a href={safeHref(task.href)} aria-describedby={`task-${i}`}>
              {task.title}
            </a>
          ) : (
            <span>{task.title}</span>
          )}
          {task.hint && <p class="hint">{task.hint}</p>}
        </div>
        <span id={`task-${i}`}>
          <Tag tone={task.state === 'done' ? 'good' : task.state === 'todo' ? 'info' : 'plain'}>{task.note ?? { done: t.ui.taskDone, todo: t.ui.taskTodo, later: t.ui.taskLater }[task.state]}</Tag>
        </span>
      </li>
    ))}
  </ul>
);

/** How far along, in words and as a bar. */
export const Progress = ({ t, done, all }: { t: Text; done: number; all: number }) => (
  <div class="progress">
    <p class="muted">{t.ui.progressOf(done, all)}</p>
    <progress value={done} max={Math.max(1, all)} aria-label={t.ui.progressOf(done, all)} />
  </div>
);

/** Where one stands in a short sequence of pages; `current` counts from 0. */
export const Steps = ({ t, steps, current }: { t: Text; steps: readonly string[]; current: number }) => (
  <ol class="steps" aria-label={t.ui.steps}>
    {steps.map((s, i) => (
      <li class={i < current ? 'past' : i === current ? 'now' : undefined} aria-current={i === current ? 'step' : undefined}>
        {s}
        {i < current && <span class="visually-hidden"> {t.ui.tick}</span>}
      </li>
    ))}
  </ol>
);
