/** Granting: every output concept by its type, a number for every document, and what the grant sets going. */
import { consequences } from '../../app/consequences';
import type { DeskCommand } from '../../app/act';
import type { DeskStep } from '../../app/desk';
import { say } from '../text';
import { LinkButton, TextField, type FormError } from '../ui';
import type { Visit } from '../visit';
import { ConsequenceList, type Decision, DecisionPage, errorAt } from './decision-page';
import type { Posted } from './form';
import { OutputField, readOutput, typed } from './output-field';
import { stepHref } from './kept';
import { faultOf } from './refuse-page';
import { sampleEvidence, sampleOutput } from './sample-number';

type Filled = { text(name: string): string };
const conceptField = (i: number) => `concept-${i}`;
const evidenceField = (i: number) => `evidence-${i}`;

/** `sample`: the fields come filled with sample numbers, by a link and not by script. */
export const GrantPage = (p: Decision & { filled: Filled; sample: boolean }) => {
  const { t } = p.v;
  const { concepts, evidence } = p.found.outputs;
  const offer = p.v.product.demonstration && !p.sample && concepts.length + evidence.length > 0;
  const lead = (
    <>
      <ConsequenceList v={p.v} then={consequences(p.v.product, p.found, 'grant')} granting />
      {offer && (
        <p class="row">
          <LinkButton small href={stepHref(p.v, p.found.open.state.number, p.found.step.filed.id, 'grant', { sample: 'yes' })}>
            {t.desk.sample}
          </LinkButton>
          <span class="note">{t.desk.sampleSays}</span>
        </p>
      )}
    </>
  );
  return (
    <DecisionPage {...p} action="grant" title={t.desk.grantTitle} kind="primary" button={t.desk.doGrant} lead={lead}>
      {concepts.map((output, i) => (
        <OutputField
          v={p.v}
          output={output}
          field={conceptField(i)}
          value={p.sample ? sampleOutput(p.found, output) : typed(output, conceptField(i), p.filled.text)}
          error={errorAt(p.errors, conceptField(i))}
        />
      ))}
      {evidence.map((e, i) => (
        <TextField
          t={t}
          id={evidenceField(i)}
          name={evidenceField(i)}
          label={t.desk.evidenceNumber(say(t, e.label))}
          width="medium"
          maxlength={100}
          value={p.sample ? sampleEvidence(p.found, e.evidence) : p.filled.text(evidenceField(i))}
          error={errorAt(p.errors, evidenceField(i))}
        />
      ))}
      <TextField t={t} id="note" name="note" label={t.desk.note} optional lines={2} value={p.filled.text('note')} error={errorAt(p.errors, 'note')} />
    </DecisionPage>
  );
};

export function readGrant(v: Visit, found: DeskStep, form: Posted): { command: DeskCommand } | { errors: FormError[] } {
  const { t } = v;
  const errors: FormError[] = [];
  const values: { [concept: string]: unknown } = {};
  found.outputs.concepts.forEach((output, i) => {
    const read = readOutput(v, found, output, conceptField(i), typed(output, conceptField(i), form.text));
    if ('error' in read) errors.push(read.error);
    else values[output.concept] = read.value;
  });
  const evidence = found.outputs.evidence.map((e, i) => {
    const number = form.text(evidenceField(i));
    const what = t.desk.evidenceNumber(say(t, e.label));
    if (!number) errors.push({ field: evidenceField(i), message: t.desk.wrong.missing(what) });
    errors.push(...faultOf(v, number, evidenceField(i), what, 100));
    return { evidence: e.evidence, number };
  });
  const note = form.text('note');
  errors.push(...faultOf(v, note, 'note', t.desk.note));
  return errors.length ? { errors } : { command: { action: 'grant', values, evidence, ...(note && { note }) } };
}

/** What the parser of the case would not take. */
export const badValues = (v: Visit, found: DeskStep, concepts: readonly string[]): FormError[] =>
  found.outputs.concepts.flatMap((output, i) => (concepts.includes(output.concept) ? [{ field: conceptField(i), message: v.t.desk.wrong.value(say(v.t, output.label)) }] : []));
