/** Before the station is open: sign in, choose a passphrase, unlock. */
import { Button, LinkButton } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { Field } from '../../../ui/field';
import type { Text } from '../../../text';
import type { Child } from '../../../html/jsx-runtime';
import { WipeForm } from './wipe-form';

const Secret = ({ t, id, label, hint, error, fresh }: { t: Text; id: string; label: string; hint?: string; error?: string | undefined; fresh?: boolean }) => (
  <Field p={{ t, id, label, hint, error }}>
    <input
      class="input medium"
      type="password"
      id={id}
      name={id}
      autocomplete={fresh ? 'new-password' : 'current-password'}
      aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
    />
  </Field>
);

export const SignInFirst = ({ t, why }: { t: Text; why: 'sign-in' | 'not-allowed' | 'offline' }) => (
  <>
    <h1>{t.station.openTitle}</h1>
    <p class="lead">{t.station.openLead}</p>
    <p>{why === 'offline' ? t.station.offlineFirst : why === 'not-allowed' ? t.station.notHere : t.station.signInFirst}</p>
    {why !== 'offline' && (
      <p>
        <LinkButton kind="primary" href="/sign-in?to=%2Fstation">
          {t.station.signIn}
        </LinkButton>
      </p>
    )}
  </>
);

export const ChoosePassphrase = ({ t, who, error }: { t: Text; who: string; error: { field: string; message: string } | null }) => (
  <>
    <ErrorSummary t={t} errors={error ? [error] : []} />
    <h1>{t.station.openTitle}</h1>
    <p class="lead">{t.station.openLead}</p>
    <p>{who}</p>
    <form data-passphrase novalidate>
      <Secret t={t} id="passphrase" label={t.station.passphrase} hint={t.station.passphraseHint} error={error?.field === 'passphrase' ? error.message : undefined} fresh />
      <Secret t={t} id="again" label={t.station.passphraseAgain} error={error?.field === 'again' ? error.message : undefined} fresh />
      <p class="row">
        <Button kind="primary">{t.station.start}</Button>
      </p>
    </form>
  </>
);

export const Locked = ({ t, error }: { t: Text; error: string | null }) => (
  <>
    <ErrorSummary t={t} errors={error ? [{ field: 'passphrase', message: error }] : []} />
    <h1>{t.station.lockedTitle}</h1>
    <p class="lead">{t.station.lockedLead}</p>
    <form data-unlock novalidate>
      <Secret t={t} id="passphrase" label={t.station.passphrase} error={error ?? undefined} />
      <p class="row">
        <Button kind="primary">{t.station.unlock}</Button>
      </p>
    </form>
    <details class="disclosure">
      <summary>{t.station.forgot}</summary>
      <WipeForm t={t} />
    </details>
  </>
);

/** Each language calls itself by its own name. */
const other = { zh: 'English', en: '中文' };

/** Around every screen: who, whether there is a connection, the language, and the lock. */
export const Frame = (p: { t: Text; who: string | null; online: boolean; demonstration: boolean; counter: boolean; children?: Child }) => (
  <>
    <a class="skip" href="#main" data-skip>
      {p.t.ui.skip}
    </a>
    <header class="site-header station-header no-print">
      {p.demonstration && <p class="strip">{p.t.ui.demonstration}</p>}
      <div class="bar">
        <a class="brand" href="#/">
          <span class="brand-name">
            {p.t.ui.brand} · {p.counter ? p.t.station.counter : p.t.station.title}
          </span>
        </a>
        <p class={p.online ? 'net on' : 'net'} role="status">
          {p.online ? p.t.station.online : p.t.station.offline}
        </p>
        <div class="tools">
          {p.who && <span class="who">{p.who}</span>}
          <button class="button plain" type="button" data-language lang={p.t.lang === 'zh' ? 'en' : 'zh-CN'}>
            {other[p.t.lang]}
          </button>
          {p.who && (
            <button class="button plain" type="button" data-lock>
              {p.t.station.lock}
            </button>
          )}
        </div>
      </div>
    </header>
    <main id="main" class="reading" tabindex={-1}>
      {p.children}
    </main>
  </>
);
