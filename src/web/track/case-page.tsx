/** `/track/NUMBER`: where it stands in one sentence, what she must do now, then every part on its way. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { ToldMessage } from '../../app/ports/messages';
import type { Product } from '../../app/product';
import { track, type TrackView } from '../../app/track';
import { readCaseNumber } from '../../core/case';
import { labels, moment, say } from '../text';
import { Button, LinkButton, Notice, page, Progress, to } from '../ui';
import type { Env, Visit } from '../visit';
import { ToldTrace } from '../told/trace';
import { Helped } from '../station/helped';
import { notHere } from './find';
import { Receipt } from './receipt';
import { StepItem } from './step-item';
import { ToDoList } from '../shop/to-do';
import { Need, type NeedBack } from './need';
import { Deferred, type FollowBack, HearingOffer, Papers, Ratings, Tickets } from './follow';

export const caseRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.get('/track/:number', async (c) => {
    const typed = c.req.param('number');
    const number = readCaseNumber(typed.normalize('NFKC'));
    if (number && number !== typed) return c.redirect(to('/track', number), 303);
    if (!number) return notHere(c);
    const who = await c.var.visit.who();
    const [view, told] = await Promise.all([track(product, who, number), toldAbout(c.var.visit, number)]);
    return view ? casePage(c, view, { told }) : notHere(c);
  });
  return app;
};

export const trackHref = (number: string, part?: string, query?: { [name: string]: string | undefined }) => to(`/track/${encodeURIComponent(number)}${part ? `/${part}` : ''}`, undefined, query);

/** `back` is a form that came back with errors; `told` what she was told about the case, where it was read already. */
export async function casePage(c: Context<Env>, view: TrackView, back: { need?: NeedBack; follow?: FollowBack; told?: ToldMessage[] } = {}, status: 200 | 422 = 200): Promise<Response> {
  const v = c.var.visit;
  const { t } = v;
  const told = back.told ?? (await toldAbout(v, view.number));
  const fresh = c.req.query('new') !== undefined;
  const done = c.req.query('done');
  const words: { [done: string]: string } = {
    supplement: t.track.supplemented,
    withdraw: t.track.withdrawn,
    ticket: t.follow.ticketSent,
    hearing: t.follow.hearingSent,
    rate: t.follow.rated,
    change: t.follow.changed,
    delivery: t.shop.deliverySaved,
    time: t.shop.timesSaved,
    'time-off': t.shop.timesOff,
    mandate: t.station.revokeDone,
  };
  const said = done === undefined ? undefined : words[done];
  return page(
    c,
    { title: say(t, view.name), wrong: status === 422, islands: ['follow', 'upload'], trail: [{ href: '/mine', label: t.ui.mine }] },
    <>
      {said && (
        <Notice tone="good" live>
          <p>{said}</p>
        </Notice>
      )}
      {fresh && <Receipt v={v} view={view} url={addressOf(c, trackHref(view.number))} />}
      <div class="track-head">
        {fresh ? <h2 class="track-title">{say(t, view.name)}</h2> : <h1>{say(t, view.name)}</h1>}
        <p class="muted">
          {t.track.number} <span class="case-number">{view.number}</span> · {t.track.submittedAt(moment(t, view.submittedAt, v.law.city.zone))}
        </p>
      </div>
      <div id="need">{view.may.act ? <Needs v={v} view={view} back={back.need} /> : <p class="note">{t.follow.onlyLooking}</p>}</div>
      {view.may.act && <ToDoList v={v} view={view} />}
      <Helped v={v} view={view} />
      <Standing v={v} view={view} />
      {!fresh && <Receipt v={v} view={view} url={addressOf(c, trackHref(view.number))} small />}
      <div class="no-print">
        <Papers v={v} view={view} />
        <ToldTrace v={v} told={told} />
        <Ratings v={v} view={view} open={c.req.query('open') === 'rate'} back={back.follow?.form === 'rate' ? back.follow : undefined} />
        <Tickets v={v} view={view} open={c.req.query('open') === 'ticket'} back={back.follow?.form === 'ticket' ? back.follow : undefined} />
      </div>
      {view.may.change && <Refile v={v} view={view} />}
      {view.may.act && view.status === 'submitted' && (
        <p class="row no-print">
          {view.may.change && <LinkButton href={trackHref(view.number, 'change')}>{t.follow.change}</LinkButton>}
          <LinkButton href={trackHref(view.number, 'withdraw')}>{t.track.withdraw}</LinkButton>
        </p>
      )}
    </>,
    status,
  );
}

/** What waits for her: notices to answer, documents that follow, a hearing she may ask for. */
const Needs = ({ v, view, back }: { v: Visit; view: TrackView; back: NeedBack | undefined }) => (
  <>
    {view.steps
      .filter((s) => s.status === 'supplement-requested')
      .map((s) => (
        <Need v={v} view={view} step={s} back={back?.step === s.id ? back : undefined} />
      ))}
    {view.steps
      .filter((s) => s.deferred.length > 0)
      .map((s) => (
        <Deferred v={v} view={view} step={s} />
      ))}
    {view.steps
      .filter((s) => s.hearing?.state === 'offered' && (s.status === 'accepted' || s.status === 'under-review'))
      .map((s) => (
        <HearingOffer v={v} view={view} step={s} />
      ))}
  </>
);

async function toldAbout(v: Visit, number: string): Promise<ToldMessage[]> {
  const who = await v.who();
  return who ? (await v.product.store()).messagesAbout(number, who.id, 50) : [];
}

const failed = new Set(['refused', 'not-accepted', 'lapsed', 'moot', 'revoked']);

/** Only what failed, and nothing asked twice. */
const Refile = ({ v, view }: { v: Visit; view: TrackView }) => {
  const { t } = v;
  const names = view.steps.filter((s) => failed.has(s.status)).map((s) => s.name);
  if (names.length === 0) return null;
  if (view.status === 'submitted') return <p class="note no-print">{t.follow.refileLater(labels(t, names))}</p>;
  return (
    <form method="post" action={trackHref(view.number, 'refile')} class="no-print">
      <p>{t.follow.refileSays(labels(t, names))}</p>
      <Button kind="secondary">{t.follow.refile}</Button>
    </form>
  );
};

/** The part that changes while she looks. */
const Standing = ({ v, view }: { v: Visit; view: TrackView }) => {
  const { t } = v;
  const live = view.status === 'submitted';
  return (
    <section id="standing" data-follow={live ? trackHref(view.number, 'events') : undefined} data-version={String(view.version)} data-changed={t.track.refreshed} aria-labelledby="standing-title">
      <p class="sentence">{say(t, view.sentence)}</p>
      <Progress t={t} done={view.done} all={view.total} />
      <h2 id="standing-title">{t.track.steps}</h2>
      {live && (
        <p class="note muted no-print">
          <a href={trackHref(view.number)}>{t.track.refresh}</a>
        </p>
      )}
      <ol class="timeline parcel">
        {view.steps.map((s) => (
          <StepItem v={v} step={s} />
        ))}
      </ol>
    </section>
  );
};

/** As others can reach it: for a QR code, a payment's way back, a calendar. */
export function addressOf(c: Context<Env>, path: string): string {
  const url = new URL(path, c.req.url);
  if (c.var.visit.product.secure) url.protocol = 'https:';
  return url.href;
}
