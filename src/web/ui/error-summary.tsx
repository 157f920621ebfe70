/** All errors of a form at its top, in the words of the fields, each leading to its field. Takes the focus when the page comes. */
import type { Text } from '../text';

/** `field` is the id of the control; `FieldError`s of the same form use the same words. */
export type FormError = { field: string; message: string };

export const ErrorSummary = ({ t, errors }: { t: Text; errors: readonly FormError[] }) =>
  errors.length === 0 ? null : (
    <section class="error-summary" aria-labelledby="error-summary-title" tabindex={-1} autofocus>
      <h2 id="error-summary-title">{t.ui.errorSummary}</h2>
      <ul>
        {errors.map((e) => (
          <li>
            <a href={`#${e.field}`}>{e.message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
