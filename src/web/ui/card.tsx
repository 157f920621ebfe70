/** Cards and tags. A card with `href` is one target: its whole area leads where its heading does. */
import type { Child } from '../html/jsx-runtime';
import { safeHref } from './href';

export const Cards = ({ children, columns = 2 }: { children?: Child; columns?: 2 | 3 }) => <ul class={`cards columns-${columns}`}>{children}</ul>;

/** Inside `Cards`. `level` is the heading's level on the page. */
export const Card = (p: { title: Child; href?: string; level?: 2 | 3 | 4; note?: Child; children?: Child }) => {
  const Heading = `h${p.level ?? 3}` as 'h3';
  return (
    <li class={p.href ? 'card linked' : 'card'}>
      <Heading class="card-title">{p.href ? <a href={safeHref(p.href)}>{p.title}</a> : p.title}</Heading>
      {p.note && <p class="muted">{p.note}</p>}
      {p.children}
    </li>
  );
};

export type Tone = 'plain' | 'good' | 'info' | 'warning' | 'bad';
export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children?: Child }) => <span class={`tag ${tone}`}>{children}</span>;
