/** A source: what it is, what we restate from it, what was printed and where we doubt it, and what in this city rests on it. */
import type { Source } from '../../core/catalogue';
import { day, say } from '../text';
import { Facts, Notice, safeHref, to } from '../ui';
import type { Visit } from '../visit';
import { citedBy } from './cited';

export const SourcePage = ({ v, source }: { v: Visit; source: Source }) => {
  const { t } = v;
  const rows = [
    source.kind && { label: t.service.source, value: t.service.kinds[source.kind] },
    source.publisher && { label: t.service.publisher, value: say(t, source.publisher) },
    source.date && { label: t.service.date, value: day(t, source.date) },
    source.number && { label: t.service.number, value: source.number },
    source.url && { label: t.service.original, value: <a href={safeHref(source.url)}>{source.url}</a> },
  ].filter((r): r is { label: string; value: string } => Boolean(r));
  return (
    <>
      <h1>{say(t, source.title)}</h1>
      <Facts rows={rows} />
      <Notice tone="plain">
        <p>{t.service.restated}</p>
      </Notice>
      {source.says && <p>{say(t, source.says)}</p>}
      {(source.entries ?? []).map((e) => (
        <section class="entry" id={e.id}>
          <h2>{e.title ? say(t, e.title) : (e.section ?? t.service.entries)}</h2>
          {e.says && <p>{say(t, e.says)}</p>}
          <UsedBy v={v} cites={[e.id, `${source.id}#${e.id}`]} />
        </section>
      ))}
      {(source.facts ?? []).map((f) => (
        <section class="entry" id={f.id}>
          <h2>{f.id}</h2>
          <p>{say(t, f.says)}</p>
          {f.printed && (
            <p class="muted">
              {t.service.printed}
              {t.joins.colon}
              {f.printed}
            </p>
          )}
          {f.doubt && (
            <Notice tone="warning" title={t.service.doubt}>
              <p>{say(t, f.doubt)}</p>
            </Notice>
          )}
        </section>
      ))}
      <UsedBy v={v} cites={[source.id]} />
    </>
  );
};

const UsedBy = ({ v: { t, law }, cites }: { v: Visit; cites: readonly string[] }) => {
  const uses = (definition: unknown) => {
    const cited = citedBy(definition);
    return cites.some((id) => cited.has(id));
  };
  const links = [
    ...[...law.journeys.values()].filter(uses).map((j) => ({ href: to('/journeys', j.id), label: say(t, j.name) })),
    ...[...law.services.values()].filter(uses).map((s) => ({ href: to('/services', s.id), label: say(t, s.name) })),
  ];
  if (links.length === 0) return null;
  return (
    <p class="muted">
      {t.service.usedBy}
      {t.joins.colon}
      {links.map((l, i) => (
        <>
          {i > 0 && t.joins.list}
          <a href={l.href}>{l.label}</a>
        </>
      ))}
    </p>
  );
};
