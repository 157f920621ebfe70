/** One authority: its services and its counters. */
import type { Authority } from '../../core/catalogue';
import { AddToList } from '../basket/add';
import { standsAlone } from '../basket/alone';
import { say } from '../text';
import { Card, Cards, Facts, Illustrative, to } from '../ui';
import type { Visit } from '../visit';

export const AuthorityPage = ({ v, authority }: { v: Visit; authority: Authority }) => {
  const { t, law } = v;
  const services = [...law.services.values()].filter((s) => s.authority === authority.id);
  return (
    <>
      <h1>{say(t, authority.name)}</h1>
      {authority.note && <p class="lead">{say(t, authority.note)}</p>}
      <h2>{t.home.matters}</h2>
      {services.length === 0 && <p>{t.home.noMatters}</p>}
      <Cards>
        {services.map((s) => (
          <Card title={say(t, s.name)} href={to('/services', s.id)}>
            {s.description && <p class="muted">{say(t, s.description)}</p>}
            {standsAlone(law, s) && <AddToList v={v} id={s.id} name={say(t, s.name)} small />}
          </Card>
        ))}
      </Cards>
      {(authority.counters ?? []).length > 0 && (
        <>
          <h2>{t.home.countersOf}</h2>
          <Facts
            rows={(authority.counters ?? []).map((counter) => ({
              label: say(t, counter.name ?? { zh: counter.id, en: counter.id }),
              value: (
                <>
                  {say(t, law.halls.get(counter.hall)!.name)}
                  {counter.illustrative && <Illustrative t={t} />}
                </>
              ),
            }))}
          />
        </>
      )}
    </>
  );
};
