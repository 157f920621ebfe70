/** Foot of every page: help in the same place everywhere, by telephone and by people nearby. */
import { say } from '../text';
import type { Visit } from '../visit';
import { LinkButton } from './button';
import { writtenOnce } from './written-once';

/** The same on every page of a language and a law: written once for each. */
export const Footer = ({ v }: { v: Visit }) => writtenOnce(v.law, v.t, 'footer', () => <Foot v={v} />);

const Foot = ({ v }: { v: Visit }) => {
  const { t } = v;
  const number = v.law.city.telephone;
  return (
    <footer class="site-footer">
      <div class="wide">
        <section class="help" aria-labelledby="help-title">
          <h2 id="help-title">{t.ui.helpTitle}</h2>
          <p>
            {t.ui.help} {t.ui.helpStations}
          </p>
          {number && (
            <LinkButton href={`tel:${number}`} icon="phone">
              {t.ui.call(number)}
            </LinkButton>
          )}
        </section>
        <ul class="foot-links">
          <li>{t.ui.footer(say(t, v.law.city.name))}</li>
          {(['games', 'orders', 'govern', 'agreements', 'source'] as const).map((room) => (
            <li>
              <a href={`/${room}`}>{t.ui.rooms[room]}</a>
            </li>
          ))}
          <li>
            <a href="/numbers">{t.ui.about}</a>
          </li>
          <li>
            <a href="/settings">{t.ui.settings}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
};
