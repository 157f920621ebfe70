/** Kept folded until wanted; works without JavaScript. */
import type { Child } from '../html/jsx-runtime';
import type { Text } from '../text';
import { safeHref } from './href';

export const Disclosure = ({ title, open, children }: { title: Child; open?: boolean; children?: Child }) => (
  <details class="disclosure" open={open}>
    <summary>{title}</summary>
    <div class="disclosure-body">{children}</div>
  </details>
);

/** A citation as a link to its source page. */
export const SourceLink = ({ href, children }: { href: string; children?: Child }) => (
  <a class="source" href={safeHref(href)}>
    {children}
  </a>
);

/** Answers "why are you asking this": the reason, the services that need it, and what they rest on. */
export const Why = ({ t, reason, neededBy, source }: { t: Text; reason?: Child; neededBy: readonly string[]; source?: { href: string; title: string } | undefined }) => (
  <Disclosure title={t.ui.why}>
    {reason && <p>{reason}</p>}
    {neededBy.length > 0 && <p>{t.ui.whyNeeds(neededBy.join(t.joins.list))}</p>}
    {source && (
      <p>
        {t.ui.source}
        {t.joins.colon}
        <SourceLink href={source.href}>{source.title}</SourceLink>
      </p>
    )}
  </Disclosure>
);

/** Marks a value for which no source was found. Stands directly after the value. */
export const Illustrative = ({ t }: { t: Text }) => (
  <span class="illustrative" title={t.ui.illustrativeMeans}>
    {t.ui.illustrative}
  </span>
);
