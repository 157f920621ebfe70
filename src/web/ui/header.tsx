/** Top of every page: the mark, the place, the other languages, large mode, and the account. Everything is a link or a one-button form. */
import { languagesWith, say } from '../text';
import type { Account, Visit } from '../visit';
import { ActionButton } from './button';
import { Icon } from './icon';
import { to } from './href';
import { Mark } from './mark';

export const Header = ({ v, account }: { v: Visit; account: Account }) => {
  const { t } = v;
  const place = say(t, v.law.divisions.get(v.division)!.name);
  return (
    <header class="site-header">
      {v.product.demonstration && <p class="strip">{t.ui.demonstration}</p>}
      <div class="bar">
        <a class="brand" href="/">
          <Mark />
          <span class="brand-name">{t.ui.brand}</span>
        </a>
        <nav class="account" aria-label={t.ui.menu}>
          <AccountLinks v={v} account={account} />
        </nav>
        <nav class="tools" aria-label={t.ui.settings}>
          <a href={to('/divisions', undefined, { back: v.here })} aria-label={t.ui.changeDivision(place)}>
            <Icon name="place" />
            {place}
          </a>
          {languagesWith(v.product.languages)
            .filter((l) => l.lang !== t.tag)
            .map((l) => (
              <a href={inLanguage(v, l.tag)} lang={l.lang} hreflang={l.lang}>
                {l.name}
              </a>
            ))}
          <ActionButton kind="plain" action="/settings" fields={{ mode: v.care ? 'normal' : 'care', back: v.here }} label={v.care ? t.ui.careOff : t.ui.careOn}>
            {v.care ? t.ui.normal : t.ui.care}
          </ActionButton>
        </nav>
        {account && <Me v={v} account={account} />}
      </div>
    </header>
  );
};

const AccountLinks = ({ v, account }: { v: Visit; account: Account }) => {
  const { t } = v;
  const kind = account?.kind ?? 'person';
  return (
    <>
      {kind === 'clerk' && <a href="/desk">{t.ui.desk}</a>}
      {kind === 'helper' && <a href="/station">{t.ui.station}</a>}
      {kind !== 'clerk' && <a href="/basket">{v.list.length > 0 ? t.ui.basketOf(v.list.length) : t.ui.basket}</a>}
      {kind !== 'clerk' && <a href="/mine">{t.ui.mine}</a>}
      {account?.kind === 'person' && (
        <a href="/messages">
          {t.told.title}
          {account.unread > 0 && <span class="unread">{t.told.unread(account.unread)}</span>}
        </a>
      )}
      {account === null && (
        <a class="sign-in" href={to('/sign-in', undefined, { to: v.here })}>
          {t.ui.signIn}
        </a>
      )}
    </>
  );
};

/** Who is signed in, and the way out; on a phone it shares the row of the settings. */
const Me = ({ v: { t }, account }: { v: Visit; account: NonNullable<Account> }) => (
  <div class="me">
    {account.name && (
      <span class="who">
        <Icon name="person" />
        <span class="visually-hidden">{t.ui.account(account.name)}</span>
        <span class="who-name" aria-hidden="true">
          {account.name}
        </span>
      </span>
    )}
    <ActionButton kind="plain" action="/sign-out">
      {t.ui.signOut}
    </ActionButton>
  </div>
);

/** The same page in another language. */
function inLanguage(v: Visit, tag: string): string {
  const url = new URL(v.here, 'http://here');
  url.searchParams.set('lang', tag);
  return to(url.pathname + url.search);
}
