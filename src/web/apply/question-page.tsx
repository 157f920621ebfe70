/** The page of a question, or of a few that belong together. */
import { compiledDraft, knownOf, preparedOf, type OpenDraft, type QuestionPage } from '../../app/draft';
import { mayBeAbsent } from '../../app/answer';
import type { Compiled } from '../../core/journey';
import { day, list, say, sentences } from '../text';
import { Button, ErrorSummary, Notice, page, Why } from '../ui';
import type { Visit } from '../visit';
import { askOf, journeyOf, nameOf, reasonsFor, subjectName, subjectOf, titleOf } from './about';
import type { AtDraft } from './at-draft';
import { QuestionField } from './field';
import type { Form } from './form';
import { Above, Foot } from './frame';
import { draftHref, questionHref } from './next';
import { pairFor } from './pair';
import { Picks, picksFor } from './picks';

export type Wrong = { concept: string; message: string };
/** A form that came back: with errors, or made from an earlier state of the draft. */
export type Back = { form?: Form; wrong?: readonly Wrong[]; behind?: boolean };

export async function questionPage(x: AtDraft, on: QuestionPage, back: Back = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { c, v, draft } = x;
  const { t } = v;
  const compiled = compiledDraft(v.product, draft);
  const prepared = preparedOf(v.product, draft);
  const journey = journeyOf(draft);
  const single = on.concepts.length === 1;
  const changing = c.req.query('change') !== undefined;
  const action = questionHref(draft, on.concepts[0]!, changing ? { change: '1' } : {});
  const subjects = [...new Set(on.concepts.map(subjectOf))];
  const data = new Set(on.concepts.map((c) => prepared.datum(c)?.datum));
  // One thing of several people: asked once, answered for each.
  const oneDatum = !single && data.size === 1;
  const title = single
    ? titleOf(v, journey, prepared, on.concepts[0]!)
    : oneDatum
      ? askOf(v, journey, prepared, on.concepts[0]!)
      : t.apply.about(
          list(
            t,
            subjects.map((s) => subjectName(v, s)),
          ),
        );
  const wrong = (back.wrong ?? []).map((w) => ({ concept: w.concept, message: single ? w.message : `${nameOf(v, journey, w.concept)}${t.joins.colon}${w.message}` }));
  const picks = single ? await picksFor(v.product, draft, on.concepts[0]!, t.apply) : [];
  const open = compiled.plan.questions.filter((q) => !(q.concept in draft.body.answers) && !on.concepts.includes(q.concept)).length;
  return page(
    c,
    { title, wrong: wrong.length > 0, islands: ['filter', 'once'] },
    <>
      <Above v={v} draft={draft} part={0} back={changing ? draftHref(draft, 'check') : previous(draft, compiled, on)} note={changing ? undefined : t.apply.left(open)} />
      <ErrorSummary t={t} errors={wrong.map((w) => ({ field: w.concept, message: w.message }))} />
      {c.req.query('missing') !== undefined && !back.form && (
        <Notice tone="warning" live>
          <p>{t.apply.notReady}</p>
        </Notice>
      )}
      {back.behind && (
        <Notice tone="warning" live>
          <p>{t.apply.staleForm}</p>
        </Notice>
      )}
      {!single && <h1>{title}</h1>}
      {on.concepts.map((concept) => (
        <WrongInRegister v={v} draft={draft} concept={concept} />
      ))}
      {picks.length > 0 && (
        <>
          <Heading v={v} draft={draft} concept={on.concepts[0]!} />
          <Picks v={v} draft={draft} action={action} picks={picks} />
        </>
      )}
      <form method="post" action={action} novalidate data-once={t.ui.next}>
        <input type="hidden" name="version" value={String(draft.version)} />
        {on.concepts.map((concept) => (
          <input type="hidden" name="on" value={concept} />
        ))}
        {on.concepts.map((concept) => {
          const datum = prepared.datum(concept)?.datum;
          const subject = subjectName(v, subjectOf(concept));
          const ask = askOf(v, journey, prepared, concept);
          const named = subjectOf(concept) !== 'choice' && subjectOf(concept) !== 'applicant' && !ask.startsWith(subject) && (single || subjects.length > 1);
          const example = datum?.example && t.apply.example(datum.type === 'date' ? day(t, datum.example) : datum.example);
          const hint = [datum?.hint && !(oneDatum && concept !== on.concepts[0]) && say(t, datum.hint), example].filter(Boolean).join(t.joins.sentence);
          const reasons = reasonsFor(v, draft, compiled.plan, concept);
          const heading = single && picks.length === 0;
          const pair = single ? pairFor(v, draft, concept) : null;
          return (
            <QuestionField
              s={v}
              prepared={prepared}
              journey={journey}
              concept={concept}
              saved={draft.body.answers[concept] ?? knownOf(v.product, draft).signIn[concept]}
              typed={back.form && !back.form.text('pick') ? back.form.text : null}
              mayBeAbsent={mayBeAbsent(draft, v.product, concept)}
              asked={{
                t,
                id: concept,
                heading,
                label:
                  picks.length > 0 || oneDatum ? (
                    nameOf(v, journey, concept)
                  ) : named ? (
                    <>
                      <span class="whose">{subject}</span> {ask}
                    </>
                  ) : (
                    ask
                  ),
                hint: hint || undefined,
                error: wrong.find((w) => w.concept === concept)?.message,
                why: <Why t={t} reason={sentences(t, reasonText(v, reasons), pair?.text) || undefined} neededBy={reasons.neededBy} source={pair?.source ?? reasons.source} />,
              }}
            />
          );
        })}
        <p class="row">
          <Button kind="primary">{t.ui.next}</Button>
        </p>
      </form>
      <Foot v={v} draft={draft} />
    </>,
    status,
  );
}

const Heading = ({ v, draft, concept }: { v: Visit; draft: OpenDraft; concept: string }) => (
  <h1 class="question">
    <span class="whose">{subjectName(v, subjectOf(concept))}</span> {askOf(v, journeyOf(draft), preparedOf(v.product, draft), concept)}
  </h1>
);

function reasonText({ t }: Visit, r: ReturnType<typeof reasonsFor>): string | undefined {
  const join = (names: string[]) => names.join(t.joins.quoted);
  return r.decides.length > 0 ? t.apply.decides(join(r.decides)) : r.inner.length > 0 ? t.apply.decidesInner(join(r.inner)) : undefined;
}

const WrongInRegister = ({ v, draft, concept }: { v: Visit; draft: OpenDraft; concept: string }) => {
  const reading = draft.body.readings.find((r) => r.settled?.wrong.includes(concept));
  const holder = reading && v.law.authorities.get(v.law.registers.get(reading.register)?.authority ?? '')?.name;
  return holder ? (
    <Notice>
      <p>{v.t.apply.wrongNote(say(v.t, holder))}</p>
    </Notice>
  ) : null;
};

/** The question before this page on the path as she walked it. */
function previous(draft: OpenDraft, { plan }: Compiled, on: QuestionPage): string {
  const path = plan.questions.map((q) => q.concept);
  const at = path.indexOf(on.concepts[0]!);
  const before = path.slice(0, Math.max(0, at)).findLast((q) => !on.concepts.includes(q) && q in draft.body.answers);
  if (before) return questionHref(draft, before);
  return draftHref(draft, draft.body.readings.length > 0 ? 'registers' : 'overview', draft.body.readings.length > 0 ? { review: '1' } : {});
}
