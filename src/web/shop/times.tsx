/** `/track/NUMBER/times/SLOT`: free times day by day, each a button; the one that is chosen, until when it can be changed, and its file for a calendar. */
import { Hono } from 'hono';
import type { Product } from '../../app/product';
import { chooseSlot, giveUpSlot, slotChoices, type Appointment, type Choices } from '../../app/slots';
import { icsOf } from '../../core/slots';
import { instantOf } from '../../app/clocks';
import { day, labels, moment, say } from '../text';
import { Button, ErrorSummary, LinkButton, Notice, page } from '../ui';
import { soon } from '../apply/about';
import { addressOf, trackHref } from '../track/case-page';
import { notHere } from '../track/find';
import { newKey } from '../track/need';
import { keyIn, movedOn } from '../track/supplement';
import type { Env, Visit } from '../visit';
import { type AtCase, atCase, trailOf } from './at-case';

const daysShown = 4;

export const timesHref = (number: string, slot: string, part = '', query?: { [name: string]: string | undefined }) => trackHref(number, `times/${encodeURIComponent(slot)}${part}`, query);

export const timesRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  const at = atCase(app, product);
  const choices = (x: AtCase) => slotChoices(product, x.who, x.view.number, x.c.req.param('slot') ?? '');

  at.get('times/:slot', async (x) => {
    const found = await choices(x);
    return found ? timesPage(x, found) : x.c.redirect(trackHref(x.view.number), 303);
  });

  at.post('times/:slot', async (x) => {
    const slot = x.c.req.param('slot') ?? '';
    const off = x.form.text('off') === 'yes';
    const done = off ? await giveUpSlot(product, x.who, x.view.number, slot, keyIn(x.form)) : await chooseSlot(product, x.who, x.view.number, slot, x.form.text('from'), keyIn(x.form));
    if (done.kind === 'not-found') return notHere(x.c);
    if (done.kind === 'done') return x.c.redirect(trackHref(x.view.number, undefined, { done: off ? 'time-off' : 'time' }), 303);
    const found = done.kind === 'refused' && (done.because === 'slot-taken' || done.because === 'too-late') ? await choices(x) : null;
    if (!found || done.kind !== 'refused') return movedOn(x.c, x.view.number);
    return timesPage(x, found, refusal(x.v, found, done.because, x.form.text('from')));
  });

  at.get('times/:slot/calendar.ics', (x) => {
    const appointment = x.view.todo.appointments.find((a) => a.slot === x.c.req.param('slot'));
    return appointment?.booking ? icsFile(x, appointment, appointment.booking) : notHere(x.c);
  });

  return app;
};

function icsFile({ c, v, view }: AtCase, a: Appointment, booking: NonNullable<Appointment['booking']>) {
  const { t } = v;
  const file = icsOf({
    uid: `${view.number}.${a.slot}@${new URL(c.req.url).hostname}`,
    sequence: booking.moved,
    at: instantOf(v.product),
    from: booking.from,
    to: booking.to,
    title: t.shop.icsTitle(say(t, a.what), a.kind === 'attend'),
    place: placeOf(v, a),
    says: t.shop.icsSays(view.number, labels(t, a.steps), a.movable ? whenOf(v, a.movable) : ''),
    url: addressOf(c, trackHref(view.number)),
  });
  c.header('Content-Type', 'text/calendar; charset=utf-8; method=PUBLISH');
  c.header('Content-Disposition', `attachment; filename="${view.number}.ics"`);
  return c.body(file);
}

export const placeOf = ({ t }: Visit, a: Appointment): string =>
  a.hall ? [a.hall.name, a.hall.address].flatMap((x) => (x ? [say(t, x)] : [])).join(t.joins.comma) : a.kind === 'attend' ? t.shop.atHome : '';

const clock = (instant: string) => instant.slice(11, 16);
const whenOf = (v: Visit, instant: string) => moment(v.t, instant, v.law.city.zone);
/** 11月25日 周三 */
const dayOf = (v: Visit, date: string) => `${soon(v, `${date}T00:00:00`)}${v.t.lang === 'zh' ? ' ' : ', '}${v.t.shop.weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}`;

