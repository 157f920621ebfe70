/** `#/f/ID/q`, `#/f/ID/q/CONCEPT`: the next questions, or one to be changed. The same questions in the same words as residents see. */
import { mayBeAbsent, takeAnswers, type QuestionPage } from '../../../../core/journey';
import { QuestionField } from '../../../apply/field';
import type { Form } from '../../../apply/form';
import { typedAnswer } from '../../../apply/typed';
import { askOf, nameOf, subjectName, subjectOf } from '../../../apply/words';
import { say } from '../../../text';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { Notice } from '../../../ui/notice';
import type { Entry } from '../entry';
import { journeyOf } from '../names';
import { compiled, nextPage, pageOf, preparedFor } from '../rules';
import { dayFor, isCounter, lawFor, type Shown, type World } from '../world';
import { Above, type EntryScreen } from './at-entry';

type Wrong = { concept: string; message: string };

function page(w: World, e: Entry, on: QuestionPage, form: Form | null = null, wrong: readonly Wrong[] = []): Shown {
  const { t } = w;
  const law = lawFor(w, e);
  const prepared = preparedFor(law, e);
  const journey = journeyOf(e);
  const s = { t, law };
  const single = on.concepts.length === 1;
  const subjects = [...new Set(on.concepts.map(subjectOf))];
  const ask = (concept: string) => {
    const own = askOf(s, journey, prepared, concept);
    const subject = subjectOf(concept);
    const named = subject !== 'choice' && subject !== 'applicant' && !own.startsWith(subjectName(s, subject));
    return named ? `${subjectName(s, subject)}${t.joins.colon}${own}` : own;
  };
  const title = single ? ask(on.concepts[0]!) : t.apply.about(subjects.map((x) => subjectName(s, x)).join(t.joins.list));
  const left = compiled(law, e, dayFor(w, e)).plan.questions.filter((q) => !(q.concept in e.answers) && !on.concepts.includes(q.concept)).length;
  const summary = wrong.map((x) => ({ field: x.concept, message: single ? x.message : `${nameOf(s, journey, x.concept)}${t.joins.colon}${x.message}` }));
  return {
    title,
    wrong: wrong.length > 0,
    body: (
      <>
        <Above w={w} e={e} />
        <ErrorSummary t={t} errors={summary} />
        {!w.online && !isCounter(w) && (
          <Notice tone="plain">
            <p>{t.station.noRegisters}</p>
          </Notice>
        )}
        {!single && <h1>{title}</h1>}
        <form data-post novalidate>
          {on.concepts.map((concept) => {
            const datum = prepared.datum(concept)?.datum;
            return (
              <>
                <input type="hidden" name="on" value={concept} />
                <QuestionField
                  s={s}
                  prepared={prepared}
                  journey={journey}
                  concept={concept}
                  saved={e.answers[concept]}
                  typed={form ? form.text : null}
                  mayBeAbsent={mayBeAbsent(prepared, concept)}
                  asked={{ t, id: concept, heading: single, label: ask(concept), hint: datum?.hint && say(t, datum.hint), error: summary.find((x) => x.field === concept)?.message }}
                />
              </>
            );
          })}
          <p class="row">
            <Button kind="primary">{t.station.next}</Button>
            <span class="muted">{t.station.left(left)}</span>
          </p>
        </form>
      </>
    ),
  };
}

export const questionScreen: EntryScreen = {
  show: async ({ w, e, rest }) => {
    const law = lawFor(w, e);
    if (rest[0]) return page(w, e, pageOf(law, e, decodeURIComponent(rest[0])));
    const on = nextPage(law, e, dayFor(w, e));
    return on ? page(w, e, on) : `#/f/${e.id}/documents`;
  },
  post: async ({ w, e, rest }, form) => {
    const { t } = w;
    const prepared = preparedFor(lawFor(w, e), e);
    const concepts = [...new Set(form.all('on'))].filter((c) => prepared.datum(c) || prepared.choices.has(c));
    const given: { [concept: string]: unknown } = {};
    const wrong: Wrong[] = [];
    for (const concept of concepts) {
      const typed = typedAnswer(form, prepared, concept);
      if ('raw' in typed) given[concept] = typed.raw;
      else wrong.push({ concept, message: 'conflict' in typed ? t.apply.both : typed.wrong === 'money' ? t.apply.moneyWrong : t.apply.chooseOne });
    }
    const taken = takeAnswers(prepared, e.answers, given);
    if ('refused' in taken) wrong.push(...taken.refused.map((r) => ({ concept: r.concept, message: say(t, r.message) })));
    const on: QuestionPage = { group: '', reason: 'needed', concepts };
    if (wrong.length > 0 || 'refused' in taken) return page(w, e, on, form, wrong);
    await w.shelf.put({ ...e, answers: taken.answers });
    return rest[0] ? `#/f/${e.id}/review` : `#/f/${e.id}/q`;
  },
};
