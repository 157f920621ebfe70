/** `POST /track/NUMBER/supplement`: her answer to a supplement notice, once however often it is sent. */
import { Hono } from 'hono';
import { addSupplement, type Added } from '../../app/follow-up';
import type { Product } from '../../app/product';
import { track, type TrackStep } from '../../app/track';
import { formOf, type Form } from '../apply/form';
import { followerIn } from '../apply/at-draft';
import { page, LinkButton } from '../ui';
import type { Context } from 'hono';
import type { Env } from '../visit';
import { casePage, trackHref } from './case-page';
import { notHere } from './find';
import { newKey } from './need';

export const supplementRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.post('/track/:number/supplement', async (c) => {
    const who = await followerIn(c, `/track/${encodeURIComponent(c.req.param('number'))}`);
    if (who instanceof Response) return who;
    const view = await track(product, who, c.req.param('number'));
    if (!view) return notHere(c);
    const form = await formOf(c);
    const { t } = c.var.visit;
    const step = view.steps.find((s) => s.id === form.text('step'));
    if (!step) return movedOn(c, view.number);
    const key = keyIn(form);
    const note = plainText(form.text('note'), 1000);
    const added = await addedIn(form, step, note);
    const wrong = (error: string) => casePage(c, view, { need: { step: step.id, note, key, error } }, 422);
    if (!note && added.files.length === 0 && added.paper.length === 0) return wrong(t.track.emptySupplement);
    const done = await addSupplement(product, who, view.number, step.id, key, added);
    switch (done.kind) {
      case 'done':
        return c.redirect(trackHref(view.number, undefined, { done: 'supplement' }), 303);
      case 'bad-file':
        return wrong(t.track.badFile(done.name.slice(0, 80)));
      case 'not-found':
        return notHere(c);
      case 'stale':
      case 'refused':
        return movedOn(c, view.number);
    }
  });
  return app;
};

/** Only what this step may be given. */
async function addedIn(form: Form, step: TrackStep, note: string): Promise<Added> {
  const chosen = step.pieces.flatMap((p) => {
    const file = form.file(`file.${p.evidence}@${p.subject}`);
    return file ? [{ ...p, file }] : [];
  });
  const files = await Promise.all(chosen.map(async ({ file, ...p }) => ({ ...p, name: plainText(file.name, 120), bytes: new Uint8Array(await file.arrayBuffer()) })));
  const paper = step.pieces.filter((p) => form.all('paper').includes(`${p.evidence}@${p.subject}`) && !files.some((f) => f.evidence === p.evidence && f.subject === p.subject));
  return { note, files, paper };
}

export const keyIn = (form: Form): string => (/^[\w-]{8,64}$/.test(form.text('key')) ? form.text('key') : newKey());

/** Words of a person without what cannot be kept: control characters but line ends, and broken characters. */
export const plainText = (text: string, most: number): string =>
  [...text.normalize('NFC').replace(/\r\n?/g, '\n')]
    .filter((ch) => ch === '\n' || !/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(ch))
    .slice(0, most)
    .join('')
    .trim();

/** The case went on while she was at the form. */
export const movedOn = (c: Context<Env>, number: string) => {
  const { t } = c.var.visit;
  return page(
    c,
    { title: t.track.changedTitle },
    <>
      <h1>{t.track.changedTitle}</h1>
      <p class="lead">{t.track.changedBody}</p>
      <p>
        <LinkButton kind="primary" href={trackHref(number)}>
          {t.track.seeCase}
        </LinkButton>
      </p>
    </>,
    409,
  );
};
