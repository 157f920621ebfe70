/** `/apply/ID/check`: everything once more before it goes out, each with a way to change it; then the one submission. */
import { Hono } from 'hono';
import { instantOf } from '../../app/clocks';
import { compiledDraft } from '../../app/draft';
import { includes } from '../../app/entrust';
import type { Product } from '../../app/product';
import { type Difference, differenceOf } from '../../app/again';
import { submit, unready } from '../../app/submit';
import { keepLanguage } from '../../app/told/choice';
import { feesOf } from '../../core/journey';
import { labels, list, money, stepName } from '../text';
import { Button, Facts, Illustrative, Notice, page, to } from '../ui';
import type { Env, Visit } from '../visit';
import { journeyOf } from './about';
import { atDraft, stale, type AtDraft } from './at-draft';
import { AnswersPart } from './check-answers';
import { DocumentsPart, PaperNote } from './check-documents';
import { ServicesPart } from './services';
import { formOf } from './form';
import { Above, Foot } from './frame';
import { FiguresLine } from './figures';
import { draftHref, nextHref } from './next';

export const checkRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get(
    '/apply/:draft/check',
    atDraft(async (x) => {
      const lacking = unready(product, x.draft);
      return lacking && lacking.because !== 'nothing-in' ? x.c.redirect(withNotice(nextHref(product, x.draft)), 303) : show(x, await differenceOf(product, x.draft));
    }),
  );

  app.post(
    '/apply/:draft/submit',
    atDraft(async (x) => {
      const form = await formOf(x.c);
      if (form.version !== x.draft.version) return stale(x);
      const done = await submit(product, x.draft);
      switch (done.kind) {
        case 'submitted':
          // Best effort: she is told in the language she files in.
          await keepLanguage(product, x.draft.person, x.v.t.lang).catch(() => {});
          return x.c.redirect(to('/track', done.number, done.changed ? { done: 'change' } : { new: '1' }), 303);
        case 'unready':
          return x.c.redirect(done.because === 'nothing-in' ? draftHref(x.draft, 'check') : withNotice(nextHref(product, x.draft)), 303);
        case 'key-reused':
          return stale(x);
      }
    }),
  );
  // A reload of the address after a lost answer.
  app.get('/apply/:draft/submit', (c) => c.redirect(draftHref({ id: c.req.param('draft') }, 'check'), 303));

  return app;
};

const withNotice = (href: string) => `${href}${href.includes('?') ? '&' : '?'}missing=1`;

function show(x: AtDraft, changes: Awaited<ReturnType<typeof differenceOf>>) {
  const { c, v, draft } = x;
  const { t } = v;
  const compiled = compiledDraft(v.product, draft);
  const { plan, situation } = compiled;
  const empty = situation.active.length === 0;
  const now = instantOf(v.product);
  const fees = feesOf(situation, situation.active);
  const asked = plan.questions.at(-1);
  const back =
    plan.documents.pieces.length > 0 || plan.documents.optional.length > 0
      ? draftHref(draft, 'documents')
      : asked
        ? draftHref(draft, `q/${encodeURIComponent(asked.concept)}`)
        : draftHref(draft, 'overview');
  return page(
    c,
    { title: t.apply.checkTitle, islands: ['once'] },
    <>
      <Above v={v} draft={draft} part={2} back={back} />
      <h1>{empty ? t.apply.nothingIn : t.apply.checkTitle}</h1>
      <p class="lead">{empty ? t.apply.nothingInBody : t.apply.checkLead}</p>
      {changes && <DifferencePart v={v} difference={changes.difference} />}
      {!empty && <FiguresLine v={v} numbers={plan.numbers} />}
      {!empty && <PaperNote v={v} draft={draft} plan={plan} />}
      <ServicesPart v={v} journey={journeyOf(draft)} compiled={compiled} from={now} />
      <AnswersPart v={v} draft={draft} compiled={compiled} />
      {!empty && <DocumentsPart v={v} draft={draft} compiled={compiled} />}
      {!empty && (
        <section>
          <h2>{t.apply.feesTitle}</h2>
          {fees.length === 0 ? (
            <p>{t.apply.free}</p>
          ) : (
            <>
              <p>
                {t.apply.feeSum(
                  money(
                    t,
                    fees.reduce((n, f) => n + f.amount, 0),
                  ),
                )}
                {fees.some((f) => f.illustrative) && <Illustrative t={t} />}
              </p>
              <p class="muted">
                {list(
                  t,
                  fees.map((f) => t.apply.feeLine(stepName(t, v.law, journeyOf(draft), f.step), money(t, f.amount))),
                )}
              </p>
            </>
          )}
        </section>
      )}
      {!empty && !includes(draft.may, 'submit') && (
        <Notice>
          <p>{t.handOn.onlyPrepare}</p>
        </Notice>
      )}
      {!empty && includes(draft.may, 'submit') && (
        <form class="submit" method="post" action={draftHref(draft, 'submit')} data-once={t.apply.submitting}>
          <input type="hidden" name="version" value={String(draft.version)} />
          <Notice tone="plain">
            <p>{t.apply.promise}</p>
          </Notice>
          <p>
            <Button kind="primary" icon="next">
              {t.apply.submit}
            </Button>
          </p>
        </form>
      )}
      <Foot v={v} draft={draft} />
    </>,
  );
}

/** A change after filing: what it adds, ends and touches, before it is confirmed. */
const DifferencePart = ({ v: { t }, difference }: { v: Visit; difference: Difference }) => {
  const parts = (['added', 'changed', 'ended', 'granted', 'goOn'] as const).filter((part) => difference[part].length > 0);
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{t.follow.differenceTitle}</h2>
      <Facts rows={parts.map((part) => ({ label: t.follow.difference[part], value: labels(t, difference[part]) }))} />
    </section>
  );
};
