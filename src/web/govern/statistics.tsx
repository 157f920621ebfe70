/** Figures of a period as published, with what can be worked out from them shown as worked out, and what does not fit shown as doubt. */
import type { Indicator, Measures, Statistic } from '../../core/index';
import { FactLink } from '../source-page/fact-link';
import { day, say } from '../text';
import { Notice, Table } from '../ui';
import type { Visit } from '../visit';
import { amount, change } from './amount';
import { Bars } from './bars';

type Observed = Statistic['observations'][number];
type Line = { indicator: Indicator; level: Observed; growth: Observed | undefined; before: number | null };

/** Levels with their growth beside them; the year before follows from both. */
export function linesOf(m: Measures, s: Statistic): Line[] {
  return s.observations.flatMap((level) => {
    const indicator = m.indicators.get(level.indicator)!;
    if (indicator.growthOf) return [];
    const growth = s.observations.find((o) => m.indicators.get(o.indicator)?.growthOf === indicator.id);
    return [{ indicator, level, growth, before: growth ? Math.round(level.value / (1 + growth.value / 100)) : null }];
  });
}

export const Statistics = ({ v, measures }: { v: Visit; measures: Measures }) => (
  <section>
    <h2 id="statistics">{v.t.govern.statistics}</h2>
    {[...measures.statistics.values()].map((s) => (
      <One v={v} measures={measures} statistic={s} />
    ))}
  </section>
);

const One = ({ v, measures, statistic: s }: { v: Visit; measures: Measures; statistic: Statistic }) => {
  const { t } = v;
  const words = t.govern;
  const lines = linesOf(measures, s);
  const [from, to] = s.period.split('/') as [string, string?];
  return (
    <>
      <h3 id={s.id}>{say(t, s.name)}</h3>
      <p class="muted">
        {to ? words.period(day(t, from), day(t, to)) : from} {s.periodSource && <FactLink v={v} fact={s.periodSource} />}
      </p>
      {lines.map((l) => l.before !== null && <Change v={v} line={l} />)}
      <p class="muted">{words.keyStatistics}</p>
      <Table
        id={`${s.id}-table`}
        caption={say(t, s.name)}
        hideCaption
        columns={[{ label: words.indicator }, { label: words.value, number: true }, { label: words.growth, number: true }, { label: words.yearBefore, number: true }, { label: words.status }]}
        rows={lines.map(({ indicator, level, growth, before }) => [
          say(t, indicator.name),
          <>
            {amount(t, level.value, level.unit)} <FactLink v={v} fact={level.source} />
          </>,
          growth && (
            <>
              {change(t, growth.value)} <FactLink v={v} fact={growth.source} />
            </>
          ),
          before !== null && amount(t, before, level.unit),
          words.statuses[level.status],
        ])}
      />
      <p class="muted">{words.workedOut}</p>
      <Checks v={v} measures={measures} statistic={s} />
    </>
  );
};

const Change = ({ v: { t }, line: { indicator, level, before } }: { v: Visit; line: Line }) => {
  const now = amount(t, level.value, level.unit);
  const then = amount(t, before!, level.unit);
  return <Bars label={t.govern.chartStatistic(say(t, indicator.name), now, then)} pairs={[{ label: say(t, indicator.name), before: before!, after: level.value, beforeText: then, afterText: now }]} />;
};

/** Quotients of two figures, each with the doubt its source records. */
const Checks = ({ v, measures, statistic: s }: { v: Visit; measures: Measures; statistic: Statistic }) => {
  const { t } = v;
  return (
    <>
      {(s.checks ?? []).map((c) => {
        const [of, per] = [c.of, c.per].map((id) => s.observations.find((o) => o.indicator === id)!) as [Observed, Observed];
        const doubt = doubtOf(v, of.source);
        const name = (o: Observed) => `${say(t, measures.indicators.get(o.indicator)!.name)} ${amount(t, o.value, o.unit)}`;
        return (
          <Notice tone="warning" title={`${t.govern.doubt}${t.govern.colon}${say(t, c.name)}`}>
            <p>{t.govern.quotient(name(of), name(per), amount(t, Math.round(of.value / per.value / 100) * 100, of.unit))}</p>
            {doubt && (
              <p>
                {doubt} <FactLink v={v} fact={of.source} />
              </p>
            )}
            {c.note && <p>{say(t, c.note)}</p>}
          </Notice>
        );
      })}
    </>
  );
};

function doubtOf(v: Visit, cited: string): string | null {
  const [file, id] = cited.split('#');
  const doubt = v.law.sources.get(file!)?.facts?.find((f) => f.id === id)?.doubt;
  return doubt ? say(v.t, doubt) : null;
}
