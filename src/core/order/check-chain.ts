/** How orders follow one another: each continues something that exists, without a gap; at any instant one clause of a kind holds in an area. */
import { finding, type Finding } from '../catalogue';
import { everyWindow } from './in-force';
import type { Draft } from './draft';
import type { Order } from './order';

/** @param complete every file was read: only then is an order that is not there unknown. */
export function checkChain(orders: readonly Order[], drafts: ReadonlyMap<string, Draft>, complete: boolean): Finding[] {
  const out: Finding[] = [];
  const byId = new Map(orders.map((o) => [o.id, o]));
  for (const order of orders) {
    const { at } = drafts.get(order.id)!;
    if (order.continues) continued(order, byId, at, complete, out);
    order.ends.forEach((e, i) => {
      const earlier = byId.get(e.order);
      if (!earlier && !complete) return;
      const clause = earlier?.clauses.find((c) => c.id === e.clause);
      if (!earlier || !clause || earlier === order)
        out.push(finding('YJ776', at('ends', i), `没有可以解除的 ${e.order}#${e.clause}；查 orders/`, `there is no ${e.order}#${e.clause} to lift; look in orders/`));
      else if (e.at < clause.window.from || (clause.window.to !== null && e.at >= clause.window.to))
        out.push(finding('YJ777', at('ends', i, 'at'), `${e.order}#${e.clause} 那时并不有效；改正时刻或删去`, `${e.order}#${e.clause} is not in force then; correct the instant or remove it`));
    });
  }
  if (out.length === 0) out.push(...contradictions(orders, drafts));
  return out;
}

function continued(order: Order, byId: ReadonlyMap<string, Order>, at: Draft['at'], complete: boolean, out: Finding[]): void {
  const { order: id, clauses } = order.continues!;
  const earlier = byId.get(id);
  if (!earlier) {
    if (complete) out.push(finding('YJ757', at('continues', 'order'), `没有公共令“${id}”；查 orders/`, `there is no order "${id}"; look in orders/`));
    return;
  }
  if (earlier.area !== order.area)
    return void out.push(
      finding('YJ758', at('continues', 'order'), `${id} 是 ${earlier.area} 的公共令，不能由 ${order.area} 的来延续`, `${id} is an order of ${earlier.area}; one of ${order.area} cannot continue it`),
    );
  if (earlier.publishedAt >= order.publishedAt)
    return void out.push(
      finding(
        'YJ775',
        at('continues', 'order'),
        `${id} 并不早于本令发布；改正发布时刻，或改正延续关系`,
        `${id} was not published before this order; correct the instants of publication or what continues what`,
      ),
    );
  for (const [mine, theirs] of Object.entries(clauses)) {
    const place = at('continues', 'clauses', mine);
    const [a, b] = [order.clauses.find((c) => c.id === mine), earlier.clauses.find((c) => c.id === theirs)];
    if (!a || !b || a.kind !== b.kind) {
      out.push(
        finding(
          'YJ759',
          place,
          `${mine} 与 ${id}#${theirs} 不是同一种条款，或其中一条不存在；写成 本令条款: 前令条款`,
          `${mine} and ${id}#${theirs} are not clauses of one kind, or one does not exist; write mine: theirs`,
        ),
      );
      continue;
    }
    if (b.window.to !== null && a.window.from > b.window.to)
      out.push(
        finding(
          'YJ760',
          place,
          `${id}#${theirs} 结束之后，${mine} 过一段时间才开始；改正起期，或不写延续`,
          `${mine} begins some time after ${id}#${theirs} ended; correct its "from", or do not call it a continuation`,
        ),
      );
    if (a.window.from < b.window.from)
      out.push(finding('YJ760', place, `${mine} 比它延续的 ${id}#${theirs} 开始得还早；改正起期`, `${mine} begins before ${id}#${theirs}, which it continues; correct its "from"`));
  }
}

function contradictions(orders: readonly Order[], drafts: ReadonlyMap<string, Draft>): Finding[] {
  const held = everyWindow(orders);
  return held.flatMap((a, i) =>
    held.slice(i + 1).flatMap((b) => {
      if (a.order === b.order || a.order.area !== b.order.area || a.clause.kind !== b.clause.kind) return [];
      if (a.window.from >= (b.window.to ?? Infinity) || b.window.from >= (a.window.to ?? Infinity)) return [];
      const [later, earlier] = a.order.publishedAt > b.order.publishedAt ? [a, b] : [b, a];
      const place = drafts.get(later.order.id)!.at('clauses', later.order.clauses.indexOf(later.clause), 'from');
      return [
        finding(
          'YJ773',
          place,
          `它与 ${earlier.order.id}#${earlier.clause.id} 同时有效，管的是同一件事；写 continues 或 ends，说明哪一条算数`,
          `it and ${earlier.order.id}#${earlier.clause.id} are in force together on the same matter; say with continues or ends which one counts`,
        ),
      ];
    }),
  );
}
