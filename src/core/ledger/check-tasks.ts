/** Tasks and promises: who has them, by when, and whether what happened to them can have happened in that order. */
import type { Party } from './declare/part';
import type { Task } from './declare/task';
import { ensureParties, type Say } from './say';
import { applyToTask, fitsTask, newTask } from './task-state';

export function checkTask(t: Task, parties: readonly Party[], from: string, say: Say): void {
  const known = ensureParties(parties, say);
  known(t.owners, ['owners']);
  if (t.asked !== undefined) known([t.asked], ['asked']);
  if (t.due && t.clock) say('YJ840', ['clock'], '写了日期又写了时限；留下一个', 'there is both a day and a clock; keep one');
  if (t.due && t.due < from) say('YJ841', ['due'], `到期日 ${t.due} 早于开始的 ${from}；改正其中一个日期`, `due on ${t.due}, before it began on ${from}; correct one of the dates`);
  let state = newTask(t.owners, t.due ?? null);
  for (const [i, e] of (t.events ?? []).entries()) {
    const path = ['events', i];
    const last = state.lastAt ?? from;
    if (e.kind === 'assigned') known(e.to, [...path, 'to']);
    if (e.at < last) say('YJ842', [...path, 'at'], `${e.at} 早于前一件事的 ${last}；按先后写，新的写在最后`, `${e.at} is before what came last (${last}); write events in order, new ones at the end`);
    else if (!fitsTask(state, e))
      say(
        'YJ843',
        path,
        `任务已是“${state.status}”，不能再“${e.kind}”；删去这一条，或先写 reopened`,
        `the task is ${state.status}, so it cannot be ${e.kind}; remove this event, or write reopened first`,
      );
    else if (e.kind === 'moved' && e.due < e.at)
      say('YJ844', [...path, 'due'], `${e.at} 把日期改到已经过去的 ${e.due}；改成之后的日子`, `on ${e.at} the date was moved to ${e.due}, which had passed; give a later day`);
    else state = applyToTask(state, e);
  }
}
