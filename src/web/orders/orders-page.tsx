/** One order at one moment: what held, until when, what changed, and the question "may I …?". */
import { boundaries, type Answer, type Question } from '../../core/order';
import { day, say } from '../text';
import { Button, Cards, Disclosure, ErrorSummary, Facts, Notice, to, type FormError } from '../ui';
import { AnswerNotice } from './answer';
import { AskForm, When } from './ask-form';
import type { Kind } from './ask';
import { boxesOf, type AskedMoment } from './asked-moment';
import { Assumed, Cited, ClauseCard } from './clause';
import { Difference } from './difference';
import { History, Readings } from './record';
import { written, type View } from './view';

export type Shown = {
  view: View;
  kind: Kind;
  /** The asked moment as typed, while it is in error. */
  moment?: AskedMoment | undefined;
  known?: AskedMoment | undefined;
  fields: { [name: string]: unknown };
  sampled?: AskedMoment | undefined;
  when?: AskedMoment | undefined;
  errors: readonly FormError[];
  answered?: { question: Question; answer: Answer } | undefined;
};

export const OrdersPage = (p: Shown) => {
  const { view } = p;
  const { v, order, at } = view;
  const { t } = v;
  const boxes = boxesOf(at, v.law.city.offset);
  return (
    <>
      <ErrorSummary t={t} errors={p.errors} />
      <h1>{say(t, order.title)}</h1>
      {order.historical && (
        <Notice tone="warning" title={t.orders.historicalTitle(written(v, order.publishedAt).match(/\d{4}/)![0])}>
          <p>{t.orders.historical(day(t, v.today), written(v, at))}</p>
        </Notice>
      )}
      {p.answered && <AnswerNotice view={view} {...p.answered} />}
      <p class="lead">{t.orders.lead}</p>
      <form class="order-forms" method="get" action={to('/orders', order.id)}>
        <h2>{t.orders.when}</h2>
        <When t={t} id="at" label={t.orders.date} parts={p.moment?.parts ?? boxes.parts} time={p.moment?.time ?? boxes.time} errors={p.errors} />
        <Disclosure title={t.orders.knownTitle} open={view.knownAt !== null}>
          <When t={t} id="known" label={t.orders.knownDate} hint={t.orders.knownHint} parts={p.known?.parts ?? { year: '', month: '', day: '' }} time={p.known?.time ?? ''} errors={p.errors} />
        </Disclosure>
        <Button>{t.orders.show}</Button>
      </form>
      <Holding view={view} />
      <AskForm view={view} kind={p.kind} fields={p.fields} when={p.when ?? boxes} sampled={p.sampled ?? { parts: { year: '', month: '', day: '' }, time: '' }} errors={p.errors} />
      <Difference view={view} />
      <About view={view} />
      <Readings view={view} />
      <History view={view} />
    </>
  );
};

const About = ({ view: { v, order } }: { view: View }) => {
  const { t } = v;
  const { published } = order;
  const cited = (value: string, source: string | undefined) => (
    <>
      {value}
      <Cited v={v} id={source} />
    </>
  );
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t.orders.about}</h2>
      <Facts
        rows={[
          ...(order.number ? [{ label: t.orders.number, value: cited(say(t, order.number), order.source) }] : []),
          { label: t.orders.issuer, value: cited(say(t, order.issuer.name), order.issuer.source) },
          { label: t.orders.area, value: say(t, v.law.divisions.get(order.area)!.name) },
          {
            label: t.orders.published,
            value: (
              <>
                {written(v, order.publishedAt)}
                {published.assumed && <Assumed v={v} />}
                <Cited v={v} id={published.source} />
                {published.note && <span class="from">{say(t, published.note)}</span>}
              </>
            ),
          },
          ...(order.aim ? [{ label: t.orders.aim, value: cited(say(t, order.aim), order.aim.source) }] : []),
        ]}
      />
    </section>
  );
};

/** The last instant of which the record says anything: after it, a clause without an end may have been lifted. */
const lastDated = ({ book }: View): number => boundaries(book).at(-1) ?? 0;

const Holding = ({ view }: { view: View }) => {
  const { v, held, at, knownAt } = view;
  const { t } = v;
  return (
    <section aria-labelledby="holding">
      <h2 id="holding">{t.orders.holding(written(v, at))}</h2>
      {knownAt !== null && <p>{t.orders.knownAt(written(v, knownAt))}</p>}
      {held.length > 0 && at >= lastDated(view) && (
        <Notice tone="warning">
          <p>{t.orders.beyond}</p>
        </Notice>
      )}
      {held.length === 0 ? <p>{t.orders.nothingHolds(written(v, at))}</p> : <ClauseCards view={view} />}
    </section>
  );
};

const ClauseCards = ({ view }: { view: View }) => (
  <Cards>
    {view.held.map((h) => (
      <ClauseCard view={view} held={h} />
    ))}
  </Cards>
);
