/** The queue: one authority's steps by due date, filtered by links, page by page. */
import type { Clerk } from '../../app/ports/identity';
import type { QueuePage } from '../../app/ports/store';
import { say } from '../text';
import { LinkButton, Notice, to } from '../ui';
import type { Visit } from '../visit';
import { type Filter, filters, stateOf } from './filters';
import { KeysBox } from './keys-box';
import { QueueRow } from './queue-row';

export type QueueView = { page: QueuePage; filter: Filter; after?: string; taken: boolean; keepsRegister: boolean };

export const Queue = ({ v, clerk, view }: { v: Visit; clerk: Clerk; view: QueueView }) => {
  const { t, law } = v;
  const authority = law.authorities.get(clerk.authority)?.name;
  return (
    <>
      <div class="desk-head">
        <h1>{t.desk.queueTitle(authority ? say(t, authority) : clerk.authority)}</h1>
        {view.keepsRegister && (
          <LinkButton href="/desk/corrections" small>
            {t.desk.corrections}
          </LinkButton>
        )}
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
      <KeysBox t={t} />
      {(view.after || view.page.next) && (
        <nav class="pagination" aria-label={t.ui.pages}>
          {view.after ? <LinkButton href={to('/desk', undefined, stateOf(view.filter))}>{t.desk.first}</LinkButton> : <span />}
          {view.page.next && <LinkButton href={to('/desk', undefined, { ...stateOf(view.filter), after: view.page.next })}>{t.ui.more}</LinkButton>}
        </nav>
      )}
    </>
  );
};

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
          <QueueRow v={v} clerk={clerk} view={view} item={item} />
        ))}
      </tbody>
    </table>
  );
};
