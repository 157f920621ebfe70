/** The home page: one question – what do you need done? – and the ways to answer it. */
import type { Journey } from '../../core/catalogue';
import { policiesOf } from '../../core/journey';
import { JourneyCard } from '../journey/card';
import { say } from '../text';
import { Card, Cards, LinkButton, SearchBox, to } from '../ui';
import { placeName } from '../settings/divisions';
import type { Visit } from '../visit';

export const HomePage = ({ v }: { v: Visit }) => {
  const { t, law } = v;
  const popular = (law.city.popular ?? []).flatMap((id) => law.journeys.get(id) ?? []);
  return (
    <>
      <section class="hero">
        <Many />
        <h1 class="visually-hidden">{t.home.title(say(t, law.divisions.get(law.city.home)!.name))}</h1>
        <SearchBox t={t} large label={t.home.ask} hint={t.home.askHint} />
        <p class="try">
          {t.home.try}
          {popular.map((j) => (
            <a href={to('/search', undefined, { q: everyday(v, j) })}>{everyday(v, j)}</a>
          ))}
        </p>
        <p class="promise">{t.home.what}</p>
      </section>
      {v.care && law.city.telephone && (
        <p class="row">
          <LinkButton href={`tel:${law.city.telephone}`} icon="phone">
            {t.ui.call(law.city.telephone)}
          </LinkButton>
        </p>
      )}
      <section>
        <h2>{t.home.popular}</h2>
        <Cards>
          {popular.map((j) => (
            <JourneyCard v={v} journey={j} />
          ))}
        </Cards>
      </section>
      <Themes v={v} />
      <Authorities v={v} />
      <Cards>
        <Card title={t.home.mine} href="/mine" level={2}>
          <p class="muted">{t.home.mineBody}</p>
        </Card>
        <Card title={t.forOthers.title} href="/for-others" level={2}>
          <p class="muted">{t.forOthers.card}</p>
        </Card>
        <Card title={t.company.title} href="/companies" level={2}>
          <p class="muted">{t.company.card}</p>
        </Card>
        {policiesOf(law).length > 0 && (
          <Card title={t.policies.title} href="/policies" level={2}>
            <p class="muted">{t.policies.card}</p>
          </Card>
        )}
        <Card title={`${t.home.place}${t.joins.colon}${placeName(v)}`} href="/divisions" level={2}>
          <p class="muted">{t.home.placeBody(placeName(v))}</p>
        </Card>
      </Cards>
    </>
  );
};

/** The mark drawn large: several ways run into one. */
const Many = () => (
  <svg class="many" viewBox="0 0 330 260" aria-hidden="true" focusable="false">
    <path d="M0 20c120 0 110 110 230 110M0 75c110 0 110 55 230 55M0 130h230M0 185c110 0 110-55 230-55M0 240c120 0 110-110 230-110" />
    <path class="many-one" d="M224 122c28 5 58-3 92-8 4 0 5 2 6 5l4 20c0 4-2 7-6 8-34 6-68 4-97-4-7-8-6-15 1-21Z" />
    {[20, 75, 130, 185, 240].map((y) => (
      <circle cx="6" cy={y} r="6" />
    ))}
  </svg>
);

/** The first alias is how people say it; in English the name does. */
const everyday = (v: Visit, j: Journey): string => (v.t.lang === 'zh' ? (j.aliases?.[0] ?? j.name.zh) : say(v.t, j.name));

const Themes = ({ v }: { v: Visit }) => {
  const { t, law } = v;
  const themes = (law.city.themes ?? []).map((theme) => ({ theme, journeys: [...law.journeys.values()].filter((j) => j.theme === theme.id) })).filter((x) => x.journeys.length > 0);
  return (
    <section>
      <h2 id="themes">{t.home.themes}</h2>
      <div class="themes">
        {themes.map(({ theme, journeys }) => (
          <div>
            <h3>{say(t, theme.name)}</h3>
            <ul class="links">
              {journeys.map((j) => (
                <li>
                  <a href={to('/journeys', j.id)}>{say(t, j.name)}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
};

const Authorities = ({ v }: { v: Visit }) => {
  const { t, law } = v;
  const services = [...law.services.values()];
  const authorities = [...law.authorities.values()].map((a) => ({ a, n: services.filter((s) => s.authority === a.id).length })).filter((x) => x.n > 0);
  return (
    <section>
      <h2 id="authorities">{t.home.authorities}</h2>
      <ul class="links columns">
        {authorities.map(({ a, n }) => (
          <li>
            <a href={to('/authorities', a.id)}>{say(t, a.name)}</a> <span class="muted">{t.home.authorityCount(n)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
