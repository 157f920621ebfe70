/** Targets by area: what is to be reached, by when, how strongly it was put, and how far it is. */
import type { AreaTargets } from '../../app/govern';
import type { Reading, Target } from '../../core/index';
import { FactLink } from '../source-page/fact-link';
import { say } from '../text';
import { Disclosure, Table } from '../ui';
import type { Visit } from '../visit';
import { amount } from './amount';

export const Targets = ({ v, areas }: { v: Visit; areas: readonly AreaTargets[] }) => {
  const { t } = v;
  const words = t.govern;
  return (
    <section>
      <h2 id="targets">{words.targets}</h2>
      <p>{words.targetsLead}</p>
      {areas.map(({ area, targets }) => (
        <Table
          id={`targets-${area}`}
          caption={words.targetsOf(say(t, v.law.divisions.get(area)!.name))}
          columns={[{ label: words.target }, { label: words.strength }, { label: words.wanted }, { label: words.by }, { label: words.reading }, { label: words.printedAt }]}
          rows={targets.map(({ target, reading }) => [
            <span id={target.id}>{say(t, target.name)}</span>,
            strengthOf(v, target),
            wantedOf(v, target),
            yearOf(v, target),
            <Now v={v} target={target} reading={reading} />,
            <FactLink v={v} fact={target.source} />,
          ])}
        />
      ))}
      <Disclosure title={words.method}>
        <p>{words.methodBody}</p>
      </Disclosure>
    </section>
  );
};

const strengthOf = ({ t }: Visit, target: Target) =>
  target.strength ? <b>{t.govern.strengths[target.strength]}</b> : target.verb ? say(t, target.verb) : <span class="muted">{t.govern.noStrength}</span>;

const wantedOf = ({ t }: Visit, { op, value, unit }: Target) => (op && unit && value !== undefined ? t.govern.operators[op](amount(t, value, unit)) : <span class="muted">{t.govern.inWords}</span>);

/** A year only where one is printed; else the source's own words for the time, or that there are none. */
const yearOf = (v: Visit, target: Target) =>
  target.year !== null ? (
    <>
      {target.year} {target.yearSource && <FactLink v={v} fact={target.yearSource} />}
    </>
  ) : target.horizon ? (
    say(v.t, target.horizon)
  ) : (
    <span class="muted">{v.t.govern.noYear}</span>
  );

const percent = (share: number) => Math.round(share * 1000) / 10;

const Now = ({ v: { t }, target, reading }: { v: Visit; target: Target; reading: Reading | null }) => {
  if (target.measuredBy) return <a href="#reductions">{t.govern.measuredHere}</a>;
  if (!reading) return <span class="muted">–</span>;
  if (reading.points.length === 0) return <span class="muted">{t.govern.noFigures}</span>;
  return (
    <>
      {t.govern.readings[reading.progress.status]}
      {reading.pace && <span class="from">{t.govern.pace(reading.pace.ahead)}</span>}
      {reading.required !== null && <span class="from">{t.govern.required(percent(reading.required))}</span>}
    </>
  );
};
