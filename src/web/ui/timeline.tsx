/** Like a parcel on its way: one line down the page, each event with its shape, its words, its moment and its place. */
import type { Child } from '../html/jsx-runtime';
import type { Tone } from './card';
import { Icon, type IconName } from './icon';

export type TimelineItem = { title: Child; icon: IconName; tone?: Tone; when?: Child; where?: Child; current?: boolean; children?: Child };

export const Timeline = ({ items, label }: { items: readonly TimelineItem[]; label?: string }) => (
  <ol class="timeline" aria-label={label}>
    {items.map((item) => (
      <li class={`${item.tone ?? 'plain'}${item.current ? ' now' : ''}`} aria-current={item.current ? 'step' : undefined}>
        <span class="dot">
          <Icon name={item.icon} />
        </span>
        <div>
          <p class="timeline-title">{item.title}</p>
          {(item.when || item.where) && (
            <p class="muted">
              {item.when}
              {item.when && item.where && ' · '}
              {item.where}
            </p>
          )}
          {item.children}
        </div>
      </li>
    ))}
  </ol>
);
