/** How the pages look: one form of radios, one button; nothing of it says who the visitor is. */
import { languagesWith } from '../text';
import { Button, RadioField } from '../ui';
import type { Visit } from '../visit';

/** By cookie; the first value is what the device or the product does by itself. */
export const choices = { mode: ['normal', 'care'], contrast: ['device', 'high'], colours: ['device', 'light', 'dark'] } as const;

export const Settings = ({ v }: { v: Visit }) => {
  const { t } = v;
  const words = t.settings;
  const now = { mode: v.care ? 'care' : 'normal', contrast: v.contrast ?? 'device', colours: v.colours ?? 'device' };
  const languages = languagesWith(v.product.languages);
  return (
    <>
      <h1>{t.ui.settings}</h1>
      <p class="lead">{words.kept}</p>
      <form method="post" action="/settings">
        <input type="hidden" name="back" value="/settings" />
        <RadioField t={t} id="lang" name="lang" label={words.language} inline options={languages.map((l) => ({ value: l.tag, label: l.name }))} value={languages.find((l) => l.lang === t.tag)?.tag} />
        {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
          <RadioField
            t={t}
            id={name}
            name={name}
            label={words[name].label}
            hint={words[name].hint}
            options={Object.entries(words[name].options).map(([value, label]) => ({ value, label }))}
            value={now[name]}
          />
        ))}
        <Button kind="primary">{t.ui.save}</Button>
      </form>
      {v.token !== null && (
        <p>
          <a class="go" href="/settings/told">
            {t.told.how}
          </a>
        </p>
      )}
      <a class="go" href="/divisions">
        {t.home.changePlace}
      </a>
      <p>
        <a class="go" href="/shared">
          {t.shared.title}
        </a>
      </p>
    </>
  );
};
