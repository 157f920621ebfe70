/** Notes, lines a guide leaves open, the sources everything rests on, and the days on which this law is the law. */
import { citationOf, day, say } from '../text';
import { Illustrative, Notice, SourceLink } from '../ui';
import type { Shown } from './shown';
import { sourcesOf } from '../source/cited';

export const Background = ({ v, journey, compiled }: Shown) => {
  const { t, law } = v;
  const cite = (id: string | undefined) => id && <SourceLink href={citationOf(t, law, id).href}>{citationOf(t, law, id).title}</SourceLink>;
  const cited = sourcesOf(law, [journey, ...compiled.plan.services.map((s) => law.services.get(s.service)!)]);
  return (
    <section>
      {journey.notes && (
        <>
          <h2 id="notes">{t.journey.notesTitle}</h2>
          <ul class="notes">
            {journey.notes.map((n) => (
              <li>
                {say(t, n)}
                {n.illustrative && <Illustrative t={t} />} {cite(n.source)}
              </li>
            ))}
          </ul>
        </>
      )}
      {journey.open && journey.open.length > 0 && (
        <Notice tone="warning" title={t.journey.openTitle}>
          <p>{t.journey.openLead}</p>
          <ul class="plain">
            {journey.open.map((o) => (
              <li>
                {say(t, o.name)} {cite(o.source)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <h2 id="sources">{t.journey.sourcesTitle}</h2>
      <ul class="links">
        {cited.map((id) => (
          <li>{cite(id)}</li>
        ))}
      </ul>
      <p class="muted">
        {t.journey.lawOf(day(t, v.today))} {law.to !== '9999-12-31' && t.journey.until(day(t, law.to))}
      </p>
    </section>
  );
};
