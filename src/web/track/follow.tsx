/** What the applicant may do beside following, each as one small form: hand in what was deferred, ask for a hearing, say that it cannot get done, rate. */
import type { TrackStep, TrackView } from '../../app/track';
import { evidenceName, moment, say } from '../text';
import { soon } from '../apply/about';
import { Button, Disclosure, ErrorSummary, RadioField, SelectField, Tag, TextField } from '../ui';
import type { Visit } from '../visit';
import { trackHref } from './case-page';
import { newKey } from './need';

/** A form that came back: which, and what is wrong. */
export type FollowBack = { form: 'ticket' | 'rate'; field: string; error: string; says: string };

export const Deferred = ({ v, view, step }: { v: Visit; view: TrackView; step: TrackStep }) => {
  const { t, law } = v;
  const title = `deferred-${step.id}`;
  return (
    <section class="need" aria-labelledby={title}>
      <h2 id={title}>{t.follow.deferredTitle}</h2>
      <p>{t.follow.deferredLead(say(t, step.authority), say(t, step.name))}</p>
      <form method="post" action={trackHref(view.number, 'supplement')} enctype="multipart/form-data" data-once={t.track.sendSupplement}>
        <input type="hidden" name="step" value={step.id} />
        <input type="hidden" name="key" value={newKey()} />
        {step.deferred.map((p) => {
          const id = `file-${step.id}-${p.evidence}-${p.subject}`;
          const name = evidenceName(t, law, p.evidence, p.subject);
          return (
            <div class="field">
              <label class="label" for={id}>
                {p.due ? t.follow.deferredItem(name, soon(v, p.due)) : name}
              </label>
              <input class="input file" type="file" id={id} name={`file.${p.evidence}@${p.subject}`} accept="image/jpeg,image/png,application/pdf" />
              <div class="option">
                <input type="checkbox" id={`${id}-paper`} name="paper" value={`${p.evidence}@${p.subject}`} />
                <label for={`${id}-paper`}>{t.track.addPaper}</label>
              </div>
            </div>
          );
        })}
        <Button kind="primary">{t.track.sendSupplement}</Button>
      </form>
    </section>
  );
};

export const HearingOffer = ({ v, view, step }: { v: Visit; view: TrackView; step: TrackStep }) => {
  const { t } = v;
  return (
    <section class="need" aria-labelledby={`hearing-${step.id}`}>
      <h2 id={`hearing-${step.id}`}>{t.follow.hearingTitle}</h2>
      <p>{t.follow.hearingLead(say(t, step.name), step.hearing?.askBy ? soon(v, step.hearing.askBy) : '')}</p>
      <form method="post" action={trackHref(view.number, 'hearing')} data-once={t.follow.hearingAsk}>
        <input type="hidden" name="step" value={step.id} />
        <input type="hidden" name="key" value={newKey()} />
        <Button kind="secondary">{t.follow.hearingAsk}</Button>
      </form>
    </section>
  );
};

