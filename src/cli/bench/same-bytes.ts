/** A page taken apart into its elements, and made again of nothing but plain JSX: the same bytes by the bare framework. For pages of this product: well-formed, quoted. */
import { raw } from 'hono/html';
import { Fragment, jsx } from 'hono/jsx/jsx-runtime';

type Part = string | { tag: string; attributes: { [name: string]: string | true }; children: Part[] };
type Made = ReturnType<typeof jsx>;

const unescaped = (s: string) => s.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export function elementsOf(html: string): Part[] {
  const root: Part[] = [];
  const open: { tag: string; children: Part[] }[] = [{ tag: '', children: root }];
  for (const [, doctype, close, tag, attributes, self, text] of html.matchAll(/(<!doctype html>)|<\/([\w:-]+)>|<([\w:-]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/)?>|([^<]+)/g)) {
    const here = open.at(-1)!.children;
    if (doctype) continue;
    if (text !== undefined) here.push(unescaped(text));
    else if (close) open.pop();
    else if (tag) {
      const element = { tag, attributes: attributesOf(attributes ?? ''), children: [] as Part[] };
      here.push(element);
      if (!self) open.push(element);
    }
  }
  return root;
}

const attributesOf = (of: string): { [name: string]: string | true } =>
  Object.fromEntries([...of.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name!, value === undefined || (value === '' && boolean.has(name!)) ? true : unescaped(value)]));
const boolean = new Set(['checked', 'selected', 'disabled', 'open', 'multiple', 'required', 'hidden', 'readonly']);

export const rendered = (parts: readonly Part[]): Made => jsx(Fragment, { children: [raw('<!doctype html>'), ...parts.map(make)] } as never);

const make = (part: Part): string | Made => (typeof part === 'string' ? part : jsx(part.tag, { ...part.attributes, children: part.children.map(make) } as never));
