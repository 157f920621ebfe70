/** What one order says about time: windows that hold something, lengths that agree, ends that are dated or worded, nothing in force unpublished. */
import { wholeDay } from '../calendar/instant';
import { finding, type Finding } from '../catalogue';
import type { Draft } from './draft';
import type { Order } from './order';

export function checkTimes(draft: Draft, order: Order): Finding[] {
  const out: Finding[] = [];
  order.clauses.forEach((c, i) => {
    const { from, to } = c.window;
    const place = (key: string) => draft.at('clauses', i, key);
    if (to === null && !c.until)
      out.push(
        finding('YJ755', draft.at('clauses', i), `条款“${c.id}”没有止期；写 to，或用 until 写出原文怎么说`, `clause "${c.id}" has no end; write "to", or give the order's own words in "until"`),
      );
    if (to !== null && c.until)
      out.push(finding('YJ756', place('until'), `条款“${c.id}”既有止期又说没有；留下 to 或 until`, `clause "${c.id}" has both an end and words for none; keep "to" or "until"`));
    if (to !== null && to <= from)
      out.push(finding('YJ753', place('to'), `条款“${c.id}”的止期不晚于起期；to 是不再有效的第一刻`, `clause "${c.id}" ends before it begins; "to" is the first instant at which it no longer holds`));
    else if (c.days !== undefined && to !== null && to - from !== c.days * wholeDay)
      out.push(
        finding(
          'YJ754',
          place('days'),
          `写的是 ${c.days} 天，起止之间却是 ${(to - from) / wholeDay} 天；改正其中一个（31 日 24 时写成下月 1 日 00:00）`,
          `it says ${c.days} days, but ${(to - from) / wholeDay} lie between "from" and "to"; correct one (24:00 on the 31st is 00:00 on the 1st)`,
        ),
      );
    else if (c.days !== undefined && to === null) out.push(finding('YJ754', place('days'), `有天数 ${c.days} 却没有止期；写出 to`, `${c.days} days are stated, but no end; write "to"`));
    if (from < order.publishedAt && !order.retroactive)
      out.push(
        finding(
          'YJ761',
          place('from'),
          `条款“${c.id}”在发布之前就生效；改正时刻，或写 retroactive: {reason} 说明理由`,
          `clause "${c.id}" is in force before it was published; correct the instant, or say why with retroactive: {reason}`,
        ),
      );
  });
  order.ends.forEach((e, i) => {
    if (e.at < order.publishedAt && !order.retroactive)
      out.push(
        finding(
          'YJ761',
          draft.at('ends', i, 'at'),
          '在发布之前就解除；改正时刻，或写 retroactive: {reason} 说明理由',
          'it lifts a clause before it was published; correct the instant, or say why with retroactive: {reason}',
        ),
      );
  });
  order.clauses.forEach((c, i) => {
    const twin = order.clauses.slice(0, i).find((d) => d.kind === c.kind && c.window.from < (d.window.to ?? Infinity) && d.window.from < (c.window.to ?? Infinity));
    if (twin)
      out.push(
        finding(
          'YJ774',
          draft.at('clauses', i, 'from'),
          `“${twin.id}”和“${c.id}”是同一种条款，又同时有效；合成一条或把时间错开`,
          `"${twin.id}" and "${c.id}" are clauses of one kind in force at the same time; join them or part their windows`,
        ),
      );
  });
  return out;
}
