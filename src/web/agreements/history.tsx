/** Everything with a day on it, in order. */
import { type Happening, happenings, type Ledger } from '../../core/ledger';
import { day, say } from '../text';
import { type IconName, Timeline, type TimelineItem, type Tone } from '../ui';
import type { Visit } from '../visit';
import { amount } from './amount';

export const History = ({ v, ledger }: { v: Visit; ledger: Ledger }) => <Timeline label={v.t.agreements.history} items={happenings(ledger).map((h) => itemOf(v, h))} />;

function itemOf({ t }: Visit, h: Happening): TimelineItem {
  const words = t.agreements;
  const [icon, tone] = shapeOf(h);
  const what = h.kind === 'signed' ? words.historyKinds.signed : h.kind === 'money' ? `${words.moneyKinds[h.entry.kind]} ${amount(t, h.entry.amount)}` : words.historyKinds[h.event];
  return {
    icon,
    tone,
    when: day(t, h.at),
    title: (
      <>
        {what}
        {t.joins.colon}
        <a href={`#${h.anchor}`}>{say(t, h.name)}</a>
      </>
    ),
  };
}

function shapeOf(h: Happening): [IconName, Tone] {
  switch (h.kind) {
    case 'signed':
      return ['done', 'good'];
    case 'money':
      return ['current', 'info'];
    case 'task':
      return h.event === 'met' ? ['done', 'good'] : h.event === 'dropped' ? ['stopped', 'bad'] : ['current', 'info'];
    case 'request':
      return h.event === 'asked' || h.event === 'reminded' ? ['waiting', 'warning'] : h.event === 'withdrawn' ? ['stopped', 'plain'] : ['done', 'good'];
  }
}
