/** "Add to list", wherever a journey or a service stands; says so when it is in, and what it would add to a list that is begun. */
import { ActionButton } from '../ui';
import type { Visit } from '../visit';
import { costOf } from './compiled';

/** `told` also says what it costs in questions, which means compiling the list once more. */
export const AddToList = ({ v, id, name, told, small }: { v: Visit; id: string; name: string; told?: boolean; small?: boolean }) => {
  const { t } = v;
  if (v.list.includes(id))
    return (
      <p class="in-list">
        <a class="go" href="/basket">
          {t.basket.added}
          <span class="visually-hidden"> {name}</span>
        </a>
      </p>
    );
  const cost = told ? costOf(v, id) : null;
  return (
    <div class="add">
      <ActionButton small={small ?? false} action="/basket" fields={{ add: id, back: v.here }} label={`${t.basket.add} ${name}`}>
        {t.basket.add}
      </ActionButton>
      {cost && <span class="from">{t.basket.costs(cost.questions, cost.documents)}</span>}
    </div>
  );
};
