/** `/apply/ID/documents`: each piece once – a file, paper at the counter, or another document instead – and what nobody has to bring. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { largestFile } from '../../app/attachments/take';
import { checksOf } from '../../app/attachments/scan';
import { bringTheRest, handOver, pieceId, piecesOf, type DocumentProblem, type Given } from '../../app/documents';
import { compiledDraft } from '../../app/draft';
import type { Product } from '../../app/product';
import { evidenceName, list, say, stepName } from '../text';
import { Button, ErrorSummary, LinkButton, Notice, page } from '../ui';
import type { Env } from '../visit';
import { journeyOf } from './about';
import { atDraft, stale, type AtDraft } from './at-draft';
import { type FormWithFiles, formWithFiles } from './form-with-files';
import { Above, Foot } from './frame';
import { draftHref, nextHref, questionHref } from './next';
import { fieldOf, PieceCard } from './piece-card';

/** One file and what surrounds it in the form. */
const uploadBytes = 12 * 1024 * 1024;

export const documentRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get(
    '/apply/:draft/documents',
    atDraft((x) => show(x)),
  );

  app.post(
    '/apply/:draft/documents',
    // Larger than any file we take: told like a file that is too large, with nothing lost.
    bodyLimit({ maxSize: uploadBytes, onError: (c) => atDraft((x) => show(x, { piece: x.c.req.query('piece') ?? '', problem: 'too-large' }))(c) }),
    atDraft(async (x) => {
      const form = await formWithFiles(x.c, product, largestFile);
      try {
        return await handIn(x, form);
      } finally {
        await form.done();
      }
    }),
  );

  return app;
};

async function handIn(x: AtDraft, form: FormWithFiles): Promise<Response> {
  const { product } = x.v;
  if (form.version !== x.draft.version) return stale(x);
  if (form.text('do') === 'paper-rest') {
    const brought = await bringTheRest(product, x.draft);
    return brought === 'stale' ? stale(x) : x.c.redirect(nextHref(product, brought), 303);
  }
  const given = givenIn(form);
  if (!given) return show(x, { piece: form.text('piece'), problem: 'empty' });
  const done = await handOver(product, x.draft, given);
  if (done === 'stale') return stale(x);
  if ('problem' in done) return show(x, { piece: form.text('piece'), problem: done.problem });
  return x.c.redirect(`${draftHref(done, 'documents')}#${encodeURIComponent(fieldOf(given.piece))}`, 303);
}

function givenIn(form: FormWithFiles): Given | null {
  const piece = form.text('piece');
  if (form.text('do') === 'paper') return { piece, paper: true };
  if (form.text('do') === 'remove') return { piece, remove: true };
  if (form.text('instead')) return { piece, instead: form.text('instead').split(',') };
  const file = form.sent('file');
  return file && { piece, file };
}

async function show(x: AtDraft, wrong?: { piece: string; problem: DocumentProblem }) {
  const { c, v, draft } = x;
  const { t, law, product } = v;
  const journey = journeyOf(draft);
  const { pieces, optional, missing } = piecesOf(product, draft);
  const { plan } = compiledDraft(product, draft);
  const known = wrong && [...pieces, ...optional].find((p) => pieceId(p) === wrong.piece);
  const message = wrong && t.apply.fileProblems[wrong.problem];
  const checks = await checksOf(
    product,
    draft.body.documents.map((d) => d.file),
  );
  const copies = pieces.reduce((n, p) => n + p.copies, 0);
  const card = (level: 2 | 3) => (p: (typeof pieces)[number]) => <PieceCard v={v} draft={draft} piece={p} level={level} steps={plan.steps} checks={checks} error={known === p ? message : undefined} />;
  const last = plan.questions.findLast((q) => q.concept in draft.body.answers);
  return page(
    c,
    { title: t.apply.documentsTitle, wrong: wrong !== undefined, islands: ['upload', 'once'] },
    <>
      <Above
        v={v}
        draft={draft}
        part={1}
        back={last ? questionHref(draft, last.concept) : draftHref(draft, 'overview')}
        note={pieces.length > 0 && (missing.length > 0 ? t.apply.piecesLeft(missing.length) : t.apply.allHanded)}
      />
      <ErrorSummary
        t={t}
        errors={message ? [{ field: known ? fieldOf(pieceId(known)) : 'main', message: known ? `${evidenceName(t, law, known.evidence, known.subject)}${t.joins.colon}${message}` : message }] : []}
      />
      {c.req.query('missing') !== undefined && (
        <Notice tone="warning" live>
          <p>{t.apply.notReady}</p>
        </Notice>
      )}
      <h1>{t.apply.documentsTitle}</h1>
      <p class="lead">{t.apply.documentsLead(copies)}</p>
      {pieces.some((p) => p.form !== 'paper') && (
        <p class="hint" id="file-hint">
          {t.ui.fileHint}
        </p>
      )}
      <ul class="cards one">{pieces.map(card(2))}</ul>
      {optional.length > 0 && (
        <>
          <h2>{t.apply.optionalTitle}</h2>
          <ul class="cards one">{optional.map(card(3))}</ul>
        </>
      )}
      {missing.length > 1 && (
        <form method="post" action={draftHref(draft, 'documents')} data-once={t.apply.paperRest}>
          <input type="hidden" name="version" value={String(draft.version)} />
          <Button name="do" value="paper-rest">
            {t.apply.paperRest}
          </Button>
        </form>
      )}
      {plan.documents.supplied.length > 0 && (
        <>
          <h2>{t.apply.suppliedTitle}</h2>
          <ul class="pieces supplied">
            {plan.documents.supplied.map((s) => (
              <li>
                {evidenceName(t, law, s.evidence, s.subject)}
                <span class="from">
                  {'register' in s.from
                    ? t.apply.supplied.register(say(t, law.registers.get(s.from.register)!.name))
                    : 'step' in s.from
                      ? t.apply.supplied.step(stepName(t, law, journey, s.from.step))
                      : 'form' in s.from
                        ? t.apply.supplied.form
                        : t.apply.supplied.file}
                  {' · '}
                  {t.apply.whichServices(list(t, [...new Set(s.neededBy.map((step) => stepName(t, law, journey, step)))]))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {missing.length === 0 && (
        <p>
          <LinkButton kind="primary" href={nextHref(product, draft)}>
            {t.ui.next}
          </LinkButton>
        </p>
      )}
      <Foot v={v} draft={draft} />
    </>,
    wrong ? 422 : 200,
  );
}
