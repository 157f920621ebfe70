/** The queue: one authority's steps by due date, filtered by the address, page by page. */
import type { Clerk } from '../../app/ports/identity';
import { say } from '../text';
import { Button, LinkButton, Notice, to } from '../ui';
import type { Visit } from '../visit';
import { DeskNav } from './desk-nav';
import { FilterForm } from './filter-form';
import { type Filter, filters, isNarrowed, queryOf } from './filters';
import { queueKeys } from './keys';
import { KeysBox } from './keys-box';
import { QueueRow } from './queue-row';
import { isAcceptable, type QueueView } from './queue-view';

export const Queue = ({ v, clerk, view }: { v: Visit; clerk: Clerk; view: QueueView }) => {
  const { t, law } = v;
  const authority = law.authorities.get(clerk.authority)?.name;
  const { after, ...here } = view.asked;
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
      <DeskNav v={v} clerk={clerk} here="queue" />
      {view.taken && (
        <Notice tone="warning" live>
          <p>{t.desk.alreadyTaken}</p>
        </Notice>
      )}
      <nav class="desk-filters" aria-label={t.desk.filter}>
        <ul class="chips">
          {(Object.keys(filters) as Filter[]).map((f) => (
            <li>
              <a href={to('/desk', undefined, queryOf({ ...here, state: f }))} aria-current={f === view.asked.state ? 'page' : undefined}>
                {t.desk.filters[f]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <FilterForm v={v} clerk={clerk} asked={view.asked} />
      {view.page.items.length === 0 ? (
        <p class="desk-empty">{view.asked.state === 'todo' && !isNarrowed(view.asked) ? t.desk.empty : t.desk.emptyFiltered}</p>
      ) : (
        <Rows v={v} clerk={clerk} view={view} />
      )}
      <KeysBox t={t} lines={queueKeys(t)} />
      {(after || view.page.next) && (
        <nav class="pagination" aria-label={t.ui.pages}>
          {after ? <LinkButton href={to('/desk', undefined, queryOf(here))}>{t.desk.first}</LinkButton> : <span />}
          {view.page.next && (
            <LinkButton dataKey="n" href={to('/desk', undefined, queryOf({ ...here, after: view.page.next }))}>
              {t.ui.more}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
};

const Rows = ({ v, clerk, view }: { v: Visit; clerk: Clerk; view: QueueView }) => {
  const { t } = v;
  const { columns } = t.desk;
  const order = ['number', 'matter', 'applicant', 'state', 'light', 'due', 'promised', 'claimed'] as const;
  const acceptable = view.page.items.some((i) => isAcceptable(i.status));
  return (
    <>
      <table class="queue">
        <caption class="note">{t.desk.sorted}</caption>
        <thead>
          <tr>
            {order.map((column) => (
              <th scope="col">{columns[column]}</th>
            ))}
            {acceptable && <th scope="col">{t.staff.pickColumn}</th>}
          </tr>
        </thead>
        <tbody>
          {view.page.items.map((item) => (
            <QueueRow v={v} clerk={clerk} view={view} item={item} pickable={acceptable} />
          ))}
        </tbody>
      </table>
      {acceptable && (
        <form id="bulk" class="row" method="get" action="/desk/accept">
          <Button dataKey="a" does="press">
            {t.staff.bulk}
          </Button>
          <span class="note">{t.staff.bulkHint}</span>
        </form>
      )}
    </>
  );
};
