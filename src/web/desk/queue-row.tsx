/** One case in the queue, and who has it. */
import type { Clerk } from '../../app/ports/identity';
import type { QueueItem } from '../../app/ports/store';
import { say } from '../text';
import type { Visit } from '../visit';
import { lightFor } from './light-for';
import { journeyLabel, serviceLabel } from './names';
import { stepHref } from './kept';
import { Claim } from './claim';
import { isAcceptable, type QueueView } from './queue-view';
import { DeskStatus } from './status';
import { shortDay, TimeTag } from './time-tag';

export const QueueRow = ({ v, clerk, view, item, pickable }: { v: Visit; clerk: Clerk; view: QueueView; item: QueueItem; pickable: boolean }) => {
  const { t } = v;
  const { columns } = t.desk;
  const date = (instant: string | null) => (instant ? shortDay(t, instant, v.today) : t.desk.noDate);
  return (
    <tr>
      <th scope="row">
        <a class="queue-link" href={stepHref(v, item.number, item.step)}>
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
        <Claim v={v} clerk={clerk} item={item} back="queue" standIns={view.standIns} />
      </td>
      {pickable && (
        <td data-label={t.staff.pickColumn}>
          {isAcceptable(item.status) && (
            <label class="pick">
              <input type="checkbox" form="bulk" name="pick" data-key="x" data-does="press" value={`${item.number}/${item.step}`} aria-label={t.staff.pick(item.number)} />
            </label>
          )}
        </td>
      )}
    </tr>
  );
};
