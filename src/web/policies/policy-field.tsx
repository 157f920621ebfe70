/** One fact of the firm. Any may stay empty, so there is no "none" and no "I do not know". */
import type { Value } from '../../core/case';
import type { CodeList, Datum } from '../../core/catalogue';
import { say, type Text } from '../text';
import { DateField, RadioField, SelectField, TextField } from '../ui';

type Props = {
  t: Text;
  concept: string;
  label: string;
  datum: Datum;
  codes: ReadonlyMap<string, CodeList>;
  typed: (name: string) => string;
  value: Value | undefined;
  error: string | undefined;
};

const fewOptions = 4;

export const PolicyField = ({ t, concept, label, datum, codes, typed, error }: Props) => {
  const asked = { t, id: concept, name: concept, label, hint: datum.hint && say(t, datum.hint), error, optional: true };
  const code = /^code<(.+)>$/.exec(datum.type)?.[1];
  const options = code
    ? (codes.get(code)?.values ?? []).map((x) => ({ value: x.code, label: say(t, x.label) }))
    : datum.type === 'bool'
      ? [
          { value: 'true', label: t.apply.yes },
          { value: 'false', label: t.apply.no },
        ]
      : null;
  if (options && options.length <= fewOptions) return <RadioField {...asked} value={typed(concept)} options={options} />;
  if (options) return <SelectField {...asked} value={typed(concept)} groups={[{ label: '', options }]} />;
  if (datum.type === 'date') return <DateField {...asked} value={{ year: typed(`${concept}-year`), month: typed(`${concept}-month`), day: typed(`${concept}-day`) }} />;
  return <TextField {...asked} value={typed(concept)} input="decimal" width={datum.type === 'money' ? 'medium' : 'short'} unit={datum.unit && say(t, datum.unit)} autocomplete="off" maxlength={24} />;
};
