/** The same journey in other situations, each a link that compiles this page again. */
import { say } from '../text';
import { to } from '../ui';
import type { Shown } from './shown';

export const scenarioTitle = ({ v: { t }, journey }: Pick<Shown, 'v' | 'journey'>, id: string): string => {
  const title = journey.scenarios[id]?.title;
  return title ? say(t, title) : id === 'typical' ? t.journey.typical : id;
};

export const ScenariosSection = (s: Shown) => {
  const { t } = s.v;
  return (
    <section>
      <h2 id="scenarios">{t.journey.scenariosTitle}</h2>
      <p>{t.journey.scenariosLead}</p>
      <ul class="links">
        {Object.keys(s.journey.scenarios).map((id) => (
          <li>
            <a href={to('/journeys', s.journey.id, { scenario: id })} aria-current={id === s.scenario ? 'true' : undefined}>
              {scenarioTitle(s, id)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
