/** "What you can do now" on the tracking page: pay, choose a time, choose how results come, collect. Shown only where there is something. */
import type { TrackView } from '../../app/track';
import { labels, list, moment, money, say } from '../text';
import { type Task, TaskList } from '../ui';
import { trackHref } from '../track/case-page';
import type { Visit } from '../visit';
import { bookedAt, placeOf, timesHref } from './times';

export const ToDoList = ({ v, view }: { v: Visit; view: TrackView }) => {
  const { t } = v;
  const tasks = tasksOf(v, view);
  if (tasks.length === 0) return null;
  return (
    <section class="todo no-print" aria-labelledby="todo-title">
      <h2 id="todo-title">{t.shop.todoTitle}</h2>
      <TaskList t={t} tasks={tasks} />
    </section>
  );
};

export function tasksOf(v: Visit, view: TrackView): Task[] {
  const { t, law } = v;
  const { todo } = view;
  const at = (instant: string) => moment(t, instant, law.city.zone);
  const open = todo.results.filter((r) => r.open && r.ways.length > 1);
  return [
    ...todo.collect.map((x): Task => ({ title: t.shop.todoCollect(say(t, x.name)), hint: x.place ? say(t, x.place) : undefined, state: 'todo', note: t.shop.ready })),
    ...(todo.pay
      ? [{ title: t.shop.todoPay(money(t, todo.pay.amount)), hint: t.shop.todoPayHint(todo.pay.lines.length), href: trackHref(view.number, 'pay'), state: 'todo', note: t.shop.due } as const]
      : []),
    ...todo.payments
      .filter((p) => p.state === 'paid')
      .map(
        (p): Task => ({
          title: t.shop.paid(money(t, p.amount), at(p.at)),
          hint: list(t, [t.shop.seeReceipt, ...p.refunds.map((r) => t.shop.refundMade(say(t, r.name), money(t, r.amount), at(r.at)))]),
          href: trackHref(view.number, `pay/${p.payment}`),
          state: 'done',
        }),
      ),
    ...todo.appointments
      .filter((a) => a.offered || a.booking || a.arranged)
      .map((a): Task => {
        const hint = [placeOf(v, a), t.shop.todoTimeHint(labels(t, a.steps))].filter(Boolean).join(' · ');
        const href = timesHref(view.number, a.slot);
        return a.booking
          ? { title: t.shop.todoTimeDone(say(t, a.what), bookedAt(v, a.booking)), hint, href, state: 'done', note: t.shop.chosen }
          : a.arranged
            ? { title: t.shop.todoTimeDone(say(t, a.what), at(a.arranged)), hint, ...(a.offered && { href }), state: 'done', note: t.shop.arranged }
            : { title: t.shop.todoTime(say(t, a.what)), hint, href, state: 'todo', note: t.shop.choose };
      }),
    ...(open.length > 0
      ? [
          open.some((r) => r.said)
            ? ({
                title: t.shop.todoDeliveryDone,
                hint: list(t, [...new Set(open.map((r) => t.shop.ways[r.chosen.by]))]),
                href: trackHref(view.number, 'delivery'),
                state: 'done',
                note: t.shop.chosen,
              } as const)
            : ({
                title: t.shop.todoDelivery,
                hint: list(t, [...new Set(open.map((r) => t.shop.ways[r.chosen.by]))]),
                href: trackHref(view.number, 'delivery'),
                state: 'todo',
                note: t.shop.byDefault,
              } as const),
        ]
      : []),
  ];
}
