/** `#/new`: a life event or a single service. The box narrows the list as one types. */
import { say } from '../../../text';
import { Button } from '../../../ui/button';
import { begin } from '../begin';
import { lawNow, type Screen } from '../world';

const Choice = ({ kind, id, name, words, choose }: { kind: 'journey' | 'service'; id: string; name: string; words: string; choose: string }) => (
  <li class="choice" data-words={words}>
    <form data-post>
      <input type="hidden" name={kind} value={id} />
      <span>{name}</span>
      <Button small label={`${choose}: ${name}`}>
        {choose}
      </Button>
    </form>
  </li>
);

export const chooseScreen: Screen = {
  show: async (w) => {
    const { t } = w;
    const law = lawNow(w);
    const words = (x: { name: { zh: string; en: string }; aliases?: readonly string[] | undefined }) => [x.name.zh, x.name.en, ...(x.aliases ?? [])].join(' ').toLowerCase();
    return {
      title: t.station.chooseTitle,
      body: (
        <>
          <h1>{t.station.chooseTitle}</h1>
          <div class="field">
            <label class="label" for="filter">
              {t.station.chooseFilter}
            </label>
            <input class="input full" id="filter" type="search" autocomplete="off" data-narrow="choices" />
          </div>
          <div id="choices">
            <h2>{t.station.journeys}</h2>
            <ul class="choices">
              {[...law.journeys.values()].map((j) => (
                <Choice kind="journey" id={j.id} name={say(t, j.name)} words={words(j)} choose={t.station.choose} />
              ))}
            </ul>
            <h2>{t.station.services}</h2>
            <ul class="choices">
              {[...law.services.values()]
                .filter((s) => s.initiator !== 'authority')
                .map((s) => (
                  <Choice kind="service" id={s.id} name={say(t, s.name)} words={words(s)} choose={t.station.choose} />
                ))}
            </ul>
          </div>
          <p id="no-choice" hidden>
            {t.station.noMatch}
          </p>
        </>
      ),
    };
  },
  post: async (w, _at, form) => {
    const law = lawNow(w);
    const [journey, service] = [form.text('journey'), form.text('service')];
    if (law.journeys.has(journey)) return `#/f/${(await begin(w, { journey })).id}/who`;
    if (law.services.has(service)) return `#/f/${(await begin(w, { services: [service] })).id}/who`;
    return '#/new';
  },
};
