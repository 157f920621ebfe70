/** What can be filed, decided and collected in the village, the town, the district: from each service's own levels. */
import { placeName } from '../settings/divisions';
import { say } from '../text';
import { Illustrative, Table } from '../ui';
import type { Shown } from './shown';

const levels = ['village', 'town', 'county'] as const;

export const HereSection = ({ v, compiled }: Shown) => {
  const { t, law } = v;
  const services = compiled.plan.services.filter((s) => s.state === 'in' || s.state === 'later').map((s) => law.services.get(s.service)!);
  const n = (test: (level: NonNullable<(typeof services)[number]['level']>) => boolean | undefined) => t.journey.levelCount(services.filter((s) => s.level && test(s.level)).length, services.length);
  const applied = compiled.after.steps.filter((x) => x.initiator === 'applicant').map((x) => x.service);
  // A result reaches the village by telephone, by post, or at its own station.
  const reaches = (s: (typeof services)[number]) => !s.delivery || s.delivery.some((d) => d !== 'counter') || s.level?.collect?.includes('village');
  const online = services.filter((s) => s.filing?.online).length;
  return (
    <section>
      <h2 id="here">{t.journey.hereTitle}</h2>
      <p>
        {t.journey.hereLead(placeName(v))} {services.some((s) => s.level?.illustrative) && <Illustrative t={t} />}
      </p>
      <p class="lead">{t.journey.hereVillage(applied.filter((s) => s.level?.file?.includes('village')).length, applied.filter(reaches).length, applied.length)}</p>
      <Table
        id="here-table"
        caption={t.journey.hereTitle}
        hideCaption
        columns={[{ label: '' }, { label: t.journey.file, number: true }, { label: t.journey.decide, number: true }, { label: t.journey.collect, number: true }]}
        rows={[
          [t.journey.online, t.journey.levelCount(online, services.length), '–', t.journey.levelCount(services.filter((s) => s.delivery?.some((d) => d !== 'counter')).length, services.length)],
          ...levels.map((level) => [nameHere(v, level), n((l) => l.file?.includes(level)), n((l) => l.decide === level), n((l) => l.collect?.includes(level))]),
        ]}
      />
      <a class="go" href="/divisions">
        {t.home.changePlace}
      </a>
    </section>
  );
};

const codeLength = { village: 12, town: 9, county: 6 } as const;

/** The visitor's own village, town or district by name, where she chose one. */
function nameHere({ t, law, division }: Shown['v'], level: (typeof levels)[number]): string {
  const own = division.length >= codeLength[level] ? law.divisions.get(division.slice(0, codeLength[level])) : undefined;
  return own ? say(t, own.name) : t.journey.levels[level];
}
