/** The queue: one authority's steps by due date, filtered by links, page by page. */
import type { Clerk } from '../../app/ports/identity';
import type { QueueItem, QueuePage } from '../../app/ports/store';
import { journeyLabel, nameOf, serviceLabel } from './names';
import { say, type Text } from '../text';
import { ActionButton, LinkButton, Notice, to } from '../ui';
import type { Visit } from '../visit';
import { lightFor } from './light-for';
import { DeskStatus } from './status';
import { shortDay, TimeTag } from './time-tag';

export const filters = {
  todo: ['received', 'supplemented', 'accepted', 'under-review', 'paused', 'supplement-requested'],
  new: ['received', 'supplemented'],
  review: ['accepted', 'under-review'],
  supplement: ['supplement-requested'],
  paused: ['paused'],
  deliver: ['granted'],
} as const satisfies { [name: string]: readonly string[] };
export type Filter = keyof typeof filters;
export const isFilter = (x: string): x is Filter => Object.hasOwn(filters, x);

export type QueueView = { page: QueuePage; filter: Filter; after?: string; taken: boolean; keepsRegister: boolean };

export const deskPath = (number: string, step: string, under?: string) => `/desk/${encodeURIComponent(number)}/${encodeURIComponent(step)}${under ? `/${under}` : ''}`;

export const Queue = ({ v, clerk, view }: { v: Visit; clerk: Clerk; view: QueueView }) => {
  const { t, law } = v;
  const authority = law.authorities.get(clerk.authority)?.name;
  return (
    <>
      <div class="desk-head">
        <h1>{t.desk.queueTitle(authority ? say(t, authority) : clerk.authority)}</h1>
        {view.keepsRegister && <LinkButton href="/desk/corrections" small>{t.desk.corrections}</LinkButton>}
      </div>
      {view.taken && (
        <Notice tone="warning" live>
          <p>{t.desk.alreadyTaken}</p>
        </Notice>
      )}
      <nav class="desk-filters" aria-label={t.desk.filter}>
        <ul class="chips">
          {(Object.keys(filters) as Filter[]).map((f) => (
            <li>
              <a href={to('/desk', undefined, f === 'todo' ? {} : { state: f })} aria-current={f === view.filter ? 'page' : undefined}>
                {t.desk.filters[f]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {view.page.items.length === 0 ? <p class="desk-empty">{view.filter === 'todo' ? t.desk.empty : t.desk.emptyFiltered}</p> : <Rows v={v} clerk={clerk} view={view} />}
      <Keys t={t} />
      {(view.after || view.page.next) && (
        <nav class="pagination" aria-label={t.ui.pages}>
          {view.after ? <LinkButton href={to('/desk', undefined, stateOf(view.filter))}>{t.desk.first}</LinkButton> : <span />}
          {view.page.next && <LinkButton href={to('/desk', undefined, { ...stateOf(view.filter), after: view.page.next })}>{t.ui.more}</LinkButton>}
        </nav>
      )}
    </>
  );
};

/** Opened by the island; without it there is nothing to open. */
const Keys = ({ t }: { t: Text }) => (
  <>
    <button type="button" id="queue-keys-open" class="button plain note" hidden>
      {t.desk.keysHint}
    </button>
    <dialog id="queue-keys" class="keys-box" aria-labelledby="queue-keys-title">
      <h2 id="queue-keys-title">{t.desk.keysTitle}</h2>
      <ul>
        {Object.values(t.desk.keysList).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <label>
          <input type="checkbox" /> {t.desk.keysOff}
        </label>
      </p>
      <form method="dialog">
        <button class="button" type="submit">
          {t.desk.close}
        </button>
      </form>
    </dialog>
  </>
);

export const stateOf = (filter: Filter): { state?: string } => (filter === 'todo' ? {} : { state: filter });

const Rows = ({ v, clerk, view }: { v: Visit; clerk: Clerk; view: QueueView }) => {
  const { t } = v;
  const { columns } = t.desk;
  const order = ['number', 'matter', 'applicant', 'state', 'light', 'due', 'promised', 'claimed'] as const;
  return (
    <table class="queue">
      <caption class="note">{t.desk.sorted}</caption>
      <thead>
        <tr>
          {order.map((column) => (
            <th scope="col">{columns[column]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.page.items.map((item) => (
          <Row v={v} clerk={clerk} view={view} item={item} />
        ))}
      </tbody>
    </table>
  );
};

const Row = ({ v, clerk, view, item }: { v: Visit; clerk: Clerk; view: QueueView; item: QueueItem }) => {
  const { t } = v;
  const { columns } = t.desk;
  const date = (instant: string | null) => (instant ? shortDay(t, instant, v.today) : t.desk.noDate);
  return (
    <tr>
      <th scope="row">
        <a class="queue-link" href={deskPath(item.number, item.step)}>
          {item.number}
        </a>
      </th>
      <td data-label={columns.matter}>
        {say(t, serviceLabel(v.law, item.service))}
        {item.journey && <span class="from">{say(t, journeyLabel(v.law, item.journey))}</span>}
      </td>
      <td data-label={columns.applicant}>{item.applicantName}</td>
      <td data-label={columns.state}>
        <DeskStatus t={t} status={item.status} />
      </td>
      <td data-label={columns.light}>
        <TimeTag t={t} light={lightFor(v, item, item.service)} />
      </td>
      <td data-label={columns.due}>{date(item.due)}</td>
      <td data-label={columns.promised}>{date(item.promised)}</td>
      <td data-label={columns.claimed}>
        <Claim v={v} clerk={clerk} item={item} back={view} />
      </td>
    </tr>
  );
};

const Claim = ({ v, clerk, item, back }: { v: Visit; clerk: Clerk; item: QueueItem; back: QueueView }) => {
  const { t } = v;
  const fields = { from: 'queue', ...(back.filter !== 'todo' && { state: back.filter }), ...(back.after && { after: back.after }) };
  const action = deskPath(item.number, item.step, 'claim');
  if (item.claimedBy === null)
    return (
      <ActionButton action={action} fields={{ ...fields, take: 'yes' }} small label={t.desk.takeWhat(item.number)}>
        {t.desk.take}
      </ActionButton>
    );
  if (item.claimedBy !== clerk.id) return <>{nameOf(v, item.claimedBy)}</>;
  return (
    <span class="claimed">
      {t.desk.mine}
      <ActionButton kind="plain" action={action} fields={{ ...fields, take: 'no' }} label={t.desk.layDownWhat(item.number)}>
        {t.desk.layDown}
      </ActionButton>
    </span>
  );
};
