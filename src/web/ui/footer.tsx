/** Foot of every page: help in the same place everywhere, by telephone and by people nearby. */
import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { InForce } from '../../core/catalogue';
import { say, type Text } from '../text';
import type { Visit } from '../visit';
import { LinkButton } from './button';

/** The same on every page of a language and a law: written once for each. */
export const Footer = ({ v }: { v: Visit }) => {
  const written = kept.get(v.law) ?? kept.set(v.law, new Map()).get(v.law)!;
  return written.get(v.t) ?? written.set(v.t, raw(String((<Foot v={v} />).toString()))).get(v.t)!;
};

const kept = new WeakMap<InForce, Map<Text, HtmlEscapedString>>();

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
