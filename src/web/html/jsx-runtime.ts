/**
 * @module web/html – what JSX means here: text, written at once. A page is written once and sent, so there is no tree to keep, nothing to come later and no
 * context to follow; Hono's own runtime makes a node for every element, walks them, and follows each page through the program by async hooks, which every
 * promise of the process then pays for (docs/decisions/0016-jsx-as-text.md). The bytes are the same: jsx-runtime.test.ts writes both and compares.
 *
 * Inside first: a component runs when its element is made. What must not run without need stands behind a condition or a function, not in a variable.
 */
import type { JSX as Hono } from 'hono/jsx/jsx-runtime';
import type { HtmlEscapedString } from 'hono/utils/html';

/** HTML that is not escaped again. Types call it a string, as Hono does, so that it may stand wherever a child may. */
class Written {
  readonly isEscaped = true;
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Html = HtmlEscapedString;
export declare namespace JSX {
  type Element = Html;
  type ElementType = string | ((props: never) => Child);
  interface ElementChildrenAttribute {
    children: Child;
  }
  interface IntrinsicElements extends Hono.IntrinsicElements {}
  interface IntrinsicAttributes {
    key?: string | number | undefined;
  }
}
/** What may stand between tags. */
export type Child = Html | string | number | boolean | null | undefined | readonly Child[];
type Props = { [name: string]: unknown };

const html = (text: string): Html => new Written(text) as unknown as Html;

/** Text that is HTML already: drawings, and what was written before. */
export const raw = html;

const unsafe = /[&<>'"]/;
const unsafeAll = /[&<>'"]/g;
const references: { [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };
const escaped = (text: string): string => (unsafe.test(text) ? text.replace(unsafeAll, (sign) => references[sign]!) : text);

function children(child: unknown): string {
  if (typeof child === 'string') return escaped(child);
  if (child instanceof Written) return child.text;
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  if (Array.isArray(child)) {
    let text = '';
    for (const c of child) text += children(c);
    return text;
  }
  if (typeof child === 'number') return `${child}`;
  // Of Hono's own `raw`.
  if ((child as { isEscaped?: boolean }).isEscaped) return String(child);
  throw new TypeError(`neither text nor HTML: ${Object.prototype.toString.call(child)}`);
}

/** Present or absent, without a value. */
const switches = new Set(
  'allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
);
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Names come from the program, so they are few: looked at once, kept with what stands before the value. */
const beginnings = new Map<string, string>();
function beginning(name: string): string {
  if (!/^[\w.:-]+$/.test(name)) throw new TypeError(`not the name of an attribute: ${name}`);
  const begins = ` ${name}="`;
  beginnings.set(name, begins);
  return begins;
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const begins = beginnings.get(name) ?? beginning(name);
  if (typeof value === 'string') return `${begins}${escaped(value)}"`;
  if (typeof value === 'boolean' && switches.has(name)) return value ? `${begins}"` : '';
  return `${begins}${escaped(String(value))}"`;
}

export function jsx(tag: string | ((props: never) => unknown), props: Props): Html {
  if (typeof tag === 'function') {
    const made = tag(props as never);
    return made instanceof Written ? (made as unknown as Html) : html(children(made));
  }
  let text = `<${tag}`;
  for (const name in props) if (name !== 'children') text += attribute(name, props[name]);
  const inside = props.children;
  if (inside === undefined && empty.has(tag)) return html(`${text}/>`);
  return html(`${text}>${children(inside)}</${tag}>`);
}
export { jsx as jsxs };

export const Fragment = (props: { children?: Child }): Child => props.children;
