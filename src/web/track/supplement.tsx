/** `POST /track/NUMBER/supplement`: her answer to a supplement notice, once however often it is sent. */
import { Hono } from 'hono';
import { largestFile } from '../../app/attachments/take';
import type { Principal } from '../../app/ports/identity';
import { addSupplement, type Added } from '../../app/follow-up';
import type { Product } from '../../app/product';
import { track, type TrackStep, type TrackView } from '../../app/track';
import { savedText } from '../apply/field';
import type { Form } from '../apply/form';
import { typedAnswer } from '../apply/typed';
import type { Wrong } from '../apply/question-page';
import type { Value } from '../../core/case';
import { say } from '../text';
import { type FormWithFiles, formWithFiles } from '../apply/form-with-files';
import { followerIn } from '../apply/at-draft';
import { page, LinkButton } from '../ui';
import type { Context } from 'hono';
import type { Env, Visit } from '../visit';
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
    const form = await formWithFiles(c, product, largestFile);
    try {
      return await answer(c, who, view, form);
    } finally {
      await form.done();
    }
  });

  async function answer(c: Context<Env>, who: Principal, view: TrackView, form: FormWithFiles): Promise<Response> {
    const { t } = c.var.visit;
    const step = view.steps.find((s) => s.id === form.text('step'));
    if (!step) return movedOn(c, view.number);
    const key = keyIn(form);
    const note = plainText(form.text('note'), 1000);
    const said = factsIn(c.var.visit, form, view, step);
    const added = { ...addedIn(form, step, note), facts: said.facts };
    const back = (about: { error?: string; wrong?: readonly Wrong[] }) => casePage(c, view, { need: { step: step.id, note, key, wrong: [], text: form.text, ...about } }, 422);
    const wrong = (error: string) => back({ error });
    if (said.wrong.length > 0) return back({ wrong: said.wrong });
    if (!note && added.files.length === 0 && added.paper.length === 0 && Object.keys(said.facts).length === 0) return wrong(t.track.emptySupplement);
    const done = await addSupplement(product, who, view.number, step.id, key, added);
    switch (done.kind) {
      case 'done':
        return c.redirect(trackHref(view.number, undefined, { done: 'supplement' }), 303);
      case 'bad-file':
        return wrong((done.problem === 'harmful' ? t.track.harmfulFile : t.track.badFile)(done.name.slice(0, 80)));
      case 'bad-facts':
        return back({ wrong: done.refused.map((r) => ({ concept: r.concept, message: say(t, r.message) })) });
      case 'reshapes':
        return back({ wrong: Object.keys(said.facts).map((concept) => ({ concept, message: t.track.reshapes })) });
      case 'not-found':
        return notHere(c);
      case 'stale':
      case 'refused':
        return movedOn(c, view.number);
    }
  }
  return app;
};

/** Only what this step may be given. */
function addedIn(form: FormWithFiles, step: TrackStep, note: string): Added {
  const files = step.pieces.flatMap((p) => {
    const file = form.sent(`file.${p.evidence}@${p.subject}`);
    return file ? [{ ...p, ...file }] : [];
  });
  const paper = step.pieces.filter((p) => form.all('paper').includes(`${p.evidence}@${p.subject}`) && !files.some((f) => f.evidence === p.evidence && f.subject === p.subject));
  return { note, files, paper };
}

/** The facts she changed of those the notice asks about; what stands as it was is not said again. */
function factsIn({ t }: Visit, form: FormWithFiles, { prepared }: TrackView, step: TrackStep): { facts: { [concept: string]: unknown }; wrong: Wrong[] } {
  const facts: { [concept: string]: unknown } = {};
  const wrong: Wrong[] = [];
  for (const { concept, value } of prepared ? step.asks : []) {
    const typed = typedAnswer(form, prepared!, concept);
    const type = prepared!.datum(concept)?.datum.type ?? 'text';
    if ('conflict' in typed) wrong.push({ concept, message: t.apply.both });
    else if ('wrong' in typed) wrong.push({ concept, message: typed.wrong === 'money' ? t.apply.moneyWrong : t.apply.chooseOne });
    else if (!same(typed.raw, value, type)) facts[concept] = typed.raw;
  }
  return { facts, wrong };
}

const same = (raw: unknown, value: Value, type: string): boolean =>
  typeof raw === 'string' && typeof value !== 'object' ? raw === (type === 'money' ? String(value) : savedText(value, type)) : JSON.stringify(raw) === JSON.stringify(value);

export const keyIn = (form: Pick<Form, 'text'>): string => (/^[\w-]{8,64}$/.test(form.text('key')) ? form.text('key') : newKey());

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
