/** One clause: what it says, from when until when, whom it binds, its list, and where each line is printed. */
import type { Child } from '../html/jsx-runtime';
import type { Label } from '../../core/catalogue';
import { venueKindOf, workOf, type Held } from '../../core/order';
import { list, say } from '../text';
import { FactLink } from '../source-page/fact-link';
import { Facts } from '../ui';
import type { Visit } from '../visit';
import { anchor, assumptions, numberOf, written, type View } from './view';

const hour = 3_600_000;

export const ClauseCard = ({ view, held }: { view: View; held: Held }) => {
  const { v } = view;
  const { t } = v;
  const { order, clause } = held;
  const notes = assumptions(clause);
  return (
    <li class="card clause" id={anchor(order, clause)}>
      <h3 class="card-title">
        {say(t, clause.title)}
        {(clause.assumed || order.assumed) && <Assumed v={v} />}
      </h3>
      <p>
        {say(t, clause.says)}
        <Cited v={v} id={clause.source ?? order.source} />
      </p>
      <Facts
        rows={[
          { label: t.orders.order, value: numberOf(v, order) },
          {
            label: t.orders.from,
            value: (
              <>
                {written(v, held.window.from)}
                {clause.from.assumed && <Assumed v={v} />}
                <Cited v={v} id={clause.from.source} />
              </>
            ),
          },
          { label: t.orders.until, value: <Until view={view} held={held} /> },
          { label: t.orders.binds, value: t.orders.bindsWho[clause.kind] },
          { label: t.orders[listNames[clause.kind]], value: <Lines v={v} held={held} /> },
        ]}
      />
      {notes.length > 0 && (
        <ul class="muted">
          {notes.map((n) => (
            <li>
              {t.orders.assumed}
              {t.joins.colon}
              {say(t, n)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

const listNames = { 'stay-home': 'exempt', 'leave-area': 'needed', 'venue-closure': 'closed' } as const;

export const Assumed = ({ v }: { v: Visit }) => <span class="illustrative">{v.t.orders.assumed}</span>;

/** A link to the printed line, by its number. */
export const Cited = ({ v, id }: { v: Visit; id: string | undefined }) => (id === undefined ? null : <FactLink v={v} fact={id} />);

const Until = ({ view: { v, book, at }, held: { order, clause, window } }: { view: View; held: Held }) => {
  const { t } = v;
  if (window.to === null) return <>{say(t, clause.until as Label)}</>;
  const next = book.orders.find((o) => o.continues?.order === order.id && Object.values(o.continues.clauses).includes(clause.id) && o.clauses.some((c) => c.window.from === window.to));
  const left = window.to - at;
  return (
    <>
      {t.orders.ends(written(v, window.to))}
      {next && ` (${t.orders.continuedBy(numberOf(v, next))})`}
      <Cited v={v} id={clause.to?.source} />
      {left > 0 && <span class="from">{t.orders.left(Math.floor(left / (24 * hour)), Math.floor(left / hour) % 24)}</span>}
    </>
  );
};

const Lines = ({ v, held: { clause } }: { v: Visit; held: Held }) => {
  const { t } = v;
  switch (clause.kind) {
    case 'stay-home':
      return <Items v={v} lines={clause.exempt.map((e) => [say(t, workOf(e.work)!.label), e.source])} />;
    case 'leave-area':
      return (
        <Items
          v={v}
          lines={[
            [t.orders.reasonNeeded, clause.unless.source],
            [t.orders.testNeeded(clause.maxAge / hour, clause.unless.test.edge === 'included'), clause.unless.test.source],
          ]}
        />
      );
    case 'venue-closure':
      return <Items v={v} lines={[...clause.closed.map((x): Line => [venueName(v, x), x.source]), ...(clause.others ? [[say(t, clause.others.says), clause.others.source] as Line] : [])]} />;
  }
};

type Line = [text: Child, source: string | undefined];
const Items = ({ v, lines }: { v: Visit; lines: Line[] }) => (
  <ul>
    {lines.map(([text, source]) => (
      <li>
        {text}
        <Cited v={v} id={source} />
      </li>
    ))}
  </ul>
);

/** 娱乐场所（室内、密闭） */
export function venueName(v: Visit, { venue, when = {} }: { venue: string; when?: { indoor?: boolean | undefined; enclosed?: boolean | undefined; urban?: boolean | undefined } | undefined }): string {
  const { t } = v;
  const conditions = (['indoor', 'enclosed', 'urban'] as const).flatMap((c) => (when[c] === undefined ? [] : [t.orders.only[c][when[c] ? 'yes' : 'no']]));
  const name = say(t, venueKindOf(venue)!.label);
  return conditions.length === 0 ? name : `${name}${t.joins.aside(list(t, conditions))}`;
}
