/** @module web/for-others – `/for-others`: how one does something for a relative or a neighbour. Three ways, each a link further; needs no store. */
import { Hono } from 'hono';
import type { Room } from '../room';
import { placeName } from '../settings/divisions';
import { say } from '../text';
import { Illustrative, LinkButton, page, to } from '../ui';
import type { Env, Visit } from '../visit';

export const forOthers: Room = () => {
  const app = new Hono<Env>();
  app.get('/for-others', (c) => page(c, { title: c.var.visit.t.forOthers.title, trail: [] }, <ForOthers v={c.var.visit} />));
  return app;
};

const ForOthers = ({ v }: { v: Visit }) => {
  const { t, law } = v;
  const popular = (law.city.popular ?? []).flatMap((id) => law.journeys.get(id) ?? []);
  return (
    <>
      <h1>{t.forOthers.title}</h1>
      <p class="lead">{t.forOthers.lead}</p>
      <h2>{t.forOthers.startTitle}</h2>
      <p>{t.forOthers.start}</p>
      <ul class="links">
        {popular.map((j) => (
          <li>
            <a href={to('/journeys', j.id)}>{say(t, j.name)}</a>
          </li>
        ))}
      </ul>
      <a class="go" href="/search">
        {t.ui.searchInstead}
      </a>
      <h2>{t.forOthers.stationTitle}</h2>
      <p>{t.forOthers.station(placeName(v))}</p>
      <Stations v={v} />
      <a class="go" href={to('/divisions', undefined, { back: v.here })}>
        {t.home.changePlace}
      </a>
      <h2>{t.forOthers.helperTitle}</h2>
      <p>{t.forOthers.helper}</p>
      <LinkButton href="/station">{t.ui.station}</LinkButton>
    </>
  );
};

/** Nearest first: those of the visitor's own village and town, then the rest of the county. */
const Stations = ({ v: { t, law, division } }: { v: Visit }) => {
  const near = (code: string) => [...code].findIndex((digit, i) => digit !== division[i]) + (division.startsWith(code) ? 100 : 0);
  const stations = [...law.halls.values()].filter((h) => h.kind === 'station').sort((a, b) => near(b.division) - near(a.division));
  return (
    <ul class="plain">
      {stations.map((h) => (
        <li>
          {say(t, h.name)} {h.hours && <span class="muted">{say(t, h.hours)}</span>} {h.illustrative && <Illustrative t={t} />}
        </li>
      ))}
    </ul>
  );
};
