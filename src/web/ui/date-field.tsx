/** A date in three boxes, 年 月 日: no wheel, no foreign order. Names are NAME-year, NAME-month, NAME-day; `dateIn` reads them back. */
import { FieldGroup, type Asked } from './field';

export type DateParts = { year: string; month: string; day: string };

export const DateField = (p: Asked & { name: string; value?: DateParts; autocomplete?: 'bday' }) => (
  <FieldGroup p={p}>
    <div class="date-boxes">
      {(['year', 'month', 'day'] as const).map((part, i) => (
        <div>
          <label for={i === 0 ? p.id : `${p.id}-${part}`}>{p.t.ui[part]}</label>
          <input
            class="input"
            type="text"
            inputmode="numeric"
            id={i === 0 ? p.id : `${p.id}-${part}`}
            name={`${p.name}-${part}`}
            value={p.value?.[part] ?? ''}
            maxlength={i === 0 ? 4 : 2}
            autocomplete={p.autocomplete && `${p.autocomplete}-${part}`}
            aria-invalid={p.error ? 'true' : undefined}
          />
        </div>
      ))}
    </div>
  </FieldGroup>
);

export const dateParts = (date: string | undefined): DateParts => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
};

/** `YYYY-MM-DD` of three boxes; '' when all are empty. What is no date stays what was typed, for the parser to refuse. */
export function dateIn(form: { [name: string]: unknown }, name: string): string {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) =>
    String(form[`${name}-${part}`] ?? '')
      .trim()
      .normalize('NFKC'),
  );
  if (!year && !month && !day) return '';
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
