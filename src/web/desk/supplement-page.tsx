/** Everything that is missing, asked for once (行政许可法 §32): a box and a text for each fact and each document, and free lines; one notice. */
import type { DeskCommand } from '../../app/act';
import type { DeskStep } from '../../app/desk';
import { conceptName, evidenceName, say } from '../text';
import { TextField, type FormError } from '../ui';
import type { Visit } from '../visit';
import { type Decision, DecisionPage, errorAt } from './decision-page';
import { notHanded } from './documents';
import type { Posted } from './form';
import { faultOf } from './refuse-page';

type Filled = { text(name: string): string };
type Line = { field: string; about: string; name: string; note?: string };
const freeLines = 3;

/** In the order of the page; `field` also names the inputs. */
function linesOf(v: Visit, found: DeskStep): { facts: Line[]; documents: Line[] } {
  const facts = found.facts.map((f, i): Line => ({ field: `fact-${i}`, about: f.concept, name: conceptName(v.t, v.law, f.concept), note: say(v.t, f.shown) }));
  const handed = found.documents.filter((d) => !d.given).map((d) => ({ about: `${d.evidence}@${d.subject}`, name: evidenceName(v.t, v.law, d.evidence, d.subject) }));
  const missing = notHanded(v, found).map((d) => ({ ...d, note: v.t.desk.notHanded }));
  const documents = [...handed, ...missing].map((d, i): Line => ({ field: `document-${i}`, ...d }));
  // A second notice has no new grounds.
  const { grounds, supplements } = found.step;
  const open = (line: Line) => supplements === 0 || grounds.includes(line.about);
  return { facts: facts.filter(open), documents: documents.filter(open) };
}

export const SupplementPage = (p: Decision & { filled: Filled }) => {
  const { t } = p.v;
  const { facts, documents } = linesOf(p.v, p.found);
  const group = (title: string, lines: Line[]) =>
    lines.length > 0 && (
      <fieldset class="defects">
        <legend class="label">{title}</legend>
        <p class="hint">{t.desk.tickAndSay}</p>
        {lines.map((line) => (
          <Defect p={p} line={line} />
        ))}
      </fieldset>
    );
  const lead = (
    <>
      <p>{t.desk.supplementLead}</p>
      {p.found.step.supplements > 0 && <p class="field-error">{t.desk.supplementAgain}</p>}
    </>
  );
  return (
    <DecisionPage {...p} action="request-supplement" title={t.desk.supplementTitle} kind="primary" button={t.desk.sendSupplement} lead={lead}>
      {group(t.desk.aboutDocuments, documents)}
      {group(t.desk.aboutFacts, facts)}
      {mayAddOther(p.found) && (
        <fieldset class="defects">
          <legend class="label">{t.desk.aboutOther}</legend>
          {Array.from({ length: freeLines }, (_, i) => (
            <TextField t={t} id={`other-${i}`} name={`other-${i}`} label={t.desk.otherDefect(i + 1)} optional value={p.filled.text(`other-${i}`)} error={errorAt(p.errors, `other-${i}`)} />
          ))}
        </fieldset>
      )}
      <p class="muted">{t.desk.sendSupplementSays}</p>
    </DecisionPage>
  );
};

const Defect = ({ p, line }: { p: Decision & { filled: Filled }; line: Line }) => {
  const { t } = p.v;
  const error = errorAt(p.errors, `${line.field}-says`);
  return (
    <div class={error ? 'defect wrong' : 'defect'}>
      <div class="defect-pick">
        <input type="checkbox" id={line.field} name={line.field} value="yes" checked={p.filled.text(line.field) === 'yes'} />
        <label for={line.field}>
          {line.name}
          {line.note && <span class="from">{line.note}</span>}
        </label>
      </div>
      <div>
        {error && (
          <p class="field-error" id={`${line.field}-error`}>
            {error}
          </p>
        )}
        <input
          class="input"
          type="text"
          id={`${line.field}-says`}
          name={`${line.field}-says`}
          value={p.filled.text(`${line.field}-says`)}
          maxlength={500}
          aria-label={t.desk.whatToAdd(line.name)}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${line.field}-error` : undefined}
        />
      </div>
    </div>
  );
};

/** Free lines, unless a second notice has no ground for them. */
const mayAddOther = ({ step }: DeskStep): boolean => step.supplements === 0 || step.grounds.includes('other');

/** A text without its tick counts as ticked: nothing a clerk wrote is dropped. */
export function readSupplement(v: Visit, found: DeskStep, form: Posted): { command: DeskCommand } | { errors: FormError[] } {
  const { t } = v;
  const { facts, documents } = linesOf(v, found);
  const errors: FormError[] = [];
  const defects: { about: string; says: string }[] = [];
  for (const line of [...documents, ...facts]) {
    const says = form.text(`${line.field}-says`);
    if (!says && form.text(line.field) !== 'yes') continue;
    if (!says) errors.push({ field: `${line.field}-says`, message: t.desk.defectText(line.name) });
    errors.push(...faultOf(v, says, `${line.field}-says`, line.name, 500));
    defects.push({ about: line.about, says });
  }
  for (let i = 0; i < freeLines && mayAddOther(found); i++) {
    const says = form.text(`other-${i}`);
    if (!says) continue;
    errors.push(...faultOf(v, says, `other-${i}`, t.desk.otherDefect(i + 1), 500));
    defects.push({ about: 'other', says });
  }
  if (defects.length === 0) errors.push({ field: documents[0]?.field ?? facts[0]?.field ?? 'other-0', message: t.desk.noDefects });
  return errors.length ? { errors } : { command: { action: 'request-supplement', defects } };
}
