/** `/track/NUMBER/withdraw`: what would stop and what would stay, before it happens. */
import { Hono } from 'hono';
import { withdrawCase } from '../../app/follow-up';
import type { Product } from '../../app/product';
import { track, type TrackView } from '../../app/track';
import { finalStatuses } from '../../core/case';
import { followerIn } from '../apply/at-draft';
import { formOf } from '../apply/form';
import { say } from '../text';
import { Button, LinkButton, page, TextField } from '../ui';
import type { Env } from '../visit';
import { trackHref } from './case-page';
import { notHere } from './find';
import { newKey } from './need';
import { keyIn, movedOn, plainText } from './supplement';

export const withdrawRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get('/track/:number/withdraw', async (c) => {
    const view = await track(product, await c.var.visit.who(), c.req.param('number'));
    if (!view) return notHere(c);
    if (view.status !== 'submitted') return c.redirect(trackHref(view.number), 303);
    const { t } = c.var.visit;
    return page(
      c,
      {
        title: t.track.withdrawTitle,
        trail: [
          { href: '/mine', label: t.ui.mine },
          { href: trackHref(view.number), label: say(t, view.name) },
        ],
        islands: ['once'],
      },
      <>
        <h1>{t.track.withdrawTitle}</h1>
        <p class="lead">{t.track.withdrawLead}</p>
        <Names title={t.track.withdrawStops} names={namesOf(view, false).map((n) => say(t, n))} />
        <Names title={t.track.withdrawStays} names={namesOf(view, true).map((n) => say(t, n))} />
        <form method="post" action={trackHref(view.number, 'withdraw')} data-once={t.track.withdrawYes}>
          <input type="hidden" name="key" value={newKey()} />
          <TextField t={t} id="reason" name="reason" label={t.track.withdrawReason} lines={2} maxlength={500} />
          <p class="row">
            <Button kind="danger">{t.track.withdrawYes}</Button>
            <LinkButton kind="primary" href={trackHref(view.number)}>
              {t.track.withdrawNo}
            </LinkButton>
          </p>
        </form>
      </>,
    );
  });

  app.post('/track/:number/withdraw', async (c) => {
    const who = await followerIn(c, `/track/${encodeURIComponent(c.req.param('number'))}`);
    if (who instanceof Response) return who;
    const form = await formOf(c);
    const number = c.req.param('number');
    const done = await withdrawCase(product, who, number, keyIn(form), plainText(form.text('reason'), 500));
    if (done.kind === 'not-found') return notHere(c);
    return done.kind === 'done' ? c.redirect(trackHref(number, undefined, { done: 'withdraw' }), 303) : movedOn(c, number);
  });

  return app;
};

const namesOf = (view: TrackView, granted: boolean) => view.steps.filter((s) => (granted ? s.status === 'granted' || s.status === 'delivered' : !finalStatuses.has(s.status))).map((s) => s.name);

const Names = ({ title, names }: { title: string; names: string[] }) =>
  names.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul class="bullets">
        {names.map((n) => (
          <li>{n}</li>
        ))}
      </ul>
    </>
  );
