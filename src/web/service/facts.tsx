/** Sections of a guide that are short facts: basics, places and hours, fees, time limits, results. */
import type { Counter, Duration } from '../../core/catalogue';
import { placeName } from '../settings/divisions';
import { evidenceName, length, list, money, ruleInWords, say } from '../text';
import { Facts, Illustrative, to } from '../ui';
import type { Shown } from './shown';

export const Basics = ({ v: { t, law }, service }: Shown) => {
  const { level } = service;
  const levels = (ids: readonly ('village' | 'town' | 'county' | 'city')[] | undefined) =>
    ids?.length
      ? list(
          t,
          ids.map((l) => t.journey.levels[l]),
        )
      : undefined;
  const mark = level?.illustrative ? <Illustrative t={t} /> : null;
  const rows = [
    {
      label: t.service.authority,
      value: (
        <a class="go" href={to('/authorities', service.authority)}>
          {say(t, law.authorities.get(service.authority)!.name)}
        </a>
      ),
    },
    service.itemType && { label: t.service.itemType, value: t.service.itemTypes[service.itemType] },
    service.audience?.length && {
      label: t.service.audience,
      value: list(
        t,
        service.audience.map((a) => t.service.audiences[a]),
      ),
    },
    { label: t.journey.online, value: service.filing?.online ? t.service.online : t.service.counterOnly },
    level?.file && {
      label: t.service.fileLevel,
      value: (
        <>
          {levels(level.file)}
          {mark}
        </>
      ),
    },
    level?.decide && {
      label: t.service.decideLevel,
      value: (
        <>
          {levels([level.decide])}
          {mark}
        </>
      ),
    },
    level?.collect && {
      label: t.service.collectLevel,
      value: (
        <>
          {levels(level.collect)}
          {mark}
        </>
      ),
    },
  ];
  return <Facts rows={rows.filter((r): r is Exclude<typeof r, undefined | 0 | ''> => Boolean(r))} />;
};

/** Counters of the service's authority that serve the visitor's place: in it, or in what it lies in. */
export const Places = ({ v, service }: Shown) => {
  const { t, law } = v;
  const own = service.filing?.counter ? law.counters.get(service.filing.counter) : undefined;
  const serves = (c: Counter) => v.division.startsWith(c.division) || c.division.startsWith(v.division);
  const near = [...new Set([own, ...(law.authorities.get(service.authority)?.counters ?? []).map((c) => law.counters.get(c.id)!)])].filter(
    (c): c is Counter => c !== undefined && (c === own || c.division === law.city.division) && serves(c),
  );
  if (near.length === 0) return <p>{t.service.noCounterHere(placeName(v))}</p>;
  return (
    <>
      {near.map((counter) => {
        const hall = law.halls.get(counter.hall)!;
        return (
          <Facts
            rows={[
              {
                label: t.service.hall,
                value: (
                  <>
                    {say(t, hall.name)}
                    {counter.name && ` · ${say(t, counter.name)}`}
                    {counter.illustrative && <Illustrative t={t} />}
                    <span class="from">{hall.address ? say(t, hall.address) : hall.note ? say(t, hall.note) : t.ui.unknown}</span>
                  </>
                ),
              },
              { label: t.service.hours, value: hall.hours ? say(t, hall.hours) : t.ui.unknown },
            ]}
          />
        );
      })}
    </>
  );
};

export const Fees = ({ v: { t, law }, service }: Shown) => {
  const lines = (service.fee ?? []).filter((f) => f.amount > 0);
  if (lines.length === 0) return <p>{t.service.free}</p>;
  return (
    <Facts
      rows={lines.map((f) => ({
        label: f.label ? say(t, f.label) : t.service.fees,
        value: (
          <>
            {money(t, f.amount)}
            {f.illustrative && <Illustrative t={t} />}
            {f.payee && <span class="from">{t.service.payee(say(t, law.authorities.get(f.payee)?.name ?? { zh: f.payee, en: f.payee }))}</span>}
            {f.when && <span class="from">{t.service.onlyIf(ruleInWords(t, law, f.when, service.subjects))}</span>}
          </>
        ),
      }))}
    />
  );
};

export const Limits = ({ v: { t, law }, service }: Shown) => {
  const time = (d: Duration | undefined, none: string, illustrative = false) =>
    d ? (
      <>
        {length(t, d)}
        {(d.illustrative || illustrative) && <Illustrative t={t} />}
      </>
    ) : (
      none
    );
  const { clock } = service;
  return (
    <Facts
      rows={[
        { label: t.service.statutory, value: time(clock?.statutory, t.service.noStatutory) },
        { label: t.service.promised, value: time(clock?.promised, t.service.noPromise) },
        ...(clock?.alternatives ?? []).map((a) => ({ label: t.service.whenCase(ruleInWords(t, law, a.when, service.subjects)), value: time(a.promised ?? a.statutory, t.ui.unknown, a.illustrative) })),
      ]}
    />
  );
};

export const Results = ({ v: { t, law }, service }: Shown) => {
  const given = service.outputs?.evidence ?? [];
  return (
    <Facts
      rows={[
        {
          label: t.service.results,
          value:
            given.length > 0
              ? list(
                  t,
                  given.map((e) => evidenceName(t, law, e.id)),
                )
              : t.ui.none,
        },
        {
          label: t.service.delivery,
          value: list(
            t,
            (service.delivery ?? ['electronic']).map((d) => t.service.deliver[d]),
          ),
        },
      ]}
    />
  );
};
