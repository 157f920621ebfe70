/** What was found, best first, journeys with what they save. */
import { AddToList } from '../basket/add';
import { standsAlone } from '../basket/alone';
import { JourneyCard } from '../journey/card';
import type { Journey, Service } from '../../core/catalogue';
import { placedUses } from '../../core/catalogue';
import { say } from '../text';
import { Card, Cards, SearchBox, Tag, to } from '../ui';
import type { Visit } from '../visit';

/** The first hits say what they would add to a list that is begun; each is one more plan. */
const toldOf = 5;

export type FoundItem = { journey: Journey } | { service: Service; partOf: Journey[] };

export function hitsFor(v: Visit, query: string, limit: number): FoundItem[] {
  if (!query) return [];
  return v.product.find(query, limit).flatMap((hit): FoundItem[] => {
    if (hit.kind === 'journey') return v.law.journeys.has(hit.id) ? [{ journey: v.law.journeys.get(hit.id)! }] : [];
    const service = v.law.services.get(hit.id);
    return service ? [{ service, partOf: journeysWith(v, service.id) }] : [];
  });
}

export const journeysWith = (v: Visit, service: string): Journey[] => [...v.law.journeys.values()].filter((j) => placedUses(j).some((p) => p.use.use === service));

/** Names for the suggestions under the box. */
export const suggestions = (v: Visit, query: string): string[] => hitsFor(v, query, 6).map((h) => say(v.t, 'journey' in h ? h.journey.name : h.service.name));

export const SearchPage = ({ v, query, hits }: { v: Visit; query: string; hits: readonly FoundItem[] }) => {
  const { t } = v;
  return (
    <>
      <h1>{query ? t.home.results(query) : t.home.searchTitle}</h1>
      <SearchBox t={t} label={t.home.ask} value={query} />
      {query && (
        <p class="muted" role="status">
          {hits.length > 0 ? t.home.found(hits.length) : t.home.nothing}
        </p>
      )}
      {hits.length > 0 ? (
        <Cards>
          {hits.map((h, i) =>
            'journey' in h ? (
              <JourneyCard v={v} journey={h.journey} level={2} told={i < toldOf} />
            ) : (
              <Card level={2} title={say(t, h.service.name)} href={to('/services', h.service.id)} note={say(t, v.law.authorities.get(h.service.authority)!.name)}>
                {h.service.description && <p>{say(t, h.service.description)}</p>}
                {h.partOf[0] ? <p class="note">{t.home.partOf(say(t, h.partOf[0].name))}</p> : <Tag>{t.home.kinds.service}</Tag>}
                {standsAlone(v.law, h.service) && <AddToList v={v} id={h.service.id} name={say(t, h.service.name)} told={i < toldOf} small />}
              </Card>
            ),
          )}
        </Cards>
      ) : (
        <Nothing v={v} asked={query !== ''} />
      )}
    </>
  );
};

const Nothing = ({ v, asked }: { v: Visit; asked: boolean }) => (
  <>
    {asked && <p class="lead">{v.t.home.nothingBody}</p>}
    <h2>{v.t.home.popular}</h2>
    <Cards>
      {(v.law.city.popular ?? [])
        .flatMap((id) => v.law.journeys.get(id) ?? [])
        .map((j) => (
          <JourneyCard v={v} journey={j} />
        ))}
    </Cards>
  </>
);
