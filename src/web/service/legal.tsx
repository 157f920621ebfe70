/** What the service rests on: every citation in its definition, with our restatement. */
import { citedBy } from '../source/cited';
import { citationOf, day } from '../text';
import { Illustrative, SourceLink } from '../ui';
import type { Shown } from './shown';

export const Legal = ({ v, service }: Shown) => {
  const { t, law } = v;
  const cited = [...citedBy(service)].map((id) => citationOf(t, law, id));
  return (
    <>
      {service.illustrative && (
        <p>
          <Illustrative t={t} /> {t.ui.illustrativeMeans}
        </p>
      )}
      <ul class="notes">
        {cited.map((c) => (
          <li>
            <SourceLink href={c.href}>{c.title}</SourceLink>
            {c.says && <span class="from">{c.says}</span>}
          </li>
        ))}
      </ul>
      <p class="muted">
        {t.journey.lawOf(day(t, v.today))} {law.to !== '9999-12-31' && t.journey.until(day(t, law.to))}
      </p>
    </>
  );
};
