/** The pages of the desk, beside the queue. */
import type { Clerk } from '../../app/ports/identity';
import type { Visit } from '../visit';

const pages = ['queue', 'visitors', 'voices', 'phone', 'look', 'away', 'texts', 'day', 'team', 'stuck'] as const;
export type DeskPage = (typeof pages)[number];
export const pageHref = (p: DeskPage): string => (p === 'queue' ? '/desk' : `/desk/${p}`);

export const DeskNav = ({ v: { t }, clerk, here }: { v: Visit; clerk: Clerk; here: DeskPage }) => (
  <nav class="desk-filters" aria-label={t.staff.nav}>
    <ul class="chips">
      {pages
        .filter((p) => (p !== 'team' && p !== 'stuck') || clerk.lead)
        .map((p) => (
          <li>
            <a href={pageHref(p)} aria-current={p === here ? 'page' : undefined}>
              {t.staff.pages[p]}
            </a>
          </li>
        ))}
      <li>
        <a href="/designer">{t.designer.title}</a>
      </li>
    </ul>
  </nav>
);
