/** A journey as a product card: what it is, what joining saves, and into the list with it. `told` says what it adds to the list. */
import type { Journey } from '../../core/catalogue';
import type { Numbers } from '../../core/journey';
import { AddToList } from '../basket/add';
import { count, say, type Text } from '../text';
import { Card, Illustrative, to } from '../ui';
import type { Visit } from '../visit';
import { compiledScenario, typicalOf } from './figures';

export const JourneyCard = ({ v, journey, level, told }: { v: Visit; journey: Journey; level?: 2 | 3 | 4; told?: boolean }) => {
  const { t } = v;
  const plan = compiledScenario(v, journey.id, typicalOf(v.law, journey.id))?.plan;
  return (
    <Card level={level ?? 3} title={say(t, journey.name)} href={to('/journeys', journey.id)}>
      {journey.description && <p class="muted">{say(t, journey.description)}</p>}
      {plan && <Chips t={t} services={plan.services.filter((s) => s.state === 'in').length} numbers={plan.numbers} />}
      <AddToList v={v} id={journey.id} name={say(t, journey.name)} told={told ?? false} small />
    </Card>
  );
};

const Chips = ({ t, services, numbers }: { t: Text; services: number; numbers: Numbers }) => (
  <>
    <p class="note">
      {t.home.joins(services)}
      {(numbers.documents.illustrative || numbers.days.illustrative || numbers.visits.illustrative) && <Illustrative t={t} />}
    </p>
    <dl class="stats">
      {(['documents', 'days', 'visits'] as const).map((key) => (
        <div>
          <dt>{t.home.chip[key]}</dt>
          <dd>
            <b>{count(numbers[key].after)}</b>
            <s class="was">
              <span class="visually-hidden">{t.home.was(count(numbers[key].before.oneAfterAnother))}</span>
              <span aria-hidden="true">{count(numbers[key].before.oneAfterAnother)}</span>
            </s>
          </dd>
        </div>
      ))}
    </dl>
  </>
);
