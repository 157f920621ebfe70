/** Back and on through a long list by keyset: no page numbers, no counting. */
import type { Text } from '../text';
import { LinkButton } from './button';

export const Pagination = ({ t, previous, next }: { t: Text; previous?: string | undefined; next?: string | undefined }) =>
  previous || next ? (
    <nav class="pagination" aria-label={t.ui.pages}>
      {previous ? <LinkButton href={previous}>{t.ui.previous}</LinkButton> : <span />}
      {next && <LinkButton href={next}>{t.ui.more}</LinkButton>}
    </nav>
  ) : null;
