import { AddToList } from '../basket/add';
import { basketHref } from '../basket/asked';
import { filledInFor, standsAlone } from '../basket/alone';
import { journeysWith } from '../home/search-page';
import { labels, list, say } from '../text';
import { ActionButton, Card, Cards, Contents, to } from '../ui';
import { Basics, Fees, Limits, Places, Results } from './facts';
import { Conditions } from './conditions';
import { Legal } from './legal';
import { Materials } from './materials';
import { Process, Special } from './process';
import type { Shown } from './shown';

/** File it by itself, or put it in the list with others. */
const Start = ({ v, service, first }: Shown & { first: boolean }) => {
  const { t } = v;
  const others = filledInFor(v.law, service).flatMap((id) => (id === 'applicant' ? [] : (v.law.subjects.get(id)?.label ?? [])));
  return (
    <>
      <ActionButton kind={first ? 'primary' : 'secondary'} action="/apply" fields={{ service: service.id }}>
        {t.service.add}
      </ActionButton>
      <AddToList v={v} id={service.id} name={say(t, service.name)} told />
      {others.length > 0 && <p class="note">{t.service.filledInFor(labels(t, others))}</p>}
      <ul class="links">
        <li>
          <a href={basketHref('/eligibility', { services: [service.id] })}>{t.before.checkFirst}</a>
        </li>
        <li>
          <a href={basketHref('/prepare', { services: [service.id] })}>{t.before.checklist}</a>
        </li>
      </ul>
    </>
  );
};

export const ServicePage = (s: Shown) => {
  const { v, service } = s;
  const { t } = v;
  const journeys = journeysWith(v, service.id);
  const parts = [
    { id: 'basics', title: t.service.basics, body: <Basics {...s} /> },
    { id: 'conditions', title: t.service.conditions, body: <Conditions {...s} /> },
    { id: 'materials', title: t.service.materials, body: <Materials {...s} /> },
    { id: 'process', title: t.service.process, body: <Process {...s} /> },
    ...(service.acts?.length ? [{ id: 'special', title: t.service.special, body: <Special {...s} /> }] : []),
    { id: 'place', title: t.service.place, body: <Places {...s} /> },
    { id: 'fees', title: t.service.fees, body: <Fees {...s} /> },
    { id: 'limits', title: t.service.limits, body: <Limits {...s} /> },
    { id: 'results', title: t.service.results, body: <Results {...s} /> },
    { id: 'legal', title: t.service.legal, body: <Legal {...s} /> },
  ];
  return (
    <div class="guide">
      <header class="guide-head">
        <h1>{say(t, service.name)}</h1>
        {service.description && <p class="lead">{say(t, service.description)}</p>}
      </header>
      <aside class="guide-side">
        {standsAlone(v.law, service) && <Start {...s} first={journeys.length === 0} />}
        <Contents title={t.journey.contents} parts={parts} />
      </aside>
      <div class="guide-body">
        {journeys.length > 0 && (
          <>
            <h2>{t.service.together}</h2>
            <Cards>
              {journeys.map((j) => (
                <Card title={say(t, j.name)} href={to('/journeys', j.id)} note={j.description && say(t, j.description)} />
              ))}
            </Cards>
          </>
        )}
        {parts.map((p) => (
          <section>
            <h2 id={p.id}>{p.title}</h2>
            {p.body}
          </section>
        ))}
        {t.lang === 'zh' && service.aliases && <p class="muted">{t.journey.also(list(t, service.aliases))}</p>}
      </div>
    </div>
  );
};
