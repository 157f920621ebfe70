/** `/apply/ID/q/CONCEPT`: one idea a page. What is typed is kept whatever happens; a page that is behind says so and loses nothing. */
import { Hono } from 'hono';
import { answer, type Given } from '../../app/answer';
import { compiledDraft, knownOf, nextPage, pageOf, preparedOf, type OpenDraft, type QuestionPage } from '../../app/draft';
import type { Product } from '../../app/product';
import { groupOf, parseAnswer } from '../../core/journey';
import { notFound } from '../errors';
import { say } from '../text';
import type { Env } from '../visit';
import { atDraft, stale, type AtDraft } from './at-draft';
import { formOf, type Form } from './form';
import { nextHref } from './next';
import { pickedNumber } from './picks';
import { questionPage, type Wrong } from './question-page';
import { typedAnswer } from './typed';

export const questionRoutes = (_product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get(
    '/apply/:draft/q/:concept',
    atDraft((x) => {
      const concept = x.c.req.param('concept')!;
      const changing = x.c.req.query('change') !== undefined;
      const on = questionsWith(x.v.product, x.draft, concept, changing);
      if (on) return questionPage(x, on);
      // Not asked any more, or not yet: on with what is.
      return preparedOf(x.v.product, x.draft).datum(concept) || preparedOf(x.v.product, x.draft).choices.has(concept) ? x.c.redirect(nextHref(x.v.product, x.draft), 303) : notFound(x.c);
    }),
  );

  app.post(
    '/apply/:draft/q/:concept',
    atDraft(async (x) => {
      const form = await formOf(x.c);
      const on = shownIn(x.v.product, x.draft, form) ?? questionsWith(x.v.product, x.draft, x.c.req.param('concept')!);
      if (!on) return stale(x);
      const read = await readForm(x, on, form);
      if (form.version !== x.draft.version) {
        if (read.wrong.length === 0 && isSaved(x, read.given)) return x.c.redirect(nextHref(x.v.product, x.draft), 303);
        return questionPage(x, on, { form, behind: true }, 409);
      }
      if (read.wrong.length > 0) return questionPage(x, on, { form, wrong: read.wrong }, 422);
      const kept = await answer(x.v.product, x.draft, read.given);
      if (kept === 'stale') return stale(x);
      if ('refused' in kept) return questionPage(x, on, { form, wrong: kept.refused.map((r) => ({ concept: r.concept, message: say(x.v.t, r.message) })) }, 422);
      return x.c.redirect(nextHref(x.v.product, kept.draft), 303);
    }),
  );

  return app;
};

/** The page a question stands on: the next one, or one she comes back to; to change an answer it stands alone. */
export function questionsWith(product: Product, draft: OpenDraft, concept: string, alone = false): QuestionPage | null {
  if (alone && askable(product, draft).has(concept)) return { group: groupOf(preparedOf(product, draft), concept), reason: 'needed', concepts: [concept] };
  const next = nextPage(product, draft);
  return next?.concepts.includes(concept) ? next : pageOf(product, draft, concept);
}

/** The questions a form was made of, as far as they may be answered still: other answers do not change what was on the page. */
function shownIn(product: Product, draft: OpenDraft, form: Form): QuestionPage | null {
  const may = askable(product, draft);
  const concepts = [...new Set(form.all('on'))].filter((c) => may.has(c));
  return concepts.length > 0 ? { group: groupOf(preparedOf(product, draft), concepts[0]!), reason: 'needed', concepts } : null;
}

/** Everything on her path, and what the sign-in gave and she may want otherwise. */
function askable(product: Product, draft: OpenDraft): Set<string> {
  const prepared = preparedOf(product, draft);
  const given = Object.keys(knownOf(product, draft).signIn).filter((c) => prepared.datum(c)?.datum.reuse === 'confirm');
  return new Set([...compiledDraft(product, draft).plan.questions.map((q) => q.concept), ...given]);
}

async function readForm({ v, draft }: AtDraft, on: QuestionPage, form: Form): Promise<{ given: Given; wrong: Wrong[] }> {
  const prepared = preparedOf(v.product, draft);
  const pick = form.text('pick');
  if (pick && on.concepts.length === 1) {
    const number = await pickedNumber(v.product, draft, on.concepts[0]!, pick);
    return number === null ? { given: {}, wrong: [{ concept: on.concepts[0]!, message: v.t.apply.chooseOne }] } : { given: { [on.concepts[0]!]: number }, wrong: [] };
  }
  const given: Given = {};
  const wrong: Wrong[] = [];
  for (const concept of on.concepts) {
    const typed = typedAnswer(form, prepared, concept);
    if ('raw' in typed) given[concept] = typed.raw;
    else wrong.push({ concept, message: 'conflict' in typed ? v.t.apply.both : typed.wrong === 'money' ? v.t.apply.moneyWrong : v.t.apply.chooseOne });
  }
  // All errors of the page at once, not one after another.
  if (wrong.length > 0)
    for (const [concept, raw] of Object.entries(given)) {
      const parsed = parseAnswer(prepared, concept, raw);
      if ('refused' in parsed) wrong.push({ concept, message: say(v.t, parsed.refused) });
    }
  return { given, wrong };
}

/** The same answers as are saved already: a second click, not a conflict. */
function isSaved({ v, draft }: AtDraft, given: Given): boolean {
  const prepared = preparedOf(v.product, draft);
  return Object.entries(given).every(([concept, raw]) => {
    const parsed = parseAnswer(prepared, concept, raw);
    return 'value' in parsed && JSON.stringify(parsed.value) === JSON.stringify(draft.body.answers[concept]);
  });
}
