/** Everything that is missing, asked for once (行政许可法 §32): a tick, a fault and a text for each fact and each document, and free lines; one notice. */
import { TextField } from '../ui';
import { type Decision, DecisionPage, errorAt, Tick } from './decision-page';
import { documentFaults, factFaults, faultAtFirst, freeLines, type Line, linesOf, mayAddOther } from './supplement-lines';

type Shown = Decision & { filled: { text(name: string): string } };

export const SupplementPage = (p: Shown) => {
  const { t } = p.v;
  const { facts, documents } = linesOf(p.v, p.found);
  const group = (title: string, lines: Line[], faults: readonly (keyof typeof t.desk.faults)[]) =>
    lines.length > 0 && (
      <fieldset class="defects">
        <legend class="label">{title}</legend>
        <p class="hint">{t.desk.tickAndSay}</p>
        {lines.map((line) => (
          <Defect p={p} line={line} faults={faults} />
        ))}
      </fieldset>
    );
  const lead = (
    <>
      <p>{t.desk.supplementLead}</p>
      {p.found.step.supplements > 0 && <p class="field-error">{t.desk.supplementAgain}</p>}
    </>
  );
  const mayBeLeft = documents.filter((d) => d.missing);
  return (
    <DecisionPage {...p} action="request-supplement" title={t.desk.supplementTitle} kind="primary" button={t.desk.sendSupplement} lead={lead}>
      {group(t.desk.aboutDocuments, documents, documentFaults)}
      {group(t.desk.aboutFacts, facts, factFaults)}
      {mayAddOther(p.found) && (
        <fieldset class="defects">
          <legend class="label">{t.desk.aboutOther}</legend>
          {Array.from({ length: freeLines }, (_, i) => (
            <TextField t={t} id={`other-${i}`} name={`other-${i}`} label={t.desk.otherDefect(i + 1)} optional value={p.filled.text(`other-${i}`)} error={errorAt(p.errors, `other-${i}`)} />
          ))}
        </fieldset>
      )}
      {mayBeLeft.length > 0 && <Tick id="complete" label={t.desk.leftKnowingly} ticked={p.filled.text('complete') === 'yes'} error={errorAt(p.errors, 'complete')} />}
      <p class="muted">{t.desk.sendSupplementSays}</p>
    </DecisionPage>
  );
};

const Defect = ({ p, line, faults }: { p: Shown; line: Line; faults: readonly (keyof Shown['v']['t']['desk']['faults'])[] }) => {
  const { t } = p.v;
  const error = errorAt(p.errors, `${line.field}-says`);
  const fault = p.filled.text(`${line.field}-fault`) || faultAtFirst(line);
  return (
    <div class={error ? 'defect wrong' : 'defect'}>
      <div class="defect-pick">
        <input type="checkbox" id={line.field} name={line.field} value="yes" checked={p.filled.text(line.field) === 'yes' || p.tick?.includes(line.about)} />
        <label for={line.field}>
          {line.name}
          {line.note && <span class="from">{line.note}</span>}
        </label>
      </div>
      <select class="input" name={`${line.field}-fault`} aria-label={t.desk.faultOf(line.name)}>
        <option value="">{t.desk.faultNone}</option>
        {faults.map((f) => (
          <option value={f} selected={f === fault}>
            {t.desk.faults[f]}
          </option>
        ))}
      </select>
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
