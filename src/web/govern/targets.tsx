/** Targets by area: first what can be measured, with how far it is; then what was promised in words. Strength and year stand as they were given. */
import type { AreaTargets } from '../../app/govern';
import type { Reading, Target } from '../../core/index';
import { FactLink } from '../source-page/fact-link';
import { say } from '../text';
import { Card, Cards, Disclosure, Tag } from '../ui';
import type { Visit } from '../visit';
import { amount } from './amount';

export const Targets = ({ v, areas }: { v: Visit; areas: readonly AreaTargets[] }) => {
  const words = v.t.govern;
  return (
    <section>
      <h2 id="targets">{words.targets}</h2>
      <p>{words.targetsLead}</p>
      {areas.map(({ area, targets }) => (
        <section>
          <h3>{say(v.t, v.law.divisions.get(area)!.name)}</h3>
          <Horizon v={v} targets={targets.map((x) => x.target)} />
          <Cards>{targets.map((x) => x.reading && <Measured v={v} target={x.target} reading={x.reading} />)}</Cards>
          <ul class="promises">{targets.map((x) => !x.reading && <Promised v={v} target={x.target} />)}</ul>
        </section>
      ))}
      <Disclosure title={words.method}>
        <p>{words.methodBody}</p>
      </Disclosure>
    </section>
  );
};

/** The time an area speaks of, said once where all its targets share it. */
const Horizon = ({ v: { t }, targets }: { v: Visit; targets: readonly Target[] }) => {
  const said = [...new Set(targets.map((x) => (x.horizon ? say(t, x.horizon) : '')))];
  return said.length === 1 && said[0] ? <p class="muted">{said[0]}</p> : null;
};

const Measured = ({ v, target, reading }: { v: Visit; target: Target; reading: Reading }) => {
  const { t } = v;
  return (
    <Card title={<span id={target.id}>{say(t, target.name)}</span>} level={4}>
      <p class="wanted">{t.govern.operators[target.op!](amount(t, target.value!, target.unit!))}</p>
      <p>
        <Strength v={v} target={target} /> {target.year ?? t.govern.noYear}
        <Printed v={v} target={target} />
      </p>
      <Now v={v} reading={reading} />
    </Card>
  );
};

const Promised = ({ v, target }: { v: Visit; target: Target }) => (
  <li id={target.id}>
    <Strength v={v} target={target} /> {say(v.t, target.name)} {target.measuredBy && <a href="#reductions">{v.t.govern.measuredHere}</a>}
    <Printed v={v} target={target} />
  </li>
);

/** Where it is printed, and where its year is; what else it rests on stands on the source page. */
const Printed = ({ v, target }: { v: Visit; target: Target }) => (
  <>
    {' '}
    <FactLink v={v} fact={target.source} /> {target.yearSource && <FactLink v={v} fact={target.yearSource} />}
  </>
);

/** One of the six words of promise in full colour; another verb, or none, without. */
const Strength = ({ v: { t }, target }: { v: Visit; target: Target }) =>
  target.strength ? <Tag tone="info">{t.govern.strengths[target.strength]}</Tag> : <Tag>{target.verb ? say(t, target.verb) : t.govern.noStrength}</Tag>;

const percent = (share: number) => Math.round(share * 1000) / 10;

const Now = ({ v: { t }, reading }: { v: Visit; reading: Reading }) => (
  <p class="muted">
    {reading.points.length === 0 ? t.govern.noFigures : t.govern.readings[reading.progress.status]}
    {reading.pace && <span class="from">{t.govern.pace(reading.pace.ahead)}</span>}
    {reading.required !== null && <span class="from">{t.govern.required(percent(reading.required))}</span>}
  </p>
);
