/** The record: what the wording leaves open and who decided how to read it, and every order with its windows. */
import { say } from '../text';
import { Table, to } from '../ui';
import { Assumed } from './clause';
import { numberOf, written, type View } from './view';

export const Readings = ({ view: { v, order } }: { view: View }) => {
  const { t } = v;
  if (!order.readings?.length) return null;
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">{t.orders.readings}</h2>
      {order.readings.map((r) => (
        <>
          <h3>{say(t, order.clauses.find((c) => c.id === r.clause)!.title)}</h3>
          <p>{say(t, r.open)}</p>
          <p class="muted">
            {t.orders.reading}
            {t.joins.colon}
            {say(t, r.reading)}
            {t.joins.aside(say(t, r.decidedBy))}
          </p>
        </>
      ))}
    </section>
  );
};

export const History = ({ view: { v, book } }: { view: View }) => {
  const { t } = v;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.orders.history}</h2>
      <Table
        id="history-table"
        caption={t.orders.history}
        hideCaption
        columns={[{ label: t.orders.order }, { label: t.orders.published }, { label: t.orders.clause }, { label: t.orders.from }, { label: t.orders.until }]}
        rows={book.orders.toReversed().flatMap((o) =>
          o.clauses.map((c) => [
            <>
              <a href={to('/orders', o.id)}>{numberOf(v, o)}</a>
              {o.assumed && <Assumed v={v} />}
            </>,
            written(v, o.publishedAt),
            say(t, c.title),
            written(v, c.window.from),
            c.window.to === null ? say(t, c.until!) : t.orders.ends(written(v, c.window.to)),
          ]),
        )}
      />
    </section>
  );
};
