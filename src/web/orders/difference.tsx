/** What this order changes against the one it continues. */
import { changesAgainst, venueKindOf, workOf, type Change, type Clause, type Window } from '../../core/order';
import { list, say } from '../text';
import { Notice } from '../ui';
import type { Visit } from '../visit';
import { Cited } from './clause';
import { written, type View } from './view';

export const Difference = ({ view: { v, book, order } }: { view: View }) => {
  const { t } = v;
  const earlier = book.orders.find((o) => o.id === order.continues?.order);
  if (!earlier) return null;
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{t.orders.difference}</h2>
      <p>
        {say(t, earlier.title)}
        <Cited v={v} id={order.continues?.source} />
      </p>
      {earlier.assumed && earlier.note && (
        <Notice tone="plain" title={t.orders.earlierAssumed}>
          <p>{say(t, earlier.note)}</p>
        </Notice>
      )}
      {changesAgainst(earlier, order).map((c) => (
        <ChangeCard v={v} change={c} />
      ))}
    </section>
  );
};

const ChangeCard = ({ v, change }: { v: Visit; change: Change }) => {
  const { t } = v;
  switch (change.kind) {
    case 'new':
      return (
        <>
          <h3>{t.orders.newClause(say(t, change.clause.title))}</h3>
          <p>{say(t, change.clause.says)}</p>
        </>
      );
    case 'left':
      return <h3>{t.orders.dropped(say(t, change.earlier.title))}</h3>;
    case 'continued':
      return (
        <>
          <h3>{t.orders.continued(say(t, change.clause.title))}</h3>
          <p>
            {t.orders.wasUntil}
            {t.joins.colon}
            {stretch(v, change.earlier, change.before)}
            <br />
            {t.orders.isUntil}
            {t.joins.colon}
            {stretch(v, change.clause, change.after)}
          </p>
          <p>
            {change.added.length + change.removed.length === 0 && t.orders.sameList}
            {change.added.length > 0 && t.orders.added(names(v, change.added))}
            {change.removed.length > 0 && t.orders.removed(names(v, change.removed))}
          </p>
        </>
      );
  }
};

const stretch = (v: Visit, clause: Clause, { from, to }: Window): string => `${written(v, from)} – ${to === null ? say(v.t, clause.until!) : written(v, to)}`;
const names = (v: Visit, ids: readonly string[]): string =>
  list(
    v.t,
    ids.map((id) => say(v.t, (workOf(id) ?? venueKindOf(id))!.label)),
  );