/** 11月25日 周三 9:00–9:30 */
export const bookedAt = (v: Visit, b: { from: string; to: string }): string => `${dayOf(v, b.from.slice(0, 10))} ${clock(b.from)}–${clock(b.to)}`;

function refusal({ t }: Visit, { unpublished }: Choices, because: string, from: string): string {
  if (because === 'too-late') return t.shop.timesLate;
  return unpublished !== null && Number(from.slice(0, 4)) >= unpublished ? t.shop.timesUnpublished(unpublished) : t.shop.timesTaken;
}

function timesPage(x: AtCase, { appointment: a, days, unpublished }: Choices, error?: string) {
  const { c, v, view } = x;
  const { t } = v;
  const title = t.shop.timesTitle(say(t, a.what));
  const fixed = a.booking !== null && a.movable === null;
  return page(
    c,
    { title, wrong: error !== undefined, trail: trailOf(x), islands: ['once'] },
    <>
      {error && <ErrorSummary t={t} errors={[{ field: 'times', message: error }]} />}
      <h1>{title}</h1>
      <p class="lead">{a.kind === 'attend' ? t.shop.timesVisit : t.shop.timesAppear(placeOf(v, a))}</p>
      <p class="muted">{t.shop.todoTimeHint(labels(t, a.steps))}</p>
      {a.booking && (
        <Notice tone="info">
          <p>
            <strong>{t.shop.timesNow(bookedAt(v, a.booking))}</strong>
            {t.joins.semicolon}
            {a.movable ? t.shop.timesUntil(whenOf(v, a.movable)) : t.shop.timesFixed}
          </p>
          <p class="row">
            <LinkButton href={timesHref(view.number, a.slot, '/calendar.ics')}>{t.shop.timesIcs}</LinkButton>
          </p>
        </Notice>
      )}
      {!fixed && <FreeDays x={x} a={a} days={days} unpublished={unpublished} />}
      {a.booking && !fixed && (
        <form method="post" action={timesHref(view.number, a.slot)} data-once={t.shop.timesGiveUp}>
          <input type="hidden" name="key" value={newKey()} />
          <input type="hidden" name="off" value="yes" />
          <Button>{t.shop.timesGiveUp}</Button>
        </form>
      )}
      <p>
        <a href={trackHref(view.number)}>{t.shop.backToCase}</a>
      </p>
    </>,
    error ? 422 : 200,
  );
}

const FreeDays = ({ x: { c, v, view }, a, days, unpublished }: { x: AtCase; a: Appointment; days: Choices['days']; unpublished: Choices['unpublished'] }) => {
  const { t } = v;
  const after = c.req.query('after') ?? '';
  const from = Math.max(
    0,
    days.findIndex((d) => d.day > after),
  );
  const shown = days.slice(from, from + daysShown);
  const more = days.length > from + daysShown;
  const rule = [...v.law.slots.values()].some((r) => r.illustrative);
  return (
    <section id="times">
      {shown.length === 0 && unpublished === null && <p>{t.shop.timesNone}</p>}
      {shown.map(({ day: date, times }) => (
        <form method="post" action={timesHref(view.number, a.slot)} data-once="">
          <input type="hidden" name="key" value={newKey()} />
          <h2>{dayOf(v, date)}</h2>
          <div class="times">
            {times.map((time) => (
              <Button name="from" value={time.from} label={`${t.shop.timesChoose(day(t, date), clock(time.from), clock(time.to))} ${t.shop.timesFree(time.free)}`}>
                {clock(time.from)}–{clock(time.to)}
                <span class="note">{t.shop.timesFree(time.free)}</span>
              </Button>
            ))}
          </div>
        </form>
      ))}
      <p class="row">
        {from > 0 && <a href={timesHref(view.number, a.slot)}>{t.shop.timesFirst}</a>}
        {more && <a href={timesHref(view.number, a.slot, '', { after: shown.at(-1)!.day })}>{t.shop.timesLater}</a>}
      </p>
      {unpublished !== null && !more && <p>{t.shop.timesUnpublished(unpublished)}</p>}
      {rule && <p class="note muted">{t.shop.samplePlaces}</p>}
    </section>
  );
};
