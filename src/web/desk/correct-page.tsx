/** Correction on the spot: first which fact, then the fact as a field of its type – nobody has to know how a value is kept. */
import type { DeskCommand } from '../../app/act';
import type { DeskStep } from '../../app/desk';
import { conceptName, say } from '../text';
import { Button, ErrorSummary, type FormError, SelectField, TextField } from '../ui';
import type { Visit } from '../visit';
import { type Decision, DecisionPage, errorAt } from './decision-page';
import type { Posted } from './form';
import { stepHref } from './kept';
import { type Output, OutputField, readOutput, typed } from './output-field';
import { pathOf } from './paths';
import { faultOf } from './refuse-page';
import { preparedCase, lawOfCase } from '../../app/case-view';

type Filled = { text(name: string): string };
const field = 'value';

export const CorrectPage = (p: Decision & { filled: Filled }) => {
  const { t } = p.v;
  const fact = chosen(p.v, p.found, p.filled);
  if (!fact) return <Choose {...p} />;
  const about = t.procedure.acts.correct;
  const was = p.found.facts.find((f) => f.concept === fact.concept)!;
  return (
    <DecisionPage {...p} action="correct" title={about.title} kind="primary" button={about.button} lead={<p>{about.says}</p>}>
      <input type="hidden" name="concept" value={fact.concept} />
      <p>
        <strong>{nameOf(p.v, fact.concept)}</strong> {t.procedure.correctWas(say(t, was.shown))}{' '}
        <a href={stepHref(p.v, p.found.open.state.number, p.found.step.filed.id, pathOf.correct)}>{t.procedure.correctOther}</a>
      </p>
      <OutputField v={p.v} output={asNew(p.v, fact)} field={field} value={typed(fact, field, p.filled.text)} error={errorAt(p.errors, field)} />
      <TextField t={t} id="says" name="says" label={t.procedure.fields.says} lines={3} maxlength={1000} value={p.filled.text('says')} error={errorAt(p.errors, 'says')} />
    </DecisionPage>
  );
};

const Choose = ({ v, found, errors }: Decision) => {
  const { t } = v;
  const about = t.procedure.acts.correct;
  const { number } = found.open.state;
  const step = found.step.filed.id;
  return (
    <>
      <ErrorSummary t={t} errors={errors} />
      <h1 class="desk-title">{about.title}</h1>
      <p class="muted">{`${say(t, found.name)} · ${found.open.state.applicant.name} · ${number}`}</p>
      <p>{about.says}</p>
      <form method="get" action={stepHref(v, number, step, pathOf.correct)} data-key="f">
        <SelectField
          t={t}
          id="concept"
          name="concept"
          label={t.procedure.fields.concept}
          groups={[{ label: '', options: correctable(found).map((f) => ({ value: f.concept, label: `${nameOf(v, f.concept)} · ${say(t, f.shown)}` })) }]}
          error={errorAt(errors, 'concept')}
        />
        <div class="row">
          <Button kind="primary" dataKey="z">
            {t.ui.next}
          </Button>
          <a href={stepHref(v, number, step)} data-key="h">
            {t.desk.back}
          </a>
        </div>
      </form>
    </>
  );
};

export function readCorrection(v: Visit, found: DeskStep, form: Posted): { command: DeskCommand } | { errors: FormError[] } {
  const { t } = v;
  const fact = chosen(v, found, form);
  if (!fact) return { errors: [{ field: 'concept', message: t.procedure.missing(t.procedure.fields.concept) }] };
  const read = readOutput(v, found, asNew(v, fact), field, typed(fact, field, form.text));
  const says = form.text('says');
  const errors: FormError[] = ['error' in read ? [read.error] : [], faultOf(v, says, 'says', t.procedure.fields.says)].flat();
  if (!says) errors.push({ field: 'says', message: t.procedure.missing(t.procedure.fields.says) });
  return errors.length || 'error' in read ? { errors } : { command: { action: 'correct', answers: { [fact.concept]: read.value }, says } };
}

/** What she said; what another step gave is that step's to put right, and a list is changed by the applicant. */
const correctable = (found: DeskStep) => found.facts.filter((f) => f.provenance?.from !== 'step' && !Array.isArray(f.value));

/** The field asks for what it becomes, not for what it is. */
const asNew = ({ t }: Visit, fact: Output): Output => ({ ...fact, label: { zh: t.procedure.correctTo, en: t.procedure.correctTo } });

const nameOf = (v: Visit, concept: string) => conceptName(v.t, v.law, concept);

function chosen({ product }: Visit, found: DeskStep, filled: Filled): Output | null {
  const fact = correctable(found).find((f) => f.concept === filled.text('concept'));
  const { state } = found.open;
  return fact ? { concept: fact.concept, label: fact.label, type: preparedCase(lawOfCase(product, state), state)?.datum(fact.concept)?.datum.type ?? 'text' } : null;
}
