/** The list with what joining saves, what each thing in it costs, and one button to apply for all of it. */
import type { Journey } from '../../core/catalogue';
import { placedUses } from '../../core/catalogue';
import { beforeOf } from '../before/figures';
import { BeforeSection } from '../before/section';
import { Figures } from '../journey/savings';
import { JourneyCard } from '../journey/card';
import { list, most as upper, say } from '../text';
import { ActionButton, Button, Cards, LinkButton, Notice, to } from '../ui';
import type { Visit } from '../visit';
import { basketFields, basketFor } from './asked';
import { compiledItems } from './compiled';
import { itemName } from './item-name';
import { Without } from './without';

type Props = { v: Visit; removed: readonly string[]; at: number; full: boolean };

export const BasketPage = (p: Props) => {
  const { v } = p;
  const { t } = v;
  return (
    <>
      <Undo {...p} />
      {p.full && (
        <Notice tone="warning" live>
          <p>{t.basket.full}</p>
        </Notice>
      )}
      {v.list.length === 0 ? <Empty v={v} /> : <Filled v={v} />}
    </>
  );
};

/** One press brings back what was just taken out, where it stood. */
const Undo = ({ v, removed, at }: Props) => {
  const { t } = v;
  if (removed.length === 0) return null;
  const names = list(
    t,
    removed.map((id) => itemName(v, id)),
  );
  return (
    <Notice live>
      <p>{t.basket.removed(names)}</p>
      <ActionButton small action="/basket" fields={{ add: removed.join('~'), at: `${at}` }} label={t.basket.undoWhat(names)}>
        {t.basket.undo}
      </ActionButton>
    </Notice>
  );
};

const Empty = ({ v: { t } }: { v: Visit }) => (
  <>
    <h1>{t.basket.empty}</h1>
    <p class="lead">{t.basket.emptyBody}</p>
    <LinkButton kind="primary" href="/">
      {t.ui.home}
    </LinkButton>
  </>
);

const Filled = ({ v }: { v: Visit }) => {
  const { t } = v;
  const items = v.list;
  const basket = basketFor(v.law, items);
  const compiled = compiledItems(v, items);
  const { plan } = compiled;
  const better = togetherWith(v);
  return (
    <>
      <h1>{t.basket.title}</h1>
      <p class="lead">{t.basket.together(items.length)}</p>
      <Figures t={t} numbers={plan.numbers} />
      <Saved v={v} numbers={plan.numbers} />
      {plan.services.some((s) => s.state === 'undecided') && <p class="muted">{t.basket.open}</p>}
      <ul class="people">
        {items.map((id) => (
          <Item v={v} id={id} />
        ))}
      </ul>
      <div class="row">
        <form method="post" action="/apply">
          {basketFields(basket).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button kind="primary" icon="next">
            {t.basket.start}
          </Button>
        </form>
        <ActionButton action="/basket" fields={{ remove: 'all' }}>
          {t.basket.clear}
        </ActionButton>
      </div>
      <BeforeSection v={v} basket={basket} before={beforeOf(v, compiled)} />
      {better.length > 0 && (
        <>
          <h2>{t.basket.better}</h2>
          <Cards>
            {better.map((j) => (
              <JourneyCard v={v} journey={j} told />
            ))}
          </Cards>
        </>
      )}
    </>
  );
};

const Item = ({ v, id }: { v: Visit; id: string }) => {
  const { t, law } = v;
  const service = law.services.get(id);
  return (
    <li>
      <div>
        <a class="go" href={law.journeys.has(id) ? to('/journeys', id) : to('/services', id)}>
          {itemName(v, id)}
        </a>
        <p class="muted">{law.journeys.has(id) ? t.basket.journeyOf(placedUses(law.journeys.get(id)!).length) : say(t, law.authorities.get(service!.authority)!.name)}</p>
        <Without v={v} id={id} />
      </div>
      <ActionButton small action="/basket" fields={{ remove: id }} label={t.basket.removeWhat(itemName(v, id))}>
        {t.basket.remove}
      </ActionButton>
    </li>
  );
};

/** What joining alone saves, before any register: each thing by itself against all of it at once. */
const Saved = ({ v: { t, list: items }, numbers }: { v: Visit; numbers: Parameters<typeof Figures>[0]['numbers'] }) => {
  const less = (key: 'fields' | 'documents' | 'visits') => Math.max(0, upper(numbers[key].before.oneAfterAnother) - upper(numbers[key].joined));
  const said = t.basket.saved(less('fields'), less('documents'), less('visits'));
  return items.length > 0 && said ? <p class="note">{said}</p> : null;
};

/** Journeys that join at least two of the services in the list, or its only one; none that is in it. */
function togetherWith({ law, list: items }: Visit): Journey[] {
  const services = items.filter((i) => law.services.has(i));
  const enough = Math.min(2, services.length);
  if (enough === 0) return [];
  return [...law.journeys.values()].filter((j) => !items.includes(j.id) && new Set(placedUses(j).flatMap((p) => (services.includes(p.use.use) ? [p.use.use] : []))).size >= enough);
}
