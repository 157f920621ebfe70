/** One case in the queue, and who has it. */
import type { Clerk } from '../../app/ports/identity';
import type { QueueItem } from '../../app/ports/store';
import { say } from '../text';
import { ActionButton } from '../ui';
import type { Visit } from '../visit';
import { lightFor } from './light-for';
import { journeyLabel, nameOf, serviceLabel } from './names';
import { deskPath } from './paths';
import type { QueueView } from './queue-page';
import { DeskStatus } from './status';
import { shortDay, TimeTag } from './time-tag';

export const QueueRow = ({ v, clerk, view, item }: { v: Visit; clerk: Clerk; view: QueueView; item: QueueItem }) => {
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
