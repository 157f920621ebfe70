/** Two decisions against the applicant: not to accept, and to refuse. Both say beforehand what ends with them, and are ticked before they count. */
import { consequences } from '../../app/consequences';
import type { DeskCommand } from '../../app/act';
import type { DeskStep } from '../../app/desk';
import { say } from '../text';
import { SelectField, TextField, type FormError } from '../ui';
import type { Visit } from '../visit';
import { ConsequenceList, type Decision, DecisionPage, errorAt, Understood } from './decision-page';
import { type Posted, textFault } from './form';

type Filled = { text(name: string): string };
type Read = { command: DeskCommand } | { errors: FormError[] };
const reasonBoxes = 3;

export const RefusePage = (p: Decision & { filled: Filled }) => {
  const { t } = p.v;
  return (
    <DecisionPage {...p} action="refuse" title={t.desk.refuseTitle} kind="danger" button={t.desk.doRefuse} lead={<ConsequenceList v={p.v} then={consequences(p.v.product, p.found, 'refuse')} />}>
      {Array.from({ length: reasonBoxes }, (_, i) => (
        <TextField
          t={t}
          id={`reason-${i}`}
          name={`reason-${i}`}
          label={t.desk.refuseReason(i + 1)}
          hint={i === 0 ? t.desk.refuseReasonHint : undefined}
          optional={i > 0}
          lines={2}
          value={p.filled.text(`reason-${i}`)}
          error={errorAt(p.errors, `reason-${i}`)}
        />
      ))}
      <Understood v={p.v} errors={p.errors} ticked={p.filled.text('understood') === 'yes'} />
    </DecisionPage>
  );
};

export function readRefusal(v: Visit, form: Posted): Read {
  const { t } = v;
  const names = Array.from({ length: reasonBoxes }, (_, i) => `reason-${i}`);
  const reasons = names.map((n) => form.text(n)).filter(Boolean);
  const errors = names.flatMap((field, i): FormError[] => faultOf(v, form.text(field), field, t.desk.refuseReason(i + 1)));
  if (reasons.length === 0) errors.push({ field: 'reason-0', message: t.desk.reasonMissing });
  if (form.text('understood') !== 'yes') errors.push({ field: 'understood', message: t.desk.understoodMissing });
  return errors.length ? { errors } : { command: { action: 'refuse', reasons } };
}

export const NotAcceptPage = (p: Decision & { filled: Filled }) => {
  const { t } = p.v;
  const others = othersThan(p.v, p.found);
  return (
    <DecisionPage
      {...p}
      action="not-accept"
      title={t.desk.notAcceptTitle}
      kind="danger"
      button={t.desk.doNotAccept}
      lead={<ConsequenceList v={p.v} then={consequences(p.v.product, p.found, 'not-accept')} />}
    >
      <TextField t={t} id="reason" name="reason" label={t.desk.notAcceptReason} hint={t.desk.notAcceptReasonHint} lines={3} value={p.filled.text('reason')} error={errorAt(p.errors, 'reason')} />
      <SelectField
        t={t}
        id="right-authority"
        name="right-authority"
        label={t.desk.rightAuthority}
        optional
        groups={[{ label: '', options: [{ value: '-', label: t.desk.rightAuthorityNone }, ...others.map((a) => ({ value: a.id, label: say(t, a.name) }))] }]}
        value={p.filled.text('right-authority')}
        error={errorAt(p.errors, 'right-authority')}
      />
      <Understood v={p.v} errors={p.errors} ticked={p.filled.text('understood') === 'yes'} />
    </DecisionPage>
  );
};

export function readNotAcceptance(v: Visit, found: DeskStep, form: Posted): Read {
  const { t } = v;
  const reason = form.text('reason');
  const right = form.text('right-authority');
  const errors: FormError[] = faultOf(v, reason, 'reason', t.desk.notAcceptReason);
  if (!reason) errors.push({ field: 'reason', message: t.desk.reasonMissing });
  const named = right !== '' && right !== '-';
  if (named && !othersThan(v, found).some((a) => a.id === right)) errors.push({ field: 'right-authority', message: t.desk.wrong.value(t.desk.rightAuthority) });
  if (form.text('understood') !== 'yes') errors.push({ field: 'understood', message: t.desk.understoodMissing });
  return errors.length ? { errors } : { command: { action: 'not-accept', reason, ...(named && { rightAuthority: right }) } };
}

const othersThan = (v: Visit, found: DeskStep) => [...v.law.authorities.values()].filter((a) => a.id !== found.step.filed.authority);

export function faultOf({ t }: Visit, text: string, field: string, what: string, most?: number): FormError[] {
  const fault = textFault(text, most);
  return fault ? [{ field, message: t.desk.wrong[fault](what) }] : [];
}
