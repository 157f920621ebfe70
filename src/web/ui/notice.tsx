/** Something the reader must know on this page: said in words and a shape, in the tone of the matter. */
import type { Child } from 'hono/jsx';
import { Icon } from './icon';
import type { Tone } from './card';

/** `live` announces it to a screen reader when the page comes (after an action). */
export const Notice = (p: { tone?: Tone; title?: Child; live?: boolean; children?: Child }) => (
  <div class={`notice ${p.tone ?? 'info'}`} role={p.live ? 'status' : undefined}>
    <Icon name={p.tone === 'good' ? 'done' : p.tone === 'bad' ? 'stopped' : 'problem'} />
    <div>
      {p.title && <p class="notice-title">{p.title}</p>}
      {p.children}
    </div>
  </div>
);
