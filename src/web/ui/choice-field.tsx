/** One of several (radios), any of several (checkboxes), or one of a long list (select; the island `filter` adds a search box to it). */
import type { Child } from '../html/jsx-runtime';
import { Field, FieldGroup, describedBy, type Asked } from './field';

export type Option = { value: string; label: string; hint?: Child };

const Options = (p: { id: string; name: string; type: 'radio' | 'checkbox'; options: readonly Option[]; chosen: readonly string[]; inline?: boolean | undefined }) => (
  <div class={p.inline ? 'options inline' : 'options'}>
    {p.options.map((o, i) => {
      const id = i === 0 ? p.id : `${p.id}-${i}`;
      return (
        <div class="option">
          <input type={p.type} id={id} name={p.name} value={o.value} checked={p.chosen.includes(o.value)} aria-describedby={o.hint ? `${id}-about` : undefined} />
          <label for={id}>{o.label}</label>
          {o.hint && (
            <p class="hint" id={`${id}-about`}>
              {o.hint}
            </p>
          )}
        </div>
      );
    })}
  </div>
);

/** `inline` for two short answers such as yes and no. */
export const RadioField = (p: Asked & { name: string; options: readonly Option[]; value?: string | undefined; inline?: boolean }) => (
  <FieldGroup p={p}>
    <Options id={p.id} name={p.name} type="radio" options={p.options} chosen={p.value === undefined ? [] : [p.value]} inline={p.inline} />
  </FieldGroup>
);

export const CheckField = (p: Asked & { name: string; options: readonly Option[]; values?: readonly string[] }) => (
  <FieldGroup p={p}>
    <Options id={p.id} name={p.name} type="checkbox" options={p.options} chosen={p.values ?? []} />
  </FieldGroup>
);

/** Options may stand in groups (a town and its villages). */
export type OptionGroup = { label: string; options: readonly Option[] };

export const SelectField = (p: Asked & { name: string; groups: readonly OptionGroup[]; value?: string | undefined; filter?: boolean }) => {
  const options = (all: readonly Option[]) =>
    all.map((o) => (
      <option value={o.value} selected={o.value === p.value}>
        {o.label}
      </option>
    ));
  return (
    <Field p={p}>
      <select class="input" id={p.id} name={p.name} aria-describedby={describedBy(p)} aria-invalid={p.error ? 'true' : undefined} data-filter={p.filter ? p.t.ui.search : undefined}>
        <option value="">{p.t.ui.chooseOne}</option>
        {p.groups.map((g) => (g.label ? <optgroup label={g.label}>{options(g.options)}</optgroup> : options(g.options)))}
      </select>
    </Field>
  );
};
