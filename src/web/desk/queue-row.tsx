/** One case in the queue, and who has it. */
import type { Clerk } from '../../app/ports/identity';
import type { QueueItem } from '../../app/ports/store';
import { say } from '../text';
import { ActionButton } from '../ui';
import type { Visit } from '../visit';
import { lightFor } from './light-for';
import { journeyLabel, nameOf, serviceLabel } from './names';
import { deskPath } from './paths';
import { queryOf } from './filters';
import { isAcceptable, type QueueView } from './queue-page';
import { DeskStatus } from './status';
import { shortDay, TimeTag } from './time-tag';

export const QueueRow = ({ v, clerk, view, item, pickable }: { v: Visit; clerk: Clerk; view: QueueView; item: QueueItem; pickable: boolean }) => {
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
      {pickable && (
        <td data-label={t.staff.pickColumn}>
          {isAcceptable(item.status) && (
            <label class="pick">
              <input type="checkbox" form="bulk" name="pick" value={`${item.number}/${item.step}`} aria-label={t.staff.pick(item.number)} />
            </label>
          )}
        </td>
      )}
    </tr>
  );
};

const Claim = ({ v, clerk, item, back }: { v: Visit; clerk: Clerk; item: QueueItem; back: QueueView }) => {
  const { t } = v;
  const asked = Object.entries(queryOf(back.asked)).filter((e): e is [string, string] => e[1] !== undefined);
  const fields = { from: 'queue', ...Object.fromEntries(asked) };
  const action = deskPath(item.number, item.step, 'claim');
  if (item.claimedBy === null || back.standIns.includes(item.claimedBy))
    return (
      <ActionButton action={action} fields={{ ...fields, take: 'yes' }} small label={t.desk.takeWhat(item.number)}>
        {item.claimedBy === null ? t.desk.take : `${t.desk.take}（${nameOf(v, item.claimedBy)}）`}
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
