/** `/desk/voices`: tickets and low ratings that are owed an answer, and the pages on which they are answered. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { answerVoice, owedAnswers, type Voice, voiceAt, type VoiceRef } from '../../app/voices';
import type { Clerk } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { notFound } from '../errors';
import { only } from '../sign-in/only-for';
import { Button, ErrorSummary, type FormError, LinkButton, Notice, page, RadioField, safeHref, Table, TextField, to } from '../ui';
import type { Env, Visit } from '../visit';
import { errorAt } from './decision-page';
import { DeskNav } from './desk-nav';
import { newStamp, posted } from './form';
import { faultOf } from './refuse-page';
import { shortDay } from './time-tag';
import { StampFields } from './stamp-fields';

const answerPath = '/desk/voices/answer';
const addressOf = (ref: VoiceRef, path = answerPath): string => to(path, undefined, { number: ref.number, kind: ref.kind, ref: ref.ref });

function refIn(c: Context): VoiceRef | null {
  const [number, kind, ref] = ['number', 'kind', 'ref'].map((n) => c.req.query(n) ?? '') as [string, string, string];
  return number && ref && (kind === 'ticket' || kind === 'rating') ? { number, kind, ref } : null;
}

export function voiceRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/desk/voices', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const v = c.var.visit;
    const { t } = v;
    const words = t.staff;
    const open = await owedAnswers(product, clerk);
    return page(
      c,
      { title: words.voicesTitle, trail: [{ href: '/desk', label: t.desk.title }], width: 'wide' },
      <>
        <h1>{words.voicesTitle}</h1>
        <DeskNav v={v} clerk={clerk} here="voices" />
        {c.req.query('done') === 'answered' && (
          <Notice tone="good" live>
            <p>{words.answered}</p>
          </Notice>
        )}
        <p class="lead">{words.voicesLead}</p>
        {open.length === 0 ? (
          <p class="desk-empty">{words.voicesNone}</p>
        ) : (
          <Table
            id="voices"
            caption={words.voicesTitle}
            hideCaption
            columns={[t.desk.columns.number, words.voiceKind, words.voiceAt, words.voiceDue, words.voiceAnswer].map((label) => ({ label }))}
            rows={open.map((x) => [
              x.number,
              words.voiceKinds[x.kind],
              shortDay(t, x.at, v.today, true),
              x.due ? shortDay(t, x.due, v.today, true) : t.desk.noDate,
              <LinkButton small href={addressOf(x)} label={words.voiceAnswerWhat(x.number)}>
                {words.voiceAnswer}
              </LinkButton>,
            ])}
          />
        )}
      </>,
    );
  });

  type Form = { errors: FormError[]; filled?: { text(name: string): string } };
  const show = (c: Context<Env>, ref: VoiceRef, voice: Voice, { errors, filled = { text: () => '' } }: Form) => {
    const v = c.var.visit;
    const { t } = v;
    const words = t.staff;
    const yesNo = (choices: { yes: string; no: string }) => [
      { value: 'yes', label: choices.yes },
      { value: 'no', label: choices.no },
    ];
    return page(
      c,
      { title: words.answerTitle, trail: [{ href: '/desk/voices', label: words.voicesTitle }], wrong: errors.length > 0 },
      <>
        <ErrorSummary t={t} errors={errors} />
        <h1>{words.answerTitle}</h1>
        <Said v={v} voice={voice} />
        <form method="post" action={safeHref(addressOf(ref))} novalidate>
          <StampFields stamp={newStamp(0)} />
          <TextField t={t} id="says" name="says" label={words.answerSays} lines={4} maxlength={1000} value={filled.text('says')} error={errorAt(errors, 'says')} />
          <RadioField t={t} id="settled" name="settled" label={words.answerSettled} options={yesNo(words.settled)} value={filled.text('settled')} error={errorAt(errors, 'settled')} />
          <p class="muted">{words.answerFinal}</p>
          <Button kind="primary">{words.answerDo}</Button>
        </form>
        {voice.kind === 'rating' && (
          <section>
            <h2>{words.reviewTitle}</h2>
            <p>{words.reviewLead}</p>
            <form method="post" action={safeHref(addressOf(ref, '/desk/voices/review'))} novalidate>
              <StampFields stamp={newStamp(0)} />
              <RadioField t={t} id="counts" name="counts" label={words.reviewCounts} options={yesNo(words.reviewChoices)} value={filled.text('counts')} error={errorAt(errors, 'counts')} />
              <TextField t={t} id="why" name="why" label={words.reviewSays} lines={3} maxlength={1000} value={filled.text('why')} error={errorAt(errors, 'why')} />
              <Button>{words.reviewDo}</Button>
            </form>
          </section>
        )}
      </>,
      errors.length > 0 ? 422 : 200,
    );
  };

  const opened = async (c: Context<Env>): Promise<{ clerk: Clerk; ref: VoiceRef; voice: Voice } | Response> => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const ref = refIn(c);
    const voice = ref && (await voiceAt(product, clerk, ref));
    return ref && voice ? { clerk, ref, voice } : notFound(c);
  };

  app.get(answerPath, async (c) => {
    const at = await opened(c);
    return at instanceof Response ? at : show(c, at.ref, at.voice, { errors: [] });
  });

  for (const act of ['answer', 'review'] as const)
    app.post(`/desk/voices/${act}`, async (c) => {
      const at = await opened(c);
      if (at instanceof Response) return at;
      const v = c.var.visit;
      const form = await posted(c);
      const [text, choice] = act === 'answer' ? (['says', 'settled'] as const) : (['why', 'counts'] as const);
      const says = form.text(text);
      const errors = faultOf(v, says, text, act === 'answer' ? v.t.staff.answerSays : v.t.staff.reviewSays);
      if (!says) errors.push({ field: text, message: v.t.staff.answerMissing });
      const chosen = form.text(choice);
      if (chosen !== 'yes' && chosen !== 'no') errors.push({ field: choice, message: act === 'answer' ? v.t.staff.settledMissing : v.t.desk.wrong.missing(v.t.staff.reviewCounts) });
      if (errors.length > 0) return show(c, at.ref, at.voice, { errors, filled: form });
      const yes = chosen === 'yes';
      const done = await answerVoice(product, at.clerk, at.ref, form.key, act === 'answer' ? { act, says, settled: yes } : { act, says, counts: yes });
      return done.kind === 'done' ? c.redirect('/desk/voices?done=answered', 303) : notFound(c);
    });

  return app;
}

const Said = ({ v, voice }: { v: Visit; voice: Voice }) => {
  const { t } = v;
  const words = t.staff;
  const said = voice.kind === 'ticket' ? voice.ticket : voice.rating;
  const text = voice.kind === 'ticket' ? voice.ticket.says : [words.gradeWas(voice.rating.grade), voice.rating.words].filter(Boolean).join(' · ');
  return (
    <>
      <p class="muted">{`${voice.open.state.number} · ${words.voiceKinds[voice.kind]} · ${shortDay(t, said.at, v.today, true)}`}</p>
      <blockquote>
        <p>{text}</p>
      </blockquote>
      {said.answers.length > 0 && (
        <>
          <h2>{words.earlierAnswers}</h2>
          <ul>
            {said.answers.map((a) => (
              <li>{a.says}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
