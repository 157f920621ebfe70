/** The one thing that waits for her: everything an office misses, said at once, and the form to answer it. */
import { randomUUID } from 'node:crypto';
import type { TrackStep, TrackView } from '../../app/track';
import { mayBeAbsent } from '../../core/journey';
import { QuestionField } from '../apply/field';
import { conceptName, evidenceName, say } from '../text';
import { Button, ErrorSummary, TextField } from '../ui';
import type { Visit } from '../visit';

/** `wrong`: what is the matter with a fact said anew; `text` gives the fields as they were sent. */
export type NeedBack = { step: string; note: string; key: string; error?: string; wrong: readonly { concept: string; message: string }[]; text(name: string): string };

export const newKey = (): string => randomUUID();

export const Need = ({ v, view, step, back }: { v: Visit; view: TrackView; step: TrackStep; back: NeedBack | undefined }) => {
  const { t, law } = v;
  const title = `need-${step.id}`;
  const pieces = step.pieces.filter((p) => law.evidence.get(p.evidence)?.kind !== 'form');
  const asked = pieces.filter((p) => step.defects.some((d) => d.about === p.evidence || d.about === `${p.evidence}@${p.subject}`));
  // A notice about facts alone asks for no document.
  const factsOnly = step.defects.every((d) => step.asks.some((a) => a.concept === d.about));
  const offered = asked.length > 0 || factsOnly ? asked : pieces;
  return (
    <section class="need" aria-labelledby={title}>
      <h2 id={title}>{t.track.needTitle}</h2>
      <p>{t.track.needLead(say(t, step.authority), say(t, step.name))}</p>
      <ul class="bullets">
        {step.defects.map((d) => (
          <li>
            {aboutWhat(v, d.about) && <strong>{aboutWhat(v, d.about)} </strong>}
            {d.says}
          </li>
        ))}
      </ul>
      <form method="post" action={`/track/${encodeURIComponent(view.number)}/supplement`} enctype="multipart/form-data" data-once={t.track.sendSupplement}>
        <ErrorSummary
          t={t}
          errors={back ? [...back.wrong.map((w) => ({ field: `${step.id}-${w.concept}`, message: w.message })), ...(back.error ? [{ field: `note-${step.id}`, message: back.error }] : [])] : []}
        />
        <input type="hidden" name="step" value={step.id} />
        <input type="hidden" name="key" value={back?.key ?? newKey()} />
        {view.prepared &&
          step.asks.map(({ concept, value }) => (
            <QuestionField
              s={v}
              prepared={view.prepared!}
              journey={view.journey}
              concept={concept}
              saved={value}
              typed={back ? back.text : null}
              mayBeAbsent={mayBeAbsent(view.prepared!, concept)}
              asked={{ t, id: `${step.id}-${concept}`, label: conceptName(t, law, concept), error: back?.wrong.find((w) => w.concept === concept)?.message }}
            />
          ))}
        {offered.map((p) => {
          const id = `file-${step.id}-${p.evidence}-${p.subject}`;
          return (
            <div class="field">
              <label class="label" for={id}>
                {t.track.addFile(evidenceName(t, law, p.evidence, p.subject))}
              </label>
              <input class="input file" type="file" id={id} name={`file.${p.evidence}@${p.subject}`} accept="image/jpeg,image/png,application/pdf" />
            </div>
          );
        })}
        {offered.length > 0 && (
          <fieldset class="field">
            <legend class="label">{t.track.addPaper}</legend>
            <div class="options">
              {offered.map((p) => (
                <div class="option">
                  <input type="checkbox" id={`paper-${step.id}-${p.evidence}-${p.subject}`} name="paper" value={`${p.evidence}@${p.subject}`} />
                  <label for={`paper-${step.id}-${p.evidence}-${p.subject}`}>{evidenceName(t, law, p.evidence, p.subject)}</label>
                </div>
              ))}
            </div>
          </fieldset>
        )}
        <TextField t={t} id={`note-${step.id}`} name="note" label={t.track.say} hint={t.track.sayHint} lines={3} maxlength={1000} value={back?.note} error={back?.error} />
        <Button kind="primary">{t.track.sendSupplement}</Button>
        <p class="note muted">{t.track.needNote}</p>
      </form>
    </section>
  );
};

function aboutWhat({ t, law }: Visit, about: string): string {
  const [evidence, subject] = about.split('@') as [string, string?];
  if (law.evidence.has(evidence)) return `${evidenceName(t, law, evidence, subject)}${t.joins.colon}`;
  const concept = conceptName(t, law, about);
  return concept !== about || about.includes('。') ? `${concept}${t.joins.colon}` : about && !/^[a-z.-]+$/.test(about) ? `${about}${t.joins.colon}` : '';
}
