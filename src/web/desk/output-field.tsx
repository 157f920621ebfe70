/** One output concept as a field of its type, and what was filled in read back: what the parser takes, or what is wrong with it. */
import type { DeskStep } from '../../app/desk';
import { birthDateOf, creditCodeFault, idNumberFault, sexOf } from '../../core/catalogue/check-digits';
import { type Text, say } from '../text';
import { DateField, dateIn, dateParts, RadioField, SelectField, TextField, type FormError } from '../ui';
import type { Visit } from '../visit';
import { textFault } from './form';

export type Output = DeskStep['outputs']['concepts'][number];

/** Names are by place: a concept's id never reaches the form. */
export const OutputField = ({ v, output, field, value, error }: { v: Visit; output: Output; field: string; value: string; error?: string | undefined }) => {
  const { t } = v;
  const asked = { t, id: field, name: field, label: say(t, output.label), error };
  const codes = codesFor(v, output.type);
  if (codes) return <SelectField {...asked} groups={[{ label: '', options: codes }]} value={value} />;
  switch (output.type) {
    case 'bool':
      return (
        <RadioField
          {...asked}
          options={[
            { value: 'true', label: t.desk.yes },
            { value: 'false', label: t.desk.no },
          ]}
          value={value}
          inline
        />
      );
    case 'date':
      return <DateField {...asked} value={dateParts(value)} />;
    case 'money':
      return <TextField {...asked} input="decimal" width="short" unit={t.desk.yuan} value={value} />;
    case 'number':
    case 'duration':
      return <TextField {...asked} input="decimal" width="short" value={value} />;
    case 'id-number':
      return <TextField {...asked} width="medium" hint={t.desk.idHint} maxlength={24} value={value} />;
    case 'credit-code':
      return <TextField {...asked} width="medium" hint={t.desk.creditHint} maxlength={24} value={value} />;
    default:
      return <TextField {...asked} width="medium" maxlength={500} value={value} />;
  }
};

function codesFor(v: Visit, type: string): { value: string; label: string }[] | null {
  const list = /^code<(.+)>$/.exec(type)?.[1];
  if (!list) return null;
  if (list === 'division') return [...v.law.divisions.values()].map((d) => ({ value: d.code, label: say(v.t, d.name) }));
  return (v.law.codes.get(list)?.values ?? []).map((c) => ({ value: c.code, label: say(v.t, c.label) }));
}

/** What was typed, as the field shows it again. */
export const typed = (output: Output, field: string, text: (name: string) => string): string =>
  output.type === 'date' ? dateIn({ [`${field}-year`]: text(`${field}-year`), [`${field}-month`]: text(`${field}-month`), [`${field}-day`]: text(`${field}-day`) }, field) : text(field);

/** @returns the value as the parser takes it */
export function readOutput({ t }: Visit, found: DeskStep, output: Output, field: string, given: string): { value: string } | { error: FormError } {
  const what = say(t, output.label);
  const wrong = (message: string) => ({ error: { field, message } });
  if (given === '' || given === 'null') return wrong(t.desk.wrong.missing(what));
  const fault = textFault(given, 500);
  if (fault) return wrong(t.desk.wrong[fault](what));
  switch (output.type) {
    case 'id-number': {
      const number = compact(given);
      const message = idNumberMessage(t, found, output.concept, number, what);
      return message ? wrong(message) : { value: number };
    }
    case 'credit-code': {
      const code = compact(given);
      const bad = creditCodeFault(code);
      return bad ? wrong(t.desk.wrong[bad === 'shape' ? 'shape' : 'check'](what)) : { value: code };
    }
    case 'money': {
      const yuan = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(given.normalize('NFKC').replace(/,/g, ''));
      return yuan ? { value: `${yuan[1]}${(yuan[2] ?? '').padEnd(2, '0')}` } : wrong(t.desk.wrong.value(what));
    }
    default:
      return { value: given };
  }
}

/** Full-width signs, spaces and a small x are forgiven. */
const compact = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** The number must be well formed, and agree with the date of birth and the sex the application states for the same person. */
function idNumberMessage(t: Text, found: DeskStep, concept: string, number: string, what: string): string | null {
  const bad = idNumberFault(number);
  if (bad) return t.desk.wrong[bad === 'check-digit' ? 'check' : bad === 'birth-date' ? 'birthDate' : 'shape'](what);
  const said = (datum: string) => found.facts.find((f) => f.concept === `${concept.slice(0, concept.indexOf('.'))}.${datum}`)?.value;
  const [born, sex] = [said('birthDate'), said('sex')];
  if (typeof born === 'string' && born !== birthDateOf(number)) return t.desk.wrong.otherBirthDate(what);
  return (sex === 'male' || sex === 'female') && sex !== sexOf(number) ? t.desk.wrong.otherSex(what) : null;
}
