/** The stages one after another with their time, and the moments at which the applicant is needed. */
import { length, ruleInWords, say } from '../text';
import { Facts, Illustrative, Tag, Timeline } from '../ui';
import type { Shown } from './shown';

export const Process = ({ v: { t, law }, service }: Shown) => (
  <Timeline
    label={t.service.process}
    items={service.stages.map((s) => ({
      icon: s.grants ? ('done' as const) : ('next' as const),
      title: (
        <>
          {say(t, s.label ?? { zh: s.id, en: s.id })} {s.joins && <Tag tone="info">{t.journey.visitsTogether}</Tag>}
        </>
      ),
      when: (
        <>
          {length(t, s)}
          {s.illustrative && <Illustrative t={t} />}
        </>
      ),
      where: s.when && t.service.onlyIf(ruleInWords(t, law, s.when, service.subjects)),
    }))}
  />
);

export const Special = ({ v: { t, law }, service }: Shown) => (
  <Facts
    rows={(service.acts ?? []).map((a) => ({
      label: t.service.acts[a.kind],
      value: (
        <>
          {a.label && say(t, a.label)}
          {a.illustrative && <Illustrative t={t} />}
          {a.when && <span class="from">{t.service.onlyIf(ruleInWords(t, law, a.when, service.subjects))}</span>}
        </>
      ),
    }))}
  />
);
