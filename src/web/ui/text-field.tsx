/** One line, several lines, or a file. A unit or 元 stands after the box, never as a placeholder. */
import type { Child } from '../html/jsx-runtime';
import { Field, describedBy, type Asked } from './field';

export type TextFieldProps = Asked & {
  name: string;
  value?: string | undefined;
  /** `numeric` brings the number pad and keeps text: identity numbers end in X. */
  input?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  autocomplete?: string;
  width?: 'short' | 'medium' | 'full';
  unit?: Child;
  lines?: number;
  maxlength?: number;
};

export const TextField = (p: TextFieldProps) => {
  const shared = {
    id: p.id,
    name: p.name,
    class: `input ${p.width ?? 'full'}`,
    autocomplete: p.autocomplete,
    maxlength: p.maxlength,
    'aria-describedby': describedBy(p),
    'aria-invalid': p.error ? ('true' as const) : undefined,
  };
  const box = p.lines ? (
    <textarea {...shared} rows={p.lines}>
      {p.value ?? ''}
    </textarea>
  ) : (
    <input {...shared} type="text" inputmode={p.input} value={p.value ?? ''} spellcheck={false} />
  );
  return (
    <Field p={p}>
      {p.unit ? (
        <span class="with-unit">
          {box} <span class="unit">{p.unit}</span>
        </span>
      ) : (
        box
      )}
    </Field>
  );
};

/** Photos are taken with the phone's own camera where there is one. */
export const FileField = (p: Asked & { name: string; accept?: string; multiple?: boolean }) => (
  <Field p={{ ...p, hint: p.hint ?? p.t.ui.fileHint }}>
    <input
      class="input file"
      type="file"
      id={p.id}
      name={p.name}
      accept={p.accept ?? 'image/*,application/pdf'}
      multiple={p.multiple}
      aria-describedby={describedBy({ ...p, hint: p.hint ?? p.t.ui.fileHint })}
    />
  </Field>
);
