/** Something the reader must know on this page: said in words and a shape, in the tone of the matter. */
import type { Child } from '../html/jsx-runtime';
import { Icon, type IconName } from './icon';
import type { Tone } from './card';

const icons: { [tone in Tone]: IconName } = { plain: 'info', info: 'info', good: 'done', warning: 'problem', bad: 'stopped' };

/** `live` announces it to a screen reader when the page comes (after an action). */
export const Notice = (p: { tone?: Tone; title?: Child; live?: boolean; children?: Child }) => (
  <div class={`notice ${p.tone ?? 'info'}`} role={p.live ? 'status' : undefined}>
    <Icon name={icons[p.tone ?? 'info']} />
    <div>
      {p.title && <p class="notice-title">{p.title}</p>}
      {p.children}
    </div>
  </div>
);
