/**
 * Acts of the procedure as data: each is a title, what it does, and a few fields; one page draws them all and one reader turns the
 * post into a command. What the law demands of the fields the core decides; its refusals come back as words at the field.
 */
import type { Action, DeskCommand } from '../../app/act';
import { promisedPieces } from '../../app/act';
import type { DeskStep } from '../../app/desk';
import { evidenceName, say } from '../text';
import { type FormError, type OptionGroup, RadioField, SelectField, TextField } from '../ui';
import type { Visit } from '../visit';
import { type Decision, DecisionPage, errorAt } from './decision-page';
import type { Posted } from './form';
import { faultOf } from './refuse-page';

type FieldName = keyof Visit['t']['procedure']['fields'];
type Kind = 'words' | 'line' | 'moment' | 'day' | 'officers' | 'yes-no' | 'choice' | 'authority' | 'piece';
type Field = { name: FieldName; kind: Kind };
type Values = { [name in FieldName]?: string };
/** A correction has its own page: its field is of the corrected fact's type. */
export type ProcedureAction = Exclude<keyof Visit['t']['procedure']['acts'], 'correct'>;
type Procedure = { fields: readonly Field[]; danger?: true; command(values: Values, v: Visit): DeskCommand };

const words = (name: FieldName): Field => ({ name, kind: 'words' });
const line = (name: FieldName): Field => ({ name, kind: 'line' });
const pieceOf = (key: string) => ({ evidence: key.slice(0, key.lastIndexOf('@')), subject: key.slice(key.lastIndexOf('@') + 1) });

const procedures: { [action in ProcedureAction]: Procedure } = {
  'start-review': { fields: [], command: () => ({ action: 'start-review' }) },
  'arrange-visit': { fields: [{ name: 'slot', kind: 'moment' }], command: (x) => ({ action: 'arrange-visit', slot: x.slot! }) },
  visit: {
    fields: [{ name: 'officers', kind: 'officers' }, { name: 'passed', kind: 'yes-no' }, words('findings')],
    command: (x) => ({ action: 'visit', officers: x.officers!.split(/[,，、;；]/), findings: x.findings!, passed: x.passed === 'yes' }),
  },
  pause: {
    fields: [{ name: 'procedure', kind: 'choice' }, words('reason'), { name: 'until', kind: 'day' }],
    command: (x) => ({ action: 'pause', procedure: x.procedure as 'testing', reason: x.reason!, until: x.until! }),
  },
  resume: { fields: [], command: () => ({ action: 'resume' }) },
  'offer-hearing': { fields: [], command: () => ({ action: 'offer-hearing' }) },
  'convene-hearing': {
    fields: [{ name: 'session', kind: 'moment' }, line('place'), line('presiding')],
    command: (x) => ({ action: 'convene-hearing', session: x.session!, place: x.place!, presiding: x.presiding! }),
  },
  'hold-hearing': { fields: [words('record')], command: (x) => ({ action: 'hold-hearing', record: x.record! }) },
  extend: { fields: [words('reason'), line('approvedBy')], command: (x) => ({ action: 'extend', reason: x.reason!, approvedBy: { name: x.approvedBy!, level: 'authority-head' } }) },
  'extend-joint': {
    fields: [words('reason'), line('approvedBy')],
    command: (x) => ({ action: 'extend-joint', reason: x.reason!, approvedBy: { name: x.approvedBy!, level: 'government-head' } }),
  },
  transfer: { fields: [{ name: 'to', kind: 'authority' }, words('reason')], danger: true, command: (x) => ({ action: 'transfer', to: x.to!, reason: x.reason! }) },
  propose: { fields: [{ name: 'decision', kind: 'choice' }, words('says')], command: (x) => ({ action: 'propose', decision: x.decision as 'grant', says: x.says! }) },
  'return-proposal': { fields: [words('reason')], command: (x) => ({ action: 'return-proposal', reason: x.reason! }) },
  lapse: { fields: [words('reason')], danger: true, command: (x) => ({ action: 'lapse', reason: x.reason! }) },
  'check-promise': {
    fields: [{ name: 'piece', kind: 'piece' }, { name: 'kept', kind: 'yes-no' }, words('says')],
    command: (x) => ({ action: 'check-promise', piece: pieceOf(x.piece!), kept: x.kept === 'yes', says: x.says! }),
  },
  revoke: { fields: [words('reason')], danger: true, command: (x) => ({ action: 'revoke', reason: x.reason! }) },
};

export const procedureActions = Object.keys(procedures) as ProcedureAction[];
export const isProcedure = (action: Action): action is ProcedureAction => Object.hasOwn(procedures, action);
/** Nothing to fill in: one button on the step's page. */
export const isOneClick = (action: ProcedureAction): boolean => procedures[action].fields.length === 0;
export const isDanger = (action: ProcedureAction): boolean => procedures[action].danger ?? false;

