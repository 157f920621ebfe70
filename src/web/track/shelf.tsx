/** Everything of hers on three shelves, like parcels: one plain sentence each, and what she can do with it now. */
import type { TrackView } from '../../app/track';
import { waitsForHer } from '../../app/to-do';
import { soon } from '../apply/about';
import { list, money, moment, say } from '../text';
import { Cards, Tag } from '../ui';
import { timesHref } from '../shop/times';
import type { Visit } from '../visit';
import { trackHref } from './case-page';
import { running } from './step-item';

export type Shelf = 'waiting' | 'way' | 'done';

const asked = (x: TrackView) => x.steps.some((s) => s.status === 'supplement-requested' || s.deferred.length > 0);

/** What is closed and still waits for her – a fee, a document to be collected – is not done. */
export const shelfOf = (x: TrackView): Shelf => (asked(x) || waitsForHer(x.todo) ? 'waiting' : x.status === 'submitted' ? 'way' : 'done');

const failed = new Set<TrackView['steps'][number]['status']>(['refused', 'not-accepted', 'lapsed', 'moot', 'revoked']);

type Move = { says: string; href: string } | { says: string; action: string };

/** Most pressing first. */
function movesOf({ t }: Visit, x: TrackView): Move[] {
  const { todo } = x;
  const here = trackHref(x.number);
  const open = todo.appointments.find((a) => a.offered && a.booking === null);
  const over = x.status !== 'submitted';
  return [
    ...(asked(x) ? [{ says: t.shop.doSupplement, href: `${here}#need` }] : []),
    ...(todo.pay ? [{ says: t.shop.doPay(money(t, todo.pay.amount)), href: trackHref(x.number, 'pay') }] : []),
    ...(open ? [{ says: t.shop.doTime, href: timesHref(x.number, open.slot) }] : []),
    ...(todo.collect.length > 0 ? [{ says: t.shop.doCollect, href: here }] : []),
    ...(todo.results.some((r) => r.open && !r.said && r.ways.length > 1) ? [{ says: t.shop.doDelivery, href: trackHref(x.number, 'delivery') }] : []),
    ...(over && x.steps.some((s) => failed.has(s.status)) ? [{ says: t.shop.doRefile, action: trackHref(x.number, 'refile') }] : []),
    ...(x.status === 'closed' && x.rateable.includes(null) ? [{ says: t.shop.doRate, href: `${trackHref(x.number, undefined, { open: 'rate' })}#grade` }] : []),
    ...(over && !x.gentle && x.outcome === 'granted' ? [{ says: t.shop.doAgain, action: trackHref(x.number, 'again') }] : []),
    ...(over ? [] : [{ says: t.shop.doWithdraw, href: trackHref(x.number, 'withdraw') }]),
    { says: t.shop.doComplain, href: `${trackHref(x.number, undefined, { open: 'ticket' })}#ticket-says` },
  ];
}

export const ShelfOf = ({ v, name, views }: { v: Visit; name: Shelf; views: readonly TrackView[] }) => {
  const { t, law } = v;
  return (
    <section aria-labelledby={`shelf-${name}`}>
      <h2 id={`shelf-${name}`}>{t.shop.shelves[name]}</h2>
      {views.length === 0 && <p class="muted">{t.shop.shelfEmpty[name]}</p>}
      <Cards>
        {views.map((x) => (
          <li class="card">
            <h3 class="card-title">
              <a href={trackHref(x.number)}>{say(t, x.name)}</a>
            </h3>
            <p class="muted">
              {t.track.submittedAt(moment(t, x.submittedAt, law.city.zone))} · <span class="case-number">{x.number}</span>
            </p>
            <p>
              {say(t, x.sentence)} <Tag tone={name === 'waiting' ? 'warning' : name === 'way' ? 'info' : x.outcome === 'granted' ? 'good' : 'plain'}>{t.track.progress(x.done, x.total)}</Tag>
            </p>
            <Late v={v} view={x} />
            <Moves v={v} view={x} />
          </li>
        ))}
      </Cards>
    </section>
  );
};

/** Which step is past its day, and that it was told upward: asked most often, so it needs no further click. */
const Late = ({ v, view }: { v: Visit; view: TrackView }) => (
  <>
    {view.steps.flatMap((s) => {
      const late = running.has(s.status) && s.overrun.at(-1);
      return late ? (
        <p>
          <Tag tone="bad">{v.t.follow.late}</Tag> {list(v.t, [say(v.t, s.name), say(v.t, s.authority)])} · {v.t.follow.lateWhy.told(soon(v, late.at))}
        </p>
      ) : (
        []
      );
    })}
  </>
);

const Moves = ({ v, view }: { v: Visit; view: TrackView }) => (
  <>
    <p class="muted moves-title">{v.t.shop.canDo}</p>
    <ul class="moves">
      {movesOf(v, view).map((m) => (
        <li>
          {'href' in m ? (
            <a href={m.href}>{m.says}</a>
          ) : (
            <form method="post" action={m.action}>
              <button class="link" type="submit">
                {m.says}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  </>
);
