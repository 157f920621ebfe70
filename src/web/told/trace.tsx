/** On the case's page: every time she was told, and how it went out. */
import type { ToldMessage } from '../../app/ports/messages';
import { moment } from '../text';
import { Disclosure } from '../ui';
import type { Visit } from '../visit';
import { messageText, waysOf } from './message-list';

export const ToldTrace = ({ v, told }: { v: Visit; told: readonly ToldMessage[] }) =>
  told.length === 0 ? null : (
    <Disclosure title={v.t.told.traceTitle(told.length)}>
      <ul>
        {told.map((m) => (
          <li>
            {messageText(v, m)}
            <span class="from">
              {v.t.told.trace(moment(v.t, m.at, v.law.city.zone))}
              {m.sendings.length > 0 && ` · ${waysOf(v, m)}`}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
