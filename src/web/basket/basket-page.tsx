/** The list with what joining saves, and one button to apply for all of it. */
import type { Journey } from '../../core/catalogue';
import { placedUses } from '../../core/catalogue';
import { compiledServices } from '../journey/figures';
import { Figures } from '../journey/savings';
import { JourneyCard } from '../journey/card';
import { say } from '../text';
import { ActionButton, Button, Cards, LinkButton, to } from '../ui';
import type { Visit } from '../visit';
import { Without } from './without';

export const BasketPage = ({ v, services }: { v: Visit; services: readonly string[] }) => {
  const { t, law } = v;
  if (services.length === 0)
    return (
      <>
        <h1>{t.basket.empty}</h1>
        <p class="lead">{t.basket.emptyBody}</p>
        <LinkButton kind="primary" href="/">
          {t.ui.home}
        </LinkButton>
      </>
    );
  const { plan } = compiledServices(v, services);
  const better = togetherWith(v, services);
  return (
    <>
      <h1>{t.basket.title}</h1>
      <p class="lead">{t.basket.together(services.length)}</p>
      <Figures t={t} numbers={plan.numbers} />
      {plan.services.some((s) => s.state === 'undecided') && <p class="muted">{t.basket.open}</p>}
      <ul class="people">
        {services.map((id) => {
          const service = law.services.get(id)!;
          return (
            <li>
              <div>
                <a class="go" href={to('/services', id)}>
                  {say(t, service.name)}
                </a>
                <p class="muted">{say(t, law.authorities.get(service.authority)!.name)}</p>
                <Without v={v} services={services} id={id} />
              </div>
              <ActionButton small action="/basket" fields={{ remove: id }} label={t.basket.removeWhat(say(t, service.name))}>
                {t.basket.remove}
              </ActionButton>
            </li>
          );
        })}
      </ul>
      <div class="row">
        <form method="post" action="/apply">
          {services.map((id) => (
            <input type="hidden" name="service" value={id} />
          ))}
          <Button kind="primary" icon="next">
            {t.basket.start}
          </Button>
        </form>
        <ActionButton action="/basket" fields={{ remove: 'all' }}>
          {t.basket.clear}
        </ActionButton>
      </div>
      {better.length > 0 && (
        <>
          <h2>{t.basket.better}</h2>
          <Cards>
            {better.map((j) => (
              <JourneyCard v={v} journey={j} />
            ))}
          </Cards>
        </>
      )}
    </>
  );
};

/** Journeys that join at least two of the services in the list, or its only one. */
function togetherWith({ law }: Visit, services: readonly string[]): Journey[] {
  const enough = Math.min(2, services.length);
  return [...law.journeys.values()].filter((j) => new Set(placedUses(j).flatMap((p) => (services.includes(p.use.use) ? [p.use.use] : []))).size >= enough);
}
