/** Posts beside following a case: `hearing`, `ticket`, `rate`. Each counts once however often it is sent. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Carried } from '../../app/open-case';
import { askForHearing, endMandate, rateCase, sayItCannotBeDone } from '../../app/follow-up';
import type { Principal } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { track, type TrackView } from '../../app/track';
import { followerIn, forResidents } from '../apply/at-draft';
import { formOf, type Form } from '../apply/form';
import type { Env } from '../visit';
import { casePage, trackHref } from './case-page';
import { notHere } from './find';
import { keyIn, movedOn, plainText } from './supplement';

type Here = { c: Context<Env>; who: Principal; view: TrackView; form: Form; key: string };

export const followRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  const at = (part: string, answer: (here: Here) => Promise<Response>) =>
    app.post(`/track/:number/${part}`, async (c) => {
      const number = c.req.param('number') ?? '';
      const who = await followerIn(c, `/track/${encodeURIComponent(number)}`);
      if (who instanceof Response) return who;
      const view = await track(product, who, number);
      if (!view) return notHere(c);
      const form = await formOf(c);
      return answer({ c, who, view, form, key: keyIn(form) });
    });
  const carried = ({ c, view }: Here, done: Carried | { kind: 'not-found' }, said: string) => {
    if (done.kind === 'not-found') return notHere(c);
    return done.kind === 'done' ? c.redirect(trackHref(view.number, undefined, { done: said }), 303) : movedOn(c, view.number);
  };

  at('hearing', async (h) => carried(h, await askForHearing(product, h.who, h.view.number, h.form.text('step'), h.key), 'hearing'));

  at('ticket', async (h) => {
    const says = plainText(h.form.text('says'), 1000);
    if (!says) return casePage(h.c, h.view, { follow: { form: 'ticket', field: 'ticket-says', error: h.c.var.visit.t.follow.ticketEmpty, says } }, 422);
    const step = h.view.steps.find((s) => s.id === h.form.text('step'))?.id;
    return carried(h, await sayItCannotBeDone(product, h.who, h.view.number, h.key, says, step), 'ticket');
  });

  at('rate', async (h) => {
    // Whoever helped does not say how it was.
    if (h.who.kind !== 'person') return forResidents(h.c);
    const grade = Number(h.form.text('grade'));
    if (![1, 2, 3, 4, 5].includes(grade)) return casePage(h.c, h.view, { follow: { form: 'rate', field: 'grade', error: h.c.var.visit.t.follow.rateMissing, says: '' } }, 422);
    const words = plainText(h.form.text('words'), 500);
    const asked = h.form.text('step');
    const step = h.view.rateable.find((x) => (x ?? '*') === asked);
    if (step === undefined) return movedOn(h.c, h.view.number);
    return carried(h, await rateCase(product, h.who, h.view.number, h.key, { grade: grade as 1, ...(words && { words }), ...(step !== null && { step }) }), 'rate');
  });

  at('mandate', async (h) => carried(h, await endMandate(product, h.who, h.view.number, h.key, ''), 'mandate'));

  return app;
};