export const ProcedurePage = (p: Decision & { action: ProcedureAction; filled: { text(name: string): string } }) => {
  const { t } = p.v;
  const about = t.procedure.acts[p.action];
  return (
    <DecisionPage {...p} title={about.title} kind={isDanger(p.action) ? 'danger' : 'primary'} button={about.button} lead={<p>{about.says}</p>}>
      {procedures[p.action].fields.map((field) => (
        <ProcedureField v={p.v} found={p.found} field={field} value={p.filled.text(field.name)} error={errorAt(p.errors, field.name)} />
      ))}
    </DecisionPage>
  );
};

const ProcedureField = ({ v, found, field, value, error }: { v: Visit; found: DeskStep; field: Field; value: string; error: string | undefined }) => {
  const { t } = v;
  const shared = { t, id: field.name, name: field.name, label: t.procedure.fields[field.name], error };
  const { momentHint, dayHint, officersHint } = t.procedure;
  switch (field.kind) {
    case 'words':
      return <TextField {...shared} lines={3} maxlength={1000} value={value} />;
    case 'line':
      return <TextField {...shared} width="medium" maxlength={200} value={value} />;
    case 'moment':
      return <TextField {...shared} hint={momentHint} width="medium" value={value} />;
    case 'day':
      return <TextField {...shared} hint={dayHint} width="medium" value={value} />;
    case 'officers':
      return <TextField {...shared} hint={officersHint} maxlength={200} value={value} />;
    case 'yes-no':
    case 'choice':
      return <RadioField {...shared} options={optionsOf(v, found, field)} value={value} />;
    case 'authority':
    case 'piece':
      return <SelectField {...shared} groups={[{ label: '', options: optionsOf(v, found, field) }] satisfies OptionGroup[]} value={value} />;
  }
};

function optionsOf(v: Visit, found: DeskStep, { name, kind }: Field): { value: string; label: string }[] {
  const { t } = v;
  switch (kind) {
    case 'yes-no':
    case 'choice':
      return Object.entries(t.procedure.choices[name as keyof typeof t.procedure.choices]).map(([value, label]) => ({ value, label }));
    case 'authority':
      return [...v.law.authorities.values()].filter((a) => a.id !== found.step.authority).map((a) => ({ value: a.id, label: say(t, a.name) }));
    case 'piece':
      return promisedPieces(found.open.state, found.step).map((p) => ({ value: `${p.evidence}@${p.subject}`, label: evidenceName(t, v.law, p.evidence, p.subject) }));
    default:
      return [];
  }
}

export function readProcedure(action: ProcedureAction): (v: Visit, found: DeskStep, form: Posted) => { command: DeskCommand } | { errors: FormError[] } {
  return (v, found, form) => {
    const values: Values = {};
    const errors: FormError[] = [];
    for (const field of procedures[action].fields) {
      const read = readField(v, found, field, form.text(field.name));
      if ('error' in read) errors.push({ field: field.name, message: read.error });
      else values[field.name] = read.value;
    }
    return errors.length ? { errors } : { command: procedures[action].command(values, v) };
  };
}

function readField(v: Visit, found: DeskStep, field: Field, text: string): { value: string } | { error: string } {
  const { t } = v;
  const what = t.procedure.fields[field.name];
  if (!text) return { error: t.procedure.missing(what) };
  const fault = faultOf(v, text, field.name, what)[0];
  if (fault) return { error: fault.message };
  const { offset } = v.law.city;
  switch (field.kind) {
    case 'moment': {
      const at = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})$/.exec(text.replace('：', ':'));
      const value = at && `${at[1]}T${at[2]!.padStart(2, '0')}:${at[3]}:00${offset}`;
      return value && !Number.isNaN(Date.parse(value)) ? { value } : { error: t.procedure.badMoment };
    }
    case 'day': {
      const value = `${text}T${v.law.city.workday.open.at(-1)?.to ?? '17:00'}:00${offset}`;
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(value)) ? { value } : { error: t.procedure.badDay };
    }
    case 'yes-no':
    case 'choice':
    case 'authority':
    case 'piece':
      return optionsOf(v, found, field).some((o) => o.value === text) ? { value: text } : { error: t.procedure.missing(what) };
    default:
      return { value: text };
  }
}

/** A refusal of the core at the field it is about. */
export function refusalAt(v: Visit, action: ProcedureAction, because: string): FormError | null {
  const message = v.t.procedure.refused[because];
  const field = procedures[action].fields.find(
    (f) => ['moment', 'day', 'officers'].includes(f.kind) || (because === 'same-officer' && f.name === 'presiding') || (because === 'not-approved' && f.name === 'approvedBy'),
  );
  return message && field ? { field: (because === 'same-officer' ? 'presiding' : because === 'not-approved' ? 'approvedBy' : field.name) as string, message } : null;
}
