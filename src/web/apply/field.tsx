/** One question as a control, by the type the city declared. What it shows is what was typed, else what was answered. */
import { isDeclined, type Value } from '../../core/case';
import type { Prepared } from '../../core/journey';
import { say } from '../text';
import { DateField, dateParts, RadioField, SelectField, TextField, type Asked, type Option, type OptionGroup } from '../ui';
import { choiceOf, type Speaking } from './words';

/** Values no datum can have: "there is none" and "I do not know". */
export const absent = '~absent';
export const declined = '~declined';
export const stateName = (concept: string): string => `${concept}~`;

/** `typed` gives the fields of a form that came back. */
export type Control = {
  s: Speaking;
  prepared: Prepared;
  journey: string | null;
  concept: string;
  asked: Asked;
  saved: Value | undefined;
  typed: ((name: string) => string) | null;
  mayBeAbsent: boolean;
};

const fewOptions = 8;

export const QuestionField = (p: Control) => {
  const { s, prepared, concept, asked } = p;
  const { t } = s;
  const datum = prepared.datum(concept)?.datum;
  const type = datum?.type ?? (choiceOf(s, p.journey, concept)?.options ? 'choice' : 'bool');
  const value = p.typed ? p.typed(concept) : savedText(p.saved, type);
  const others: Option[] = [
    ...(p.mayBeAbsent ? [{ value: absent, label: t.apply.absent }] : []),
    ...(datum?.clerkCanFind ? [{ value: declined, label: type === 'code<division>' ? t.apply.declinedPlace : t.apply.declined, hint: t.apply.declinedHint }] : []),
  ];
  const base = { ...asked, name: concept };
  // "None" and "I do not know" belong to the box; the reason for asking stands below both.
  const boxed = { ...base, why: undefined };
  if (type === 'bool') return <RadioField {...base} value={value} inline={others.length === 0} options={[{ value: 'true', label: t.apply.yes }, { value: 'false', label: t.apply.no }, ...others]} />;
  const options = optionsOf(p, type);
  if (options && type !== 'code<division>' && options.length <= fewOptions) return <RadioField {...base} value={value} options={[...options, ...others]} />;
  if (options)
    return (
      <SelectField
        {...base}
        value={value}
        filter
        groups={[...(type === 'code<division>' ? divisions(s, value) : [{ label: '', options }]), ...(others.length ? [{ label: '', options: others }] : [])]}
      />
    );
  const state = p.typed ? p.typed(stateName(concept)) : p.saved === null ? absent : isDeclined(p.saved) ? declined : '';
  return (
    <div class="question-field">
      {type === 'date' ? (
        <DateField {...boxed} value={p.typed ? { year: p.typed(`${concept}-year`), month: p.typed(`${concept}-month`), day: p.typed(`${concept}-day`) } : dateParts(value)} />
      ) : (
        <TextField {...boxed} {...boxOf(type)} value={value} unit={datum?.unit && say(t, datum.unit)} autocomplete="off" />
      )}
      {others.length > 0 && (
        <div class="options otherwise">
          {others.map((o) => (
            <div class="option">
              <input
                type="checkbox"
                id={`${concept}${o.value}`}
                name={stateName(concept)}
                value={o.value}
                checked={state === o.value}
                aria-describedby={o.hint ? `${concept}${o.value}-about` : undefined}
              />
              <label for={`${concept}${o.value}`}>{o.label}</label>
              {o.hint && (
                <p class="hint" id={`${concept}${o.value}-about`}>
                  {o.hint}
                </p>
              )}
            </div>
          ))}
        </div>
      )}
      {asked.why}
    </div>
  );
};

function boxOf(type: string): { input?: 'numeric' | 'decimal' | 'tel' | 'text'; width?: 'short' | 'medium' | 'full'; lines?: number; maxlength?: number } {
  switch (type) {
    case 'number':
      return { input: 'decimal', width: 'short', maxlength: 20 };
    case 'money':
      return { input: 'decimal', width: 'medium', maxlength: 24 };
    case 'duration':
      return { input: 'numeric', width: 'short', maxlength: 6 };
    case 'id-number':
    case 'credit-code':
      return { input: 'text', width: 'medium', maxlength: 40 };
    case 'phone':
      return { input: 'tel', width: 'medium', maxlength: 30 };
    case 'address':
      return { lines: 2, maxlength: 250 };
    default:
      return { input: 'text', maxlength: 600 };
  }
}

function optionsOf({ s, prepared, journey, concept }: Control, type: string): Option[] | null {
  if (type === 'choice') return choiceOf(s, journey, concept)!.options;
  const list = /^code<(.+)>$/.exec(type)?.[1];
  if (!list) return null;
  if (list === 'division') return [];
  return (prepared.law.codes.get(list)?.values ?? []).map((v) => ({ value: v.code, label: say(s.t, v.label), ...(v.hint && { hint: say(s.t, v.hint) }) }));
}

/** Counties; a division further down only where it was already chosen. */
function divisions({ t, law }: Speaking, chosen: string): OptionGroup[] {
  const all = [...law.divisions.values()];
  const option = (d: (typeof all)[number]) => ({ value: d.code, label: say(t, d.name) });
  const deeper = all.filter((d) => d.code === chosen && d.kind !== 'county');
  return [{ label: t.apply.counties, options: [...all.filter((d) => d.kind === 'county'), ...deeper].map(option) }];
}

/** A saved answer as it is typed: yuan for fen. */
export function savedText(value: Value | undefined, type: string): string {
  if (value === undefined) return '';
  if (value === null) return absent;
  if (typeof value === 'object') return isDeclined(value) ? declined : '';
  if (type !== 'money' || typeof value !== 'number') return String(value);
  const fen = String(value).padStart(3, '0');
  return fen.endsWith('00') ? fen.slice(0, -2) : `${fen.slice(0, -2)}.${fen.slice(-2)}`;
}