export const Papers = ({ v, view }: { v: Visit; view: TrackView }) => {
  const { t } = v;
  const name = (id: string | null) => view.steps.find((s) => s.id === id)?.name;
  return (
    <Disclosure title={t.follow.papers}>
      {view.papers.length === 0 ? (
        <p>{t.follow.papersNone}</p>
      ) : (
        <ul class="bullets">
          {view.papers.map((p) => {
            const step = name(p.step);
            return (
              <li>
                <a href={trackHref(view.number, `papers/${p.n}`)}>{`${t.papers.kinds[p.kind]}${step ? ` · ${say(t, step)}` : ''}`}</a> <span class="muted">{moment(t, p.at, v.law.city.zone)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Disclosure>
  );
};

/** `open`: she comes to say something. */
export const Tickets = ({ v, view, back, open }: { v: Visit; view: TrackView; back?: FollowBack | undefined; open?: boolean }) => {
  const { t } = v;
  return (
    <>
      {view.tickets.map((x) => (
        <section class="card plain">
          <p>
            <strong>{x.says}</strong> {x.due ? <Tag tone="warning">{t.follow.ticketOpen(soon(v, x.due))}</Tag> : <Tag tone="good">{t.follow.ticketSolved}</Tag>}
          </p>
          {x.answers.map((a) => (
            <p>
              {t.follow.ticketAnswer(a.by.name)}
              {a.says}
            </p>
          ))}
        </section>
      ))}
      {view.may.act && (
        <Disclosure title={t.follow.ticketTitle} open={open || back !== undefined}>
          <p>{t.follow.ticketLead}</p>
          <form method="post" action={trackHref(view.number, 'ticket')} data-once={t.follow.ticketSend}>
            <ErrorSummary t={t} errors={back ? [{ field: 'ticket-says', message: back.error }] : []} />
            <input type="hidden" name="key" value={newKey()} />
            <TextField t={t} id="ticket-says" name="says" label={t.follow.ticketSays} lines={3} maxlength={1000} value={back?.says} error={back?.error} />
            <SelectField t={t} id="ticket-step" name="step" label={t.follow.ticketStep} optional groups={[{ label: '', options: view.steps.map((s) => ({ value: s.id, label: say(t, s.name) })) }]} />
            <Button kind="secondary">{t.follow.ticketSend}</Button>
          </form>
        </Disclosure>
      )}
    </>
  );
};

const five = [5, 4, 3, 2, 1] as const;

export const Ratings = ({ v, view, back, open }: { v: Visit; view: TrackView; back?: FollowBack | undefined; open?: boolean }) => {
  const { t } = v;
  const name = (id: string | null) => (id === null ? t.follow.rateWhole : say(t, view.steps.find((s) => s.id === id)?.name ?? { zh: id, en: id }));
  const [first, ...more] = view.rateable;
  return (
    <>
      {view.ratings.map((r) => (
        <section class="card plain">
          <p>
            <strong>{t.follow.ratedAs(name(r.step), t.follow.grades[r.grade])}</strong>
          </p>
          {r.words && <p>{r.words}</p>}
          {r.contactBy && <p class="muted">{t.follow.rateContact(soon(v, r.contactBy))}</p>}
          {r.mendBy && <p class="muted">{t.follow.rateMend(soon(v, r.mendBy))}</p>}
          {r.answers.map((a) => (
            <p>
              {t.follow.ticketAnswer(a.by.name)}
              {a.says}
            </p>
          ))}
          {r.review && <p>{t.follow.rateReviewed(r.counts, r.review)}</p>}
        </section>
      ))}
      {first !== undefined && view.may.act && (
        <Disclosure title={t.follow.rateTitle} open={open || back !== undefined}>
          <p>{t.follow.rateLead}</p>
          <form method="post" action={trackHref(view.number, 'rate')} data-once={t.follow.rateSend}>
            <ErrorSummary t={t} errors={back ? [{ field: 'grade', message: back.error }] : []} />
            <input type="hidden" name="key" value={newKey()} />
            {more.length > 0 ? (
              <SelectField
                t={t}
                id="rate-step"
                name="step"
                label={t.follow.rateWhat}
                groups={[{ label: '', options: view.rateable.map((x) => ({ value: x ?? '*', label: name(x) })) }]}
                value={first ?? '*'}
              />
            ) : (
              <input type="hidden" name="step" value={first ?? '*'} />
            )}
            <RadioField t={t} id="grade" name="grade" label={t.follow.rateTitle} options={five.map((g) => ({ value: `${g}`, label: t.follow.grades[g] }))} error={back?.error} />
            <TextField t={t} id="words" name="words" label={t.follow.rateWords} lines={2} maxlength={500} />
            <Button kind="secondary">{t.follow.rateSend}</Button>
          </form>
        </Disclosure>
      )}
    </>
  );
};
