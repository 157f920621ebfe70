/** Buttons. One primary per page; a button that goes somewhere is a link, one that changes something posts a form. */
import type { Child } from '../html/jsx-runtime';
import { Icon, type IconName } from './icon';
import { safeHref } from './href';

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'plain';
/** `dataKey`: the single key that leads here; `does`: pressed by it, or only brought into focus (islands/desk-keys). */
type Keyed = { dataKey?: string | undefined; does?: 'press' | 'focus' };
type Look = Keyed & { kind?: ButtonKind; icon?: IconName; small?: boolean; children?: Child };
const look = ({ kind = 'secondary', small }: Look) => `button ${kind}${small ? ' small' : ''}`;

/** Submits the form it stands in; `name` and `value` go with it. `label` replaces the words for a screen reader. */
export const Button = (p: Look & { name?: string; value?: string; label?: string; form?: string; formaction?: string; describedBy?: string }) => (
  <button
    class={look(p)}
    type="submit"
    name={p.name}
    value={p.value}
    aria-label={p.label}
    aria-describedby={p.describedBy}
    form={p.form}
    formaction={p.formaction}
    data-key={p.dataKey}
    data-does={p.does}
  >
    {p.children}
    {p.icon && <Icon name={p.icon} />}
  </button>
);

export const LinkButton = (p: Look & { href: string; label?: string }) => (
  <a class={look(p)} href={safeHref(p.href)} aria-label={p.label} data-key={p.dataKey} data-does={p.does}>
    {p.children}
    {p.icon && <Icon name={p.icon} />}
  </a>
);

/** A form of one button: an action that changes something. `fields` travel hidden. */
export const ActionButton = ({ action, fields = {}, ...p }: Look & { action: string; fields?: { [name: string]: string }; label?: string }) => (
  <form class="action" method="post" action={safeHref(action)}>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button {...p} />
  </form>
);
