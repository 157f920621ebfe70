/** Messages in a list: what happened, when, and which ways it went out. */
import type { ToldMessage } from '../../app/ports/messages';
import { inside } from '../../app/told/words';
import { kindById, type Sort } from '../../app/told/kinds';
import { day, list, moment } from '../text';
import { Tag, type Tone, to } from '../ui';
import type { Visit } from '../visit';

const tones: { [s in Sort]: Tone } = { received: 'info', 'needs-you': 'warning', decided: 'info', ready: 'good', late: 'warning', 'for-you': 'warning' };

export const messageText = (v: Visit, m: ToldMessage): string =>
  inside(m, v.t.lang, (said) => {
    const [date = '', time] = said.split(' ');
    return `${day(v.t, date)}${time ? ` ${time}` : ''}`;
  });

/** 短信已发、邮件等待发出; empty where it stayed inside. */
export const waysOf = (v: Visit, m: ToldMessage): string =>
  list(
    v.t,
    m.sendings.map((s) => v.t.told.states[s.state](v.t.told.ways[s.channel])),
  );

export const MessageList = ({ v, messages }: { v: Visit; messages: readonly ToldMessage[] }) => (
  <ul class="messages">
    {messages.map((m) => {
      const sort = kindById.get(m.kind)?.sort ?? 'received';
      const ways = waysOf(v, m);
      return (
        <li class={m.readAt === null ? 'fresh' : undefined}>
          <p>
            <Tag tone={tones[sort]}>{v.t.told.sorts[sort]}</Tag> {m.readAt === null && <Tag tone="info">{v.t.told.fresh}</Tag>}
          </p>
          <p class="message-text">{m.caseNumber ? <a href={to(`/track/${encodeURIComponent(m.caseNumber)}`)}>{messageText(v, m)}</a> : messageText(v, m)}</p>
          <p class="note muted">
            {moment(v.t, m.at, v.law.city.zone)}
            {m.caseNumber && (
              <>
                {' · '}
                <span class="case-number">{m.caseNumber}</span>
              </>
            )}
            {ways && ` · ${ways}`}
          </p>
        </li>
      );
    })}
  </ul>
);
