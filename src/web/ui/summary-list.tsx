/** What is known, row by row, each with a way to change it. */
import type { Child } from '../html/jsx-runtime';
import type { Text } from '../text';
import { safeHref } from './href';

/** `name` is the row in plain words, for the screen reader's "change …". `from` says where the value comes from. */
export type SummaryRow = { label: Child; name: string; value: Child; from?: Child; change?: string | undefined };

export const SummaryList = ({ t, rows }: { t: Text; rows: readonly SummaryRow[] }) => (
  <dl class="summary">
    {rows.map((r) => (
      <div class="summary-row">
        <dt>{r.label}</dt>
        <dd>
          {r.value}
          {r.from && <span class="from">{r.from}</span>}
        </dd>
        {r.change && (
          <dd class="summary-change">
            <a href={safeHref(r.change)} aria-label={t.ui.changeWhat(r.name)}>
              {t.ui.change}
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);

/** A short list of facts without a way to change them. */
export const Facts = ({ rows }: { rows: readonly { label: Child; value: Child }[] }) => (
  <dl class="facts">
    {rows.map((r) => (
      <div>
        <dt>{r.label}</dt>
        <dd>{r.value}</dd>
      </div>
    ))}
  </dl>
);
