/**
 * What every control shares: its label, hint, error and the answer to "why". The control with id `id` is the one an error leads to; for radios
 * and dates that is the first of them. `heading` makes the label the page's <h1>, for a page that asks one thing.
 */
import type { Child } from '../html/jsx-runtime';
import type { Text } from '../text';

export type Asked = {
  t: Text;
  id: string;
  label: Child;
  hint?: Child;
  error?: string | undefined;
  why?: Child;
  optional?: boolean;
  heading?: boolean;
};

/** Value of `aria-describedby`: what is said below the label, in order. */
export const describedBy = (p: Asked): string | undefined => [p.hint && `${p.id}-hint`, p.error && `${p.id}-error`].filter(Boolean).join(' ') || undefined;

const Below = ({ p }: { p: Asked }) => (
  <>
    {p.hint && (
      <p class="hint" id={`${p.id}-hint`}>
        {p.hint}
      </p>
    )}
    {p.error && (
      <p class="field-error" id={`${p.id}-error`}>
        <span class="visually-hidden">{p.t.ui.error}</span>
        {p.error}
      </p>
    )}
  </>
);

const Words = ({ p }: { p: Asked }) => (
  <>
    {p.label}
    {p.optional && <span class="muted">{p.t.ui.optional}</span>}
  </>
);

/** Around one control. */
export const Field = ({ p, children }: { p: Asked; children?: Child }) => {
  const label = (
    <label class="label" for={p.id}>
      <Words p={p} />
    </label>
  );
  return (
    <div class={p.error ? 'field wrong' : 'field'}>
      {p.heading ? <h1 class="question">{label}</h1> : label}
      <Below p={p} />
      {children}
      {p.why}
    </div>
  );
};

/** Around several controls that make one answer. */
export const FieldGroup = ({ p, children }: { p: Asked; children?: Child }) => (
  <fieldset class={p.error ? 'field wrong' : 'field'} aria-describedby={describedBy(p)}>
    <legend class="label">
      {p.heading ? (
        <h1 class="question">
          <Words p={p} />
        </h1>
      ) : (
        <Words p={p} />
      )}
    </legend>
    <Below p={p} />
    {children}
    {p.why}
  </fieldset>
);
